using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>The names of methods that carry <c>[Destructive]</c>, so that the name index lets their calls through.</summary>
internal static class DeclaredOperations
{
    private const string RuntimeAssembly = "AgentGuard";

    /// <summary>The names in a source file. Looks at declarations only, never into a body.</summary>
    public static ImmutableHashSet<string> NamesIn(SyntaxTree tree, CancellationToken cancellation) => tree
        .GetRoot(cancellation)
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<BaseMethodDeclarationSyntax>()
        .Where(static method => method.AttributeLists.Count > 0 && method.AttributeLists.Any(static list => list.Attributes.Any(IsDestructive)))
        .Select(NameOf)
        .ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>The names in referenced assemblies that use AgentGuard themselves.</summary>
    public static ImmutableHashSet<string> NamesIn(Compilation compilation)
    {
        var assemblies = compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == RuntimeAssembly)));
        return assemblies
            .SelectMany(assembly => Types(assembly.GlobalNamespace))
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "DestructiveAttribute", ContainingNamespace.Name: RuntimeAssembly }))
            .Select(method => method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name)
            .ToImmutableHashSet(StringComparer.Ordinal);
    }

    private static bool IsDestructive(AttributeSyntax attribute) => attribute.Name switch
    {
        SimpleNameSyntax name => IsDestructive(name),
        QualifiedNameSyntax qualified => IsDestructive(qualified.Right),
        AliasQualifiedNameSyntax alias => IsDestructive(alias.Name),
        _ => false,
    };

    private static bool IsDestructive(SimpleNameSyntax name) => name.Identifier.ValueText is "Destructive" or "DestructiveAttribute";

    private static string NameOf(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax ordinary => ordinary.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        _ => "",
    };

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().SelectMany(WithNested).Concat(space.GetNamespaceMembers().SelectMany(Types));

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(WithNested).Prepend(type);
}
