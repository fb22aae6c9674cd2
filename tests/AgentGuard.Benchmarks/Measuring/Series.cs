using AgentGuard.Benchmarks.Workloads;

namespace AgentGuard.Benchmarks.Measuring;

/// <summary>The medians of one contestant over all rounds.</summary>
internal sealed record Result(Contestant Contestant, TimeSpan Own, TimeSpan Wall, long Allocated, int Diagnostics);

/// <summary>Alternating rounds: each contestant runs once per round, so that a slow spell of the machine hits all of them.</summary>
internal static class Series
{
    public static async Task<(TimeSpan Emit, IReadOnlyList<Result> Results)> RunAsync(Workload workload, IReadOnlyList<Contestant> contestants, int rounds, bool withEmit = true)
    {
        var samples = contestants.ToDictionary(contestant => contestant, _ => new List<Sample>());
        var emits = new List<TimeSpan>();
        for (var round = 0; round < rounds; round++)
        {
            if (withEmit) emits.Add(Driver.Emit(workload));
            foreach (var contestant in contestants) samples[contestant].Add(await Driver.RunAsync(workload, contestant));
        }

        return (withEmit ? Median(emits) : TimeSpan.Zero, [.. contestants.Select(contestant => Summary(contestant, samples[contestant]))]);
    }

    public static TimeSpan Median(IEnumerable<TimeSpan> times) => TimeSpan.FromTicks(Median(times.Select(time => time.Ticks)));

    public static long Median(IEnumerable<long> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static Result Summary(Contestant contestant, List<Sample> samples) => new(
        contestant,
        Median(samples.Select(sample => sample.Own)),
        Median(samples.Select(sample => sample.Wall)),
        Median(samples.Select(sample => sample.Allocated)),
        samples[^1].Diagnostics);
}
