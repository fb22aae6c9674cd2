namespace AgentGuard;

/// <summary>What became of one operation, without secrets, for a log.</summary>
public sealed class GuardDecision
{
    internal GuardDecision(AuditEntry entry)
    {
        IsAllowed = entry.Outcome == AuditOutcome.Allowed;
        Operation = Redaction.Clean(entry.Operation);
        Target = entry.CleanTarget();
        CallSite = entry.CallSite;
        Reason = entry.CleanReason();
    }

    /// <summary>Whether the operation was let through.</summary>
    public bool IsAllowed { get; }

    /// <summary>What was about to happen.</summary>
    public string Operation { get; }

    /// <summary>All names of what it hits; empty if that is not known.</summary>
    public string Target { get; }

    /// <summary>Where the call stands.</summary>
    public string CallSite { get; }

    /// <summary>What was proved, or what was missing.</summary>
    public string Reason { get; }
}
