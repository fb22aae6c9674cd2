namespace AgentGuard.Text.Sql;

/// <summary>Where the definition of a procedure, function, trigger or event ends. What stands inside is stored, not run.</summary>
internal static class SqlDefinitions
{
    private static readonly HashSet<string> Defined = SqlWords.Set("FUNCTION PROCEDURE PROC TRIGGER EVENT PACKAGE RULE TASK MACRO ALERT");

    private static readonly HashSet<string> Modifiers = SqlWords.Set(
        "OR REPLACE ALTER EDITIONABLE NONEDITIONABLE AGGREGATE SECURE TEMP TEMPORARY CONSTRAINT PUBLIC PRIVATE TYPE");

    // Definitions of a single statement, which a terminator ends whatever stands before it.
    private static readonly HashSet<string> OneStatement = SqlWords.Set("RULE TASK EVENT ALERT");

    private static readonly HashSet<string> BatchVerbs = SqlWords.Set(
        "SET SELECT DELETE INSERT UPDATE IF EXEC EXECUTE RETURN WITH MERGE TRUNCATE DROP CREATE PRINT WHILE RAISERROR THROW ALTER");

    /// <summary>The token after the definition that starts here, or -1 where none does.</summary>
    public static int End(SqlTokens tokens, int start)
    {
        var kind = Kind(tokens, start + 1);
        if (kind < 0) return -1;
        for (var i = kind; i < tokens.Count; i = tokens.Next(i, tokens.Count))
        {
            if (IsBoundary(tokens, i)) return i;
            if (tokens.Kind(i) == SqlTokenKind.DollarString) return Boundary(tokens, i);
            if (tokens.Is(i, "BEGIN")) return AfterBlock(tokens, i);
            if (tokens.IsAny(i, "AS", "IS") && !tokens.IsAny(i - 1, "TABLE", "ROW", "NEW", "OLD", "EXECUTE", "EXEC"))
                return EndOfBody(tokens, i + 1, tokens.Upper(kind));
        }

        return tokens.Count;
    }

    private static int EndOfBody(SqlTokens tokens, int body, string kind)
    {
        if (tokens.IsText(body) || OneStatement.Contains(kind)) return Boundary(tokens, body);
        if (tokens.Is(body, "BEGIN")) return AfterBlock(tokens, body);
        // SQL Server's procedures reach to the end of the batch; elsewhere declarations come before a block.
        var isBatch = kind == "PACKAGE" || BatchVerbs.Contains(tokens.Upper(body)) || (tokens.Is(body, "DECLARE") && tokens.Kind(body + 1) == SqlTokenKind.Parameter);
        for (var i = body; i < tokens.Count; i++)
        {
            if (tokens.Kind(i) == SqlTokenKind.BatchEnd) return i;
            if (!isBatch && tokens.Is(i, "BEGIN") && !tokens.Is(i + 1, "TRY")) return AfterBlock(tokens, i);
        }

        return tokens.Count;
    }

    private static int Kind(SqlTokens tokens, int index)
    {
        while (Modifiers.Contains(tokens.Upper(index))) index++;
        if (tokens.Is(index, "DEFINER"))
        {
            var limit = index + 10;
            while (index < limit && !Defined.Contains(tokens.Upper(index)) && !tokens.IsAny(index, "VIEW", "TABLE")) index++;
        }

        return Defined.Contains(tokens.Upper(index)) ? index : -1;
    }

    private static int AfterBlock(SqlTokens tokens, int begin)
    {
        var depth = 0;
        for (var i = begin; i < tokens.Count; i++)
        {
            if (tokens.Kind(i) == SqlTokenKind.BatchEnd) return i;
            if (tokens.Is(i, "CASE") && !tokens.Is(i - 1, "END")) depth++;
            else if (tokens.Is(i, "BEGIN") && !tokens.IsAny(i + 1, "TRAN", "TRANSACTION")) depth++;
            else if (tokens.Is(i, "END") && !tokens.IsAny(i + 1, "IF", "LOOP", "WHILE", "REPEAT", "FOR") && --depth == 0) return i + 1;
        }

        return tokens.Count;
    }

    private static int Boundary(SqlTokens tokens, int index)
    {
        while (index < tokens.Count && !IsBoundary(tokens, index)) index++;
        return index;
    }

    private static bool IsBoundary(SqlTokens tokens, int index) => tokens.Kind(index) is SqlTokenKind.Terminator or SqlTokenKind.BatchEnd;
}
