using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>
/// What the same code has made before, by a text of its own on the same connection: a table that <c>CREATE TABLE</c> made a few lines earlier
/// is nobody's loss when it goes. The earlier statement must lie on every path to the later one, so that its failure ends both.
/// </summary>
internal sealed class EarlierTexts(AnalysisServices services, TextChannels texts)
{
    private const int MaxStatements = 64;

    /// <summary>Whether what a text destroys was made by the texts that ran before it.</summary>
    public bool Made(IOperation call, ExecutedText text, TextFinding finding)
    {
        if (finding.Kind is not (DestructiveKind.Table or DestructiveKind.Rows or DestructiveKind.Column or DestructiveKind.Schema or DestructiveKind.Database) || ConnectionOf(call) is not { } connection) return false;
        var now = Named(call) ?? text.Text.Text;
        var before = string.Concat(Before(call, connection).Reverse().Select(earlier => earlier + "\n;\n"));
        if (before.Length == 0 && now == text.Text.Text) return false;
        return !SqlScanner.Scan(before + now).Any(known => known.Effect == TextEffect.Destroys && known.Start >= before.Length && known.Verb == finding.Verb);
    }

    // An interpolated text with names for the variables in it: what `{table}` stands for is not known, but it is the same each time.
    private string? Named(IOperation call)
    {
        var written = SourceOf(call) is { } source ? Variables.Unwrap(source) : null;
        if (written is not IInterpolatedStringOperation { Parts: var parts }) return null;
        return string.Concat(parts.Select(part => part switch
        {
            IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } } => text,
            IInterpolationOperation { Expression: var hole } when Variables.Of(hole) is { } variable && IsSetOnce(variable, hole) => $"ag_{variable.Name}",
            _ => FoldedText.Hole.ToString(),
        }));
    }

    private bool IsSetOnce(ISymbol variable, IOperation use) => services.AssignmentsAround(use).All(variable).Count <= 1;

    private IOperation? SourceOf(IOperation call) => OperationFinder.MemberOf(call) is { } member
        ? services.Catalog.Match(member).Where(entry => entry is { Effect: CatalogEffect.Runs, Channel: TextChannel.Sql, Sources: [{ Properties.IsEmpty: true }] }).Select(entry => ValueSources.RootOf(call, entry.Sources[0].Root)).FirstOrDefault()
        : null;

    // The texts of the statements before the call in the blocks around it, the nearest first.
    private IEnumerable<string> Before(IOperation call, (ISymbol, SyntaxNode?) connection) => StatementsBefore(call.Syntax)
        .Take(MaxStatements)
        .SelectMany(statement => CallsIn(statement).Reverse())
        .Select(earlier => TextOf(earlier, connection))
        .OfType<string>();

    private static IEnumerable<StatementSyntax> StatementsBefore(SyntaxNode node)
    {
        var function = node.Ancestors().FirstOrDefault(static around => around is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        foreach (var statement in node.AncestorsAndSelf().TakeWhile(around => around != function).OfType<StatementSyntax>())
        {
            if (statement.Parent is not BlockSyntax block) continue;
            for (var i = block.Statements.IndexOf(statement) - 1; i >= 0; i--) yield return block.Statements[i];
        }
    }

    // The calls that are certainly made when the statement has run.
    private static IEnumerable<InvocationExpressionSyntax> CallsIn(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax or LocalDeclarationStatementSyntax => statement
            .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchExpressionSyntax))
            .OfType<InvocationExpressionSyntax>(),
        BlockSyntax block => block.Statements.SelectMany(CallsIn),
        UsingStatementSyntax { Statement: var inner } => CallsIn(inner),
        _ => [],
    };

    private string? TextOf(InvocationExpressionSyntax earlier, (ISymbol Variable, SyntaxNode? Assigned) connection)
    {
        if (CallSyntax.CalledName(earlier) is not { } name || !services.Catalog.Index.Mentions(name)) return null;
        if (services.ModelFor(earlier.SyntaxTree).GetOperation(earlier) is not IInvocationOperation call || ConnectionOf(call) is not var (variable, assigned)) return null;
        if (assigned != connection.Assigned || !SymbolEqualityComparer.Default.Equals(variable, connection.Variable)) return null;
        var entry = services.Catalog.Match(call.TargetMethod).FirstOrDefault(entry => entry is { Effect: CatalogEffect.Runs, Channel: TextChannel.Sql });
        if (entry is null || texts.Read(entry, call) is not [{ Text.Text: var folded }]) return null;
        var text = Named(call) ?? folded;
        return text.IndexOf("CREATE", StringComparison.OrdinalIgnoreCase) >= 0 ? text : null;
    }

    // The variable that the call goes to in the end, and where it got its value: of a command, the connection that made it.
    private (ISymbol Variable, SyntaxNode? Assigned)? ConnectionOf(IOperation call) =>
        ValueSources.RootOf(call, ValuePath.Receiver) is { } receiver ? ConnectionIn(receiver, call.Syntax, 0) : null;

    private (ISymbol Variable, SyntaxNode? Assigned)? ConnectionIn(IOperation holder, SyntaxNode use, int depth)
    {
        if (depth > 4 || Variables.Of(holder) is not { } variable) return null;
        return services.AssignmentsAround(holder).Reaching(variable, "", use).ToList() switch
        {
            [] => (variable, null),
            [{ Value: { } value, Syntax: var assigned }] => MakerOf(Variables.Unwrap(value)) is { } maker ? ConnectionIn(maker, assigned, depth + 1) : (variable, assigned),
            _ => null,
        };
    }

    private static IOperation? MakerOf(IOperation value) => value switch
    {
        IInvocationOperation { TargetMethod.Name: "CreateCommand" } => ValueSources.RootOf(value, ValuePath.Receiver),
        IObjectCreationOperation { Arguments: var arguments } => arguments.FirstOrDefault(argument => argument.Parameter?.Name == "connection")?.Value,
        _ => null,
    };
}
