namespace AgentGuard.Text.Http;

/// <summary>What a mutation's name says: <c>volumeDelete</c> deletes a volume, <c>updateTodo</c> and <c>deleteComment</c> are everyday.</summary>
internal static class MutationNames
{
    private static readonly HashSet<string> Verbs = MutationNouns.Set("delete remove destroy drop purge wipe reset truncate terminate erase revoke detach restore deprovision");

    // Verbs that take all there is, whatever the thing is called.
    private static readonly HashSet<string> Sweeping = MutationNouns.Set("purge wipe drop truncate erase destroy");

    // Verbs of data stores, which are said of nothing else.
    private static readonly HashSet<string> OfStores = MutationNouns.Set("drop truncate purge");

    private static readonly HashSet<string> Many = MutationNouns.Set("all many bulk batch everything");

    // Behind these words stands where a thing is, or by what it is found.
    private static readonly HashSet<string> Prepositions = MutationNouns.Set("from to in of by with for on at and");

    private static readonly HashSet<string> Adverbs = MutationNouns.Set("permanently hard force forced now");

    // What is taken out of something else goes on to exist.
    private static readonly HashSet<string> Loosening = MutationNouns.Set("remove detach revoke");

    private static readonly string Hole = FoldedText.Hole.ToString();

    /// <summary>The kind that the field destroys, or null where it is everyday.</summary>
    public static (TextEffect Effect, DestructiveKind Kind)? Judge(GraphQlField field)
    {
        var words = Words(field.Name);
        var arguments = new string(field.Arguments.Where(c => !char.IsWhiteSpace(c)).ToArray());
        if (words.Contains("deployment") && words.Contains("stop")) return (TextEffect.Destroys, DestructiveKind.Compute);
        if (words.Contains("backup") && words.Contains("schedule") && words.Contains("update")) return (TextEffect.Weakens, DestructiveKind.Backup);
        if (Replaces(words, arguments)) return (TextEffect.Destroys, DestructiveKind.Secret);
        if (words.Contains("volume") && words.Contains("update") && HasArgument(arguments, "serviceId", "null")) return (TextEffect.Destroys, DestructiveKind.Volume);
        // The verb stands first or last: deleteProject, bulkDeleteProjects, projectDelete, delete_users, volumeInstanceBackupRestore.
        var core = words.Where(word => !Many.Contains(word)).ToList();
        var isFirst = core.Count > 0 && Verbs.Contains(core[0]);
        if (!isFirst && (core.Count == 0 || !Verbs.Contains(core[core.Count - 1]))) return null;
        var verb = isFirst ? core[0] : core[core.Count - 1];
        if (LimitsRows(field.Name, arguments) || (Loosening.Contains(verb) && words.Contains("from"))) return null;
        var things = ThingsOf(core, isFirst);
        if (verb == "restore") return MutationNouns.KindOf(Restored(things)) is (DestructiveKind.Volume or DestructiveKind.Database or DestructiveKind.Disk) and var restored ? (TextEffect.Destroys, restored) : null;
        if (MutationNouns.KindOf(things, isOfStore: OfStores.Contains(verb)) is { } kind) return (TextEffect.Destroys, kind);
        // A noun that is not known may be any.
        if (things.Count > 0 && things[things.Count - 1] == Hole) return (TextEffect.Destroys, DestructiveKind.Infrastructure);
        return TakesAll(field.Name, arguments, words, things, verb) ? (TextEffect.Destroys, DestructiveKind.Rows) : null;
    }

    // The words that name what the verb is about, without how it is done.
    private static List<string> ThingsOf(List<string> words, bool isFirst)
    {
        var things = words
            .Skip(isFirst ? 1 : 0)
            .Take(words.Count - 1)
            .TakeWhile(word => !Prepositions.Contains(word))
            .Where(word => !Adverbs.Contains(word))
            .ToList();
        // deleteProjectV2 is deleteProject; projectScheduleDelete says when.
        if (things.Count > 1 && IsVersion(things[things.Count - 1])) things.RemoveAt(things.Count - 1);
        if (!isFirst && things.Count > 1 && things[things.Count - 1] == "schedule" && things[things.Count - 2] == "project") things.RemoveAt(things.Count - 1);
        return things;
    }

    private static bool IsVersion(string word) => word.Length > 1 && word[0] == 'v' && word.Skip(1).All(char.IsDigit);

    // What a backup is restored into is overwritten, not the backup.
    private static List<string> Restored(List<string> things) => things.Where(word => MutationNouns.KindOf([word]) is not (DestructiveKind.Backup or DestructiveKind.Snapshot)).ToList();

    // Generated data APIs: a filter, or one row by its primary key.
    private static bool LimitsRows(string name, string arguments) =>
        name.EndsWith("_by_pk", StringComparison.Ordinal) || IsGiven(arguments, "where") || IsGiven(arguments, "filter");

    // delete_users(where: {}) and deleteManyUsers() without a filter, or a verb that knows none.
    private static bool TakesAll(string name, string arguments, List<string> words, List<string> things, string verb)
    {
        if (words.Any(Many.Contains)) return !NamesRows(arguments);
        if (name.StartsWith("delete_", StringComparison.Ordinal)) return HasArgument(arguments, "where", "{}");
        return Sweeping.Contains(verb) && arguments.Length == 0 && things.Count > 0 && (things[things.Count - 1] == "data" || things[things.Count - 1].EndsWith("s", StringComparison.Ordinal));
    }

    // An argument such as userId, ids or variantsIds, a list, or an input object.
    private static bool NamesRows(string arguments) =>
        arguments.IndexOf("id:", StringComparison.OrdinalIgnoreCase) >= 0
        || arguments.IndexOf("ids:", StringComparison.OrdinalIgnoreCase) >= 0
        || Holds(arguments, '[', ']')
        || Holds(arguments, '{', '}');

    private static bool Holds(string arguments, char open, char close)
    {
        for (var i = arguments.IndexOf(open); i >= 0 && i + 1 < arguments.Length; i = arguments.IndexOf(open, i + 1))
        {
            if (arguments[i + 1] != close) return true;
        }

        return false;
    }

    private static bool IsGiven(string arguments, string name) => arguments.IndexOf(name + ":", StringComparison.Ordinal) >= 0 && !HasArgument(arguments, name, "{}");

    private static bool Replaces(List<string> words, string arguments) =>
        words.Contains("variable") && words.Contains("collection") && words.Contains("upsert") && HasArgument(arguments, "replace", "true");

    private static bool HasArgument(string arguments, string name, string value) => arguments.IndexOf(name + ":" + value, StringComparison.Ordinal) >= 0;

    // The words of a camel or snake case name in lower case; a hole is a word of its own.
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            var isBreak = i == name.Length || name[i] is '_' or FoldedText.Hole || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])) || name[i - 1] is '_' or FoldedText.Hole;
            if (!isBreak) continue;
            if (name[start] != '_') words.Add(name.Substring(start, i - start).ToLowerInvariant());
            start = i;
        }

        return words;
    }
}
