namespace AgentGuard.Tests.Guards;

/// <summary>The statements of <see cref="Guard"/> work on the options of the process, so these tests run one after the other.</summary>
[Collection(nameof(StatementTests))]
public sealed class StatementTests : IDisposable
{
    private readonly TestGuard _guard = new();
    private readonly GuardOptions _before = Guard.Options.Copy();

    public StatementTests() => Configure(options => options.EnvironmentName = "Development");

    public void Dispose()
    {
        Guard.Configure(options => Copy(_before, options));
        _guard.Dispose();
    }

    [Fact]
    public void RequireEnvironment()
    {
        Guard.RequireEnvironment("Development");
        Assert.Equal(BlockingGuard.Environment, Assert.Throws<DestructiveOperationBlockedException>(() => Guard.RequireEnvironment("Staging")).Guard);
    }

    [Fact]
    public void RequireTarget()
    {
        Guard.RequireTarget(GuardTarget.Server("localhost:5432"), "localhost");
        Assert.Throws<DestructiveOperationBlockedException>(() => Guard.RequireTarget(GuardTarget.Server("db1"), "localhost"));
        Assert.Throws<DestructiveOperationBlockedException>(() => Guard.RequireTarget(null, "*"));
    }

    [Fact]
    public async Task RequireConfirmation()
    {
        Guard.RequireConfirmation("orders");
        await Guard.RequireConfirmationAsync("orders");
        Configure(options => options.Confirmation = new Answering(_ => ConfirmationAnswer.No("no")));
        var blocked = Assert.Throws<DestructiveOperationBlockedException>(() => Guard.RequireConfirmation("orders"));
        Assert.Equal(("orders", BlockingGuard.Confirmation), (blocked.Target, blocked.Guard));
        Assert.Matches(@"^RequireConfirmation \(StatementTests.cs:\d+\)$", blocked.CallSite);
        await Assert.ThrowsAsync<DestructiveOperationBlockedException>(() => Guard.RequireConfirmationAsync("orders"));
    }

    [Fact]
    public async Task RequireBackup()
    {
        Assert.Throws<DestructiveOperationBlockedException>(() => Guard.RequireBackup("orders"));
        Guard.RecordBackup("orders", _guard.Backup());
        Guard.RequireBackup("orders", TimeSpan.FromMinutes(1));
        await Guard.RequireBackupAsync("orders");
        await Assert.ThrowsAsync<DestructiveOperationBlockedException>(() => Guard.RequireBackupAsync("invoices"));
    }

    [Fact]
    public void RecordBackup_refuses_what_is_no_backup()
    {
        File.WriteAllText(_guard.InDirectory("empty"), "");
        Assert.Throws<FileNotFoundException>(() => Guard.RecordBackup("orders", _guard.InDirectory("nothing")));
        Assert.Throws<FileNotFoundException>(() => Guard.RecordBackup("orders", _guard.InDirectory("empty")));
        Assert.Throws<ArgumentException>(() => Guard.RecordBackup(" ", "s3://one"));
        Assert.Throws<ArgumentException>(() => Guard.RecordBackup("orders", ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => Guard.RecordBackup("orders", "s3://one", _guard.Now.AddMinutes(1)));
        Assert.False(File.Exists(_guard.Options.Ledger.FilePath));
    }

    [Fact]
    public void RecordBackup_of_a_file_counts_for_its_full_path()
    {
        var data = _guard.InDirectory("rentals.db");
        File.WriteAllText(data, "data");
        Guard.RecordBackup(Path.GetRelativePath(Environment.CurrentDirectory, data), _guard.Backup());
        Assert.Null(_guard.Refusal(TestGuard.Call().BackedUp(), GuardTarget.Path(data)));
    }

    [Fact]
    public void RecordBackup_writes_no_secret()
    {
        Guard.RecordBackup("orders", "ftp://me:hunter2@backups/orders.dump");
        Assert.DoesNotContain("hunter2", File.ReadAllText(_guard.Options.Ledger.FilePath));
    }

    private void Configure(Action<GuardOptions> change) => Guard.Configure(options =>
    {
        Copy(_guard.Options, options);
        change(options);
    });

    private static void Copy(GuardOptions from, GuardOptions to)
    {
        to.EnvironmentName = from.EnvironmentName;
        to.Confirmation = from.Confirmation;
        to.Ledger = from.Ledger;
        to.AuditFile = from.AuditFile;
        to.Clock = from.Clock;
    }
}
