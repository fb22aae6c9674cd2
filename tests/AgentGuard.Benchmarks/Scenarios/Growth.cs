using AgentGuard.Benchmarks.Measuring;
using AgentGuard.Benchmarks.Workloads;

namespace AgentGuard.Benchmarks.Scenarios;

/// <summary>Own time by size of the code: it must grow as the lines do.</summary>
internal static class Growth
{
    public static async Task RunAsync(IReadOnlyList<int> sizes, int rounds)
    {
        Console.WriteLine("\n### Growth\n\n| lines | floor, ms | AgentGuard, ms | microseconds per 1,000 lines | times the floor |\n|---:|---:|---:|---:|---:|");
        foreach (var size in sizes)
        {
            var workload = GeneratedCode.Ordinary(size);
            var (_, results) = await Series.RunAsync(workload, [Contestant.Floor, Contestant.Ours], rounds, withEmit: false);
            var (floor, ours) = (results[0].Own, results[1].Own);
            Console.WriteLine($"| {workload.Lines:N0} | {floor.TotalMilliseconds:N2} | {ours.TotalMilliseconds:N2} | {ours.TotalMicroseconds / workload.Lines * 1000:N1} | {ours / floor:N2} |");
        }
    }
}
