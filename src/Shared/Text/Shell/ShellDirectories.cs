namespace AgentGuard.Text.Shell;

/// <summary>Commands by which the paths after them mean other places: another directory, another root.</summary>
internal static class ShellDirectories
{
    private static readonly HashSet<string> Changing = new(
        "cd chdir pushd popd set-location push-location pop-location sl source . call su runuser".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> OtherRoots = new("chroot wsl firejail".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Rooted = new("sudo doas env wsl".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a command, or one that wraps it, changes the directory of what runs then. A script that is read into the shell may.</summary>
    public static bool Changes(IReadOnlyList<ShellWord> words, int program)
    {
        var wrapped = false;
        for (var i = 0; i <= program && i < words.Count; i++)
        {
            var text = words[i].Text;
            var name = ShellWrappers.ProgramName(text);
            if (Changing.Contains(name) || IsDrive(text)) return true;
            if (wrapped && i < program && IsDirectoryOption(text)) return true;
            wrapped |= Rooted.Contains(name);
        }

        return false;
    }

    /// <summary>Whether a wrapper gives the program another root.</summary>
    public static bool LeavesRoot(IReadOnlyList<ShellWord> words, int program)
    {
        for (var i = 0; i < program; i++)
        {
            if (OtherRoots.Contains(ShellWrappers.ProgramName(words[i].Text))) return true;
        }

        return false;
    }

    // D: alone goes to another drive.
    private static bool IsDrive(string text) => text.Length == 2 && text[1] == ':' && char.IsLetter(text[0]);

    // env -C, sudo -D and -i (a login begins in the user's own directory), wsl --cd.
    private static bool IsDirectoryOption(string text) =>
        text is "-C" or "-D" or "-R" or "-i" or "--login" or "--cd" || text.StartsWith("--chdir", StringComparison.Ordinal) || text.StartsWith("--chroot", StringComparison.Ordinal)
        || (text.Length > 2 && text[0] == '-' && text[1] is 'C' or 'D');
}
