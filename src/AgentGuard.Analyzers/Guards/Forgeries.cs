using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards;

/// <summary>A place where the program itself sets what its guards ask.</summary>
/// <param name="Node">Where.</param>
/// <param name="Guards">The guards that it answers.</param>
/// <param name="Variable">The environment variable that it sets, if it is another than the environment's name.</param>
internal sealed record Forgery(SyntaxNode Node, GuardKinds Guards, string? Variable = null);

/// <summary>The forgeries of one body, its own and those of the helpers that it calls.</summary>
internal sealed class Forgeries(FlowBody body)
{
    private readonly Dictionary<SyntaxNode, Forgery> _found = [];

    /// <summary>Notes a call that sets an environment variable or the options of the run time, or whose body does.</summary>
    public void Note(IInvocationOperation call, Value?[] arguments, HelperSummary? summary, BlockNotes notes)
    {
        var guards = summary?.Forges ?? GuardKinds.None;
        string? variable = null;
        if (call.TargetMethod.Name == "SetEnvironmentVariable")
        {
            variable = Text(arguments.FirstOrDefault());
            if (arguments.Any(argument => IsEnvironment(Text(argument)))) guards |= GuardKinds.Environment;
        }
        else if (call.TargetMethod.Name == "Configure" && DeclaredGuards.OfRuntime(call.TargetMethod) is not null)
        {
            foreach (var assignment in call.Syntax.DescendantNodes().OfType<AssignmentExpressionSyntax>()) guards |= GuardOf(assignment);
        }

        Add(new Forgery(call.Syntax, guards, variable), notes);
    }

    /// <summary>Notes an assignment of the environment's name to a key of the configuration.</summary>
    public void Note(ISimpleAssignmentOperation assignment, Value? key, BlockNotes notes)
    {
        if (IsEnvironment(Text(key))) Add(new Forgery(assignment.Syntax, GuardKinds.Environment), notes);
    }

    /// <summary>The guards that are answered before a node, by its place in the text.</summary>
    public GuardKinds Before(SyntaxNode node) => _found.Values.Where(forgery => forgery.Node.SpanStart < node.SpanStart).Aggregate(GuardKinds.None, (all, forgery) => all | forgery.Guards);

    /// <summary>Whether a variable is set before a node reads it.</summary>
    public bool IsSetBefore(string variable, SyntaxNode node) =>
        _found.Values.Any(forgery => forgery.Node.SpanStart < node.SpanStart && string.Equals(forgery.Variable, variable, StringComparison.OrdinalIgnoreCase));

    private void Add(Forgery forgery, BlockNotes notes)
    {
        if (forgery is { Guards: GuardKinds.None, Variable: null }) return;
        _found[forgery.Node] = forgery;
        if (forgery.Guards != GuardKinds.None) notes.Forgeries.Add(forgery);
    }

    private static string? Text(Value? value) => value is not null && value.IsConstant(out var constant) ? constant as string : null;

    private bool IsEnvironment(string? name) => name is not null && body.Options.EnvironmentVariables.Contains(name, StringComparer.OrdinalIgnoreCase);

    // A name that is written out, not one that the host tells.
    private static GuardKinds GuardOf(AssignmentExpressionSyntax assignment) => (assignment.Left as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText switch
    {
        "EnvironmentName" when assignment.Right is LiteralExpressionSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Environments" } } => GuardKinds.Environment,
        "Confirmation" when AsksNobody(assignment.Right) => GuardKinds.Confirmation,
        "Backups" when AsksNobody(assignment.Right) => GuardKinds.Backup,
        _ => GuardKinds.None,
    };

    // A provider of one's own that is handed nothing has nobody to ask and nowhere to look; setting up the run time's own is what a program must do.
    private static bool AsksNobody(ExpressionSyntax provider) =>
        provider is ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: not ("ApprovalTokenConfirmation" or "TerminalConfirmation" or "BackupLedger") }, ArgumentList: null or { Arguments.Count: 0 } };
}
