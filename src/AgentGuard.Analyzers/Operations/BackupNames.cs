using System.Collections.Immutable;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Tells from a name or path that it stands for a backup.</summary>
internal static class BackupNames
{
    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create("backup", "backups", "snapshot", "snapshots", "dump", "dumps", "bak", "restore", "pitr");
    private static readonly string[] Extensions = [".bak", ".dump", ".dmp", ".bacpac", ".sql.gz", ".rdb", ".backup"];

    /// <summary>Whether a name says so.</summary>
    public static bool Suggests(string? name) =>
        name is not null && (Extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) || SaysBackup(NameParts.Of(name)));

    // The snapshot of a model is source that Entity Framework generates beside its migrations.
    private static bool SaysBackup(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Words.Contains(words[i]) && !(words[i] == "snapshot" && i > 0 && words[i - 1] == "model")) return true;
        }

        return false;
    }
}
