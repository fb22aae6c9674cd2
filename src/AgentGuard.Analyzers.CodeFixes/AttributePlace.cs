using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>The declaration around a call that can carry guard attributes.</summary>
internal static class AttributePlace
{
    /// <summary>The nearest function, a global statement for top-level code, or null where nothing can carry an attribute.</summary>
    public static SyntaxNode? Of(SyntaxNode call)
    {
        foreach (var node in call.Ancestors())
        {
            switch (node)
            {
                case LambdaExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or BaseMethodDeclarationSyntax or GlobalStatementSyntax:
                    return node;
                case PropertyDeclarationSyntax { ExpressionBody: { } body } when body.Contains(call): return node;
                case IndexerDeclarationSyntax { ExpressionBody: { } body } when body.Contains(call): return node;
                case MemberDeclarationSyntax: return null;
            }
        }

        return null;
    }

    /// <summary>Puts the attributes of the guards on a declaration, in one list with those guard attributes that it has.</summary>
    public static SyntaxNode Add(SyntaxNode declaration, GuardKinds guards)
    {
        var lists = ListsOf(declaration);
        guards = Without(guards, lists);
        if (guards == GuardKinds.None) return declaration;

        var present = lists.FirstOrDefault(list => MissingGuards.Each(GuardKinds.All).Any(guard => list.Attributes.Any(attribute => GuardSyntax.Is(attribute, guard))));
        return present is null
            ? WithNewList(declaration, lists, GuardSyntax.AttributeList(Merged(default, guards)))
            : declaration.ReplaceNode(present, present.WithAttributes(Merged(present.Attributes, guards)));
    }

    /// <summary>The guards whose attribute a declaration lacks.</summary>
    public static GuardKinds Missing(SyntaxNode declaration, GuardKinds guards) => Without(guards, ListsOf(declaration));

    private static GuardKinds Without(GuardKinds guards, SyntaxList<AttributeListSyntax> lists) => MissingGuards.Each(guards)
        .Where(guard => !lists.SelectMany(list => list.Attributes).Any(attribute => GuardSyntax.Is(attribute, guard)))
        .Aggregate(GuardKinds.None, (all, guard) => all | guard);

    private static SeparatedSyntaxList<AttributeSyntax> Merged(SeparatedSyntaxList<AttributeSyntax> attributes, GuardKinds guards)
    {
        foreach (var guard in MissingGuards.Each(guards))
        {
            // Environment first, then confirmation, then backup: cheap refusals come before expensive ones.
            var before = attributes.IndexOf(attribute => MissingGuards.Each(GuardKinds.All).Any(other => other > guard && GuardSyntax.Is(attribute, other)));
            attributes = attributes.Insert(before < 0 ? attributes.Count : before, GuardSyntax.Attribute(guard));
        }

        return SyntaxFactory.SeparatedList(attributes, Enumerable.Repeat(GuardSyntax.Comma, attributes.Count - 1));
    }

    private static SyntaxNode WithNewList(SyntaxNode declaration, SyntaxList<AttributeListSyntax> lists, AttributeListSyntax added)
    {
        if (declaration is LambdaExpressionSyntax lambda) return OnLambda(lambda, added.WithTrailingTrivia(SyntaxFactory.Space));

        var next = lists.Count == 0 ? declaration.GetFirstToken() : lists.Last().GetLastToken().GetNextToken();
        var startsLine = LineEnd.Precedes(next);
        var indent = next.LeadingTrivia.LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : default;
        added = added.WithLeadingTrivia(next.LeadingTrivia).WithTrailingTrivia(startsLine ? LineEnd.Of(declaration) : SyntaxFactory.Space);

        // Comments above the declaration stay above it, so they move to the new list when that comes first.
        var bare = declaration.ReplaceToken(next, next.WithLeadingTrivia(startsLine ? indent : default));
        return WithLists(bare, ListsOf(bare).Add(added));
    }

    private static LambdaExpressionSyntax OnLambda(LambdaExpressionSyntax lambda, AttributeListSyntax added)
    {
        var leading = lambda.GetLeadingTrivia();
        lambda = lambda.WithoutLeadingTrivia();
        if (lambda is SimpleLambdaExpressionSyntax simple)
        {
            var parameters = SyntaxFactory.ParameterList(SyntaxFactory.SingletonSeparatedList(simple.Parameter.WithoutTrivia()))
                .WithTrailingTrivia(simple.Parameter.GetTrailingTrivia());
            lambda = SyntaxFactory.ParenthesizedLambdaExpression(
                simple.AttributeLists, simple.Modifiers, null, parameters, simple.ArrowToken, simple.Block, simple.ExpressionBody);
        }

        return lambda.WithAttributeLists(lambda.AttributeLists.Add(added)).WithLeadingTrivia(leading);
    }

    private static SyntaxList<AttributeListSyntax> ListsOf(SyntaxNode declaration) => declaration switch
    {
        LambdaExpressionSyntax lambda => lambda.AttributeLists,
        AccessorDeclarationSyntax accessor => accessor.AttributeLists,
        StatementSyntax statement => statement.AttributeLists,
        MemberDeclarationSyntax member => member.AttributeLists,
        _ => default,
    };

    private static SyntaxNode WithLists(SyntaxNode declaration, SyntaxList<AttributeListSyntax> lists) => declaration switch
    {
        AccessorDeclarationSyntax accessor => accessor.WithAttributeLists(lists),
        StatementSyntax statement => statement.WithAttributeLists(lists),
        MemberDeclarationSyntax member => member.WithAttributeLists(lists),
        _ => declaration,
    };
}
