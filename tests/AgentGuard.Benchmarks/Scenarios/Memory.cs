using AgentGuard.Benchmarks.Measuring;
using AgentGuard.Benchmarks.Workloads;

namespace AgentGuard.Benchmarks.Scenarios;

/// <summary>Many compilations in one process, as in the compiler server: nothing may stay behind.</summary>
internal static class Memory
{
    private static readonly string Text = GeneratedCode.LargeFile(100);

    public static async Task RunAsync(int compilations)
    {
        Console.WriteLine($"\n### Memory over {compilations:N0} compilations\n\n| compilations | live bytes after collection, the floor only | the same with AgentGuard |\n|---:|---:|---:|");
        var (floor, ours) = (await LiveAfter(compilations, Contestant.Floor), await LiveAfter(compilations, Contestant.Ours));
        foreach (var (number, bytes) in floor) Console.WriteLine($"| {number:N0} | {bytes:N0} | {ours[number]:N0} |");
    }

    // What the compiler itself keeps shows beside the floor.
    private static async Task<SortedDictionary<int, long>> LiveAfter(int compilations, Contestant contestant)
    {
        var live = new SortedDictionary<int, long>();
        var step = Math.Max(1, compilations / 5);
        for (var number = 1; number <= compilations; number++)
        {
            await Driver.RunAsync(Small(number), contestant);
            if (number % step == 0 || number == 1) live[number] = Live();
        }

        return live;
    }

    // Each compilation has trees of its own, so that whatever is kept by tree or symbol shows.
    private static Workload Small(int number) => new(
        "small",
        [Workload.Parse(MethodTemplates.Model, "Model.cs"), Workload.Parse($"{Text}// {number}", "File.cs")],
        References.All);

    private static long Live()
    {
        for (var pass = 0; pass < 3; pass++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
