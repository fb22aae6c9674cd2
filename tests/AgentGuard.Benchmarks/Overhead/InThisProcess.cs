using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AgentGuard.Benchmarks.Overhead;

/// <summary>Bare and guarded in one process: nothing is built again, and both see the same machine.</summary>
internal static class InThisProcess
{
    public static IConfig Config { get; } = DefaultConfig.Instance
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(6).WithIterationCount(10));
}
