namespace AgentGuard.Text.Shell;

/// <summary>Folders that a build, a test run or a package manager makes anew, by their names.</summary>
internal static class ShellBuildFolders
{
    private static readonly HashSet<string> Names = new("obj bin node_modules bower_components __pycache__ venv .venv .tox .pytest_cache .mypy_cache .next .nuxt .turbo .parcel-cache TestResults _site".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Whether a folder is called so.</summary>
    public static bool IsName(string name) => Names.Contains(name);

    /// <summary>Whether a path lies in one below the current folder. <c>/usr/bin</c> is none, and whose <c>bin</c> it is elsewhere is not known.</summary>
    /// <param name="word">The path.</param>
    /// <param name="isMoved">Whether it is told by another directory or machine.</param>
    public static bool Hold(ShellWord word, bool isMoved)
    {
        var path = word.Text;
        if (word.HasHole || path.Length == 0 || Array.IndexOf(Separators, path[0]) >= 0 || path[0] is '~' or '$' or '%' || path.IndexOf(':') >= 0 || path.IndexOf("..", StringComparison.Ordinal) >= 0) return false;
        return path.Split(Separators).Any(folder => (Names.Contains(folder) || folder == "dist") && !(isMoved && folder.ToLowerInvariant() is "bin" or "dist"));
    }
}
