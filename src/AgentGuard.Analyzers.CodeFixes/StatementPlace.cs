using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Where a statement can be put so that it runs just before a call, in the same function.</summary>
internal static class StatementPlace
{
    /// <summary>The statement around the call, or the expression body that has to become a block; null where neither is possible, or where it may run without the call.</summary>
    public static SyntaxNode? Of(SyntaxNode call) => Around(call) is { } place && call.AncestorsAndSelf().TakeWhile(node => node != place).All(RunsAlways) ? place : null;

    /// <summary>The same, also where the call may not run or run again.</summary>
    public static SyntaxNode? Around(SyntaxNode call)
    {
        foreach (var node in call.Ancestors())
        {
            switch (node)
            {
                // A query runs later than the statement that it stands in.
                case QueryClauseSyntax or SelectOrGroupClauseSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax: return null;
                case LambdaExpressionSyntax or ArrowExpressionClauseSyntax: return node;
                case LocalDeclarationStatementSyntax { Parent: LabeledStatementSyntax }: return null;
                case StatementSyntax statement: return statement;
                case MemberDeclarationSyntax and not GlobalStatementSyntax: return null;
            }
        }

        return null;
    }

    // Whether what a node is part of runs it in any case and first; a guard before a condition that is asked again would stand for all the times.
    private static bool RunsAlways(SyntaxNode node) => node.Parent switch
    {
        BinaryExpressionSyntax both => both.Left == node || !(both.IsKind(SyntaxKind.LogicalAndExpression) || both.IsKind(SyntaxKind.LogicalOrExpression) || both.IsKind(SyntaxKind.CoalesceExpression)),
        AssignmentExpressionSyntax assignment => assignment.Left == node || !assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression),
        ConditionalExpressionSyntax choice => choice.Condition == node,
        ConditionalAccessExpressionSyntax access => access.Expression == node,
        SwitchExpressionArmSyntax or WhenClauseSyntax or CatchFilterClauseSyntax or WhileStatementSyntax or DoStatementSyntax => false,
        ForStatementSyntax loop => loop.Condition != node && !loop.Incrementors.Any(incrementor => incrementor == node),
        _ => true,
    };

    /// <summary>Puts the guards before the place, except for those that stand there already.</summary>
    public static SyntaxNode Insert(SyntaxNode root, SyntaxNode place, GuardKinds guards, bool returnsValue) => place switch
    {
        LambdaExpressionSyntax lambda => root.ReplaceNode(
            lambda, lambda.WithExpressionBody(null).WithBlock(Block(lambda.ExpressionBody!, guards, returnsValue, ElasticEndOf(root))).WithAdditionalAnnotations(Formatter.Annotation)),
        ArrowExpressionClauseSyntax arrow => root.ReplaceNode(arrow.Parent!, WithBody(arrow, Block(arrow.Expression, guards, returnsValue, ElasticEndOf(root)))),
        StatementSyntax statement => InsertBefore(root, statement, guards),
        _ => root,
    };

    private static SyntaxNode InsertBefore(SyntaxNode root, StatementSyntax statement, GuardKinds guards)
    {
        var before = Before(statement);
        var added = MissingGuards.Each(guards).Where(guard => !before.Any(present => GuardSyntax.Is(present, guard))).Select(guard => StatementOf(guard, statement)).ToList();
        if (added.Count == 0) return root;

        if (statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax))
        {
            var block = SyntaxFactory.Block(added.Select(guard => guard.WithTrailingTrivia(ElasticEndOf(root))).Append(statement.WithoutLeadingTrivia()));
            return root.ReplaceNode(statement, block.WithLeadingTrivia(statement.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
        }

        // Comments above the statement stay above the guards: they speak of the whole.
        var leading = statement.GetLeadingTrivia();
        var indent = leading.LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : default;
        var lines = added.Select((guard, index) => guard.WithLeadingTrivia(index == 0 ? leading : indent).WithTrailingTrivia(LineEnd.Of(root))).ToList();
        if (statement.Parent is not GlobalStatementSyntax global)
            return root.ReplaceNode(statement, lines.Append(statement.WithLeadingTrivia(indent)));

        return root.ReplaceNode(global, lines.Append(statement.WithLeadingTrivia(indent)).Select(line => SyntaxFactory.GlobalStatement(line)));
    }

    // What awaits anyway can await the answer too; no thread is blocked until somebody has typed it.
    private static StatementSyntax StatementOf(GuardKinds guard, SyntaxNode code) =>
        code.DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<AwaitExpressionSyntax>().Any()
            ? GuardSyntax.AwaitedStatement(guard)
            : GuardSyntax.Statement(guard);

    private static IEnumerable<StatementSyntax> Before(StatementSyntax statement)
    {
        var all = statement.Parent switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(global => global.Statement),
            _ => Enumerable.Empty<StatementSyntax>(),
        };
        return all.TakeWhile(other => other != statement).Reverse().TakeWhile(other => MissingGuards.Each(GuardKinds.All).Any(guard => GuardSyntax.Is(other, guard)));
    }

    // With line ends of its own: the formatter would leave the block of a lambda on one line.
    private static BlockSyntax Block(ExpressionSyntax body, GuardKinds guards, bool returnsValue, SyntaxTrivia lineEnd)
    {
        StatementSyntax own = returnsValue ? SyntaxFactory.ReturnStatement(body.WithoutTrivia()) : SyntaxFactory.ExpressionStatement(body.WithoutTrivia());
        var lines = MissingGuards.Each(guards).Select(guard => StatementOf(guard, body)).Append(own).Select(statement => statement.WithTrailingTrivia(lineEnd));
        return SyntaxFactory.Block(lines)
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(lineEnd).WithTrailingTrivia(lineEnd))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static SyntaxTrivia ElasticEndOf(SyntaxNode root) => SyntaxFactory.ElasticEndOfLine(LineEnd.Of(root).ToString());

    private static SyntaxNode WithBody(ArrowExpressionClauseSyntax arrow, BlockSyntax block)
    {
        var none = default(SyntaxToken);
        var getter = SyntaxFactory.AccessorList(SyntaxFactory.SingletonList(SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, block)));
        var changed = arrow.Parent switch
        {
            PropertyDeclarationSyntax property => property.WithExpressionBody(null).WithSemicolonToken(none).WithAccessorList(getter),
            IndexerDeclarationSyntax indexer => indexer.WithExpressionBody(null).WithSemicolonToken(none).WithAccessorList(getter),
            AccessorDeclarationSyntax accessor => accessor.WithExpressionBody(null).WithSemicolonToken(none).WithBody(block),
            LocalFunctionStatementSyntax function => function.WithExpressionBody(null).WithSemicolonToken(none).WithBody(block),
            BaseMethodDeclarationSyntax method => method.WithExpressionBody(null).WithSemicolonToken(none).WithBody(block),
            var other => other!,
        };
        return changed.WithTrailingTrivia(arrow.Parent!.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
