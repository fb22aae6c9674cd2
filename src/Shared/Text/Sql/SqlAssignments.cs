namespace AgentGuard.Text.Sql;

/// <summary>The SET list of an UPDATE: whether every assignment builds on the value that was there, fills a column that was not there before, or one that only keeps the books.</summary>
internal static class SqlAssignments
{
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
            if (!compound && !BookkeepingNames.Contain(LastPart(column.Display)) && !context.Script.IsNewColumn(table, column.Last) && !Mentions(tokens, column.Last, column.End + 1, stop)) return false;
            any = true;
            if (!tokens.Is(stop, ",")) break;
            i = stop + 1;
        }

        return any;
    }

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
