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

    /// <summary>The findings that destroy, on a target that is known from elsewhere; null if none does.</summary>
    internal static DestructiveText? Of(IReadOnlyList<TextFinding> findings, GuardTarget? outer = null) => Of(findings, finding => GuardTarget.Within(outer, finding.Target));

    /// <summary>The commands that destroy; null if none does.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="directory">The directory in which they run; empty for that of this process, null if it is not known.</param>
    internal static DestructiveText? OfCommands(IReadOnlyList<TextFinding> findings, string? directory) => Of(findings, finding => GuardTarget.All(
        finding.Operands.Select(operand => IsPath(finding) ? ShellPath.Of(operand, finding.Paths, directory) : GuardTarget.Named(operand))));

    /// <summary>A text that may destroy anything, since it cannot be read.</summary>
    internal static DestructiveText Unreadable(string what, GuardTarget? target) => new([new Statement(what, target)]);

    private static DestructiveText? Of(IReadOnlyList<TextFinding> findings, Func<TextFinding, GuardTarget?> targetOf)
    {
        if (findings.Count == 0) return null;
        var statements = findings.Where(finding => finding.Effect == TextEffect.Destroys).Select(finding => new Statement(Words(finding), targetOf(finding))).ToList();
        return statements.Count == 0 ? null : new(statements);
    }

    private static bool IsPath(TextFinding finding) => finding.Kind is DestructiveKind.Directory or DestructiveKind.Files;

    private static string Words(TextFinding finding)
    {
        var named = finding.Operands.Count > 0 ? finding.Operands : [finding.Target];
        var shown = string.Join(" ", named.Where(name => name is not null).Take(Shown).Prepend(finding.Verb));
        return named.Count > Shown ? $"{shown} and {named.Count - Shown} more" : shown;
    }

    internal sealed record Statement(string Words, GuardTarget? Target);
}
