using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>Finds where a constructor in source is called: by <c>new</c>, and by what derives from its type. All files are searched once, for the names of types alone.</summary>
internal sealed class CreationSites(AnalysisServices services)
{
    // `new("...")`, which has no name.
    private const string Unnamed = "";

    private readonly Lazy<ILookup<string, SyntaxNode>> _creations = new(() => services.Compilation.SyntaxTrees
        .SelectMany(static tree => tree.GetRoot().DescendantNodes())
        .Select(static node => (Node: node, Name: CreatedBy(node)))
        .Where(static creation => creation.Name is not null)
        .ToLookup(static creation => creation.Name!, static creation => creation.Node, StringComparer.Ordinal));

    /// <summary>The object creations and constructor initializers.</summary>
    public IEnumerable<IOperation> Of(IMethodSymbol constructor)
    {
        var type = constructor.ContainingType;
        var required = constructor.Parameters.Count(static parameter => parameter is { IsOptional: false, IsParams: false });
        var nodes = _creations.Value[type.Name].Concat(_creations.Value[Unnamed].Where(node => services.TextOf(node.SyntaxTree).Contains(type.Name)));
        foreach (var node in nodes.Where(node => ArgumentsOf(node) >= required))
        {
            if (services.ModelFor(node.SyntaxTree).GetOperation(node) is { } creation && SymbolEqualityComparer.Default.Equals(OperationFinder.MemberOf(creation)?.OriginalDefinition, constructor.OriginalDefinition)) yield return creation;
        }
    }

    private static string? CreatedBy(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => CallSyntax.CalledName(type),
        ImplicitObjectCreationExpressionSyntax => Unnamed,
        PrimaryConstructorBaseTypeSyntax { Type: var type } => CallSyntax.CalledName(type),
        ConstructorInitializerSyntax { RawKind: (int)SyntaxKind.BaseConstructorInitializer, Parent.Parent: TypeDeclarationSyntax { BaseList.Types: [var type, ..] } } => CallSyntax.CalledName(type.Type),
        ConstructorInitializerSyntax { Parent: ConstructorDeclarationSyntax { Identifier.ValueText: var name } } => name,
        _ => null,
    };

    private static int ArgumentsOf(SyntaxNode creation) => creation switch
    {
        BaseObjectCreationExpressionSyntax { ArgumentList: var list } => list?.Arguments.Count ?? 0,
        PrimaryConstructorBaseTypeSyntax { ArgumentList: var list } => list.Arguments.Count,
        ConstructorInitializerSyntax { ArgumentList: var list } => list.Arguments.Count,
        _ => 0,
    };
}
