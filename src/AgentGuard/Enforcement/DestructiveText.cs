using System.ComponentModel;
using AgentGuard.Text;

namespace AgentGuard;

/// <summary>What a text is about to destroy. Made by <see cref="GuardedText"/> for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DestructiveText
{
    private const int Shown = 20;

    private DestructiveText(IReadOnlyList<Statement> statements) => Statements = statements;

    internal IReadOnlyList<Statement> Statements { get; }

    /// <summary>The words that destroy, such as <c>DROP TABLE rentals; DROP TABLE cars</c>.</summary>
    public override string ToString()
    {
        var words = string.Join("; ", Statements.Take(Shown).Select(statement => statement.Words));
        return Statements.Count > Shown ? $"{words}; and {Statements.Count - Shown} more" : words;
    }

    /// <summary>The findings that destroy; null if none does.</summary>
    internal static DestructiveText? Of(IReadOnlyList<TextFinding> findings, GuardTarget? outer = null)
    {
        if (findings.Count == 0) return null;
        var statements = findings.Where(finding => finding.Effect == TextEffect.Destroys).Select(finding => new Statement(Words(finding), TargetOf(finding, outer))).ToList();
        return statements.Count == 0 ? null : new(statements);
    }

    /// <summary>A text that may destroy anything, since it cannot be read.</summary>
    internal static DestructiveText Unreadable(string what, GuardTarget? target) => new([new Statement(what, target)]);

    private static string Words(TextFinding finding) => finding.Target is null ? finding.Verb : $"{finding.Verb} {finding.Target}";

    private static GuardTarget? TargetOf(TextFinding finding, GuardTarget? outer) => finding.Kind is DestructiveKind.Directory or DestructiveKind.Files && outer is null
        ? GuardTarget.Path(finding.Target)
        : GuardTarget.Within(outer, finding.Target);

    internal sealed record Statement(string Words, GuardTarget? Target);
}
