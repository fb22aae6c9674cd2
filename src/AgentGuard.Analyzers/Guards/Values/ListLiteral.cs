using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Reads a list of constants from the expression that writes it out.</summary>
internal static class ListLiteral
{
    /// <summary>The list, or null if any element is not a constant.</summary>
    public static Value? Read(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        var elements = ElementsOf(expression);
        if (elements is null || elements.Count == 0) return null;
        var cases = ImmutableArray.CreateBuilder<Case>(elements.Count);
        foreach (var element in elements)
        {
            if (element is null || model.GetOperation(element, cancellationToken) is not { } operation || !Places.HasConstant(operation)) return null;
            cases.Add(new Case(Places.Constant(operation), Facts.None));
        }

        return new Value(Origin.List, cases.ToImmutable(), Facts.Unreachable);
    }

    /// <summary>The elements as they are written; null for what writes none out.</summary>
    public static List<ExpressionSyntax?>? ElementsOf(ExpressionSyntax expression) => expression switch
    {
        CollectionExpressionSyntax collection => [.. collection.Elements.Select(element => (element as ExpressionElementSyntax)?.Expression)],
        InitializerExpressionSyntax initializer => [.. initializer.Expressions],
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => ElementsOf(initializer),
        ImplicitArrayCreationExpressionSyntax array => ElementsOf(array.Initializer),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => ElementsOf(initializer),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } first }, ..] } => ElementsOf(first),
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } first }, ..] } => ElementsOf(first),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => ElementsOf(access.Expression),
        _ => null,
    };
}
