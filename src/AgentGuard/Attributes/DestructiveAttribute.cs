namespace AgentGuard;

/// <summary>The method destroys something, so that each call of it needs the guards of that kind, as if it stood in the catalogue.</summary>
/// <param name="kind">What it destroys.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, Inherited = true)]
public sealed class DestructiveAttribute(DestructiveKind kind) : Attribute
{
    /// <summary>What it destroys.</summary>
    public DestructiveKind Kind { get; } = kind;
}
