namespace AgentGuard;

/// <summary>
/// A guard did not hold, so the destructive operation was not started. Derives from <see cref="Exception"/> itself, so that no handler
/// for an ordinary failure takes it for one.
/// </summary>
public sealed class DestructiveOperationBlockedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="operation">What was about to happen.</param>
    /// <param name="target">What it would have hit, or <see langword="null"/> if that is not known.</param>
    /// <param name="callSite">Where it stands: member, file and line.</param>
    /// <param name="guard">The guard that did not hold.</param>
    /// <param name="reason">Why it did not hold, and what would make it hold.</param>
    /// <param name="innerException">What a provider threw, if it did.</param>
    public DestructiveOperationBlockedException(
        string operation, string? target, string callSite, BlockingGuard guard, string reason, Exception? innerException = null)
        : base(Describe(operation, target, callSite, guard, reason), innerException)
    {
        Operation = operation;
        Target = target;
        CallSite = callSite;
        Guard = guard;
        Reason = reason;
    }

    /// <summary>What was about to happen.</summary>
    public string Operation { get; }

    /// <summary>What it would have hit, or <see langword="null"/> if that is not known.</summary>
    public string? Target { get; }

    /// <summary>Where it stands: member, file and line.</summary>
    public string CallSite { get; }

    /// <summary>The guard that did not hold.</summary>
    public BlockingGuard Guard { get; }

    /// <summary>Why it did not hold, and what would make it hold.</summary>
    public string Reason { get; }

    private static string Describe(string operation, string? target, string callSite, BlockingGuard guard, string reason)
    {
        var on = target is null ? "" : $" on '{target}'";
        return $"Blocked: {operation}{on} in {callSite}. The {guard.ToString().ToLowerInvariant()} guard does not hold: {reason}";
    }
}
