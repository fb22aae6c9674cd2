namespace AgentGuard.Text.Sql;

/// <summary>Whether a verb is followed by what only a statement has after it.</summary>
internal static class SqlShapes
{
    public static bool LooksLikeStatement(SqlTokens tokens, int index)
    {
        var next = index + 1;
        return tokens.Upper(index) switch
        {
            "DROP" => SqlObjects.At(tokens, next) is { IsSilent: false },
            "TRUNCATE" => tokens.Is(next, "TABLE") || (!tokens.Is(next, "(") && IsNameOrHole(tokens, next)),
            // What happens to the rows of a temporary table when a transaction ends: ON COMMIT DELETE ROWS
            "DELETE" when tokens.Are(index - 2, "ON", "COMMIT") => false,
            "DELETE" => tokens.IsAny(next, "FROM", "TOP", "ONLY") || IsNameOrHole(tokens, next),
            "UPDATE" => tokens.IsAny(next, "TOP", "ONLY") || IsNameOrHole(tokens, next),
            "INSERT" => tokens.IsAny(next, "INTO", "OVERWRITE", "IGNORE", "OR", "TOP") || IsNameOrHole(tokens, next),
            "CREATE" or "GRANT" or "REVOKE" or "DBCC" or "USE" => tokens.IsWord(next) || tokens.Kind(next) == SqlTokenKind.QuotedName,
            "ALTER" => tokens.IsAny(
                next, "TABLE", "DATABASE", "SCHEMA", "ROLE", "USER", "LOGIN", "PROCEDURE", "PROC", "FUNCTION", "TRIGGER", "SERVER", "SYSTEM"),
            "KILL" => tokens.Kind(next) is SqlTokenKind.Number or SqlTokenKind.Parameter or SqlTokenKind.Hole or SqlTokenKind.String,
            "SHUTDOWN" => tokens.Kind(next) is SqlTokenKind.Terminator or SqlTokenKind.BatchEnd || tokens.Is(next, "WITH"),
            "BACKUP" or "RESTORE" => tokens.IsAny(next, "DATABASE", "LOG"),
            "EXEC" or "EXECUTE" => !tokens.IsAny(next, "ON", "TO", "AS", "FUNCTION", "PROCEDURE"),
            "DISABLE" or "ENABLE" => tokens.Is(next, "TRIGGER"),
            // IF EXISTS (SELECT ...) asks; DROP USER IF EXISTS name does not.
            "IF" => tokens.Skip(next, "NOT", "EXISTS") is var condition && (condition == next || tokens.Is(condition, "(")),
            _ => true,
        };
    }

    /// <summary>The statement that this EXPLAIN really runs, or -1 where it only shows a plan.</summary>
    public static int ExplainRuns(SqlTokens tokens, int index, int end)
    {
        var i = index + 1;
        var runs = false;
        if (tokens.Is(i, "("))
        {
            var close = tokens.After(i, end);
            for (var option = i + 1; option < close; option++)
            {
                if (tokens.IsAny(option, "ANALYZE", "ANALYSE")) runs = !tokens.IsAny(option + 1, "FALSE", "OFF", "0");
            }

            i = close;
        }

        for (; i < end && !SqlWords.IsVerb(tokens, i) && !tokens.Is(i, "WITH"); i++)
        {
            runs |= tokens.IsAny(i, "ANALYZE", "ANALYSE");
        }

        return runs ? i : -1;
    }

    /// <summary>Whether a parenthesis opens here with a statement in it.</summary>
    public static bool IsQuery(SqlTokens tokens, int index) =>
        tokens.Is(index, "(") && tokens.IsAny(index + 1, "SELECT", "WITH", "VALUES", "DELETE", "UPDATE", "INSERT", "MERGE");

    private static bool IsNameOrHole(SqlTokens tokens, int index) => tokens.Kind(index) switch
    {
        SqlTokenKind.Word => !SqlWords.CannotBeName(tokens, index),
        SqlTokenKind.QuotedName or SqlTokenKind.Hole => true,
        SqlTokenKind.Parameter => true,
        _ => false,
    };
}
