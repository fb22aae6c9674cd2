using System.Runtime;

namespace AgentGuard.Benchmarks.Measuring;

/// <summary>
/// Keeps collections out of a run: the driver's clock goes on during a pause, so that a pause of the whole process would count as
/// own time of whichever analyzer it falls into. A run that needs more memory than that gets its collections all the same.
/// </summary>
internal readonly struct QuietHeap : IDisposable
{
    private const long Bytes = 1_000_000_000;

    public QuietHeap() => GC.TryStartNoGCRegion(Bytes);

    public void Dispose()
    {
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
    }
}
