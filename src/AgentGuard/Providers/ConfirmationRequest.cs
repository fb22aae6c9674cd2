namespace AgentGuard;

/// <summary>What somebody is asked to confirm.</summary>
public sealed class ConfirmationRequest
{
    internal ConfirmationRequest(string operation, string target, GuardTarget? details, string callSite, string environment)
    {
        Operation = operation;
        Target = target;
        Details = details;
        CallSite = callSite;
        Environment = environment;
    }

    /// <summary>What is about to happen: <c>Directory.Delete</c>, <c>DROP TABLE rentals</c>.</summary>
    public string Operation { get; }

    /// <summary>The name of what it hits.</summary>
    public string Target { get; }

    /// <summary>The name with the server before it, where the call tells one: <c>dev-db/orders</c>. Things of the same name on two servers differ by it.</summary>
    public string FullTarget => Details is null ? Target : Details.FullName(Target == Details.Name ? null : Target);

    /// <summary>All that the call tells about the target, or <see langword="null"/> if only its name is known.</summary>
    public GuardTarget? Details { get; }

    /// <summary>Where the call stands.</summary>
    public string CallSite { get; }

    /// <summary>The name of the environment.</summary>
    public string Environment { get; }
}
