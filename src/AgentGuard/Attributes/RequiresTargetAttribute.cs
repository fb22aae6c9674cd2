namespace AgentGuard;

/// <summary>
/// Every destructive call inside runs only against a target that fits one of the patterns: the host or database of a connection, the host of a client,
/// the path of a directory. The target is read from the call itself; one that cannot be read is refused.
/// </summary>
/// <param name="patterns">What is allowed; <c>*</c> stands for any characters, <c>?</c> for one.</param>
[AttributeUsage(GuardedMembers.Targets, Inherited = false)]
public sealed class RequiresTargetAttribute(params string[] patterns) : Attribute
{
    /// <summary>What is allowed.</summary>
    public IReadOnlyList<string> Patterns { get; } = patterns;
}
