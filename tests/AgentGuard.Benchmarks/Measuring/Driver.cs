using System.Diagnostics;
using AgentGuard.Benchmarks.Workloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Benchmarks.Measuring;

/// <summary>What one run of one contestant took.</summary>
/// <param name="Own">Time within the analyzers' own actions, from the driver's telemetry.</param>
/// <param name="Wall">Time of the whole run: compilation and analysis.</param>
/// <param name="Allocated">Bytes that the whole run allocated.</param>
/// <param name="Diagnostics">Diagnostics that the analyzers reported.</param>
internal readonly record struct Sample(TimeSpan Own, TimeSpan Wall, long Allocated, int Diagnostics);

/// <summary>Runs analyzers over a fresh compilation, on one thread so that times can be compared.</summary>
internal static class Driver
{
    public static async Task<Sample> RunAsync(Workload workload, Contestant contestant)
    {
        var analyzers = contestant.Create();
        Exception? failure = null;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var quiet = new QuietHeap();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var compilation = workload.Compile().WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            AnalyzerSettings.Create(), (exception, _, _) => failure = exception, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        var result = await compilation.GetAnalysisResultAsync(CancellationToken.None);
        var wall = watch.Elapsed;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        if (failure is not null) throw new InvalidOperationException($"{contestant.Name} failed", failure);

        var own = result.AnalyzerTelemetryInfo.Values.Aggregate(TimeSpan.Zero, (sum, telemetry) => sum + telemetry.ExecutionTime);
        return new Sample(own, wall, allocated, result.GetAllDiagnostics().Length);
    }

    /// <summary>The time of the compiler alone: binding and emitting, without parsing.</summary>
    public static TimeSpan Emit(Workload workload)
    {
        GC.Collect();
        using var output = new MemoryStream();
        var watch = Stopwatch.StartNew();
        workload.Compile().Emit(output);
        return watch.Elapsed;
    }
}
