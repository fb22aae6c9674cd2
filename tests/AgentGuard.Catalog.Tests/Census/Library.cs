using Microsoft.CodeAnalysis;

namespace AgentGuard.Catalog.Tests.Census;

/// <summary>The part of the real assemblies that one catalogue file describes. <c>Libraries.txt</c> lists them.</summary>
/// <param name="Name">Name of the catalogue file and of the file of judgements, without extension.</param>
/// <param name="Parts">Assemblies, each with the namespace that counts, or an empty one.</param>
internal sealed record Library(string Name, IReadOnlyList<(string Assembly, string Namespace)> Parts)
{
    /// <summary>All libraries, in the order of the list.</summary>
    public static IReadOnlyList<Library> All { get; } = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Libraries.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(Parse)
        .ToList();

    /// <summary>The methods whose names someone has to judge; what overrides or implements another one is judged there.</summary>
    public IEnumerable<IMethodSymbol> Candidates() =>
        from part in Parts
        from type in RealLibraries.PublicTypes(RealLibraries.Assemblies[part.Assembly])
        where type.ToDisplayString().StartsWith(part.Namespace, StringComparison.Ordinal)
        from method in type.GetMembers().OfType<IMethodSymbol>()
        where method is { DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary, IsOverride: false }
        where DestructiveNames.Matches(method) && !ImplementsInterface(method)
        select method;

    private static Library Parse(string line)
    {
        var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
        return new Library(parts[0], parts[1].Split(',', StringSplitOptions.TrimEntries).Select(ParsePart).ToList());
    }

    private static (string, string) ParsePart(string part) => part.Split(':') is [var assembly, var scope] ? (assembly, scope) : (part, "");

    // An interface with one operation (IDroppable) says that something can be done, not what it does: its implementations are judged one by one.
    private static bool ImplementsInterface(IMethodSymbol method) =>
        method.ContainingType.TypeKind != TypeKind.Interface
        && method.ContainingType.AllInterfaces
            .SelectMany(type => type.GetMembers(method.Name))
            .Any(member => OperationsOf(member.ContainingType) > 1 && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private static int OperationsOf(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Select(method => method.Name.Replace("Async", "", StringComparison.Ordinal)).Distinct().Count();
}
