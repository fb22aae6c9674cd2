using System.Diagnostics;

namespace AgentGuard.Corpus.Robustness;

/// <summary>Prints what a long stress run over mutants of checkouts did.</summary>
internal static class StressReport
{
    /// <summary>Runs; 1 where anything failed.</summary>
    public static async Task<int> Print(IEnumerable<string> folders, int mutants)
    {
        List<Seed> seeds = [.. Seed.FromTests, .. folders.SelectMany(Seed.FromFolder)];
        var watch = Stopwatch.StartNew();
        var stress = new Stress(seeds, randomSeed: 20260425);
        using var progress = new Timer(_ => Console.Error.WriteLine($"{watch.Elapsed.TotalMinutes:F0} min: {stress.Progress}"), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        var result = await stress.Run(mutants);
        foreach (var failure in result.Failures) Console.WriteLine(failure);
        Console.WriteLine($"{seeds.Count} seeds, {result.Mutants} mutants, {result.Diagnostics} diagnostics, {result.Fixes} fixes, {result.Cancelled} runs cancelled, {result.Failures.Length} failures, {watch.Elapsed.TotalMinutes:F1} min");
        Console.WriteLine($"memory: {result.Growth >> 20} MB more in use at the end than after the first tenth, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at the peak");
        return result.Failures.IsEmpty ? 0 : 1;
    }
}
