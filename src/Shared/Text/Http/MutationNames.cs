namespace AgentGuard.Text.Http;

/// <summary>What a mutation's name says: <c>volumeDelete</c> deletes a volume, <c>updateTodo</c> and <c>deleteComment</c> are everyday.</summary>
internal static class MutationNames
{
    private static readonly HashSet<string> Verbs = Set("delete remove destroy drop purge wipe reset truncate terminate erase revoke detach restore deprovision");

    // Verbs that take all there is, whatever the thing is called.
    private static readonly HashSet<string> Sweeping = Set("purge wipe drop truncate erase destroy");

    private static readonly HashSet<string> Many = Set("all many bulk batch everything");

    // The first line that names a word of the field decides: a volume's backup is a backup.
    private static readonly (DestructiveKind Kind, HashSet<string> Nouns)[] Nouns =
    [
        (DestructiveKind.Backup, Set("backup backups retention")),
        (DestructiveKind.Snapshot, Set("snapshot snapshots")),
        (DestructiveKind.Volume, Set("volume volumes storage")),
        (DestructiveKind.Disk, Set("disk disks")),
        (DestructiveKind.Bucket, Set("bucket buckets")),
        (DestructiveKind.Dns, Set("dns domain domains zone zones hostname")),
        (DestructiveKind.Secret, Set("secret secrets variable variables credential credentials token tokens env")),
        (DestructiveKind.Key, Set("key keys certificate certificates")),
        (DestructiveKind.Replication, Set("replica replicas replication")),
        (DestructiveKind.Schema, Set("schema schemas")),
        (DestructiveKind.Table, Set("table tables")),
        (DestructiveKind.Collection, Set("collection collections dataset datasets")),
        (DestructiveKind.SearchIndex, Set("index indexes indices")),
        (DestructiveKind.Namespace, Set("namespace namespaces")),
        (DestructiveKind.Queue, Set("queue queues")),
        (DestructiveKind.Topic, Set("topic topics stream streams")),
        (DestructiveKind.Network, Set("network networks vpc subnet firewall loadbalancer proxy gateway ingress")),
        (DestructiveKind.Database, Set("database databases db postgres mysql redis branch")),
        (DestructiveKind.Cluster, Set("cluster clusters")),
        (DestructiveKind.Cache, Set("cache caches")),
        (DestructiveKind.Stack, Set("stack stacks infrastructure")),
        (DestructiveKind.Repository, Set("repository repositories repo ref")),
        (DestructiveKind.Project, Set("project projects environment environments organization organisation org workspace account tenant app apps site application")),
        (DestructiveKind.Compute, Set("service services deployment deployments instance instances server servers machine machines droplet function functions worker container pod vm node")),
    ];

    /// <summary>The kind that the field destroys, or null where it is everyday.</summary>
    public static (TextEffect Effect, DestructiveKind Kind)? Judge(GraphQlField field)
    {
        var words = Words(field.Name);
        if (words.Contains("deployment") && words.Contains("stop")) return (TextEffect.Destroys, DestructiveKind.Compute);
        if (words.Contains("backup") && words.Contains("schedule") && words.Contains("update")) return (TextEffect.Weakens, DestructiveKind.Backup);
        if (Replaces(words, field.Arguments)) return (TextEffect.Destroys, DestructiveKind.Secret);
        if (words.Contains("volume") && words.Contains("update") && HasArgument(field.Arguments, "serviceId", "null")) return (TextEffect.Destroys, DestructiveKind.Volume);
        // The verb stands first or last: deleteProject, projectDelete, delete_users, volumeInstanceBackupRestore.
        var verb = words.Count == 0 ? "" : Verbs.Contains(words[0]) ? words[0] : Verbs.Contains(words[words.Count - 1]) ? words[words.Count - 1] : "";
        if (verb.Length == 0) return null;
        var isRestore = verb is "restore";
        foreach (var (kind, nouns) in Nouns)
        {
            if (isRestore && kind is DestructiveKind.Backup or DestructiveKind.Snapshot) continue;
            if (!words.Any(nouns.Contains)) continue;
            if (isRestore && kind is not (DestructiveKind.Volume or DestructiveKind.Database or DestructiveKind.Disk)) return null;
            return (TextEffect.Destroys, kind);
        }

        // A noun that is not known may be any.
        if (field.Name.IndexOf(FoldedText.Hole) >= 0) return (TextEffect.Destroys, DestructiveKind.Infrastructure);
        return !isRestore && TakesAll(field, words, verb) ? (TextEffect.Destroys, DestructiveKind.Rows) : null;
    }

    // delete_users(where: {}) and deleteManyUsers() without a filter, or a verb that knows none.
    private static bool TakesAll(GraphQlField field, List<string> words, string verb)
    {
        var isFiltered = field.Arguments.IndexOf('{') >= 0 && !HasArgument(field.Arguments, "where", "{}") && !HasArgument(field.Arguments, "filter", "{}");
        if (words.Any(Many.Contains)) return !isFiltered;
        if (field.Name.StartsWith("delete_", StringComparison.Ordinal)) return HasArgument(field.Arguments, "where", "{}");
        return Sweeping.Contains(verb) && field.Arguments.Trim().Length == 0;
    }

    private static bool Replaces(List<string> words, string arguments) =>
        words.Contains("variable") && words.Contains("collection") && words.Contains("upsert") && HasArgument(arguments, "replace", "true");

    private static bool HasArgument(string arguments, string name, string value)
    {
        var compact = new string(arguments.Where(c => !char.IsWhiteSpace(c)).ToArray());
        return compact.IndexOf(name + ":" + value, StringComparison.Ordinal) >= 0;
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            var isBreak = i == name.Length || name[i] is '_' or FoldedText.Hole || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])) || name[i - 1] is '_' or FoldedText.Hole;
            if (!isBreak) continue;
            if (i > start && name[start] is not ('_' or FoldedText.Hole)) words.Add(name.Substring(start, i - start).ToLowerInvariant());
            start = i;
        }

        return words;
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
