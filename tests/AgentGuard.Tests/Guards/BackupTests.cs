namespace AgentGuard.Tests.Guards;

public sealed class BackupTests : IDisposable
{
    private readonly TestGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Fact]
    public void None_known_is_refused()
    {
        var refusal = _guard.Refusal(TestGuard.Call().BackedUp("orders"))!;
        Assert.Equal(BlockingGuard.Backup, refusal.Guard);
        Assert.Contains("no backup of 'orders' is known", refusal.Reason);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public void One_that_is_too_old_is_refused(int minutes, bool runs)
    {
        _guard.Record("orders", _guard.Backup(), TimeSpan.FromMinutes(minutes));
        var refusal = _guard.Refusal(TestGuard.Call().BackedUp("Orders", 60));
        Assert.Equal(runs, refusal is null);
        if (!runs) Assert.Equal("the newest backup of 'orders' is 61 minutes old, allowed are 60 minutes.", refusal!.Reason);
    }

    [Fact]
    public void One_in_the_directory_that_goes_is_refused_and_one_beside_it_is_not()
    {
        var data = Directory.CreateDirectory(_guard.InDirectory("data")).FullName;
        var target = GuardTarget.Path(data);
        _guard.Record(target!.Name, _guard.Backup("data/inner.bak"));
        Assert.Contains("the place that is about to be destroyed", _guard.Refusal(TestGuard.Call().BackedUp(), target)!.Reason);

        _guard.Record(target.Name, _guard.Backup("database.bak"));
        Assert.Null(_guard.Refusal(TestGuard.Call().BackedUp(), target));
    }

    [Theory]
    [InlineData("vol-1", "vol-1:/backups/1.dump", false)]
    [InlineData("vol-1", "volume://vol-1/backups/1.dump", false)]
    [InlineData("vol-1", "s3://backups/vol-1.dump", true)]
    public void One_on_the_volume_that_goes_is_refused(string volume, string location, bool runs)
    {
        _guard.Record(volume, location);
        Assert.Equal(runs, _guard.Refusal(TestGuard.Call().BackedUp(), GuardTarget.Named(volume)) is null);
    }

    [Fact]
    public void One_on_the_server_that_goes_is_refused()
    {
        _guard.Record("orders", "ssh://db1/var/backups/orders.dump");
        Assert.NotNull(_guard.Refusal(TestGuard.Call().BackedUp("orders"), GuardTarget.OnServer("db1:5432", "orders")));
        Assert.Null(_guard.Refusal(TestGuard.Call().BackedUp("orders"), GuardTarget.OnServer("db2:5432", "orders")));
    }

    [Fact]
    public void One_that_has_been_deleted_since_is_refused()
    {
        var file = _guard.Backup();
        _guard.Record("orders", file);
        File.Delete(file);
        Assert.Contains("no longer at", _guard.Refusal(TestGuard.Call().BackedUp("orders"))!.Reason);
    }

    [Fact]
    public void A_clock_that_was_set_back_makes_no_backup_young()
    {
        _guard.Record("orders", _guard.Backup());
        _guard.Now -= TimeSpan.FromDays(3);
        Assert.Contains("in the future", _guard.Refusal(TestGuard.Call().BackedUp("orders"))!.Reason);
    }

    [Fact]
    public void A_backup_of_a_file_does_not_count_for_a_file_of_the_same_name_elsewhere()
    {
        _guard.Record("rentals.db", _guard.Backup());
        Assert.NotNull(_guard.Refusal(TestGuard.Call().BackedUp(), GuardTarget.Path(_guard.InDirectory("rentals.db"))));
    }

    [Fact]
    public void Without_a_name_and_without_a_target_it_is_refused() =>
        Assert.Contains("[RequiresBackup(\"...\")]", _guard.Refusal(TestGuard.Call().BackedUp())!.Reason);

    [Fact]
    public void Each_of_several_things_needs_its_own()
    {
        var target = GuardTarget.Each(null, ["vol-1", "vol-2"]);
        _guard.Record("vol-1", "s3://vault/vol-1");
        Assert.Contains("no backup of 'vol-2' is known", _guard.Refusal(TestGuard.Call().BackedUp(), target)!.Reason);
        _guard.Record("vol-2", "s3://vault/vol-2");
        Assert.Null(_guard.Refusal(TestGuard.Call().BackedUp(), target));
    }

    [Fact]
    public void A_catalog_that_fails_knows_of_none()
    {
        _guard.Options.Backups = new Catalog(_ => throw new InvalidOperationException("offline"));
        Assert.Equal("the backup catalog failed: InvalidOperationException: offline", _guard.Refusal(TestGuard.Call().BackedUp("orders"))!.Reason);
    }

    [Fact]
    public void A_catalog_that_does_not_answer_knows_of_none()
    {
        _guard.Options.Backups = new Catalog(_ => new TaskCompletionSource<IReadOnlyList<BackupRecord>>().Task);
        _guard.Options.BackupTimeout = TimeSpan.FromMilliseconds(20);
        Assert.Equal("the backup catalog did not answer within 0.02 seconds.", _guard.Refusal(TestGuard.Call().BackedUp("orders"))!.Reason);
    }

    [Fact]
    public void A_catalog_that_blocks_the_thread_is_not_waited_for_and_a_late_answer_is_none()
    {
        _guard.Options.Backups = new Catalog(_ =>
        {
            Thread.Sleep(2000);
            return Task.FromResult<IReadOnlyList<BackupRecord>>([new("orders", "s3://vault/orders", _guard.Now)]);
        });
        _guard.Options.BackupTimeout = TimeSpan.FromMilliseconds(50);
        Assert.Equal("the backup catalog did not answer within 0.05 seconds.", _guard.Refusal(TestGuard.Call().BackedUp("orders"))!.Reason);
    }

    private sealed class Catalog(Func<string, Task<IReadOnlyList<BackupRecord>>> find) : IBackupCatalog
    {
        public Task<IReadOnlyList<BackupRecord>> FindAsync(string resource, CancellationToken cancellationToken) => find(resource);
    }
}
