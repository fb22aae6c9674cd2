using AgentGuard.Text.Shell;

namespace AgentGuard.Text;

/// <summary>Finds what a command line destroys or backs up, whatever shell it is for. Linear in the length of the text.</summary>
internal static class ShellScanner
{
    /// <summary>Scans a command line as a shell would run it.</summary>
    public static IReadOnlyList<TextFinding> Scan(string commandLine)
    {
        var isWindows = commandLine.IndexOfAny(['\\', '`', '{', '^']) >= 0;
        var hasQuotes = commandLine.IndexOf('\'') >= 0;
        var run = new ShellRun(commandLine.Length, isWindows, hasQuotes);
        run.Read(commandLine, ShellDialect.Posix);
        if (isWindows) run.Read(commandLine, ShellDialect.PowerShell);
        if (isWindows || hasQuotes) run.Read(commandLine, ShellDialect.Cmd);
        return run.Findings();
    }

    /// <summary>Scans one program that is started without a shell. Positions count in the program and its arguments, joined by single blanks.</summary>
    public static IReadOnlyList<TextFinding> Scan(string program, IReadOnlyList<string> arguments)
    {
        var words = new List<ShellWord> { new(program, 0, program.Length, true) };
        foreach (var argument in arguments)
        {
            var start = words[words.Count - 1].End + 1;
            // Without a shell nobody expands a wildcard.
            words.Add(new ShellWord(argument, start, start + argument.Length, true));
        }

        var run = new ShellRun(words[words.Count - 1].End, false, false);
        run.Run(new ShellCommand(words, null, []));
        return run.Findings();
    }
}
