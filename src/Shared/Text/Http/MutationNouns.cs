namespace AgentGuard.Text.Http;

/// <summary>The things that a mutation may destroy, by the words they are called by.</summary>
internal static class MutationNouns
{
    // Nothing else goes by these names.
    private static readonly Dictionary<string, DestructiveKind> Plain = Read(
        (DestructiveKind.Backup, "backup backups retention"),
        (DestructiveKind.Snapshot, "snapshot snapshots"),
        (DestructiveKind.Volume, "volume volumes storage"),
        (DestructiveKind.Disk, "disk disks"),
        (DestructiveKind.Bucket, "bucket buckets"),
        (DestructiveKind.Dns, "dns domain domains"),
        (DestructiveKind.Secret, "secret secrets env"),
        (DestructiveKind.Key, "certificate certificates"),
        (DestructiveKind.Replication, "replica replicas replication"),
        (DestructiveKind.Schema, "schema schemas"),
        (DestructiveKind.Collection, "dataset datasets"),
        (DestructiveKind.Namespace, "namespace namespaces"),
        (DestructiveKind.Queue, "queue queues"),
        (DestructiveKind.Network, "vpc subnet firewall loadbalancer ingress"),
        (DestructiveKind.Database, "database databases db postgres mysql redis"),
        (DestructiveKind.Cluster, "cluster clusters"),
        (DestructiveKind.Stack, "stack stacks infrastructure"),
        (DestructiveKind.Repository, "repository repositories repo"),
        (DestructiveKind.Project, "project projects environment environments organization organisation org workspace tenant"),
        (DestructiveKind.Compute, "deployment deployments server servers droplet pod vm"));

    // A zone of a shop, a table of a restaurant, an application for a job: these count alone and behind technical words.
    private static readonly Dictionary<string, DestructiveKind> Everyday = Read(
        (DestructiveKind.Dns, "zone zones hostname"),
        (DestructiveKind.Secret, "variable variables credential credentials token tokens"),
        (DestructiveKind.Key, "key keys"),
        (DestructiveKind.Table, "table tables"),
        (DestructiveKind.Collection, "collection collections"),
        (DestructiveKind.SearchIndex, "index indexes indices"),
        (DestructiveKind.Topic, "topic topics stream streams"),
        (DestructiveKind.Network, "network networks proxy gateway balancer"),
        (DestructiveKind.Database, "branch"),
        (DestructiveKind.Cache, "cache caches"),
        (DestructiveKind.Repository, "ref"),
        (DestructiveKind.Project, "app apps site application"),
        (DestructiveKind.Compute, "service services machine machines function functions worker container node instance instances"));

    // Behind a technical word only: a token of one's own is revoked at every logout, shops have collections, and anything in a tree is a node.
    private static readonly HashSet<string> NeverAlone = Set("token tokens node collection collections topic topics stream streams application");

    private static readonly HashSet<string> Technical = Set(
        "api cloud web edge private public hosted managed virtual shared custom search vector message messages event data dead letter kafka load access ssh gpg encryption signing deploy crypto kms " +
        "tcp http master registry docker compute background serverless lambda git preview staging production dev test prod ec2 rds sql nosql ecs eks kubernetes k8s aws azure gcp ci build config cdn ssl tls reverse");

    // What is a part of a thing and stands for it: a domain's record, a key's version, what makes the backups.
    private static readonly Dictionary<string, HashSet<string>> Parts = new(StringComparer.Ordinal)
    {
        ["record"] = Set("dns domain zone"),
        ["records"] = Set("dns domain zone"),
        ["version"] = Set("secret key certificate"),
        ["pair"] = Set("key"),
        ["ring"] = Set("key"),
        ["endpoint"] = Set("network vpc"),
        ["pool"] = Set("node cluster"),
        ["schedule"] = Set("backup backups snapshot snapshots"),
        ["policy"] = Set("backup backups snapshot snapshots retention"),
        ["plan"] = Set("backup"),
        ["vault"] = Set("backup"),
        ["instance"] = Set("volume disk database db postgres mysql redis cluster"),
    };

    /// <summary>The kind of thing that words name, the last of which says what it is; null for everyday things.</summary>
    /// <param name="words">The words in lower case.</param>
    /// <param name="isOfStore">Whether what is done to it is only done in data stores.</param>
    public static DestructiveKind? KindOf(IReadOnlyList<string> words, bool isOfStore = false)
    {
        var last = words.Count - 1;
        if (last > 0 && Parts.TryGetValue(words[last], out var wholes) && wholes.Contains(words[last - 1])) last--;
        if (last < 0) return null;
        var noun = words[last];
        if (Plain.TryGetValue(noun, out var plain)) return plain;
        if (!Everyday.TryGetValue(noun, out var kind)) return null;
        if (last == 0) return last == words.Count - 1 && NeverAlone.Contains(noun) && !isOfStore ? null : kind;
        return words.Take(last).All(IsTechnical) ? kind : null;
    }

    private static bool IsTechnical(string word) => Technical.Contains(word) || Plain.ContainsKey(word) || Everyday.ContainsKey(word);

    internal static HashSet<string> Set(string words) => new(words.Split([' '], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static Dictionary<string, DestructiveKind> Read(params (DestructiveKind Kind, string Words)[] lines) =>
        lines.SelectMany(line => line.Words.Split(' ').Select(word => (word, line.Kind))).ToDictionary(pair => pair.word, pair => pair.Kind, StringComparer.Ordinal);
}
