namespace AgentGuard.Text;

/// <summary>What a statement, command or request inside a text does.</summary>
internal enum TextEffect
{
    /// <summary>It destroys something: <c>DROP TABLE</c>, <c>rm -rf</c>, <c>volumeDelete</c>.</summary>
    Destroys,

    /// <summary>It makes a backup: <c>BACKUP DATABASE</c>, <c>pg_dump</c>.</summary>
    BacksUp,

    /// <summary>It switches a protection off: <c>SET FOREIGN_KEY_CHECKS=0</c>.</summary>
    Weakens,
}

/// <summary>One statement, command or request that a scanner found in a text.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Kind">What it does it to.</param>
/// <param name="Verb">The words that do it, upper case for SQL: <c>DROP TABLE</c>, <c>rm -rf</c>, <c>volumeDelete</c>.</param>
/// <param name="Target">The name of what is hit as written in the text, or null where a hole stands there or none is named.</param>
/// <param name="Start">Offset of the verb in the scanned text, in UTF-16 code units.</param>
/// <param name="Length">Length of the statement from <paramref name="Start"/>.</param>
internal sealed record TextFinding(TextEffect Effect, DestructiveKind Kind, string Verb, string? Target, int Start, int Length)
{
    /// <summary>All that a command names, <see cref="Target"/> among them; null stands for one that is not known. Empty where it is <see cref="Target"/> alone.</summary>
    public IReadOnlyList<string?> Operands { get; init; } = [];

    /// <summary>What messages call the thing that is hit, where the name of its kind does not fit; else null.</summary>
    public string? Called { get; init; }

    /// <summary>What the paths of a command are told by.</summary>
    public PathOrigin Paths { get; init; }
}

/// <summary>Where the paths that a command names begin.</summary>
internal enum PathOrigin
{
    /// <summary>On this machine, in the directory in which the text is run.</summary>
    Here,

    /// <summary>On this machine, in a directory that the text itself has changed to.</summary>
    Moved,

    /// <summary>On another machine, in a container or below another root.</summary>
    Elsewhere,
}

/// <summary>The scanners' view of text that is only partly known at compile time.</summary>
internal static class FoldedText
{
    /// <summary>Stands in a folded text for one run of characters that is not known (a private-use character, so no real text holds it).</summary>
    public const char Hole = '\uE000';

    /// <summary>Stands before and after one element of a list of arguments, whose characters no shell takes apart (a private-use character as well).</summary>
    public const char Element = '\uE001';
}
