using AgentGuard.Benchmarks.Guarded;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace AgentGuard.Benchmarks.Overhead;

/// <summary>A destructive call whose guards hold: what it costs to ask them and to put the answer on record.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class AllowedOverhead
{
    private readonly Cabinet _cabinet = new();
    private string _directory = null!;

    [GlobalSetup]
    public void Prepare() => Prepare(recorded: true);

    [GlobalSetup(Targets = [nameof(EnvironmentUnrecorded)])]
    public void PrepareUnrecorded() => Prepare(recorded: false);

    [GlobalCleanup]
    public void Clean() => Directory.Delete(_directory, recursive: true);

    [Benchmark(Baseline = true), BenchmarkCategory("1 call that does nothing")]
    public void Bare() => BareCalls.Wipe(_cabinet);

    [Benchmark, BenchmarkCategory("1 call that does nothing")]
    public void EnvironmentUnrecorded() => GuardedCalls.WipeInDevelopment(_cabinet);

    [Benchmark, BenchmarkCategory("1 call that does nothing")]
    public void EnvironmentRecorded() => GuardedCalls.WipeInDevelopment(_cabinet);

    [Benchmark, BenchmarkCategory("1 call that does nothing")]
    public void AllGuards() => GuardedCalls.WipeWithAllGuards(_cabinet);

    [Benchmark(Baseline = true), BenchmarkCategory("2 directory made and deleted")]
    public void BareDirectory() => BareCalls.Delete(NewDirectory());

    [Benchmark, BenchmarkCategory("2 directory made and deleted")]
    public void DirectoryInDevelopment() => GuardedCalls.DeleteInDevelopment(NewDirectory());

    [Benchmark, BenchmarkCategory("2 directory made and deleted")]
    public void DirectoryWithAllGuards() => GuardedCalls.DeleteWithAllGuards(NewDirectory());

    private void Prepare(bool recorded)
    {
        _directory = Directory.CreateTempSubdirectory("agentguard-overhead-").FullName;
        Environment.SetEnvironmentVariable("DOTNET_ENVIRONMENT", "Development");
        Guard.Configure(options =>
        {
            options.AuditFile = recorded ? Path.Combine(_directory, "audit.jsonl") : null;
            options.Ledger = new BackupLedger(Path.Combine(_directory, "backups.ledger"));
            options.Confirmation = new Approving();
        });
        Guard.RecordBackup("cabinet", "s3://vault/cabinet");
    }

    private string NewDirectory() => Directory.CreateDirectory(Path.Combine(_directory, "data")).FullName;

    private sealed class Approving : IConfirmationProvider
    {
        public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken cancellationToken) => Task.FromResult(ConfirmationAnswer.Yes("a benchmark"));
    }
}
