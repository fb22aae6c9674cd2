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
        if (finding.Kind is not (DestructiveKind.Table or DestructiveKind.Rows or DestructiveKind.Column or DestructiveKind.Schema or DestructiveKind.Database) || ConnectionOf(call, 0) is not { } connection) return false;
        var before = string.Concat(Before(call, connection).Reverse().Select(earlier => earlier + "\n;\n"));
        return before.Length > 0 && !SqlScanner.Scan(before + text.Text.Text).Any(known => known.Effect == TextEffect.Destroys && known.Start == before.Length + finding.Start && known.Verb == finding.Verb);
    }

    // The texts of the statements before the call in the blocks around it, the nearest first.
    private IEnumerable<string> Before(IOperation call, ISymbol connection) => StatementsBefore(call.Syntax)
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

    private string? TextOf(InvocationExpressionSyntax earlier, ISymbol connection)
    {
        if (CallSyntax.CalledName(earlier) is not { } name || !services.Catalog.Index.Mentions(name)) return null;
        if (services.ModelFor(earlier.SyntaxTree).GetOperation(earlier) is not IInvocationOperation call || !SymbolEqualityComparer.Default.Equals(ConnectionOf(call, 0), connection)) return null;
        var entry = services.Catalog.Match(call.TargetMethod).FirstOrDefault(entry => entry is { Effect: CatalogEffect.Runs, Channel: TextChannel.Sql });
        return entry is not null && texts.Read(entry, call) is [{ Text.Text: var text }] && text.IndexOf("CREATE", StringComparison.OrdinalIgnoreCase) >= 0 ? text : null;
    }

    // The variable that the call goes to in the end: of a command, the connection that made it.
    private ISymbol? ConnectionOf(IOperation call, int depth)
    {
        if (depth > 4 || ValueSources.RootOf(call, ValuePath.Receiver) is not { } receiver) return null;
        if (Variables.Of(receiver) is not { } variable) return null;
        if (services.Values.Of(receiver) is not [var source]) return null;
        return source switch
        {
            IInvocationOperation { TargetMethod.Name: "CreateCommand" } made => ConnectionOf(made, depth + 1),
            IObjectCreationOperation { Arguments: var arguments } when arguments.FirstOrDefault(argument => argument.Parameter?.Name == "connection") is { } given => Variables.Of(given.Value),
            _ => variable,
        };
    }
}
