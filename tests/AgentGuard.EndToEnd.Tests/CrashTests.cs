namespace AgentGuard.EndToEnd.Tests;

/// <summary>Real processes that are killed, run against each other, and run out of space.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly GuardedProcess _program = new GuardedProcess().WithData();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Guards_hold_and_give_way_in_a_process_of_its_own()
    {
        Assert.Equal((3, "Environment"), Blocked(_program.Run("Production", _program.Approval(), "delete", _program.Data)));
        Assert.Equal((3, "Backup"), Blocked(_program.Run("Development", _program.Approval(), "delete", _program.Data)));
        Assert.Equal(0, _program.Run("Development", null, "record", _program.Data, "s3://vault", "1").ExitCode);
        Assert.Equal((3, "Confirmation"), Blocked(_program.Run("Development", null, "delete", _program.Data)));
        Assert.True(Directory.Exists(_program.Data));
        Assert.Equal((0, "deleted\n"), _program.Run("Development", _program.Approval(), "delete", _program.Data));
        Assert.False(Directory.Exists(_program.Data));
    }

    [Fact]
    public async Task Killed_between_the_record_and_the_operation_loses_nothing()
    {
        using (var process = _program.Start("Development", _program.Approval(), "record-and-delete", _program.Data, _program.Backup))
        {
            Assert.Equal("recorded", await process.StandardOutput.ReadLineAsync());
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.True(File.Exists(Path.Combine(_program.Data, "rows")));
        Assert.Equal(_program.Backup, Assert.Single(await Records(_program.Data)).Location);
        Assert.Equal(0, _program.Run("Development", _program.Approval(), "delete", _program.Data).ExitCode);
    }

    [Fact]
    public async Task Several_processes_record_at_once_and_none_is_lost()
    {
        const int Processes = 3, Times = 40;
        var running = Enumerable.Range(0, Processes).Select(number => _program.Start("Development", null, "record", "orders", $"s3://{number}", $"{Times}")).ToList();
        foreach (var process in running) Assert.Equal(0, GuardedProcess.Finish(process).ExitCode);

        var expected = from number in Enumerable.Range(0, Processes) from time in Enumerable.Range(0, Times) select $"s3://{number}/{time}";
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await Records("orders")).Select(record => record.Location).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Killed_while_it_records_leaves_a_ledger_of_whole_records()
    {
        using (var process = _program.Start("Development", null, "record", "orders", "s3://killed", "1000000"))
        {
            while (!File.Exists(_program.Ledger.FilePath) || new FileInfo(_program.Ledger.FilePath).Length < 2000) await Task.Delay(20);
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.Equal(0, _program.Run("Development", null, "record", "orders", "s3://after", "1").ExitCode);
        var records = await Records("orders");
        Assert.Equal("s3://after/0", records[^1].Location);
        Assert.Equal(Enumerable.Range(0, records.Count - 1).Select(number => $"s3://killed/{number}"), records.SkipLast(1).Select(record => record.Location));
    }

    [Fact]
    public async Task A_full_disk_is_no_record()
    {
        // A limit on the size of files stands in for the disk. The runtime's own large mappings are switched off, since they are files too.
        const string Limited = "ulimit -f 4; trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0 DOTNET_EnableDiagnostics=0; exec \"$@\"";
        var (exitCode, output) = GuardedProcess.Finish(_program.StartBy(Limited, "Development", null, "record", "orders", "s3://full", "1000"));
        Assert.True(exitCode == 4, $"{exitCode}: {output}");

        var records = await Records("orders");
        Assert.Equal(File.ReadAllLines(_program.Ledger.FilePath).Length, records.Count);
        Assert.EndsWith("\n", File.ReadAllText(_program.Ledger.FilePath));
        Assert.Equal((3, "Backup"), Blocked(GuardedProcess.Finish(_program.StartBy(Limited, "Development", _program.Approval(), "delete", _program.Data))));
        Assert.True(Directory.Exists(_program.Data));
    }

    [Fact]
    public async Task A_file_system_that_is_full_is_no_record_and_lets_nothing_run()
    {
        // A file system of its own, of 64 KB, that only this shell and its children see. Without the right to mount, one is asked for.
        const string Full = """
            mkdir -p "$AGENTGUARD_HOME"
            if [ "$(id -u)" -eq 0 ]; then alone="unshare --mount"; elif unshare --user --map-root-user --mount true 2>/dev/null; then alone="unshare --user --map-root-user --mount"; else alone="sudo -nE unshare --mount"; fi
            exec $alone bash -c '
                mount -t tmpfs -o size=64k tmpfs "$AGENTGUARD_HOME" || exit 90
                data=$1 copy=$2; shift 2
                "$@" record "$data" s3://vault 1 || exit 91
                "$@" record orders s3://full 5000; echo "ended with $?"
                cp "$AGENTGUARD_HOME/backups.ledger" "$copy"
                exec "$@" delete "$data"' bash "$DATA" "$COPY" "$@"
            """;
        var copy = Path.Combine(_program.Directory, "copy.ledger");
        var (exitCode, output) = GuardedProcess.Finish(_program.StartBy($"export DATA='{_program.Data}' COPY='{copy}'\n{Full}", "Development", _program.Approval()));

        Assert.True(exitCode == 3, $"{exitCode}: {output}");
        Assert.Matches("^recorded\nfailed: .*No space left on device.*\nended with 4\nblocked by Confirmation: .*No space left on device", output);
        Assert.True(Directory.Exists(_program.Data));
        var records = await new BackupLedger(copy).FindAsync("orders", CancellationToken.None);
        Assert.InRange(records.Count, 100, 4999);
        Assert.Equal(File.ReadAllLines(copy).Length, records.Count + 1);
        Assert.EndsWith("\n", File.ReadAllText(copy));
    }

    [Fact]
    public void What_cannot_be_recorded_does_not_run()
    {
        Assert.Equal(0, _program.Run("Development", null, "record", _program.Data, "s3://vault", "1").ExitCode);
        Directory.CreateDirectory(Path.Combine(_program.Directory, "home", "audit.jsonl"));
        Assert.Equal((3, "Audit"), Blocked(_program.Run("Development", _program.Approval(), "delete", _program.Data)));
        Assert.True(Directory.Exists(_program.Data));
    }

    private Task<IReadOnlyList<BackupRecord>> Records(string resource) => _program.Ledger.FindAsync(resource, CancellationToken.None);

    private static (int ExitCode, string Guard) Blocked((int ExitCode, string Output) run) =>
        (run.ExitCode, run.Output.StartsWith("blocked by ", StringComparison.Ordinal) ? run.Output["blocked by ".Length..].Split(':')[0] : run.Output);
}
