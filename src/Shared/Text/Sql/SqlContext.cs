namespace AgentGuard.Text.Sql;

/// <summary>The tokens of one fragment with the script that it belongs to: what every recogniser works on.</summary>
internal sealed class SqlContext(SqlTokens tokens, SqlScript script, SqlFragment fragment)
{
    public SqlTokens Tokens => tokens;

    public SqlScript Script => script;

    public int Depth => fragment.Depth;

    /// <summary>Where a token stands in the whole text.</summary>
    public int Position(int token) => Math.Min(fragment.Start + tokens[token].Start, Math.Max(fragment.Start, fragment.End - 1));

    public void Destroys(DestructiveKind kind, string verb, SqlName? name, int start, int end, bool ifExists = false) =>
        Report(TextEffect.Destroys, kind, verb, name, start, end, ifExists);

    public void Report(TextEffect effect, DestructiveKind kind, string verb, SqlName? name, int start, int end, bool ifExists = false)
    {
        var from = Position(start);
        var last = Math.Max(start, end - 1);
        var to = Math.Min(fragment.Start + tokens[last].End, fragment.End);
        script.Add(new TextFinding(effect, kind, verb, name?.Target, from, Math.Max(1, to - from)), name, ifExists);
    }

    /// <summary>A text that stands in the tokens from one literal to another, for scanning on its own.</summary>
    public SqlFragment Fragment(string text, int first, int last)
    {
        var start = fragment.Start + tokens[first].ContentStart;
        var end = Math.Min(fragment.Start + tokens[last].ContentEnd, fragment.End);
        return new SqlFragment(text, Math.Min(start, fragment.End - 1), Math.Max(end, start + 1), fragment.Depth + 1);
    }

    /// <summary>The names in a comma-separated list; a place without a name is null.</summary>
    public IEnumerable<SqlName?> Names(int start, int end)
    {
        var i = start;
        while (true)
        {
            var name = tokens.Name(i, end);
            yield return name;
            if (name is null) yield break;
            i = tokens.Skip(name.End, "*");
            if (i >= end || !tokens.Is(i, ",")) yield break;
            i = tokens.Skip(i + 1, "ONLY");
        }
    }
}
