using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Where a type names a member of its own, and what it does with it there.</summary>
internal static class MemberUses
{
    /// <summary>Whether a field is one that its type alone can write, at any time.</summary>
    public static bool IsWritableInside(IFieldSymbol field) => field is { DeclaredAccessibility: Accessibility.Private, IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false };

    /// <summary>The places of a name in the parts of a type.</summary>
    public static IEnumerable<IdentifierNameSyntax> In(ImmutableArray<SyntaxReference> parts, string name) =>
        parts.SelectMany(static part => part.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>()).Where(use => use.Identifier.ValueText == name);

    /// <summary>The name with what it is qualified by, and the parentheses around it.</summary>
    public static ExpressionSyntax Whole(IdentifierNameSyntax use)
    {
        ExpressionSyntax whole = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
        while (whole.Parent is ParenthesizedExpressionSyntax parenthesized) whole = parenthesized;
        return whole;
    }

    /// <summary>Whether the member may be written there: as a target, a part of one, or by reference.</summary>
    public static bool MayBeWritten(IdentifierNameSyntax use)
    {
        var whole = Whole(use);
        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
            PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
