namespace AgentGuard.Text.Sql;

/// <summary>The points on which the dialects read the same characters differently.</summary>
/// <param name="NestedComments">PostgreSQL and SQL Server nest block comments, the others do not.</param>
/// <param name="BackslashEscapes">MySQL and Snowflake escape a quote by a backslash, the others do not.</param>
/// <param name="HashComments">In MySQL <c>#</c> starts a comment, in SQL Server a temporary name.</param>
/// <param name="ExecutableComments">MySQL executes what stands in <c>/*! */</c>.</param>
/// <param name="SlashComments">In Snowflake <c>//</c> starts a comment.</param>
/// <param name="LooseStatements">SQL Server needs no terminator between statements.</param>
internal sealed record SqlReading(
    bool NestedComments,
    bool BackslashEscapes,
    bool HashComments,
    bool ExecutableComments,
    bool SlashComments,
    bool LooseStatements)
{
    private static readonly SqlReading Standard = new(true, false, false, false, false, true);
    private static readonly SqlReading FlatComments = new(false, false, false, false, false, true);
    private static readonly SqlReading MySql = new(false, true, true, true, false, false);
    private static readonly SqlReading Snowflake = new(false, true, false, false, true, false);

    /// <summary>The readings under which this text could mean different things; a finding under any of them counts.</summary>
    public static IReadOnlyList<SqlReading> Of(string text)
    {
        var backslash = false;
        var hash = false;
        var slashes = false;
        var executable = false;
        var minus = false;
        var opened = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var next = text[i + 1];
            switch (text[i])
            {
                case '\\':
                    // Only a backslash before a quote, or before the backslash that would escape it, changes where a string ends.
                    backslash |= next is '\'' or '"' or '\\';
                    break;
                case '#':
                    hash = true;
                    break;
                case '/' when next == '/':
                    slashes = true;
                    break;
                case '/' when next == '*':
                    opened++;
                    executable |= i + 2 < text.Length && text[i + 2] is '!' or 'M';
                    break;
                case '-' when next == '-':
                    minus |= i + 2 < text.Length && text[i + 2] is >= '0' and <= '9' or '(' or '@' or '.';
                    break;
            }
        }

        var readings = new List<SqlReading> { Standard };
        if (opened > 1) readings.Add(FlatComments);
        if (backslash || hash || executable || minus) readings.Add(MySql);
        if (backslash || slashes) readings.Add(Snowflake);
        return readings;
    }
}
