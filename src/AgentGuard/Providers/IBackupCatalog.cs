namespace AgentGuard;

/// <summary>Knows which backups exist: the ledger, or the backup system itself. One that throws or does not answer in time knows of none.</summary>
public interface IBackupCatalog
{
    /// <summary>The backups of a resource, in any order; names are compared without case.</summary>
    Task<IReadOnlyList<BackupRecord>> FindAsync(string resource, CancellationToken cancellationToken);
}
