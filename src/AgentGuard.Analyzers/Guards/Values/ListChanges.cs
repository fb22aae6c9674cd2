using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>What is done to a list after it was written out, as far as that can make it hold more.</summary>
internal static class ListChanges
{
    private static readonly string[] Additions = ["Add", "TryAdd", "Insert", "Push", "Enqueue", "AddFirst", "AddLast"];
    private static readonly string[] Mergers = ["AddRange", "InsertRange", "UnionWith", "SymmetricExceptWith", "SetValue", "CopyTo", "ForEach"];

    private static readonly string[] Looks = ["All", "Any", "TrueForAll", "Exists", "Where", "Select", "Count", "Length", "Contains", "Aggregate", "ToArray", "ToList"];

    /// <summary>Whether a private list holds what it was made with: nothing in its type does more than to look at it, or to hand it to a look.</summary>
    public static bool IsOnlyRead(ISymbol member, Helpers helpers) => member is IFieldSymbol { DeclaredAccessibility: Accessibility.Private, IsReadOnly: true } && helpers.DeclarationsOf(member.ContainingType)
        .SelectMany(static type => type.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>())
        .Where(use => use.Identifier.ValueText == member.Name)
        .All(IsLook);

    private static bool IsLook(IdentifierNameSyntax use)
    {
        ExpressionSyntax list = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : use;
        return list.Parent switch
        {
            CommonForEachStatementSyntax loop => loop.Expression == list,
            MemberAccessExpressionSyntax access => access.Expression == list && Looks.Contains(access.Name.Identifier.ValueText),
            ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TrueForAll" or "Exists" } } } => true,
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax } assignment => assignment.Left == list && assignment.FirstAncestorOrSelf<MemberDeclarationSyntax>() is ConstructorDeclarationSyntax,
            _ => false,
        };
    }

    /// <summary>The list with what is added to it; null where that is not a constant, or another list may have taken its place.</summary>
    public static Value? After(Value list, ISymbol symbol, Func<SyntaxTree, SemanticModel> models, CancellationToken cancellation)
    {
        var cases = list.Cases.ToBuilder();
        foreach (var scope in ScopesOf(symbol, cancellation))
        {
            foreach (var use in scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == symbol.Name))
            {
                if (!TryReadChange(use, out var added)) continue;
                if (added is null || models(added.SyntaxTree).GetOperation(added, cancellation) is not { } operation || !Places.HasConstant(operation)) return null;
                cases.Add(new Case(Places.Constant(operation), Facts.None));
            }
        }

        return cases.Count == list.Cases.Length ? list : list with { Cases = cases.ToImmutable() };
    }

    private static IEnumerable<SyntaxNode> ScopesOf(ISymbol symbol, CancellationToken cancellation) => symbol is ILocalSymbol
        ? symbol.DeclaringSyntaxReferences.Select(reference => MemberRoot.Of(reference.GetSyntax(cancellation))).OfType<SyntaxNode>()
        : symbol.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation));

    /// <summary>Whether a name stands where a list is changed, and what is added to it, if that is one thing.</summary>
    public static bool TryReadChange(IdentifierNameSyntax use, out ExpressionSyntax? added)
    {
        added = null;
        ExpressionSyntax list = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or IdentifierNameSyntax } qualified && qualified.Name == use ? qualified : use;
        switch (list.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == list:
                return assignment.Parent is not InitializerExpressionSyntax;
            case ArgumentSyntax { RefKindKeyword.RawKind: not 0 }:
                return true;
            case ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element when element.Expression == list && assignment.Left == element:
                added = assignment.Right;
                return true;
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == list:
                var name = access.Name.Identifier.ValueText;
                if (Additions.Contains(name)) added = call.ArgumentList.Arguments.LastOrDefault()?.Expression;
                return added is not null || Mergers.Contains(name);
            default:
                return false;
        }
    }
}
