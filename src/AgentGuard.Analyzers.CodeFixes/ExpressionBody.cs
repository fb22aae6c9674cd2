using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Makes a block of the expression body of a member or lambda, so that statements can stand before it.</summary>
internal static class ExpressionBody
{
    /// <summary>Whether it can become one: a branch of the preprocessor between its parts has no place in a block.</summary>
    public static bool CanBecomeBlock(SyntaxNode place) =>
        !Around(place).SelectMany(static token => token.LeadingTrivia.Concat(token.TrailingTrivia)).Concat(BodyOf(place).GetLeadingTrivia()).Concat(BodyOf(place).GetTrailingTrivia()).Any(static trivia => trivia.IsDirective);

    /// <summary>Replaces the body of a lambda, or of the member that an arrow belongs to.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="place">The lambda or the arrow.</param>
    /// <param name="before">The statements that come before the expression.</param>
    /// <param name="returnsValue">Whether its value is returned.</param>
    public static SyntaxNode Replace(SyntaxNode root, SyntaxNode place, Func<ExpressionSyntax, IEnumerable<StatementSyntax>> before, bool returnsValue)
    {
        var body = BodyOf(place);
        var lineEnd = SyntaxFactory.ElasticEndOfLine(LineEnd.Of(root).ToString());
        var block = Block(before(body).Append(Own(place, body, returnsValue, lineEnd)), lineEnd);
        if (place is LambdaExpressionSyntax lambda)
        {
            var changed = lambda.WithExpressionBody(null).WithBlock(block).WithArrowToken(Bare(lambda.ArrowToken));
            return root.ReplaceNode(lambda, changed.WithAdditionalAnnotations(Formatter.Annotation));
        }

        return root.ReplaceNode(place.Parent!, WithBody((ArrowExpressionClauseSyntax)place, block));
    }

    private static ExpressionSyntax BodyOf(SyntaxNode place) => place is LambdaExpressionSyntax lambda ? lambda.ExpressionBody! : ((ArrowExpressionClauseSyntax)place).Expression;

    // The tokens that go, or whose comments speak of the body.
    private static IEnumerable<SyntaxToken> Around(SyntaxNode place) => place is LambdaExpressionSyntax lambda
        ? [lambda.ArrowToken]
        : [((ArrowExpressionClauseSyntax)place).ArrowToken, ((ArrowExpressionClauseSyntax)place).GetLastToken().GetNextToken()];

    // Comments before the expression go above its statement, and those behind it stay there.
    private static StatementSyntax Own(SyntaxNode place, ExpressionSyntax body, bool returnsValue, SyntaxTrivia lineEnd)
    {
        StatementSyntax own = returnsValue ? SyntaxFactory.ReturnStatement(body.WithoutTrivia()) : SyntaxFactory.ExpressionStatement(body.WithoutTrivia());
        var arrow = Around(place).First();
        var semicolon = Around(place).Skip(1).FirstOrDefault();
        var above = Comments(arrow.LeadingTrivia.Concat(arrow.TrailingTrivia).Concat(body.GetLeadingTrivia())).SelectMany(comment => new[] { comment, lineEnd });
        var behind = Comments(body.GetTrailingTrivia().Concat(semicolon.LeadingTrivia)).ToList();
        var trailing = behind.SelectMany((comment, index) => new[] { index > 0 && behind[index - 1].IsKind(SyntaxKind.SingleLineCommentTrivia) ? lineEnd : SyntaxFactory.Space, comment });
        return own.WithLeadingTrivia(above).WithTrailingTrivia(trailing);
    }

    private static IEnumerable<SyntaxTrivia> Comments(IEnumerable<SyntaxTrivia> trivia) =>
        trivia.Where(static each => each.IsKind(SyntaxKind.SingleLineCommentTrivia) || each.IsKind(SyntaxKind.MultiLineCommentTrivia));

    private static SyntaxToken Bare(SyntaxToken arrow)
    {
        if (Comments(arrow.LeadingTrivia).Any()) arrow = arrow.WithLeadingTrivia(SyntaxFactory.Space);
        return Comments(arrow.TrailingTrivia).Any() ? arrow.WithTrailingTrivia(SyntaxFactory.Space) : arrow;
    }

    // With line ends of its own: the formatter would leave the block of a lambda on one line.
    private static BlockSyntax Block(IEnumerable<StatementSyntax> statements, SyntaxTrivia lineEnd) =>
        SyntaxFactory.Block(statements.Select(statement => statement.WithTrailingTrivia(statement.GetTrailingTrivia().Add(lineEnd))))
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(lineEnd).WithTrailingTrivia(lineEnd))
            .WithAdditionalAnnotations(Formatter.Annotation);

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
