using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Where a statement can be put so that it runs just before a call, in the same function.</summary>
internal static class StatementPlace
{
    /// <summary>The statement around the call, or the expression body that has to become a block; null where neither is possible, or where it may run without the call.</summary>
    public static SyntaxNode? Of(SyntaxNode call) =>
        Around(call) is { } place && call.AncestorsAndSelf().TakeWhile(node => node != place).All(RunsAlways) && (place is StatementSyntax || ExpressionBody.CanBecomeBlock(place)) ? place : null;

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
        LambdaExpressionSyntax or ArrowExpressionClauseSyntax => ExpressionBody.Replace(root, place, body => MissingGuards.Each(guards).Select(guard => StatementOf(guard, body)), returnsValue),
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
            // What ends the line of the statement ends that of the block, too; what stands behind it on its line stays with it.
            var endsLine = statement.GetTrailingTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
            var own = statement.WithoutLeadingTrivia().WithTrailingTrivia(endsLine ? statement.GetTrailingTrivia() : statement.GetTrailingTrivia().Add(ElasticEndOf(root)));
            var block = SyntaxFactory.Block(added.Select(guard => guard.WithTrailingTrivia(ElasticEndOf(root))).Append(own)).WithLeadingTrivia(statement.GetLeadingTrivia());
            return root.ReplaceNode(statement, (endsLine ? block.WithTrailingTrivia(LineEnd.Of(root)) : block).WithAdditionalAnnotations(Formatter.Annotation));
        }

        // Comments above the statement stay above the guards: they speak of the whole.
        var leading = statement.GetLeadingTrivia();
        var startsLine = LineEnd.Precedes(statement.GetFirstToken());
        var indent = startsLine && leading.LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : default;
        var lines = added.Select((guard, index) => guard.WithLeadingTrivia(index == 0 ? leading : indent).WithTrailingTrivia(startsLine ? LineEnd.Of(root) : SyntaxFactory.Space)).ToList();
        if (statement.Parent is not GlobalStatementSyntax global)
            return root.ReplaceNode(statement, lines.Append(statement.WithLeadingTrivia(indent)));

        return root.ReplaceNode(global, lines.Append(statement.WithLeadingTrivia(indent)).Select(line => SyntaxFactory.GlobalStatement(line)));
    }

    /// <summary>Whether a guard that is put before one place has been asked on every path to another one.</summary>
    /// <param name="first">The place before which it is put.</param>
    /// <param name="second">The other one.</param>
    /// <param name="entersLambdas">Whether what it proves still holds in a function that is created behind it.</param>
    public static bool Covers(SyntaxNode first, SyntaxNode second, bool entersLambdas)
    {
        var (start, list) = first switch
        {
            StatementSyntax { Parent: GlobalStatementSyntax global } => (global, global.Parent),
            StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } => (first, first.Parent),
            _ => (first, null),
        };
        if (list is null || second.SpanStart < start.SpanStart) return false;
        foreach (var node in second.AncestorsAndSelf())
        {
            if (node is LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax || (!entersLambdas && node is AnonymousFunctionExpressionSyntax)) return false;

            // A jump, or a branch that another build leaves out, leads past the guard.
            if (node.Parent == list) return Siblings(list).SkipWhile(sibling => sibling != start).TakeWhile(sibling => sibling.SpanStart <= node.SpanStart).All(sibling => sibling == start || !CanBeSkippedTo(sibling));
        }

        return false;
    }

    private static IEnumerable<SyntaxNode> Siblings(SyntaxNode list) => list.ChildNodes().Where(static node => node is StatementSyntax or MemberDeclarationSyntax);

    private static bool CanBeSkippedTo(SyntaxNode sibling) =>
        sibling.DescendantNodesAndSelf().OfType<LabeledStatementSyntax>().Any() || sibling.GetFirstDirective(static directive => directive is BranchingDirectiveTriviaSyntax or EndIfDirectiveTriviaSyntax) is not null;

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

    private static SyntaxTrivia ElasticEndOf(SyntaxNode root) => SyntaxFactory.ElasticEndOfLine(LineEnd.Of(root).ToString());
}
