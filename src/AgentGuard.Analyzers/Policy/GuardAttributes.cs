using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Policy;

/// <summary>The guard attributes on the members and types around a call.</summary>
internal static class GuardAttributes
{
    /// <summary>Which guards the attributes around a call ask for.</summary>
    public static GuardKinds Around(SyntaxNode call, SemanticModel model, CancellationToken cancellation)
    {
        var guards = GuardKinds.None;
        foreach (var node in call.Ancestors())
        {
            if (!MayCarryGuard(node)) continue;
            foreach (var attribute in SymbolOf(node, model, cancellation)?.GetAttributes() ?? default) guards |= GuardOf(attribute.AttributeClass);
        }

        return guards;
    }

    /// <summary>The guard that an attribute class stands for.</summary>
    public static GuardKinds GuardOf(INamedTypeSymbol? attribute) =>
        attribute is not { ContainingNamespace: { Name: "AgentGuard", ContainingNamespace.IsGlobalNamespace: true } } ? GuardKinds.None : attribute.Name switch
        {
            "RequiresEnvironmentAttribute" or "RequiresTargetAttribute" => GuardKinds.Environment,
            "RequiresConfirmationAttribute" => GuardKinds.Confirmation,
            "RequiresBackupAttribute" => GuardKinds.Backup,
            _ => GuardKinds.None,
        };

    // Types may be partial: their attributes can stand in another file, so syntax alone cannot rule them out.
    private static bool MayCarryGuard(SyntaxNode node) => node switch
    {
        TypeDeclarationSyntax => true,
        LambdaExpressionSyntax lambda => lambda.AttributeLists.Count > 0,
        LocalFunctionStatementSyntax function => function.AttributeLists.Count > 0,
        BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax => true,
        AccessorDeclarationSyntax accessor => accessor.AttributeLists.Count > 0,
        _ => false,
    };

    private static ISymbol? SymbolOf(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        node is LambdaExpressionSyntax ? model.GetSymbolInfo(node, cancellation).Symbol : model.GetDeclaredSymbol(node, cancellation);
}
