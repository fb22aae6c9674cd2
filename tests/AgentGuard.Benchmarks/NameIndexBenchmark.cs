using AgentGuard.Analyzers.Catalog;
using BenchmarkDotNet.Attributes;

namespace AgentGuard.Benchmarks;

/// <summary>The name index by itself, on names that it rejects and on names that it lets through.</summary>
[MemoryDiagnoser]
public class NameIndexBenchmark
{
    private static readonly string[] Rejected = ["Where", "Select", "ToListAsync", "ConfigureAwait", "LogInformation", "Append", "ToString", "IsNullOrEmpty", "TryGetValue", "SaveChangesAsync", "Describe", "Dispose"];
    private static readonly string[] Mentioned = ["EnsureDeleted", "ExecuteDeleteAsync", "ExecuteNonQuery", "Delete"];

    private readonly CatalogIndex _index = CatalogIndex.BuiltIn;

    /// <summary>Twelve names that no entry has.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = 12)]
    public int Reject() => Count(Rejected);

    /// <summary>Four names that entries have.</summary>
    [Benchmark(OperationsPerInvoke = 4)]
    public int Mention() => Count(Mentioned);

    private int Count(string[] names)
    {
        var count = 0;
        foreach (var name in names)
        {
            if (_index.Mentions(name)) count++;
        }

        return count;
    }
}
