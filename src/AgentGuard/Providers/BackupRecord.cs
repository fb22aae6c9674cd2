namespace AgentGuard;

/// <summary>A backup that completed.</summary>
/// <param name="resource">What it is a backup of: the name of a database, a volume id, the full path of a directory.</param>
/// <param name="location">Where it lies: a path or an address.</param>
/// <param name="completedAt">When it completed.</param>
public sealed class BackupRecord(string resource, string location, DateTimeOffset completedAt)
{
    /// <summary>What it is a backup of.</summary>
    public string Resource { get; } = resource;

    /// <summary>Where it lies.</summary>
    public string Location { get; } = location;

    /// <summary>When it completed.</summary>
    public DateTimeOffset CompletedAt { get; } = completedAt;
}
