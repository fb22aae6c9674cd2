namespace AgentGuard;

/// <summary>
/// Every destructive call inside runs only after a person has confirmed its target. Who is asked, and how, is <see cref="GuardOptions.Confirmation"/>.
/// </summary>
/// <param name="target">The name to confirm, for calls whose target cannot be read from the call itself.</param>
[AttributeUsage(GuardedMembers.Targets, Inherited = false)]
public sealed class RequiresConfirmationAttribute(string? target = null) : Attribute
{
    /// <summary>The name to confirm where the call does not tell it.</summary>
    public string? Target { get; } = target;
}
