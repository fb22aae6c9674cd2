using System.Collections.Immutable;
using System.Globalization;

namespace AgentGuard.Corpus.Findings;

/// <summary>What a person thinks of a finding.</summary>
internal enum Verdict
{
    /// <summary>The call destroys something and nothing guards it.</summary>
    Right,

    /// <summary>It destroys something, but a careful reviewer might let it pass.</summary>
    Arguable,

    /// <summary>A false alarm.</summary>
    False,
}

/// <summary>A finding that has been looked at.</summary>
/// <param name="Path">The file, relative to the checkout.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Ids">The diagnostics, joined by <c>+</c>.</param>
/// <param name="Verdict">What a person thinks of it.</param>
/// <param name="Reason">Why, in one line.</param>
internal sealed record Expectation(string Path, int Line, string Ids, Verdict Verdict, string Reason);

/// <summary>One file of expectations: a repository at a commit, and every finding in it.</summary>
/// <param name="Name">The name of the checkout's folder.</param>
/// <param name="Repository">Owner and name on GitHub.</param>
/// <param name="Commit">The commit that was looked at.</param>
/// <param name="Findings">The findings with their verdicts.</param>
internal sealed record Expectations(string Name, string Repository, string Commit, ImmutableArray<Expectation> Findings)
{
    /// <summary>All expectation files.</summary>
    public static ImmutableArray<Expectations> All =>
        [.. new DirectoryInfo(Corpus.Repository.Expected) is { Exists: true } folder ? Files(folder) : []];

    private static IEnumerable<Expectations> Files(DirectoryInfo folder) =>
        folder.EnumerateFiles("*.tsv").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => Parse(Path.GetFileNameWithoutExtension(file.Name), File.ReadAllLines(file.FullName)));

    /// <summary>Reads a file: <c># repository: ...</c>, <c># commit: ...</c>, then path, line, ids, verdict and reason, separated by tabs.</summary>
    public static Expectations Parse(string name, IReadOnlyList<string> lines) => new(
        name,
        Header(lines, "repository"),
        Header(lines, "commit"),
        [.. lines.Where(line => line.Length > 0 && line[0] != '#').Select(ParseLine)]);

    /// <summary>What differs between the file and a run, in words; empty where nothing does.</summary>
    public ImmutableArray<string> Compare(ImmutableArray<Finding> findings)
    {
        var expected = Findings.ToDictionary(finding => (finding.Path, finding.Line));
        var found = findings.ToDictionary(finding => (finding.Path, finding.Line));
        return
        [
            .. findings.Where(finding => !expected.ContainsKey((finding.Path, finding.Line))).Select(finding => $"new: {finding.Path}({finding.Line}): {finding.Ids}: {finding.Message}"),
            .. Findings.Where(finding => !found.ContainsKey((finding.Path, finding.Line))).Select(finding => $"gone: {finding.Path}({finding.Line}): {finding.Ids} ({finding.Verdict}: {finding.Reason})"),
            .. Findings.Where(finding => found.TryGetValue((finding.Path, finding.Line), out var now) && now.Ids != finding.Ids).Select(finding => $"changed: {finding.Path}({finding.Line}): {finding.Ids} is now {found[(finding.Path, finding.Line)].Ids}"),
        ];
    }

    private static string Header(IReadOnlyList<string> lines, string key)
    {
        var start = $"# {key}: ";
        return lines.First(line => line.StartsWith(start, StringComparison.Ordinal))[start.Length..].Trim();
    }

    private static Expectation ParseLine(string line) => line.Split('\t') is [var path, var number, var ids, var verdict, var reason]
        ? new Expectation(path, int.Parse(number, CultureInfo.InvariantCulture), ids, Enum.Parse<Verdict>(verdict, ignoreCase: true), reason)
        : throw new FormatException($"Five columns are expected: {line}");
}
