namespace AgentGuard.Text.Sql;

/// <summary>The SET list of an UPDATE: whether every assignment builds on the value that was there, fills a column that was not there before, or one that only keeps the books.</summary>
internal static class SqlAssignments
{
    // What leaves a value what it is, in another type.
    private static readonly HashSet<string> Retyping = SqlWords.Set("CAST CONVERT TRY_CAST TRY_CONVERT COALESCE ISNULL IFNULL TRIM WHEN THEN ELSE AND OR NOT IN");

    private static readonly HashSet<string> Keys = new("id uuid guid key".Split(' '), StringComparer.Ordinal);

    public static bool KeepValues(SqlContext context, SqlName table, int start, int end)
    {
        var tokens = context.Tokens;
        var any = false;
        for (var i = start; i < end;)
        {
            var column = tokens.Name(i, end);
            if (column is null || !tokens.IsAny(column.End, "=", "+=", "-=", "*=", "/=", "|=")) return false;
            var compound = !tokens.Is(column.End, "=");
            var stop = EndOfValue(tokens, column.End + 1, end);
            if (!compound && context.Script.IsNewColumn(table, column.Last)) KeepRead(context, table, column.Last, column.End + 1, stop);
            else if (!compound && !BookkeepingNames.Contain(LastPart(column.Display)) && !IsVersion(table, column.Last) && !ChoosesOne(tokens, table, column.End + 1, stop) && !Mentions(tokens, column.Last, column.End + 1, stop) && !SqlDerivations.Are(tokens, column.Last, column.End + 1, stop)) return false;
            any = true;
            if (!tokens.Is(stop, ",")) break;
            i = stop + 1;
        }

        return any;
    }

    // `ADD status_new text; UPDATE t SET status_new = CASE status ...`: the old column may go then. A `has_email` or a hash does not hold what was there.
    private static void KeepRead(SqlContext context, SqlName table, string column, int start, int end)
    {
        var tokens = context.Tokens;
        for (var i = start; i < end; i++)
        {
            if (SqlShapes.IsQuery(tokens, i) || (tokens.Is(i + 1, "(") && tokens.Kind(i) == SqlTokenKind.Word && !Retyping.Contains(tokens.Upper(i)))) return;
        }

        var moved = tokens.Is(start + 1, "(") ? tokens.Name(start + 2, end) : tokens.Name(start, end) is { } whole && whole.End == end ? whole : null;
        for (var i = start; i < end; i++)
        {
            if (tokens.Kind(i) is SqlTokenKind.Word or SqlTokenKind.QuotedName && tokens.Name(i, i + 1) is { } read && (read.Last == moved?.Last || column.StartsWith(read.Last, StringComparison.Ordinal))) context.Script.ColumnKept(table, read.Last);
        }
    }

    // `UPDATE version SET version = 12`, `UPDATE settings SET schema_version = 12`: a program notes how far its schema has come.
    private static bool IsVersion(SqlName table, string column) => IsVersionOfSchema(column) || (column == "version" && (table.Last == "version" || IsVersionOfSchema(table.Last)));

    private static bool IsVersionOfSchema(string name) => name.Replace("_", "") is "dbversion" or "schemaversion" or "databaseversion" or "confversion";

    // `is_default = (id = @id)`, `is_default = CASE WHEN id = @id THEN 1 ELSE 0 END`: one row is chosen in place of another.
    private static bool ChoosesOne(SqlTokens tokens, SqlName table, int start, int end)
    {
        if (tokens.Is(start, "(") && tokens.Is(end - 1, ")")) (start, end) = (start + 1, end - 1);
        var isCase = tokens.Is(start, "CASE") && tokens.Is(start + 1, "WHEN");
        if (isCase) start += 2;
        if (tokens.Name(start, end) is not { } key || !IsKey(key.Last, table) || !tokens.Is(key.End, "=") || tokens.Kind(key.End + 1) is not (SqlTokenKind.Parameter or SqlTokenKind.Number)) return false;
        var rest = key.End + 2;
        return isCase ? rest + 5 == end && tokens.Is(rest, "THEN") && IsFlag(tokens, rest + 1) && tokens.Is(rest + 2, "ELSE") && IsFlag(tokens, rest + 3) && tokens.Is(rest + 4, "END") : rest == end;
    }

    // `id`, and `address_id` of the addresses.
    private static bool IsKey(string column, SqlName table)
    {
        var name = column.Replace("_", "");
        return Keys.Contains(name) || (name.EndsWith("id", StringComparison.Ordinal) && name.Length > 4 && table.Last.Replace("_", "").StartsWith(name.Substring(0, name.Length - 2), StringComparison.Ordinal));
    }

    private static bool IsFlag(SqlTokens tokens, int index) => tokens.IsAny(index, "0", "1", "TRUE", "FALSE");

    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static int EndOfValue(SqlTokens tokens, int start, int end)
    {
        var i = start;
        while (i < end && !tokens.IsAny(i, ",", "FROM", "WHERE", "OUTPUT", "RETURNING")) i = tokens.Next(i, end);
        return i;
    }

    // Every token counts, also those in parentheses: SET name = trim(name).
    private static bool Mentions(SqlTokens tokens, string column, int start, int end)
    {
        for (var i = start; i < end && !SqlShapes.IsQuery(tokens, i); i++)
        {
            if (tokens.Kind(i) is SqlTokenKind.Word or SqlTokenKind.QuotedName && !tokens.Is(i + 1, "(") && tokens.Name(i, i + 1)?.Last == column) return true;
        }

        return false;
    }
}
