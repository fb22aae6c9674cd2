using AgentGuard.Benchmarks.Workloads;

namespace AgentGuard.Benchmarks.Measuring;

/// <summary>The medians of one contestant over all rounds.</summary>
/// <param name="Contestant">The contestant.</param>
/// <param name="Own">Time within the analyzers' own actions.</param>
/// <param name="First">The same in the run before all others, in which code that the process has not run yet is compiled.</param>
/// <param name="Wall">Time of the whole run.</param>
/// <param name="Allocated">Bytes that the whole run allocated.</param>
/// <param name="Diagnostics">Diagnostics that the analyzers reported.</param>
internal sealed record Result(Contestant Contestant, TimeSpan Own, TimeSpan First, TimeSpan Wall, long Allocated, int Diagnostics);

/// <summary>Alternating rounds: each contestant runs once per round, so that a slow spell of the machine hits all of them.</summary>
internal static class Series
{
    // A method is optimised some time after 30 calls: what is measured is a compiler server at work, not one that starts.
    private const int WarmUpRounds = 25;
    private const int WarmUpLines = 2_000;

    private static readonly HashSet<Contestant> Warm = [];

    public static async Task<(TimeSpan Emit, IReadOnlyList<Result> Results)> RunAsync(Workload workload, IReadOnlyList<Contestant> contestants, int rounds, bool withEmit = true)
    {
        var samples = contestants.ToDictionary(contestant => contestant, _ => new List<Sample>());
        var first = new Dictionary<Contestant, Sample>();
        foreach (var contestant in contestants) first[contestant] = await Driver.RunAsync(workload, contestant);
        await WarmUpAsync([.. contestants.Where(Warm.Add)]);

        var emits = new List<TimeSpan>();
        for (var round = 0; round < rounds; round++)
        {
            if (withEmit) emits.Add(Driver.Emit(workload));
            foreach (var contestant in contestants) samples[contestant].Add(await Driver.RunAsync(workload, contestant));
        }

        return (withEmit ? Median(emits) : TimeSpan.Zero, [.. contestants.Select(contestant => Summary(contestant, first[contestant], samples[contestant]))]);
    }

    private static async Task WarmUpAsync(IReadOnlyList<Contestant> contestants)
    {
        if (contestants.Count == 0) return;
        var workload = GeneratedCode.Guarded(WarmUpLines);
        for (var round = 0; round < WarmUpRounds; round++)
        {
            foreach (var contestant in contestants) await Driver.RunAsync(workload, contestant);
        }
    }

    public static TimeSpan Median(IEnumerable<TimeSpan> times) => TimeSpan.FromTicks(Median(times.Select(time => time.Ticks)));

    public static long Median(IEnumerable<long> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static Result Summary(Contestant contestant, Sample first, List<Sample> samples) => new(
        contestant,
        Median(samples.Select(sample => sample.Own)),
        first.Own,
        Median(samples.Select(sample => sample.Wall)),
        Median(samples.Select(sample => sample.Allocated)),
        samples[^1].Diagnostics);
}
