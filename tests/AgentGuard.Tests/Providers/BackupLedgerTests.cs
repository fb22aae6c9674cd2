namespace AgentGuard.Tests.Providers;

public sealed class BackupLedgerTests : IDisposable
{
    private readonly TestGuard _guard = new();

    private BackupLedger Ledger => _guard.Options.Ledger;

    public void Dispose() => _guard.Dispose();

    [Theory]
    [InlineData("orders", "s3://backups/orders.dump")]
    [InlineData("with space", "/a b/c%20d")]
    [InlineData("line\nfeed \t", "umlaut-äöü-\U0001F697")]
    public async Task What_is_recorded_is_found(string resource, string location)
    {
        Ledger.Record(new BackupRecord("other", "elsewhere", _guard.Now));
        Ledger.Record(new BackupRecord(resource, location, _guard.Now));
        var record = Assert.Single(await Find(resource));
        Assert.Equal((resource, location, _guard.Now), (record.Resource, record.Location, record.CompletedAt));
    }

    [Fact]
    public async Task Without_a_file_there_are_no_backups() => Assert.Empty(await Find("orders"));

    [Fact]
    public async Task A_line_cut_anywhere_is_no_record_and_swallows_no_other()
    {
        Ledger.Record(new BackupRecord("orders", "s3://one", _guard.Now));
        var whole = File.ReadAllBytes(Ledger.FilePath);
        for (var length = 0; length < whole.Length - 1; length++)
        {
            File.WriteAllBytes(Ledger.FilePath, whole[..length]);
            Assert.Empty(await Find("orders"));
            Ledger.Record(new BackupRecord("orders", "s3://two", _guard.Now));
            Assert.Equal("s3://two", Assert.Single(await Find("orders")).Location);
        }
    }

    [Fact]
    public async Task Many_writers_lose_nothing()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), (number, _) =>
        {
            Ledger.Record(new BackupRecord("orders", $"s3://{number}", _guard.Now));
            return ValueTask.CompletedTask;
        });
        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"s3://{number}").Order(), (await Find("orders")).Select(record => record.Location).Order());
    }

    [Fact]
    public void A_ledger_that_cannot_be_written_says_so()
    {
        File.WriteAllText(_guard.InDirectory("file"), "");
        Assert.ThrowsAny<IOException>(() => new BackupLedger(_guard.InDirectory("file/ledger")).Record(new BackupRecord("orders", "s3://one", _guard.Now)));
    }

    private Task<IReadOnlyList<BackupRecord>> Find(string resource) => Ledger.FindAsync(resource, CancellationToken.None);
}
