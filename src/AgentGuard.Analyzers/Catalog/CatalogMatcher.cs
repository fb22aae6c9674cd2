using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>Decides which catalogue entries a bound member stands for. One per compilation; answers are kept.</summary>
internal sealed class CatalogMatcher(CatalogIndex index)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<CatalogEntry>> _matches = new(SymbolEqualityComparer.Default);

    /// <summary>The names that can match at all.</summary>
    public CatalogIndex Index { get; } = index;

    /// <summary>The entries for a method or property: its own, those of what it overrides, hides or implements, and that of the native function that it stands for.</summary>
    public ImmutableArray<CatalogEntry> Match(ISymbol symbol)
    {
        var definition = (symbol is IMethodSymbol { ReducedFrom: { } reduced } ? reduced : symbol).OriginalDefinition;
        return Index.Mentions(CalledName(definition)) ? _matches.GetOrAdd(definition, FindMatches) : ImmutableArray<CatalogEntry>.Empty;
    }

    /// <summary>The name under which the index knows a member; a constructor goes by its type.</summary>
    public static string CalledName(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name : symbol.Name;

    private ImmutableArray<CatalogEntry> FindMatches(ISymbol symbol)
    {
        var candidates = Index.Lookup(CalledName(symbol)).All;
        var prefix = symbol is IPropertySymbol ? 'P' : 'M';
        var parameters = CatalogId.ParametersOf(symbol);
        var containers = Containers(symbol, parameters);
        var ofBlock = CatalogId.IsInBlock(symbol);
        var found = candidates.Where(entry => entry.Id.Prefix == prefix && containers.Any(container => entry.Id.FitsDeclaration(container.Type, container.Parameters, ofBlock))).ToImmutableArray();
        return NativeFunctions.EntryOf(symbol) is { } native ? found.Add(native) : found;
    }

    // One rule for override, hiding (`new`) and interface implementation: same name and parameters further up.
    private static ImmutableArray<(string Type, string Parameters)> Containers(ISymbol symbol, string parameters)
    {
        var own = (CatalogId.ContainerOf(symbol), parameters);
        if (symbol.IsStatic || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } || symbol.ContainingType is not { } type) return ImmutableArray.Create(own);

        var bases = new List<INamedTypeSymbol>(type.AllInterfaces);
        for (var current = type.BaseType; current is not null; current = current.BaseType) bases.Add(current);

        var inherited =
            from ancestor in bases
            from member in ancestor.GetMembers(symbol.Name)
            where member.Kind == symbol.Kind && SameParameterTypes(member, symbol)
            select (CatalogId.ContainerOf(member), CatalogId.ParametersOf(member));
        return inherited.Prepend(own).ToImmutableArray();
    }

    private static bool SameParameterTypes(ISymbol inherited, ISymbol symbol) => (inherited, symbol) switch
    {
        (IMethodSymbol a, IMethodSymbol b) => a.Parameters.Length == b.Parameters.Length
            && a.TypeParameters.Length == b.TypeParameters.Length
            && a.Parameters.Zip(b.Parameters, (x, y) => SymbolEqualityComparer.Default.Equals(x.Type, y.Type) || x.Type is ITypeParameterSymbol || y.Type is ITypeParameterSymbol).All(same => same),
        (IPropertySymbol, IPropertySymbol) => true,
        _ => false,
    };
}
