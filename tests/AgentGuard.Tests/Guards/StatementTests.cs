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
        Assert.Throws<FileNotFoundException>(() => Guard.RecordBackup("orders", "backups/does-not-exist.dump"));
        Assert.Throws<FileNotFoundException>(() => Guard.RecordBackup("orders", "does-not-exist.dump"));
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

    [Theory]
    [InlineData("s3://vault/orders.dump")]
    [InlineData("vol-2:/backups/orders.dump")]
    [InlineData("backup@vault.example.com:orders.dump")]
    public void RecordBackup_takes_an_address_as_it_is(string address)
    {
        Guard.RecordBackup("orders", address);
        Guard.RequireBackup("orders");
    }

    [Fact]
    public void RecordBackup_keeps_a_path_that_looks_like_a_secret()
    {
        Directory.CreateDirectory(_guard.InDirectory("token=nightly"));
        Guard.RecordBackup("orders", _guard.Backup("token=nightly/orders.dump"));
        Guard.RequireBackup("orders");
        Assert.DoesNotContain("nightly", File.ReadAllText(_guard.Options.AuditFile!));
    }

    [Fact]
    public void RequireBackup_refuses_a_backup_that_lies_in_the_directory_itself()
    {
        var data = Directory.CreateDirectory(_guard.InDirectory("data")).FullName;
        Guard.RecordBackup(data, _guard.Backup("data/inner.bak"));
        Assert.Contains("about to be destroyed", Assert.Throws<DestructiveOperationBlockedException>(() => Guard.RequireBackup(data)).Reason);
        Guard.RecordBackup(data, _guard.Backup("outer.bak"));
        Guard.RequireBackup(data);
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
