namespace AgentGuard.Tests.Guards;

/// <summary>Calls that hit several things: all are checked, and only then is anything recorded.</summary>
public sealed class SeveralTargetsTests : IDisposable
{
    private readonly TestGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Fact]
    public async Task Nothing_is_recorded_as_allowed_when_a_later_statement_is_refused()
    {
        var call = TestGuard.Call().AgainstTarget("dev*");
        var text = GuardedText.Sql(call, "DROP TABLE dev1; DROP TABLE prod1; DROP TABLE dev2")!;
        Assert.Throws<DestructiveOperationBlockedException>(() => Guard.EnforceBy(_guard.Options, call, null, text));
        await Assert.ThrowsAsync<DestructiveOperationBlockedException>(() => Guard.EnforceByAsync(_guard.Options, call, null, text));
        Assert.Equal(["refused", "refused"], _guard.Audit().Select(line => line.GetProperty("outcome").GetString()));
        Assert.All(_guard.Audit(), line => Assert.Equal("Directory.Delete: DROP TABLE prod1", line.GetProperty("operation").GetString()));
    }

    [Fact]
    public async Task Each_statement_is_recorded_when_all_are_allowed()
    {
        var call = TestGuard.Call().AgainstTarget("dev*").Confirmed();
        await Guard.EnforceByAsync(_guard.Options, call, null, GuardedText.Sql(call, "DROP TABLE dev1; DROP TABLE dev2"));
        Assert.Equal(["dev1", "dev2"], _guard.Audit().Select(line => line.GetProperty("target")[0].GetString()));
        Assert.All(_guard.Audit(), line => Assert.Contains("confirmed by a test", line.GetProperty("proofs").ToString()));
    }

    [Fact]
    public void Nobody_is_asked_about_the_first_when_the_second_is_refused_anyway()
    {
        var provider = new Answering(_ => ConfirmationAnswer.Yes("a test"));
        _guard.Options.Confirmation = provider;
        var call = TestGuard.Call().AgainstTarget("dev*").Confirmed();
        Assert.Throws<DestructiveOperationBlockedException>(() => Guard.EnforceBy(_guard.Options, call, null, GuardedText.Sql(call, "DROP TABLE dev1; DROP TABLE prod1")));
        Assert.Empty(provider.Asked);
    }

    [Fact]
    public void A_backup_on_something_else_that_goes_does_not_count()
    {
        var target = GuardTarget.Each(null, ["vol-1", "vol-2"]);
        _guard.Record("vol-1", "vol-2:/backups/1.dump");
        _guard.Record("vol-2", "vol-1:/backups/2.dump");
        Assert.Contains("about to be destroyed", _guard.Refusal(TestGuard.Call().BackedUp(), target)!.Reason);
    }

    [Fact]
    public void A_backup_below_another_directory_of_the_same_command_does_not_count()
    {
        var (a, b) = (System.IO.Directory.CreateDirectory(_guard.InDirectory("a")).FullName, System.IO.Directory.CreateDirectory(_guard.InDirectory("b")).FullName);
        _guard.Record(GuardTarget.Path(a)!.Name, _guard.Backup("b/a.bak"));
        _guard.Record(GuardTarget.Path(b)!.Name, _guard.Backup("a/b.bak"));
        var call = TestGuard.Call().BackedUp();

        // With dots a path below the temporary folder is not taken for a temporary one.
        (a, b) = (a + "/../a", b + "/../b");
        foreach (var command in new[] { $"rm -rf {a} {b}", $"rm -rf {a}; rm -rf {b}" })
        {
            var blocked = Assert.Throws<DestructiveOperationBlockedException>(() => Guard.EnforceBy(_guard.Options, call, null, GuardedText.Shell(call, command)));
            Assert.Contains("about to be destroyed", blocked.Reason);
        }
    }
}
