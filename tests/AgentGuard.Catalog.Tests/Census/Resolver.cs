using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Catalog.Tests.Census;

/// <summary>Finds what a catalogue line means in the real libraries.</summary>
internal static class Resolver
{
    /// <summary>The members that an id names itself, without those that override or implement them.</summary>
    public static IEnumerable<ISymbol> MembersOf(CatalogId id) =>
        from type in TypesOf(id.Container)
        from member in type.GetMembers().Concat(type.GetTypeMembers("").SelectMany(block => block.GetMembers()))
        where member is { DeclaredAccessibility: Accessibility.Public } and (IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } or IPropertySymbol)
        where (member is IPropertySymbol ? 'P' : 'M') == id.Prefix
        where id.FitsName(member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? type.Name : member.Name)
        where id.FitsDeclaration(CatalogId.ContainerOf(member), CatalogId.ParametersOf(member))
        select member;

    /// <summary>Whether a path starts at a parameter or receiver of the member and names properties that exist.</summary>
    public static bool Resolves(ISymbol member, ValuePath path)
    {
        if (path.Literal is not null || path is { Root: ValuePath.Member or ValuePath.Added, Properties.IsEmpty: true }) return true;
        if (path is { Root: ValuePath.Assigned, Properties.IsEmpty: true } && member is IPropertySymbol) return true;
        ITypeSymbol? type = path.Root == ValuePath.Receiver || (path.Root == ValuePath.Result && member is IMethodSymbol { MethodKind: MethodKind.Constructor })
            ? member.ContainingType
            : path.Root == ValuePath.Result ? (member as IMethodSymbol)?.ReturnType
            : (member as IMethodSymbol)?.Parameters.FirstOrDefault(parameter => parameter.Name == path.Root)?.Type;
        foreach (var property in path.Properties) type = type is null ? null : PropertyType(type, property);
        return type is not null;
    }

    // A nested type is written with a dot in a documentation id and with a plus in metadata.
    private static IEnumerable<INamedTypeSymbol> TypesOf(string container)
    {
        for (var name = container; ;)
        {
            var types = RealLibraries.Compilation.GetTypesByMetadataName(name);
            var dot = name.LastIndexOf('.');
            if (types.Length > 0 || dot < 0) return types;
            name = $"{name[..dot]}+{name[(dot + 1)..]}";
        }
    }

    private static ITypeSymbol? PropertyType(ITypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property) return property.Type;
        }

        return type.AllInterfaces.SelectMany(parent => parent.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
    }
}
