using AgentGuard.Text;

namespace AgentGuard.Tests.Text;

/// <summary>Reads the data files: one line per case, <c>expected | text</c>. <c>§</c> stands for a hole, <c>¤</c> for the mark around an element of a list, <c>\n</c> for a line break, <c>\\</c> for a backslash.</summary>
internal static class Corpus
{
    public static IEnumerable<(string Expected, string Text)> Read(string file)
    {
        using var stream = typeof(Corpus).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal)) continue;
            var bar = line.IndexOf(" | ", StringComparison.Ordinal);
            Assert.True(bar > 0, $"No expectation: {line}");
            yield return (Unescape(line[..bar].Trim()), Unescape(line[(bar + 3)..]));
        }
    }

    public static IEnumerable<(string Expected, string Text)> ReadAll(string prefix) =>
        typeof(Corpus).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(Read);

    /// <summary>Writes findings as the data files do: <c>table=users, weakens rows</c>.</summary>
    public static string Describe(IReadOnlyList<TextFinding> findings, bool withTargets) =>
        findings.Count == 0 ? "none" : string.Join(", ", findings.Select(finding => Describe(finding, withTargets)));

    private static string Describe(TextFinding finding, bool withTarget)
    {
        var effect = finding.Effect switch
        {
            TextEffect.BacksUp => "backs-up ",
            TextEffect.Weakens => "weakens ",
            _ => "",
        };
        return effect + finding.Kind.WrittenName() + (withTarget ? "=" + (finding.Target ?? "?") : "");
    }

    /// <summary>Compares expectation and findings; a target counts where the expectation names one (<c>=?</c> for none).</summary>
    public static string? Mismatch(string expected, string text, IReadOnlyList<TextFinding> findings)
    {
        var actual = Describe(findings, withTargets: expected.Contains('='));
        return actual == expected ? null : $"expected {expected}, found {actual}: {text.ReplaceLineEndings("\\n").Replace(FoldedText.Hole, '§')}";
    }

    private static string Unescape(string text) =>
        text.Replace("\\\\", "\u0001").Replace("\\n", "\n").Replace("\\t", "\t").Replace("\u0001", "\\").Replace('§', FoldedText.Hole).Replace('¤', FoldedText.Element);
}
