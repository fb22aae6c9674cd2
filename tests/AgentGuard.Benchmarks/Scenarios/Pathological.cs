using AgentGuard.Benchmarks.Measuring;
using AgentGuard.Benchmarks.Workloads;

namespace AgentGuard.Benchmarks.Scenarios;

/// <summary>Own time on hostile input, by its size.</summary>
internal static class Pathological
{
    public static async Task RunAsync(int largest, string shape)
    {
        Console.WriteLine("\n### Hostile input\n\n| shape | size | compilation, ms | AgentGuard, ms | diagnostics |\n|---|---:|---:|---:|---:|");
        foreach (var (name, sizes, write) in PathologicalCode.Shapes.Where(one => one.Name.Contains(shape)))
        {
            foreach (var size in sizes.Where(size => size <= largest))
            {
                var workload = PathologicalCode.Of(name, write(size));
                var emit = Driver.Emit(workload);
                var sample = await Driver.RunAsync(workload, Contestant.Ours);
                Console.WriteLine($"| {name} | {size:N0} | {emit.TotalMilliseconds:N0} | {sample.Own.TotalMilliseconds:N0} | {sample.Diagnostics:N0} |");
            }
        }
    }
}
