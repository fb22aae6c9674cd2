namespace AgentGuard.Text.Sql;

/// <summary>What can stand after DROP, and what is lost with it.</summary>
/// <param name="Words">The words that name the kind of object.</param>
/// <param name="Kind">What is destroyed; null where nothing is lost that cannot be written again.</param>
internal sealed record SqlObjects(string[] Words, DestructiveKind? Kind)
{
    // Longer names first: DROP DATABASE LINK drops no database.
    private static readonly SqlObjects[] All =
    [
        .. Of(DestructiveKind.Database, "PLUGGABLE DATABASE", "DATABASE", "KEYSPACE", "CATALOG", "UNDO TABLESPACE", "TABLESPACE", "DATASTORE"),
        .. Of(DestructiveKind.Schema, "SCHEMA", "OWNED", "DATASET"),
        .. Of(
            DestructiveKind.Table, "EXTERNAL TABLE", "FOREIGN TABLE", "ICEBERG TABLE", "HYBRID TABLE", "EVENT TABLE", "VIRTUAL TABLE", "TABLE", "TABLES",
            "COLUMNFAMILY", "MEASUREMENT"),
        .. Of(DestructiveKind.Collection, "COLLECTION"),
        .. Of(DestructiveKind.Rows, "SERIES"),
        .. Of(DestructiveKind.Bucket, "BUCKET"),
        .. Of(DestructiveKind.Snapshot, "SNAPSHOT TABLE", "SNAPSHOT", "RESTORE POINT"),
        .. Of(DestructiveKind.Backup, "RETENTION POLICY"),
        .. Of(DestructiveKind.Disk, "DISKGROUP"),
        .. Of(
            DestructiveKind.Identity, "USER", "ROLE", "LOGIN", "GROUP", "SERVER ROLE", "APPLICATION ROLE", "DATABASE ROLE", "PROFILE", "ACCOUNT"),
        .. Of(
            DestructiveKind.Key, "CERTIFICATE", "SYMMETRIC KEY", "ASYMMETRIC KEY", "MASTER KEY", "COLUMN ENCRYPTION KEY", "COLUMN MASTER KEY",
            "DATABASE ENCRYPTION KEY"),
        .. Of(DestructiveKind.Secret, "CREDENTIAL", "DATABASE SCOPED CREDENTIAL", "SECRET"),
        .. Of(DestructiveKind.Replication, "SUBSCRIPTION", "PUBLICATION", "AVAILABILITY GROUP"),
        .. Of(DestructiveKind.Compute, "WAREHOUSE", "COMPUTE POOL"),
        .. Of(DestructiveKind.Queue, "QUEUE"),
        .. Of(
            null, "DATABASE LINK", "PUBLIC DATABASE LINK", "DATABASE AUDIT SPECIFICATION", "DATABASE TRIGGER", "DATABASE MAPPING", "TABLE FUNCTION",
            "USER MAPPING", "SCHEMA BINDING", "EXTERNAL SCHEMA", "USER DEFINED", "TABLE MAPPING", "SNAPSHOT POLICY"),
    ];

    private static readonly Dictionary<string, SqlObjects[]> ByFirstWord = All
        .GroupBy(entry => entry.Words[0], StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => group.OrderByDescending(entry => entry.Words.Length).ToArray(),
            StringComparer.OrdinalIgnoreCase);

    public bool IsSilent => Kind is null;

    /// <summary>The object kind that is named here, or null.</summary>
    public static SqlObjects? At(SqlTokens tokens, int index)
    {
        if (!tokens.IsWord(index) || !ByFirstWord.TryGetValue(tokens.Upper(index), out var candidates)) return null;
        foreach (var candidate in candidates)
        {
            if (tokens.Are(index, candidate.Words)) return candidate;
        }

        return null;
    }

    private static IEnumerable<SqlObjects> Of(DestructiveKind? kind, params string[] names) =>
        names.Select(name => new SqlObjects(name.Split(' '), kind));
}
