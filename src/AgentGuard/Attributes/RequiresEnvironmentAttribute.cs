namespace AgentGuard;

/// <summary>
/// Every destructive call inside runs only in the named environments. The environment is read when the call is about to happen,
/// and a missing one counts as production.
/// </summary>
/// <param name="environments">The environments that are allowed; none given means <see cref="GuardOptions.AllowedEnvironments"/>.</param>
[AttributeUsage(GuardedMembers.Targets, Inherited = false)]
public sealed class RequiresEnvironmentAttribute(params string[] environments) : Attribute
{
    /// <summary>The environments that are allowed.</summary>
    public IReadOnlyList<string> Environments { get; } = environments;
}
