using System.Collections.Immutable;
using AgentGuard.Corpus.Findings;
using AgentGuard.Corpus.Robustness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Corpus.Fixes;

/// <summary>Whether a fixed project compiles no worse than before and no longer has the diagnostic.</summary>
internal sealed class FixCheck(FixRun run, Compilation before)
{
    private ILookup<string, string>? _reporters;

    /// <summary>Applies each offered fix by itself; how many there were.</summary>
    public async Task<int> OneByOne(ImmutableArray<Diagnostic> diagnostics, List<string> failures)
    {
        var count = 0;
        foreach (var diagnostic in diagnostics)
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
    public async Task<int> AllAtOnce(ImmutableArray<Diagnostic> diagnostics, List<string> failures)
    {
        var offers = new List<(Diagnostic Diagnostic, string Key, Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider Provider)>();
        foreach (var diagnostic in diagnostics) offers.AddRange((await run.Offered(diagnostic)).Where(offer => offer.Action.EquivalenceKey is not null).Select(offer => (diagnostic, offer.Action.EquivalenceKey!, offer.Provider)));
        var count = 0;
        foreach (var same in offers.GroupBy(offer => (offer.Diagnostic.Id, offer.Key, offer.Provider)))
        {
            if (await run.FixAll(same.Key.Provider, same.Key.Key, same.Key.Id, diagnostics) is not { } action) continue;
            count++;
            await Check(await run.Apply(action), [.. same.Select(offer => offer.Diagnostic).Distinct()], $"{same.Key.Id}\tall\t{same.Key.Key}", failures);
        }

        return count;
    }

    private async Task Check(Compilation after, ImmutableArray<Diagnostic> fixedOnes, string what, List<string> failures)
    {
        var id = fixedOnes[0].Id;
        var known = before.SyntaxTrees.ToLookup(tree => tree.FilePath);
        foreach (var tree in after.SyntaxTrees.Where(tree => tree.FilePath.Length > 0))
        {
            var old = known[tree.FilePath].FirstOrDefault();
            if (old is not null && old.GetText().ContentEquals(tree.GetText())) continue;
            var errors = Errors(after, tree).Except(old is null ? [] : Errors(before, old)).ToList();
            if (errors.Count > 0) failures.Add($"{what}\tno longer compiles: {string.Join("; ", errors)}");
            var gone = fixedOnes.Count(diagnostic => diagnostic.Location.SourceTree?.FilePath == tree.FilePath);
            var had = await Count(before, tree.FilePath, id);
            var has = await Count(after, tree.FilePath, id);
            if (has > had - gone) failures.Add($"{what}\tis still reported: {had} before, {has} after, {gone} fixed");
        }
    }

    private static IEnumerable<string> Errors(Compilation compilation, SyntaxTree tree) => compilation.GetSemanticModel(tree).GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .GroupBy(diagnostic => diagnostic.Id + ": " + diagnostic.GetMessage())
        .SelectMany(same => same.Select((diagnostic, index) => $"{same.Key} ({index + 1})"));

    private async Task<int> Count(Compilation compilation, string path, string id)
    {
        var analysis = Analysis(compilation);
        var count = 0;
        foreach (var reporter in (_reporters ??= await Reporters())[path].Append(path).Distinct())
        {
            foreach (var tree in compilation.SyntaxTrees.Where(tree => tree.FilePath == reporter))
                count += (await In(analysis, tree)).Count(diagnostic => diagnostic.Id == id && diagnostic.Location.SourceTree?.FilePath == path);
        }

        return count;
    }

    // Text that a helper in another file executes is reported when that file is looked at.
    private async Task<ILookup<string, string>> Reporters()
    {
        var analysis = Analysis(before);
        var pairs = new List<(string Path, string Reporter)>();
        foreach (var tree in before.SyntaxTrees) pairs.AddRange((await In(analysis, tree)).Select(diagnostic => (diagnostic.Location.SourceTree?.FilePath ?? "", tree.FilePath)));
        return pairs.ToLookup(pair => pair.Path, pair => pair.Reporter);
    }

    private static Task<ImmutableArray<Diagnostic>> In(CompilationWithAnalyzers analysis, SyntaxTree tree) =>
        analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(tree), null, CancellationToken.None);

    private static CompilationWithAnalyzers Analysis(Compilation compilation) => compilation.WithAnalyzers(
        AnalyzerRun.Analyzers,
        new CompilationWithAnalyzersOptions(new AnalyzerOptions([], PackageOptions.Provider), (exception, _, _) => throw exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
}
