using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Policy;

/// <summary>The guard attributes on the members and types around a call.</summary>
internal static class GuardAttributes
{
    /// <summary>Which guards the attributes around a call ask for.</summary>
    public static GuardKinds Around(SyntaxNode call, SemanticModel model, CancellationToken cancellation) =>
        AttributesAround(call, model, cancellation).Aggregate(GuardKinds.None, (guards, attribute) => guards | GuardOf(attribute.AttributeClass));

    /// <summary>The guard attributes around a call, the nearest first.</summary>
    public static IEnumerable<AttributeData> AttributesAround(SyntaxNode call, SemanticModel model, CancellationToken cancellation) => call.Ancestors()
        .Where(MayCarryGuard)
        .SelectMany(node => SymbolOf(node, model, cancellation)?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty)
        .Where(attribute => GuardOf(attribute.AttributeClass) != GuardKinds.None);

    /// <summary>The guard that an attribute class stands for.</summary>
    public static GuardKinds GuardOf(INamedTypeSymbol? attribute) =>
        attribute is not { ContainingNamespace: { Name: "AgentGuard", ContainingNamespace.IsGlobalNamespace: true } } ? GuardKinds.None : attribute.Name switch
        {
            "RequiresEnvironmentAttribute" or "RequiresTargetAttribute" => GuardKinds.Environment,
            "RequiresConfirmationAttribute" => GuardKinds.Confirmation,
            "RequiresBackupAttribute" => GuardKinds.Backup,
            _ => GuardKinds.None,
        };

    // The attributes of a partial declaration can stand in another file, so syntax alone cannot rule them out.
    private static bool MayCarryGuard(SyntaxNode node) => node switch
    {
        MemberDeclarationSyntax member and (TypeDeclarationSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax) => member.AttributeLists.Count > 0 || member.Modifiers.Any(SyntaxKind.PartialKeyword),
        LambdaExpressionSyntax lambda => lambda.AttributeLists.Count > 0,
        LocalFunctionStatementSyntax function => function.AttributeLists.Count > 0,
        AccessorDeclarationSyntax accessor => accessor.AttributeLists.Count > 0,
        _ => false,
    };

    private static ISymbol? SymbolOf(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        node is LambdaExpressionSyntax ? model.GetSymbolInfo(node, cancellation).Symbol : model.GetDeclaredSymbol(node, cancellation);
}
