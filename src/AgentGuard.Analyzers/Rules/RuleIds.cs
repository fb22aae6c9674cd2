namespace AgentGuard.Analyzers.Rules;

/// <summary>The ids of all rules.</summary>
internal static class RuleIds
{
    public const string MissingEnvironmentCheck = "AG0001";
    public const string MissingConfirmation = "AG0002";
    public const string MissingBackup = "AG0003";
    public const string UnguardedLocal = "AG0004";
    public const string InvertedEnvironmentCheck = "AG0101";
    public const string UselessGuard = "AG0102";
    public const string BackupFault = "AG0103";
    public const string AnsweredConfirmation = "AG0104";
    public const string UnenforcedAttribute = "AG0105";
    public const string DenyList = "AG0106";
    public const string ErrorRecovery = "AG0201";
    public const string BackupsTogether = "AG0202";
    public const string SafetySwitch = "AG0203";
    public const string BorrowedCredential = "AG0204";
    public const string DestructiveMigration = "AG0205";
    public const string GuessedTarget = "AG0206";
    public const string AgentTool = "AG0207";
    public const string InvalidApproval = "AG0301";
    public const string InvalidConfiguration = "AG0901";
    public const string LoweredRule = "AG0902";
}
