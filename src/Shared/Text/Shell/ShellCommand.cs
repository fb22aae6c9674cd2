namespace AgentGuard.Text.Shell;

/// <summary>A word of a command, its quotes taken off.</summary>
/// <param name="Text">What the program gets.</param>
/// <param name="Start">Where it starts in the scanned text.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="IsQuoted">Whether any of it was quoted, so that a wildcard in it is none.</param>
internal sealed record ShellWord(string Text, int Start, int End, bool IsQuoted)
{
    public bool HasHole => Text.IndexOf(FoldedText.Hole) >= 0;

    /// <summary>A word after a dash, or after a slash in Windows' own commands.</summary>
    public bool IsOption => Text.Length > 1 && Text[0] == '-';
}

/// <summary>One program with its arguments, and what flows into it.</summary>
/// <param name="Words">The program and its arguments.</param>
/// <param name="PipedFrom">The command whose output it reads, if any.</param>
/// <param name="Inputs">Texts that are fed to it: here-documents and here-strings.</param>
internal sealed record ShellCommand(IReadOnlyList<ShellWord> Words, ShellCommand? PipedFrom, List<ShellWord> Inputs)
{
    /// <summary>Whether it runs only if the command before it has succeeded: it stands behind <c>&amp;&amp;</c>.</summary>
    public bool NeedsSuccess { get; init; }

    /// <summary>Whether what it prints goes nowhere: <c>&gt; /dev/null</c>.</summary>
    public bool IsDiscarded { get; set; }

    /// <summary>The text that the words were read from; null where they came one by one.</summary>
    public string? Source { get; init; }

    /// <summary>Where <see cref="Source"/> starts in the scanned text.</summary>
    public int SourceStart { get; init; }

    public int Start => Words[0].Start;

    public int End => Math.Max(Words[Words.Count - 1].End, Start + 1);
}

/// <summary>Whose rules a command line is read by.</summary>
internal enum ShellDialect
{
    /// <summary>sh, bash and their kin: a backslash escapes, single quotes quote.</summary>
    Posix,

    /// <summary>A backslash is a backslash, a backtick escapes, single quotes quote.</summary>
    PowerShell,

    /// <summary>A backslash is a backslash, a caret escapes, single quotes are characters.</summary>
    Cmd,

    /// <summary>As <see cref="Cmd"/>, in a text that may as well be for another shell: what stands in single quotes is left alone.</summary>
    PerhapsCmd,

    /// <summary>No shell: a program that is started with its arguments. Nothing is an operator, and only quotes keep words together.</summary>
    None,
}

/// <summary>Whose rules a text is read by, and where it runs.</summary>
/// <param name="Dialect">The shell.</param>
/// <param name="Depth">How many other texts it is wrapped in.</param>
/// <param name="IsElsewhere">Whether that is another machine, a container or another root, whose paths are none of this machine.</param>
internal readonly record struct ShellScope(ShellDialect Dialect, int Depth, bool IsElsewhere)
{
    /// <summary>Whether its files are gone when it ends: a container that is run for one command, with no folder of the machine in it.</summary>
    public bool ForgetsFiles { get; init; }

    /// <summary>The scope of a text that a command hands on to a shell.</summary>
    public ShellScope In(ShellDialect dialect) => this with { Dialect = dialect, Depth = Depth + 1 };
}
