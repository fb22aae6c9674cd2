namespace AgentGuard.Text.Shell;

/// <summary>Which files are disks.</summary>
internal static class ShellDevices
{
    private const string Folder = "/dev/";

    // What is written to these goes to nobody, to the screen or into memory.
    private static readonly HashSet<string> NoDisks = new("null zero full random stdin stdout stderr tty fd shm".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether <c>dd</c> writes to a disk.</summary>
    public static bool AreWritten(ShellArguments arguments) =>
        Enumerable.Range(0, arguments.Count).Any(i => arguments[i].Text.StartsWith("of=", StringComparison.Ordinal) && IsDisk(arguments[i].Text.Substring(3)));

    /// <summary>Whether a file system or swap space is made in a file: <c>mkswap /swapfile</c>.</summary>
    public static bool IsFileMade(string program, ShellArguments arguments) =>
        program.StartsWith("mk", StringComparison.Ordinal) && arguments.Target(0) is not null && !Enumerable.Range(0, arguments.Count).Any(i => arguments[i].HasHole || arguments[i].Text.IndexOf('$') >= 0 || IsDisk(arguments[i].Text));

    private static bool IsDisk(string path) => path.StartsWith(Folder, StringComparison.Ordinal) && !NoDisks.Contains(path.Substring(Folder.Length).Split('/')[0]);
}
