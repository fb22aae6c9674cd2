namespace AgentGuard;

/// <summary>The three proofs that may stand before a destructive operation.</summary>
[Flags]
internal enum GuardKinds
{
    /// <summary>No guard.</summary>
    None = 0,

    /// <summary>The environment is known not to be production.</summary>
    Environment = 1,

    /// <summary>A person said yes.</summary>
    Confirmation = 2,

    /// <summary>A backup completed.</summary>
    Backup = 4,

    /// <summary>All three.</summary>
    All = Environment | Confirmation | Backup,
}
