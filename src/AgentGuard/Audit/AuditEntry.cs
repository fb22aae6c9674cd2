namespace AgentGuard;

/// <summary>What became of an operation.</summary>
internal enum AuditOutcome
{
    /// <summary>All guards held.</summary>
    Allowed,

    /// <summary>A guard did not hold.</summary>
    Refused,

    /// <summary>The caller gave up while a guard was asked.</summary>
    Cancelled,
}

/// <summary>One operation, for the record.</summary>
internal sealed record AuditEntry(
    DateTimeOffset Time,
    AuditOutcome Outcome,
    string Operation,
    IReadOnlyList<string> Target,
    string CallSite,
    BlockingGuard? Guard,
    string? Reason,
    IReadOnlyList<string> Proofs)
{
    /// <summary>All names of the target in one text, without secrets.</summary>
    public string CleanTarget() => Redaction.Clean(string.Join(", ", Target));

    /// <summary>What was proved, or what was missing, without secrets.</summary>
    public string CleanReason() => Redaction.Clean(Reason ?? string.Join("; ", Proofs));
}
