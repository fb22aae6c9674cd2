using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace AgentGuard.Benchmarks.Overhead;

/// <summary>Bare and guarded in one process: nothing is built again, and both see the same machine. Many short rounds, so that a busy machine spoils only some of them.</summary>
internal static class InThisProcess
{
    public static IConfig Config { get; } = DefaultConfig.Instance
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithIterationTime(TimeInterval.FromMilliseconds(100)).WithWarmupCount(5).WithIterationCount(20))
        .AddColumn(StatisticColumn.Median, StatisticColumn.Min);
}
