using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>The calls of a member that lie on every path to a place in it, so that a failure of theirs ends both, and those on every path from there.</summary>
internal static class EarlierCalls
{
    private const int MaxStatements = 64;

    /// <summary>The calls in the statements before a node in the blocks around it, the nearest first.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Before(SyntaxNode node) => StatementsBefore(node).Take(MaxStatements).SelectMany(static statement => CallsIn(statement).Reverse());

    /// <summary>The calls in the statements that follow a node in its own block, unless something before them leaves.</summary>
    public static IEnumerable<InvocationExpressionSyntax> After(SyntaxNode node) => node.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax block } statement
        ? block.Statements.Skip(block.Statements.IndexOf(statement) + 1).TakeWhile(static later => later is ExpressionStatementSyntax or LocalDeclarationStatementSyntax).Take(MaxStatements).SelectMany(CallsIn)
        : [];

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
}
