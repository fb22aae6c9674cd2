namespace AgentGuard;

/// <summary>What a destructive operation destroys. The impact tier, and with it the guards that are required, follows from the kind.</summary>
#if AGENTGUARD_RUNTIME
public
#else
internal
#endif
enum DestructiveKind
{
    /// <summary>A whole database.</summary>
    Database = 1,

    /// <summary>A database schema with everything in it.</summary>
    Schema,

    /// <summary>A database table.</summary>
    Table,

    /// <summary>A column of a table.</summary>
    Column,

    /// <summary>A document collection.</summary>
    Collection,

    /// <summary>Rows or documents, without a filter that limits them.</summary>
    Rows,

    /// <summary>A storage volume.</summary>
    Volume,

    /// <summary>A disk.</summary>
    Disk,

    /// <summary>An object-storage bucket, or everything in it.</summary>
    Bucket,

    /// <summary>A storage container, or everything in it.</summary>
    Container,

    /// <summary>A network file share.</summary>
    FileShare,

    /// <summary>A search index.</summary>
    SearchIndex,

    /// <summary>A namespace of a cluster.</summary>
    Namespace,

    /// <summary>A cluster.</summary>
    Cluster,

    /// <summary>A deployed stack of resources.</summary>
    Stack,

    /// <summary>A project, resource group, organisation or account.</summary>
    Project,

    /// <summary>A stored secret.</summary>
    Secret,

    /// <summary>An encryption or signing key.</summary>
    Key,

    /// <summary>A message queue.</summary>
    Queue,

    /// <summary>A message topic or stream.</summary>
    Topic,

    /// <summary>A backup, or the schedule that makes backups.</summary>
    Backup,

    /// <summary>A snapshot of a disk, volume or database.</summary>
    Snapshot,

    /// <summary>A machine, instance, service, pod or deployment.</summary>
    Compute,

    /// <summary>A network, subnet, route or firewall rule.</summary>
    Network,

    /// <summary>A DNS zone or record.</summary>
    Dns,

    /// <summary>A user, role, group or grant.</summary>
    Identity,

    /// <summary>All messages that wait in a queue.</summary>
    QueuePurge,

    /// <summary>A replication slot, replica link or subscription.</summary>
    Replication,

    /// <summary>A source repository or its history.</summary>
    Repository,

    /// <summary>Any other infrastructure.</summary>
    Infrastructure,

    /// <summary>A whole cache.</summary>
    Cache,

    /// <summary>A directory with everything below it.</summary>
    Directory,

    /// <summary>Files that a shell command removes.</summary>
    Files,
}
