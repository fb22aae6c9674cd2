namespace AgentGuard.Text;

/// <summary>Finds destructive Redis commands, given as one text with spaces between words.</summary>
internal static class RedisScanner
{
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
        ("SCRIPT", "FLUSH", DestructiveKind.Infrastructure),
        ("ACL", "DELUSER", DestructiveKind.Identity),
    ];

    /// <summary>The destructive command in a text; at most one.</summary>
    public static IReadOnlyList<TextFinding> Scan(string text)
    {
        var words = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        foreach (var (command, subcommand, kind) in Commands)
        {
            if (!Is(words[0], command) || (subcommand is not null && (words.Length < 2 || !Is(words[1], subcommand)))) continue;
            var verb = subcommand is null ? command : $"{command} {subcommand}";
            return [new TextFinding(TextEffect.Destroys, kind, verb, null, 0, text.Length)];
        }

        return [];
    }

    private static bool Is(string word, string command) => string.Equals(word, command, StringComparison.OrdinalIgnoreCase);
}
