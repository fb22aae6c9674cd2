using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Policy;

/// <summary>The guard attributes on the members and types around a call.</summary>
internal static class GuardAttributes
{
    /// <summary>Which guards the attributes around a call ask for. Of several of one class the nearest is enforced; one that lets production through is no guard.</summary>
    public static GuardKinds Around(SyntaxNode call, SemanticModel model, PolicyOptions options, CancellationToken cancellation) =>
        NearestAround(call, model, cancellation).Where(attribute => !AdmitsProduction(attribute, options)).Aggregate(GuardKinds.None, (guards, attribute) => guards | GuardOf(attribute.AttributeClass));

    /// <summary>The attribute around a call that is written as a guard of the environment and lets production through; null if there is none.</summary>
    public static AttributeData? AdmittingProduction(SyntaxNode call, SemanticModel model, PolicyOptions options, CancellationToken cancellation) =>
        NearestAround(call, model, cancellation).FirstOrDefault(attribute => AdmitsProduction(attribute, options));

    /// <summary>The guard attributes around a call, the nearest first.</summary>
    public static IEnumerable<AttributeData> AttributesAround(SyntaxNode call, SemanticModel model, CancellationToken cancellation) => call.Ancestors()
        .Where(MayCarryGuard)
        .SelectMany(node => SymbolOf(node, model, cancellation)?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty)
        .Where(attribute => GuardOf(attribute.AttributeClass) != GuardKinds.None);

    /// <summary>Whether the argument of an attribute or of a <c>Guard</c> statement names production.</summary>
    public static bool IsProduction(string? environment, PolicyOptions options) =>
        environment is not null && options.ProductionEnvironments.Any(name => environment.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a pattern of targets fits every target.</summary>
    public static bool FitsAll(string? pattern) => pattern is not null && pattern.Trim('*', '?', '/', '\\', ':', '.').Length == 0;

    private static IEnumerable<AttributeData> NearestAround(SyntaxNode call, SemanticModel model, CancellationToken cancellation) =>
        AttributesAround(call, model, cancellation).GroupBy(attribute => attribute.AttributeClass!.Name, StringComparer.Ordinal).Select(static same => same.First());

    private static bool AdmitsProduction(AttributeData attribute, PolicyOptions options) => attribute.AttributeClass!.Name switch
    {
        "RequiresEnvironmentAttribute" => Texts(attribute).Any(name => IsProduction(name, options)),
        "RequiresTargetAttribute" => Texts(attribute).Any(FitsAll),
        _ => false,
    };

    private static IEnumerable<string?> Texts(AttributeData attribute) => attribute.ConstructorArguments
        .SelectMany(static argument => argument.Kind != TypedConstantKind.Array ? ImmutableArray.Create(argument) : argument.IsNull ? ImmutableArray<TypedConstant>.Empty : argument.Values)
        .Select(static text => text.Value as string);

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
