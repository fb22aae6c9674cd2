using AgentGuard.Text.Sql;

namespace AgentGuard.Text;

/// <summary>Finds what SQL text destroys, backs up or leaves without protection, in any of the common dialects. Linear in the length of the text.</summary>
internal static class SqlScanner
{
    // Text wrapped deeper than this is reported as it stands: a limit must not let anything pass.
    private const int DeepestFragment = 12;

    /// <summary>Whether a text can have a finding that destroys. Cheap: most texts that run are queries.</summary>
    public static bool MayDestroy(string text) => SqlGate.MayDestroy(text);

    /// <summary>Whether a text can have a finding that destroys or switches a protection off.</summary>
    public static bool MayMatter(string text) => SqlGate.MayMatter(text);

    /// <summary>The findings in the order of the text.</summary>
    public static IReadOnlyList<TextFinding> Scan(string text) => Scan(text, out _);

    /// <summary>The findings of a text that is run again and again until it finds nothing more to do: a limit then only makes portions of the whole.</summary>
    public static IReadOnlyList<TextFinding> ScanRepeated(string text) => Scan(text, isRepeated: true, out _);

    /// <summary>The findings, and the work that it took: looks at tokens, which grow with the text and not faster.</summary>
    public static IReadOnlyList<TextFinding> Scan(string text, out long looks) => Scan(text, isRepeated: false, out looks);

    private static IReadOnlyList<TextFinding> Scan(string text, bool isRepeated, out long looks)
    {
        looks = 0;
        var findings = new List<TextFinding>();
        var seen = new HashSet<(int, TextEffect, string, string?)>();
        foreach (var reading in SqlReading.Of(text))
        {
            var script = Run(text, reading, isRepeated);
            looks += script.Looks;
            foreach (var finding in script.Findings())
            {
                if (seen.Add((finding.Start, finding.Effect, finding.Verb, finding.Target))) findings.Add(finding);
            }
        }

        if (findings.Count > 1) findings.Sort((a, b) => a.Start.CompareTo(b.Start));
        return findings;
    }

    /// <summary>Whether a statement of the text begins with what is not known, so that it could be any.</summary>
    public static bool IsOpaque(string text)
    {
        if (text.IndexOf(FoldedText.Hole) < 0) return false;
        foreach (var reading in SqlReading.Of(text))
        {
            var tokens = SqlTokenizer.Read(text, reading);
            foreach (var statement in new SqlSplitter(tokens, reading.LooseStatements).Split())
            {
                var first = statement.Verb is "DROP" or "EXEC" or "EXECUTE" ? statement.Start + 1 : statement.Start;
                if (!statement.IsInert && (tokens.IsHole(first) || (tokens.IsWord(first) && tokens.HasHole(first)))) return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text is a condition that every row fits: <c>1=1</c>.</summary>
    public static bool IsForAll(string condition) => SqlReading.Of(condition).Any(reading => SqlTokenizer.Read(condition, reading) is var tokens && SqlCondition.Evaluate(tokens, 0, tokens.Count) == true);

    /// <summary>Whether a text is a query for every row of one table: <c>SELECT * FROM orders</c>.</summary>
    public static bool SelectsAll(string query) => SqlReading.Of(query).Any(reading => SqlTokenizer.Read(query, reading) is var tokens && new SqlSplitter(tokens, reading.LooseStatements).Split().ToList() is [var statement] && SqlRows.SelectsAll(tokens, statement));

    private static SqlScript Run(string text, SqlReading reading, bool isRepeated)
    {
        var script = new SqlScript { Budget = (8 * text.Length) + 1024, IsRepeated = isRepeated };
        script.Pending.Enqueue(new SqlFragment(text, 0, text.Length, 0));
        while (script.Pending.Count > 0)
        {
            var fragment = script.Pending.Dequeue();
            if (fragment.Depth > DeepestFragment) Unreadable(script, fragment.Start, Math.Max(1, fragment.End - fragment.Start));
            else Run(fragment, reading, script);
        }

        if (script.Budget < 0) Unreadable(script, 0, Math.Max(1, text.Length));
        return script;
    }

    private static void Run(SqlFragment fragment, SqlReading reading, SqlScript script)
    {
        var tokens = SqlTokenizer.Read(fragment.Text, reading, script.IsRepeated);
        SqlRecognisers.Run(new SqlContext(tokens, script, fragment), reading);
        script.Looks += tokens.Looks;
    }

    private static void Unreadable(SqlScript script, int start, int length) =>
        script.Add(new TextFinding(TextEffect.Destroys, DestructiveKind.Database, "EXECUTE", null, start, length));
}
