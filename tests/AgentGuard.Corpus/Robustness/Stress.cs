using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Corpus.Findings;
using AgentGuard.Corpus.Projects;
using AgentGuard.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Corpus.Robustness;

/// <summary>What a stress run did and what went wrong.</summary>
/// <param name="Mutants">How many mutants were analyzed.</param>
/// <param name="Diagnostics">How many diagnostics they had.</param>
/// <param name="Fixes">How many code fixes were computed.</param>
/// <param name="Cancelled">How many runs were stopped half way.</param>
/// <param name="Growth">By how many bytes the memory in use grew after the first tenth.</param>
/// <param name="Failures">Every exception, with the batch in which it was thrown.</param>
internal sealed record StressResult(int Mutants, int Diagnostics, int Fixes, int Cancelled, long Growth, ImmutableArray<string> Failures);

/// <summary>Runs all analyzers, the generator and all fixes over mutants, several batches at a time, with cancellation at random points.</summary>
internal sealed class Stress(IReadOnlyList<Seed> seeds, int randomSeed)
{
    private const int BatchSize = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Mutants",
        [CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;", ParseOptions, "Usings.cs")],
        ReferenceAssemblies.All.Append(ReferenceAssemblies.Runtime),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    private readonly ConcurrentBag<string> _failures = [];
    private int _diagnostics, _fixes, _cancelled, _batches;

    /// <summary>What has been done so far.</summary>
    public string Progress => $"{_batches * BatchSize} mutants, {_diagnostics} diagnostics, {_fixes} fixes, {_cancelled} runs cancelled, {_failures.Count} failures";

    /// <summary>Analyzes a number of mutants.</summary>
    public async Task<StressResult> Run(int mutants)
    {
        var batches = (mutants + BatchSize - 1) / BatchSize;
        var warmUp = Math.Max(1, batches / 10);
        await Run(0, warmUp);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Run(warmUp, batches);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        return new StressResult(batches * BatchSize, _diagnostics, _fixes, _cancelled, growth, [.. _failures.Order(StringComparer.Ordinal)]);
    }

    private Task Run(int first, int end) => Parallel.ForEachAsync(Enumerable.Range(first, end - first), async (batch, _) =>
    {
        try
        {
            await Task.Run(() => RunBatch(batch), CancellationToken.None).WaitAsync(Patience, CancellationToken.None);
        }
        catch (Exception exception)
        {
            _failures.Add($"batch {batch} of seed {randomSeed}: {exception}");
        }
    });

    private async Task RunBatch(int batch)
    {
        // Each batch has a random source of its own, so that a failure can be repeated whatever ran beside it.
        var random = new Random(unchecked((randomSeed * 397) ^ batch));
        var mutator = new Mutator(random);
        var trees = Enumerable.Range(0, BatchSize).Select(index => CSharpSyntaxTree.ParseText(mutator.Mutate(seeds[random.Next(seeds.Count)].Text), ParseOptions, $"Mutant{index}.cs")).ToList();
        var compilation = Empty.AddSyntaxTrees(trees);

        var stopped = RunUntil(compilation, TimeSpan.FromMilliseconds(random.Next(0, 40)));
        var run = await AnalyzerRun.Of(compilation);
        await stopped;
        Interlocked.Add(ref _diagnostics, run.Diagnostics.Length);
        foreach (var exception in run.Exceptions) _failures.Add($"batch {batch} of seed {randomSeed}: {exception}");

        var generated = CSharpGeneratorDriver.Create([new GuardInterceptorGenerator().AsSourceGenerator()], parseOptions: ParseOptions, optionsProvider: PackageOptions.Provider).RunGenerators(compilation).GetRunResult();
        foreach (var exception in generated.Results.Select(result => result.Exception).OfType<Exception>()) _failures.Add($"batch {batch} of seed {randomSeed}: {exception}");

        using var fixes = new FixRun(compilation);
        Interlocked.Add(ref _fixes, await fixes.ComputeAll(run.Diagnostics));
        Interlocked.Increment(ref _batches);
    }

    private async Task RunUntil(CSharpCompilation compilation, TimeSpan end)
    {
        using var source = new CancellationTokenSource(end);
        try
        {
            var run = await Task.Run(() => AnalyzerRun.Of(compilation, cancellation: source.Token));
            foreach (var exception in run.Exceptions) _failures.Add($"cancelled run: {exception}");
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
        }
    }
}
