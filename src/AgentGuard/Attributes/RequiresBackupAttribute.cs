namespace AgentGuard;

/// <summary>
/// Every destructive call inside runs only when a recent backup of the resource is known and lies somewhere else than the target.
/// Backups are known through <see cref="GuardOptions.Backups"/>, by default the ledger that <see cref="Guard.RecordBackup"/> writes.
/// </summary>
/// <param name="name">The name of the resource that must have been backed up; none given means the target of the call.</param>
[AttributeUsage(GuardedMembers.Targets, Inherited = false)]
public sealed class RequiresBackupAttribute(string? name = null) : Attribute
{
    /// <summary>The name of the resource that must have been backed up.</summary>
    public string? Name { get; } = name;

    /// <summary>How old the backup may be, in minutes; 0 means <see cref="GuardOptions.MaxBackupAge"/>.</summary>
    public int MaxAgeMinutes { get; set; }
}
