using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>
/// The names of methods, and of properties with accessors, that carry <c>[Destructive]</c> or stand for a native function that runs a command
/// line, so that the name index lets their calls through.
/// </summary>
internal static class DeclaredOperations
{
    private const string RuntimeAssembly = "AgentGuard";

    // Reserved for the framework, whose assemblies are most of the references of any project.
    private const string FrameworkPrefix = "System.";

    // Nearly no file mentions one, so that nearly no body is walked through.
    private static readonly SourceWords Attributes = new("Destructive", "DllImport", "LibraryImport");

    /// <summary>The names in a source file, of methods, local functions and properties with such an accessor.</summary>
    public static ImmutableHashSet<string> NamesIn(SyntaxTree tree, CancellationToken cancellation) => Attributes.StandIn(tree.GetText(cancellation))
        ? tree.GetRoot(cancellation).DescendantNodes().Select(NameOf).OfType<string>().ToImmutableHashSet(StringComparer.Ordinal)
        : ImmutableHashSet<string>.Empty;

    /// <summary>The names in all source files of a compilation, for hosts that keep none per file.</summary>
    public static ImmutableHashSet<string> InSource(Compilation compilation, CancellationToken cancellation) =>
        compilation.SyntaxTrees.SelectMany(tree => NamesIn(tree, cancellation)).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>The names in referenced assemblies that use AgentGuard themselves.</summary>
    public static ImmutableHashSet<string> NamesIn(Compilation compilation)
    {
        // Without the run time there is no attribute. To look for its type would have the compiler look into every reference.
        var references = compilation.SourceModule.ReferencedAssemblies;
        if (!IsAmong(references)) return ImmutableHashSet<string>.Empty;
        return compilation.SourceModule.ReferencedAssemblySymbols
            .Where((assembly, place) => !references[place].Name.StartsWith(FrameworkPrefix, StringComparison.Ordinal) && assembly.Modules.Any(static module => IsAmong(module.ReferencedAssemblies)))
            .SelectMany(assembly => Types(assembly.GlobalNamespace))
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "DestructiveAttribute", ContainingNamespace.Name: RuntimeAssembly }))
            .Select(method => method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.AssociatedSymbol?.Name ?? method.Name)
            .ToImmutableHashSet(StringComparer.Ordinal);
    }

    private static bool IsAmong(ImmutableArray<AssemblyIdentity> references) => references.Any(static reference => reference.Name == RuntimeAssembly);

    private static bool IsDestructive(SyntaxList<AttributeListSyntax> lists) => lists.Any(static list => list.Attributes.Any(IsDestructive));

    private static bool IsDestructive(AttributeSyntax attribute) => WrittenAttributes.NameOf(attribute) is "Destructive" or "DestructiveAttribute";

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method when IsDestructive(method.AttributeLists) || NativeFunctions.MayBeDeclared(method) => method.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor when IsDestructive(constructor.AttributeLists) => constructor.Identifier.ValueText,
        LocalFunctionStatementSyntax function when IsDestructive(function.AttributeLists) => function.Identifier.ValueText,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } accessor when IsDestructive(accessor.AttributeLists) => property.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().SelectMany(WithNested).Concat(space.GetNamespaceMembers().SelectMany(Types));

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(WithNested).Prepend(type);
}
