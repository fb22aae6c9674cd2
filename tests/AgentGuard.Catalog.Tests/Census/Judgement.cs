using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Catalog.Tests.Census;

/// <summary>A line of <c>Judgements/*.txt</c>: members that sound destructive and are not, and why.</summary>
/// <param name="Pattern">Full member names, with <c>*</c> for any characters.</param>
/// <param name="Reason">Why they are harmless, or whose business they are.</param>
internal sealed record Judgement(string Pattern, string Reason)
{
    private readonly Regex _names = new($"^{Regex.Escape(Pattern).Replace(@"\*", ".*")}$", RegexOptions.CultureInvariant);

    /// <summary>Whether a member, by its full name, is meant.</summary>
    public bool Covers(string memberName) => _names.IsMatch(memberName);

    /// <summary>The judgements in a file; none where there is no such file.</summary>
    public static IReadOnlyList<Judgement> Read(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Judgements", name + ".txt");
        if (!File.Exists(path)) return [];
        return File.ReadLines(path)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
            .Select(words => new Judgement(words[0], words.ElementAtOrDefault(1) ?? ""))
            .ToList();
    }

    /// <summary>The name that patterns are compared with: <c>Namespace.Type.Member</c>.</summary>
    public static string NameOf(IMethodSymbol method) => $"{AgentGuard.Analyzers.Catalog.CatalogId.ContainerOf(method)}.{method.Name}";
}
