namespace AgentGuard.Text.Sql;

/// <summary>Settings that switch a protection off: SET, PRAGMA and DISABLE TRIGGER.</summary>
internal static class SqlSettings
{
    // What is protected by each setting; the value that switches it off.
    private static readonly Dictionary<string, (string Off, DestructiveKind Kind)> Protections = new(StringComparer.OrdinalIgnoreCase)
    {
        ["FOREIGN_KEY_CHECKS"] = ("OFF", DestructiveKind.Rows),
        ["SQL_SAFE_UPDATES"] = ("OFF", DestructiveKind.Rows),
        ["SESSION_REPLICATION_ROLE"] = ("REPLICA", DestructiveKind.Rows),
        ["SQL_LOG_BIN"] = ("OFF", DestructiveKind.Replication),
        ["REFERENTIAL_INTEGRITY"] = ("OFF", DestructiveKind.Rows),
    };

    private static readonly Dictionary<string, (string Off, DestructiveKind Kind)> Pragmas = new(StringComparer.OrdinalIgnoreCase)
    {
        ["FOREIGN_KEYS"] = ("OFF", DestructiveKind.Rows),
        ["IGNORE_CHECK_CONSTRAINTS"] = ("ON", DestructiveKind.Rows),
        ["WRITABLE_SCHEMA"] = ("ON", DestructiveKind.Database),
    };

    public static void Set(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        for (var i = statement.Start + 1; i < statement.End; i = tokens.Next(i, statement.End))
        {
            var name = tokens.Raw(i).TrimStart('@');
            // SET @@SESSION.sql_log_bin = 0 and SET GLOBAL sql_log_bin = 0 alike.
            if (!Protections.TryGetValue(name.Substring(name.LastIndexOf('.') + 1), out var protection)) continue;
            var value = tokens.Skip(i + 1, "=", "TO");
            if (IsValue(tokens, value, protection.Off))
                context.Report(TextEffect.Weakens, protection.Kind, "SET " + name.ToUpperInvariant(), null, statement.Start, statement.End);
        }
    }

    public static void Pragma(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var i = statement.Start + 1;
        if (tokens.Is(i + 1, ".")) i += 2;
        if (!Pragmas.TryGetValue(tokens.Raw(i), out var pragma)) return;
        if (tokens.IsAny(i + 1, "=", "(") && IsValue(tokens, i + 2, pragma.Off))
            context.Report(TextEffect.Weakens, pragma.Kind, "PRAGMA " + tokens.Upper(i), null, statement.Start, statement.End);
    }

    public static void Disable(SqlContext context, SqlStatement statement)
    {
        if (context.Tokens.Are(statement.Start + 1, "TRIGGER", "ALL"))
            context.Report(TextEffect.Weakens, DestructiveKind.Rows, "DISABLE TRIGGER ALL", null, statement.Start, statement.End);
    }

    private static bool IsValue(SqlTokens tokens, int index, string value)
    {
        var written = tokens.IsText(index) || tokens.Kind(index) == SqlTokenKind.QuotedName ? tokens.Value(index) : tokens.Raw(index);
        return value switch
        {
            "OFF" => written.ToUpperInvariant() is "0" or "OFF" or "FALSE" or "NO",
            "ON" => written.ToUpperInvariant() is "1" or "ON" or "TRUE" or "YES",
            _ => written.Equals(value, StringComparison.OrdinalIgnoreCase),
        };
    }
}
