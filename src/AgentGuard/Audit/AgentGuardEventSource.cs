using System.Diagnostics.Tracing;

namespace AgentGuard;

/// <summary>The events and counters of the provider <c>AgentGuard</c>: <c>dotnet-trace</c>, <c>dotnet-counters</c>, ETW, EventPipe.</summary>
[EventSource(Name = AuditTrail.SourceName)]
internal sealed class AgentGuardEventSource : EventSource
{
    public static readonly AgentGuardEventSource Log = new();

    private long _allowed;
    private long _refused;

#if NET
    private PollingCounter? _allowedCounter;
    private PollingCounter? _refusedCounter;
#endif

    [NonEvent]
    public void Report(AuditEntry entry)
    {
        switch (entry.Outcome)
        {
            case AuditOutcome.Allowed:
                Interlocked.Increment(ref _allowed);
                if (IsEnabled()) OperationAllowed(Redaction.Clean(entry.Operation), entry.CleanTarget(), entry.CleanReason());
                break;
            default:
                Interlocked.Increment(ref _refused);
                if (IsEnabled()) OperationRefused(Redaction.Clean(entry.Operation), entry.CleanTarget(), entry.CleanReason());
                break;
        }
    }

    [Event(1, Level = EventLevel.Informational, Message = "{0} on {1} was allowed: {2}")]
    public void OperationAllowed(string operation, string target, string proofs) => WriteEvent(1, operation, target, proofs);

    [Event(2, Level = EventLevel.Warning, Message = "{0} on {1} was refused: {2}")]
    public void OperationRefused(string operation, string target, string reason) => WriteEvent(2, operation, target, reason);

#if NET
    protected override void OnEventCommand(EventCommandEventArgs command)
    {
        if (command.Command != EventCommand.Enable) return;
        _allowedCounter ??= new("operations-allowed", this, () => Volatile.Read(ref _allowed)) { DisplayName = "Operations allowed" };
        _refusedCounter ??= new("operations-refused", this, () => Volatile.Read(ref _refused)) { DisplayName = "Operations refused" };
    }

    protected override void Dispose(bool disposing)
    {
        _allowedCounter?.Dispose();
        _refusedCounter?.Dispose();
        base.Dispose(disposing);
    }
#endif
}
