namespace AgentGuard.Text;

/// <summary>Finds destructive Redis commands, given as one text with spaces between words.</summary>
internal static class RedisScanner
{
    private const int LongestCommand = 100;

    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    // First word, second word or null for any, what is destroyed.
    private static readonly (string Command, string? Subcommand, DestructiveKind Kind)[] Commands =
    [
        ("FLUSHALL", null, DestructiveKind.Cache),
        ("FLUSHDB", null, DestructiveKind.Cache),
        ("SWAPDB", null, DestructiveKind.Cache),
        ("SHUTDOWN", null, DestructiveKind.Compute),
        ("REPLICAOF", null, DestructiveKind.Replication),
        ("SLAVEOF", null, DestructiveKind.Replication),
        ("CLUSTER", "RESET", DestructiveKind.Cluster),
        ("CLUSTER", "FORGET", DestructiveKind.Cluster),
        ("CLUSTER", "FLUSHSLOTS", DestructiveKind.Cluster),
        ("DEBUG", "SEGFAULT", DestructiveKind.Compute),
        ("FUNCTION", "FLUSH", DestructiveKind.Infrastructure),
        ("SCRIPT", "FLUSH", DestructiveKind.Cache),
        ("ACL", "DELUSER", DestructiveKind.Identity),
    ];

    // A search index is computed again from its documents, unless they go with it.
    private const string DropIndex = "FT.DROPINDEX";
    private const string WithDocuments = "DD";

    // Settings that point persistence elsewhere, or turn it off with this value.
    private static readonly (string Setting, string? Value)[] Persistence = [("dir", null), ("dbfilename", null), ("appendonly", "no"), ("save", "")];

    /// <summary>Whether a text that begins like this can have a finding. Cheap: nearly all commands are reads and writes of keys.</summary>
    public static bool MayDestroy(string command)
    {
        var start = 0;
        while (start < command.Length && Array.IndexOf(Blanks, command[start]) >= 0) start++;
        if (start == command.Length) return true;
        var end = command.IndexOfAny(Blanks, start);
        var length = (end < 0 ? command.Length : end) - start;
        if (length == 4 && string.Compare(command, start, "EVAL", 0, length, StringComparison.OrdinalIgnoreCase) == 0) return true;
        foreach (var known in Commands)
        {
            if (IsWord(known.Command)) return true;
        }

        return IsWord("CONFIG") || IsWord(DropIndex);

        bool IsWord(string known) => known.Length == length && string.Compare(command, start, known, 0, length, StringComparison.OrdinalIgnoreCase) == 0;
    }

    /// <summary>The destructive command in a text; at most one.</summary>
    public static IReadOnlyList<TextFinding> Scan(string text)
    {
        var words = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        if (Is(words[0], "EVAL")) return InScript(text);
        foreach (var (command, subcommand, kind) in Commands)
        {
            if (!Is(words[0], command) || (subcommand is not null && (words.Length < 2 || !Is(words[1], subcommand)))) continue;
            var verb = subcommand is null ? command : $"{command} {subcommand}";
            return [new TextFinding(TextEffect.Destroys, kind, verb, null, 0, text.Length)];
        }

        if (Is(words[0], DropIndex) && words.Skip(2).Any(static word => Is(word, WithDocuments))) return [new TextFinding(TextEffect.Destroys, DestructiveKind.SearchIndex, DropIndex, words[1], 0, text.Length)];
        return Is(words[0], "CONFIG") && StopsPersistence(words) is { } setting ? [new TextFinding(TextEffect.Destroys, DestructiveKind.Backup, "CONFIG SET " + setting, null, 0, text.Length)] : [];
    }

    // Pairs of a setting and its value; an empty value leaves no word at the end of the text.
    private static string? StopsPersistence(string[] words)
    {
        if (words.Length < 3 || !Is(words[1], "SET")) return null;
        for (var i = 2; i < words.Length; i += 2)
        {
            var value = i + 1 < words.Length ? words[i + 1].Trim('"', '\'') : "";
            foreach (var known in Persistence)
            {
                if (Is(words[i], known.Setting) && (known.Value is null || Is(value, known.Value))) return known.Setting;
            }
        }

        return null;
    }

    // redis.call('FLUSHALL') and redis.pcall("script", "flush"): the literals of each call are a command. Every key that KEYS finds goes where DEL takes what was found.
    private static IReadOnlyList<TextFinding> InScript(string script)
    {
        const string Call = "call(";
        var (listed, deleted) = (-1, false);
        for (var at = script.IndexOf(Call, StringComparison.Ordinal); at >= 0; at = script.IndexOf(Call, at + 1, StringComparison.Ordinal))
        {
            if (!IsOfRedis(script, at)) continue;
            var end = script.IndexOf(')', at, Math.Min(script.Length - at, LongestCommand));
            if (end < 0) continue;
            var command = script.Substring(at + Call.Length, end - at - Call.Length).Replace('\'', ' ').Replace('"', ' ').Replace(',', ' ').Trim();
            var words = command.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            if (words is [var lists, "*"] && Is(lists, "KEYS")) listed = at;
            deleted |= words.Length > 0 && (Is(words[0], "DEL") || Is(words[0], "UNLINK"));
            if (command.StartsWith("EVAL", StringComparison.OrdinalIgnoreCase) || Scan(command) is not [var finding]) continue;
            return [finding with { Start = at, Length = Math.Max(1, end - at) }];
        }

        return listed >= 0 && deleted ? [new TextFinding(TextEffect.Destroys, DestructiveKind.Cache, "DEL", "*", listed, Call.Length)] : [];
    }

    private static bool IsOfRedis(string script, int call) =>
        script.LastIndexOf("redis.", call, Math.Min(call + 1, 8), StringComparison.Ordinal) is var start and >= 0 && (start + 6 == call || (start + 7 == call && script[start + 6] == 'p'));

    private static bool Is(string word, string command) => string.Equals(word, command, StringComparison.OrdinalIgnoreCase);
}
