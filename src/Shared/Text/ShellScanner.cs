using AgentGuard.Text.Shell;

namespace AgentGuard.Text;

/// <summary>Finds what a command line destroys or backs up, whatever shell it is for. Linear in the length of the text.</summary>
internal static class ShellScanner
{
    /// <summary>Scans a command line as a shell would run it.</summary>
    public static IReadOnlyList<TextFinding> Scan(string commandLine)
    {
        // What comes as a list is for no shell.
        var isWindows = commandLine.IndexOf(FoldedText.Element) < 0 && commandLine.IndexOfAny(['\\', '`', '{', '^']) >= 0;
        var run = new ShellRun(commandLine.Length, isWindows, commandLine.IndexOf('\'') >= 0);
        run.Read(commandLine, ShellDialect.Posix);
        if (isWindows) run.Read(commandLine, ShellDialect.PowerShell);
        if (isWindows) run.Read(commandLine, ShellDialect.PerhapsCmd);
        return run.Findings();
    }

    /// <summary>Scans a program that is started without a shell, with its arguments in one text. Positions count in both, joined by a blank.</summary>
    public static IReadOnlyList<TextFinding> ScanStarted(string program, string arguments)
    {
        // A program that is not known may be any shell, and more than a name is a command line.
        if (program.IndexOf(FoldedText.Hole) >= 0 || ShellWrappers.ProgramName(program).IndexOf(' ') >= 0) return Scan(program + " " + arguments);
        var run = new ShellRun(program.Length + 1 + arguments.Length, false, false);
        run.Start(new ShellWord(program.Trim('"'), 0, program.Length, false), arguments);
        return run.Findings();
    }

    /// <summary>Scans what is typed into the program that a command line starts. Positions count in what is typed.</summary>
    public static IReadOnlyList<TextFinding> ScanInput(string commandLine, string input)
    {
        ShellWord[] typed = [new(input, 0, input.Length, false)];
        var run = new ShellRun(Math.Max(commandLine.Length, input.Length), false, false);
        run.Read(commandLine, ShellDialect.Posix, typed);
        if (commandLine.IndexOf('\\') >= 0) run.Read(commandLine, ShellDialect.PowerShell, typed);

        // What the command line does by itself was found where it was started.
        var alone = Scan(commandLine);
        return run.Findings().Where(finding => !alone.Any(other => (other.Kind, other.Verb, other.Target) == (finding.Kind, finding.Verb, finding.Target))).ToList();
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
