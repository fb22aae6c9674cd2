namespace AgentGuard.Text.Shell;

/// <summary>Folders of caches, by their names: what lies there can be made again.</summary>
internal static class ShellCaches
{
    // Where every program has its own: all of them together are everybody's.
    private static readonly HashSet<string> Shared = new("/var/cache ~/.cache $home/.cache ${home}/.cache /root/.cache ~/library/caches /library/caches $home/library/caches".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Roots = ["$XDG_CACHE_HOME", "${XDG_CACHE_HOME}"];

    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Whether a path is one, or lies in one; it may climb nowhere.</summary>
    public static bool Hold(string path)
    {
        path = path.TrimEnd('*').TrimEnd(Separators);
        var folders = path.Split(Separators);
        var first = Array.FindIndex(folders, IsCache);
        if (first < 0) return false;
        return first < folders.Length - 1 || !(Shared.Contains(path) || Array.IndexOf(Roots, path) >= 0 || (folders.Length == 4 && folders[1] is "home" or "Users"));
    }

    // `Cache`, `.cache`, `GPUCache`, `.pytest_cache`
    private static bool IsCache(string folder)
    {
        if (Array.IndexOf(Roots, folder) >= 0) return true;
        // What a variable is called says less.
        if (folder.IndexOfAny(['$', '%']) >= 0) return false;
        var name = folder.EndsWith("s", StringComparison.OrdinalIgnoreCase) ? folder.Substring(0, folder.Length - 1) : folder;
        if (!name.EndsWith("cache", StringComparison.OrdinalIgnoreCase)) return false;
        var before = name.Length - "cache".Length;
        return before == 0 || !char.IsLetter(name[before - 1]) || char.IsUpper(name[before]);
    }
}
