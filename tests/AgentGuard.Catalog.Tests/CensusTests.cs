using AgentGuard.Analyzers.Catalog;
using AgentGuard.Catalog.Tests.Census;
using Xunit.Abstractions;

namespace AgentGuard.Catalog.Tests;

/// <summary>Goes through the real assemblies: every member that sounds destructive is in the catalogue or judged harmless with a reason.</summary>
public class CensusTests(ITestOutputHelper output)
{
    private static readonly Lazy<IReadOnlyList<Count>> Counts = new(() => Library.All.Select(CountOf).ToList());

    [Fact]
    public void EveryMemberIsJudged()
    {
        output.WriteLine($"{"library",-30} {"matching",8} {"catalogue",9} {"harmless",8}");
        foreach (var count in Counts.Value) output.WriteLine($"{count.Library,-30} {count.Matching,8} {count.InCatalogue,9} {count.Harmless,8}");
        output.WriteLine($"{"all",-30} {Counts.Value.Sum(count => count.Matching),8} {Counts.Value.Sum(count => count.InCatalogue),9} {Counts.Value.Sum(count => count.Harmless),8}");

        var unjudged = Counts.Value.SelectMany(count => count.Unjudged).ToList();
        Assert.True(unjudged.Count == 0, $"{unjudged.Count} members are neither in the catalogue nor judged harmless:\n{string.Join('\n', unjudged)}");
    }

    [Fact]
    public void EveryJudgementIsUsedAndGivesAReason()
    {
        var names = Counts.Value.SelectMany(count => count.HarmlessNames).ToHashSet(StringComparer.Ordinal);
        var idle = Counts.Value
            .SelectMany(count => Judgement.Read(count.Library).Select(judgement => (count.Library, judgement, count.HarmlessNames)))
            .Concat(Judgement.Read("Common").Select(judgement => ("Common", judgement, (IReadOnlyCollection<string>)names)))
            .Where(line => line.judgement.Reason.Length < 8 || !line.Item3.Any(line.judgement.Covers))
            .Select(line => $"{line.Item1}: {line.judgement.Pattern} {line.judgement.Reason}")
            .ToList();
        Assert.True(idle.Count == 0, $"Judgements of no member, or without a reason:\n{string.Join('\n', idle)}");
    }

    private static Count CountOf(Library library)
    {
        var matcher = new CatalogMatcher(CatalogIndex.BuiltIn);
        var judgements = Judgement.Read(library.Name).Concat(Judgement.Read("Common")).ToList();
        var candidates = library.Candidates().ToList();
        var listed = candidates.ToLookup(method => matcher.Match(method).Any(entry => entry.Effect is not (CatalogEffect.Checks or CatalogEffect.Lists)));
        var judged = listed[false].Select(Judgement.NameOf).ToLookup(name => judgements.Any(judgement => judgement.Covers(name)));
        return new Count(library.Name, candidates.Count, listed[true].Count(), judged[true].Count(), judged[true].ToHashSet(), judged[false].Distinct().ToList());
    }

    private sealed record Count(string Library, int Matching, int InCatalogue, int Harmless, IReadOnlyCollection<string> HarmlessNames, IReadOnlyList<string> Unjudged);
}
