using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>Finds the declaration whose control flow graph a node belongs to.</summary>
internal static class MemberRoot
{
    /// <summary>The method, accessor, initializer or file of top-level statements around a node, or null outside all of them.</summary>
    public static SyntaxNode? Of(SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(IsRoot);

    /// <summary>The nested function around a node, or null if it stands directly in its member.</summary>
    public static SyntaxNode? FunctionAround(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null && !IsRoot(current); current = current.Parent)
        {
            if (current is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) return current;
        }

        return null;
    }

    private static bool IsRoot(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PrimaryConstructorBaseTypeSyntax => true,
        ArrowExpressionClauseSyntax arrow => arrow.Parent is BasePropertyDeclarationSyntax,
        EqualsValueClauseSyntax value => value.Parent is PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax },
        CompilationUnitSyntax => true,
        _ => false,
    };
}
