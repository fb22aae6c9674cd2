namespace AgentGuard.Text.Shell;

/// <summary>What becomes of what a command prints. A dump that is thrown away is none.</summary>
internal static class ShellOutputs
{
    // They print the dump, unless they are told a file.
    private static readonly HashSet<string> Printing = new("pg_dump pg_dumpall mysqldump mariadb-dump mysqlpump".Split(' '), StringComparer.Ordinal);

    private static readonly string[] Files = ["-f", "--file", "-r", "--result-file", "-T", "--tab"];

    // What only passes on what flows into it.
    private static readonly HashSet<string> Passing = new("cat pv gzip pigz bzip2 xz zstd lz4 buffer".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a redirection leads nowhere.</summary>
    public static bool IsNowhere(string file) => file is "/dev/null" or "/dev/zero" or "$null" || file.Equals("nul", StringComparison.OrdinalIgnoreCase);

    /// <summary>Notes that what a command reads is thrown away with what it prints: <c>| cat &gt; /dev/null</c>, <c>| Out-Null</c>.</summary>
    public static void Discard(ShellCommand command)
    {
        for (; command.PipedFrom is { } source && Program(command) is var program && (program == "out-null" || (command.IsDiscarded && Passing.Contains(program))); command = source) source.IsDiscarded = true;
    }

    /// <summary>Whether a program's dump is printed to where nobody finds it.</summary>
    public static bool LosesDump(ShellCommand command, string program, ShellArguments arguments) =>
        command.IsDiscarded && Printing.Contains(program) && !arguments.HasOption(Files);

    private static string Program(ShellCommand command) => ShellWrappers.ProgramName(command.Words[0].Text);
}
