namespace AgentGuard.Analyzers.Rules;

/// <summary>The ids of all rules.</summary>
internal static class RuleIds
{
    public const string MissingEnvironmentCheck = "AG0001";
    public const string MissingConfirmation = "AG0002";
    public const string MissingBackup = "AG0003";
    public const string UnguardedLocal = "AG0004";
    public const string UnenforcedAttribute = "AG0105";
    public const string InvalidConfiguration = "AG0901";
}
