using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Names in a file that would have two meanings below <c>using AgentGuard;</c>, such as the <c>Guard</c> of a library for argument checks.</summary>
internal static class ImportClash
{
    private const string Namespace = "AgentGuard";
    private const string Suffix = "Attribute";

    /// <summary>Whether there is one, so that what a fix writes has to be qualified.</summary>
    public static bool Exists(SyntaxNode root, SemanticModel model, CancellationToken cancel)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in model.Compilation.GlobalNamespace.GetNamespaceMembers().Where(space => space.Name == Namespace).SelectMany(space => space.GetTypeMembers()))
        {
            names.Add(type.Name);
            if (type.Name.EndsWith(Suffix, StringComparison.Ordinal)) names.Add(type.Name.Substring(0, type.Name.Length - Suffix.Length));
        }

        return root.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText) && IsUnqualified(name) && IsOther(model.GetSymbolInfo(name, cancel).Symbol));
    }

    private static bool IsUnqualified(SimpleNameSyntax name) => name.Parent switch
    {
        QualifiedNameSyntax qualified => qualified.Left == name,
        MemberAccessExpressionSyntax access => access.Expression == name,
        AliasQualifiedNameSyntax or MemberBindingExpressionSyntax => false,
        _ => true,
    };

    private static bool IsOther(ISymbol? symbol) =>
        (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType : symbol) is INamedTypeSymbol type
        && type.ContainingNamespace is not { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
