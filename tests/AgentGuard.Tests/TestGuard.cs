using System.Text.Json;

namespace AgentGuard.Tests;

/// <summary>Options of its own, in a directory of its own, at a time that stands still.</summary>
internal sealed class TestGuard : IDisposable
{
    public TestGuard()
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("agentguard-test-").FullName;
        Options = new GuardOptions
        {
            EnvironmentName = "Development",
            AuditFile = InDirectory("audit.jsonl"),
            Ledger = new BackupLedger(InDirectory("backups.ledger")),
            Confirmation = new Answering(_ => ConfirmationAnswer.Yes("a test")),
            Clock = () => Now,
        };
    }

    public string Directory { get; }

    public GuardOptions Options { get; }

    public DateTimeOffset Now { get; set; } = new(2026, 4, 24, 12, 0, 0, TimeSpan.Zero);

    public string InDirectory(string name) => Path.Combine(Directory, name);

    public static GuardedCall Call() => new("Directory.Delete", "Cleanup.Run (Cleanup.cs:12)");

    /// <summary>Runs the guards of a call; returns the refusal, or null if all held.</summary>
    public DestructiveOperationBlockedException? Refusal(GuardedCall call, GuardTarget? target = null)
    {
        try
        {
            Check(call, target).Run();
            return null;
        }
        catch (DestructiveOperationBlockedException blocked)
        {
            return blocked;
        }
    }

    public GuardCheck Check(GuardedCall call, GuardTarget? target = null) => new(Options, call, call.Operation, target);

    /// <summary>A backup file outside the directory that is about to go, with something in it.</summary>
    public string Backup(string name = "data.bak")
    {
        var path = InDirectory(name);
        File.WriteAllText(path, "the data");
        return path;
    }

    public void Record(string resource, string location, TimeSpan age = default) => Options.Ledger.Record(new BackupRecord(resource, location, Now - age));

    public IReadOnlyList<JsonElement> Audit() => [.. File.ReadAllLines(Options.AuditFile!).Select(line => JsonDocument.Parse(line).RootElement)];

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}

/// <summary>A confirmation provider that answers by a function.</summary>
internal sealed class Answering(Func<ConfirmationRequest, ConfirmationAnswer> answer) : IConfirmationProvider
{
    public List<ConfirmationRequest> Asked { get; } = [];

    public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        return Task.FromResult(answer(request));
    }
}
