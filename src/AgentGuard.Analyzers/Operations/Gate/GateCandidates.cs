using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>The entries that a name can mean, and the types whose members they can be, in one compilation.</summary>
internal sealed class GateCandidates
{
    private static readonly ImmutableArray<CatalogEntry> None = ImmutableArray<CatalogEntry>.Empty;

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<CatalogEntry>> _byType = new(SymbolEqualityComparer.Default);
    private readonly NamedEntries _named;
    private readonly PresentTypes _present;
    private readonly NamespacesInScope _scope;
    private readonly string _name;
    private readonly Lazy<ImmutableArray<CatalogEntry>> _presentEntries;
    private readonly Lazy<ImmutableArray<(CatalogEntry Entry, ITypeSymbol? Extended)>> _extensions;

    /// <summary>Looks a name up.</summary>
    public GateCandidates(CatalogIndex index, PresentTypes present, NamespacesInScope scope, string name)
    {
        (_present, _scope, _name) = (present, scope, name);
        Always = index.IsDeclared(name);
        _named = index.Lookup(name);
        _presentEntries = new(() => Entries.Where(entry => present.MayBeHidden || !present.Of(entry.Id.Container).IsEmpty).ToImmutableArray());
        _extensions = new(() => Extensions(_named.MayExtend).ToImmutableArray());
    }

    /// <summary>Whether something other than an entry makes the name destructive, so that types tell nothing.</summary>
    public bool Always { get; }

    /// <summary>The entries that rules look for at a call.</summary>
    public ImmutableArray<CatalogEntry> Entries => _named.Operations;

    /// <summary>Those of types that there are.</summary>
    public ImmutableArray<CatalogEntry> PresentEntries => _presentEntries.Value;

    /// <summary>The entries that a member of this type, its bases or interfaces, or an extension of them, can be.</summary>
    public ImmutableArray<CatalogEntry> On(INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        return _byType.TryGetValue(definition, out var known) ? known : _byType.GetOrAdd(definition, Decide(definition));
    }

    private ImmutableArray<CatalogEntry> Decide(INamedTypeSymbol type)
    {
        var own = WithBases(type).Any(ancestor => _named.OperationTypes.Contains(ancestor.Name))
            ? Entries.Where(entry => WithBases(type).Any(ancestor => ancestor.Name == entry.Id.SimpleContainer && ancestor.OriginalDefinition.GetDocumentationCommentId()?.AsSpan(2).SequenceEqual(entry.Id.Container.AsSpan()) == true)).ToImmutableArray()
            : None;
        if (_extensions.Value.IsEmpty) return own;
        var extending = _extensions.Value.Where(extension => Fits(extension.Extended, type)).Select(static extension => extension.Entry).Except(own);
        return own.AddRange(extending);
    }

    private static bool Fits(ITypeSymbol? extended, INamedTypeSymbol type) =>
        extended is not INamedTypeSymbol named || named.SpecialType == SpecialType.System_Object || WithBases(type).Any(ancestor => SymbolEqualityComparer.Default.Equals(ancestor.OriginalDefinition, named.OriginalDefinition));

    private IEnumerable<(CatalogEntry Entry, ITypeSymbol? Extended)> Extensions(IEnumerable<CatalogEntry> entries) =>
        from entry in entries
        where _scope.MayHoldExtensions(entry.Id.Container)
        from container in _present.Of(entry.Id.Container)
        where container.IsStatic
        from extended in ExtendedBy(container)
        select (entry, extended);

    // Null stands for anything: this version of the compiler's API cannot look into an extension block, a nested type without a name of its own.
    private IEnumerable<ITypeSymbol?> ExtendedBy(INamedTypeSymbol container)
    {
        if (container.GetTypeMembers().Any(static nested => nested.Name.Length == 0 || nested.Name.StartsWith("<G>$", StringComparison.Ordinal))) yield return null;
        foreach (var member in container.GetMembers(_name))
        {
            if (member is IMethodSymbol { IsExtensionMethod: true, Parameters: [var receiver, ..] }) yield return receiver.Type;
        }
    }

    private static IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType) yield return current;
        foreach (var implemented in type.AllInterfaces) yield return implemented;
    }
}
