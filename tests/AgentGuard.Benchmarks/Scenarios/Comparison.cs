using AgentGuard.Benchmarks.Measuring;
using AgentGuard.Benchmarks.Workloads;

namespace AgentGuard.Benchmarks.Scenarios;

/// <summary>All contestants over one workload, as a Markdown table.</summary>
internal static class Comparison
{
    public static async Task<Ratios> RunAsync(Workload workload, IReadOnlyList<Contestant> contestants, int rounds)
    {
        var (emit, results) = await Series.RunAsync(workload, contestants, rounds);
        var idle = results.First(result => result.Contestant == Contestant.Idle);
        var floor = results.First(result => result.Contestant == Contestant.Floor);
        Console.WriteLine($"\n### {workload.Name}\n\n{workload.Lines:N0} lines, {Calls.Count(workload):N0} calls; compilation {emit.TotalMilliseconds:N0} ms; {rounds} rounds\n");
        Console.WriteLine("| analyzer | own time, ms | times the floor | of compilation | first run, ms | wall added, ms | allocated, MB | diagnostics |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var result in results)
        {
            Console.WriteLine($"| {result.Contestant.Name} | {result.Own.TotalMilliseconds:N3} | {result.Own / floor.Own:N2} | {result.Own / emit:P2} | {result.First.TotalMilliseconds:N0} "
                + $"| {(result.Wall - idle.Wall).TotalMilliseconds:N0} | {(result.Allocated - idle.Allocated) / 1e6:N2} | {result.Diagnostics:N0} |");
        }

        return Ratios.Of(results, emit);
    }
}

/// <summary>The figures that the budget is about.</summary>
/// <param name="OfFloor">Our own time in floors.</param>
/// <param name="OfBannedApi">Our own time as a share of BannedApiAnalyzers'; null when that did not run.</param>
/// <param name="OfCompilation">Our own time as a share of the compilation.</param>
internal sealed record Ratios(double OfFloor, double? OfBannedApi, double OfCompilation)
{
    public static Ratios Of(IReadOnlyList<Result> results, TimeSpan emit)
    {
        var ours = results.First(result => result.Contestant == Contestant.Ours).Own;
        var floor = results.First(result => result.Contestant == Contestant.Floor).Own;
        var banned = results.FirstOrDefault(result => result.Contestant == Contestant.BannedApi);
        return new Ratios(ours / floor, banned is null ? null : ours / banned.Own, ours / emit);
    }
}
