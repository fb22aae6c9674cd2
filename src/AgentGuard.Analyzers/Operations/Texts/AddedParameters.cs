using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>What is added to a command of PowerShell behind its name, further along the chain or in the statements below: <c>AddCommand("Remove-Item").AddParameter("Recurse")</c>.</summary>
internal sealed class AddedParameters(AnalysisServices services)
{
    private const int MaxStatements = 64;

    /// <summary>The parameters and arguments as they are written in a command line.</summary>
    /// <param name="command">The call that names the command.</param>
    public FoldedString Behind(IOperation command) => Calls(command).SelectMany(Words).Aggregate(FoldedString.Empty, static (sum, word) => sum.Concat(word));

    private IEnumerable<IInvocationOperation> Calls(IOperation command)
    {
        var last = command;
        for (; last.Parent is IInvocationOperation { Instance: { } receiver } next && receiver == last; last = next)
        {
            if (!Adds(next)) yield break;
            yield return next;
        }

        if (HolderOf(command, last) is not { } holder || last.Syntax.FirstAncestorOrSelf<StatementSyntax>() is not { } statement) yield break;
        foreach (var next in StatementsBelow(statement).Take(MaxStatements).SelectMany(ChainsIn).SelectMany(chain => CallsOn(holder, chain)).TakeWhile(Adds)) yield return next;
    }

    private static bool Adds(IInvocationOperation call) => call.TargetMethod.Name is "AddParameter" or "AddArgument" or "AddParameters";

    // The variable that the command belongs to, or that is given what the chain returns.
    private static ISymbol? HolderOf(IOperation command, IOperation last)
    {
        if (last.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } }) return declared;
        while (command is IInvocationOperation { Instance: { } receiver }) command = Variables.Unwrap(receiver);
        return Variables.Of(command);
    }

    private static IEnumerable<StatementSyntax> StatementsBelow(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements.Skip(block.Statements.IndexOf(statement) + 1),
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global => unit.Members.Skip(unit.Members.IndexOf(global) + 1).OfType<GlobalStatementSyntax>().Select(static member => member.Statement),
        _ => [],
    };

    // What an `if` may add counts.
    private static IEnumerable<ExpressionSyntax> ChainsIn(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: var value } } => [value],
        ExpressionStatementSyntax { Expression: var expression } => [expression],
        LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value }] } => [value],
        IfStatementSyntax { Statement: BlockSyntax block } => block.Statements.SelectMany(ChainsIn),
        IfStatementSyntax { Statement: var inner } => ChainsIn(inner),
        _ => [],
    };

    // The calls of a chain that begins at the variable, in the order in which they run.
    private IEnumerable<IInvocationOperation> CallsOn(ISymbol holder, ExpressionSyntax chain)
    {
        var calls = new Stack<IInvocationOperation>();
        var operation = services.ModelFor(chain.SyntaxTree).GetOperation(chain);
        while (operation is not null && Variables.Unwrap(operation) is IInvocationOperation { Instance: { } receiver } call)
        {
            calls.Push(call);
            operation = receiver;
        }

        return SymbolEqualityComparer.Default.Equals(Variables.Of(operation), holder) ? calls : [];
    }

    private IEnumerable<FoldedString> Words(IInvocationOperation call) => (call.TargetMethod.Name, call.Arguments) switch
    {
        ("AddParameter", [{ Value: var name }]) => [Named(name, null)],
        ("AddParameter", [{ Value: var name }, { Value: var value }]) => [Named(name, value)],
        ("AddArgument", [{ Value: var value }]) => [Word(value)],
        ("AddParameters", [{ Value: var table }]) => services.Values.Of(table).SelectMany(static source => JsonMembers.Of(source) ?? []).Where(static member => member.Key is not null).Select(member => Named(member.Key!, member.Value)),
        _ => [],
    };

    // A switch is there or not.
    private FoldedString Named(IOperation name, IOperation? value) => value is { } given && Variables.Unwrap(given).ConstantValue is { HasValue: true, Value: false }
        ? FoldedString.Empty
        : Plain(" -").Concat(Only(name)).Concat(value is null || Variables.Unwrap(value).ConstantValue is { HasValue: true, Value: true } ? FoldedString.Empty : Word(value));

    private FoldedString Word(IOperation value) => Plain(" '").Concat(Only(value)).Concat(Plain("'"));

    private FoldedString Only(IOperation value) => services.Texts.Fold(value) is [var only] ? only : FoldedString.Unknown;

    private static FoldedString Plain(string text) => FoldedString.Empty with { Text = text };
}
