using System.Collections.Immutable;
using AgentGuard.Corpus.Findings;
using AgentGuard.Corpus.Robustness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Corpus.Fixes;

/// <summary>Whether a fixed project compiles no worse than before and no longer has the diagnostic.</summary>
internal sealed class FixCheck(FixRun run, Compilation before, ImmutableArray<Diagnostic> found)
{
    private readonly Dictionary<(string Path, string Id), bool> _elsewhere = [];

    /// <summary>Applies each offered fix by itself; how many there were.</summary>
    public async Task<int> OneByOne(List<string> failures)
    {
        var count = 0;
        foreach (var diagnostic in found)
        {
            foreach (var (action, _) in await run.Offered(diagnostic))
            {
                count++;
                await Check(await run.Apply(action), [diagnostic], $"{diagnostic.Id}\t{diagnostic.Location.GetLineSpan()}\t{action.Title}", failures);
            }
        }

        return count;
    }

    /// <summary>Applies each kind of fix to all diagnostics of an id at once; how many times that was.</summary>
    public async Task<int> AllAtOnce(List<string> failures)
    {
        var offers = new List<(Diagnostic Diagnostic, string Key, Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider Provider)>();
        foreach (var diagnostic in found) offers.AddRange((await run.Offered(diagnostic)).Where(offer => offer.Action.EquivalenceKey is not null).Select(offer => (diagnostic, offer.Action.EquivalenceKey!, offer.Provider)));
        var count = 0;
        foreach (var same in offers.GroupBy(offer => (offer.Diagnostic.Id, offer.Key, offer.Provider)))
        {
            if (await run.FixAll(same.Key.Provider, same.Key.Key, same.Key.Id, found) is not { } action) continue;
            count++;
            await Check(await run.Apply(action), [.. same.Select(offer => offer.Diagnostic).Distinct()], $"{same.Key.Id}\tall\t{same.Key.Key}", failures);
        }

        return count;
    }

    private async Task Check(Compilation after, ImmutableArray<Diagnostic> fixedOnes, string what, List<string> failures)
    {
        var id = fixedOnes[0].Id;
        var known = before.SyntaxTrees.ToLookup(tree => tree.FilePath);
        var whole = new Lazy<Task<AnalyzerRun>>(() => AnalyzerRun.Of(after));
        foreach (var tree in after.SyntaxTrees.Where(tree => tree.FilePath.Length > 0))
        {
            var old = known[tree.FilePath].FirstOrDefault();
            if (old is not null && old.GetText().ContentEquals(tree.GetText())) continue;
            var errors = Errors(after, tree).Except(old is null ? [] : Errors(before, old)).ToList();
            if (errors.Count > 0) failures.Add($"{what}\tno longer compiles: {string.Join("; ", errors)}");
            var gone = fixedOnes.Count(diagnostic => diagnostic.Location.SourceTree?.FilePath == tree.FilePath);
            var had = Found(tree.FilePath, id);

            // Text that a helper in another file executes is reported when that file is looked at, and a look at one file alone does not hand it out.
            var all = await IsLookedAtElsewhere(tree.FilePath, id) ? (await whole.Value).Diagnostics : await In(after, tree);
            var has = all.Count(diagnostic => diagnostic.Id == id && diagnostic.Location.SourceTree == tree);
            if (has > had - gone) failures.Add($"{what}\tis still reported: {had} before, {has} after, {gone} fixed");
        }
    }

    private static IEnumerable<string> Errors(Compilation compilation, SyntaxTree tree) => compilation.GetSemanticModel(tree).GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .GroupBy(diagnostic => diagnostic.Id + ": " + diagnostic.GetMessage())
        .SelectMany(same => same.Select((diagnostic, index) => $"{same.Key} ({index + 1})"));

    private async Task<bool> IsLookedAtElsewhere(string path, string id)
    {
        if (_elsewhere.TryGetValue((path, id), out var known)) return known;
        return _elsewhere[(path, id)] = before.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == path) is { } tree && (await In(before, tree)).Count(diagnostic => diagnostic.Id == id) < Found(path, id);
    }

    private int Found(string path, string id) => found.Count(diagnostic => diagnostic.Id == id && diagnostic.Location.SourceTree?.FilePath == path);

    private static Task<ImmutableArray<Diagnostic>> In(Compilation compilation, SyntaxTree tree)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([], PackageOptions.Provider), (exception, _, _) => throw exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        return compilation.WithAnalyzers(AnalyzerRun.Analyzers, options).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None);
    }
}
