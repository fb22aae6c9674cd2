namespace AgentGuard.Text.Sql;

/// <summary>Values that are worked out from other columns of the same row, so that they can be worked out again: <c>total = price * quantity</c>, <c>normalized_email = upper(email)</c>.</summary>
internal static class SqlDerivations
{
    private static readonly HashSet<string> Spellings = SqlWords.Set("UPPER LOWER TRIM LENGTH LEN CHAR_LENGTH UNACCENT");

    private static readonly HashSet<string> Constants = SqlWords.Set("NULL TRUE FALSE DEFAULT");

    /// <summary>Whether a value is one.</summary>
    /// <param name="tokens">The statement.</param>
    /// <param name="column">The column that gets it.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="end">Where it ends.</param>
    public static bool Are(SqlTokens tokens, string column, int start, int end) => IsSpelling(tokens, column, start, end) || IsSum(tokens, start, end);

    // `name_lower = lower(name)`: another spelling of the column whose name it carries.
    private static bool IsSpelling(SqlTokens tokens, string column, int start, int end) =>
        Spellings.Contains(tokens.Upper(start)) && tokens.Is(start + 1, "(") && tokens.Name(start + 2, end) is { HasHole: false } read && tokens.Is(read.End, ")") && read.End + 1 == end
        && read.Last != column && column.Replace("_", "").Contains(read.Last.Replace("_", ""));

    // Columns and numbers with signs between them: two columns at least, for one alone may be put over anything.
    private static bool IsSum(SqlTokens tokens, int start, int end)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        var isOperand = false;
        for (var i = start; i < end;)
        {
            if (tokens.IsAny(i, "(", ")")) i++;
            else if (tokens.IsAny(i, "*", "/", "+", "-", "||")) (isOperand, i) = (false, i + 1);
            else if (isOperand) return false;
            else if (tokens.Kind(i) is SqlTokenKind.Number or SqlTokenKind.String) (isOperand, i) = (true, i + 1);
            else if (tokens.Kind(i) is SqlTokenKind.Word or SqlTokenKind.QuotedName && tokens.Name(i, end) is { HasHole: false } name && !tokens.Is(name.End, "(") && !Constants.Contains(tokens.Upper(i)))
            {
                read.Add(name.Last);
                (isOperand, i) = (true, name.End);
            }
            else return false;
        }

        return read.Count > 1;
    }
}
