namespace AgentGuard;

/// <summary>Where a guard attribute may stand. Local functions and lambdas are methods to the compiler.</summary>
internal static class GuardedMembers
{
    public const AttributeTargets Targets =
        AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct;

    public const AttributeTargets Guards = AttributeTargets.Method | AttributeTargets.Property;
}
