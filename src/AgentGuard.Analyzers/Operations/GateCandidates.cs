using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations;

/// <summary>The entries that a name can mean, and the types whose members they can be, in one compilation.</summary>
internal sealed class GateCandidates
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);
    private readonly Lazy<(bool Any, ImmutableHashSet<ISymbol> Types)> _extended;

    /// <summary>Finds the entries; what they extend is found out on demand.</summary>
    public GateCandidates(Compilation compilation, CatalogIndex index, string name)
    {
        Always = index.IsDeclared(name);
        Entries = index.Lookup(name).Where(entry => entry.Effect is CatalogEffect.Destroys or CatalogEffect.Runs).ToImmutableArray();
        _extended = new(() => ExtendedTypes(compilation, name));
    }

    /// <summary>Whether something other than an entry makes the name destructive, so that types tell nothing.</summary>
    public bool Always { get; }

    /// <summary>The entries that make a call destructive.</summary>
    public ImmutableArray<CatalogEntry> Entries { get; }

    /// <summary>Whether a member that is called on this type, or extends it, can be one of the entries.</summary>
    public bool MayBeIn(INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        return _types.TryGetValue(definition, out var known) ? known : _types.GetOrAdd(definition, Decide(definition));
    }

    private bool Decide(INamedTypeSymbol type)
    {
        var types = new List<INamedTypeSymbol>(type.AllInterfaces.Select(declared => declared.OriginalDefinition));
        for (var current = type; current is not null; current = current.BaseType) types.Add(current.OriginalDefinition);
        var containers = types.ConvertAll(current => current.GetDocumentationCommentId() is { } id ? id[2..] : "");
        return Entries.Any(entry => containers.Contains(entry.Id.Container)) || _extended.Value.Any || types.Exists(_extended.Value.Types.Contains);
    }

    // The type of an extension block has no name; what it extends is not looked into.
    private (bool Any, ImmutableHashSet<ISymbol> Types) ExtendedTypes(Compilation compilation, string name)
    {
        var containers = Entries
            .Select(entry => entry.Id.Container)
            .Distinct()
            .SelectMany(container => compilation.GetTypesByMetadataName(container))
            .Where(container => container.IsStatic)
            .ToImmutableArray();
        var receivers = containers
            .SelectMany(container => container.GetMembers(name).OfType<IMethodSymbol>())
            .Where(method => method.IsExtensionMethod)
            .Select(method => method.Parameters[0].Type)
            .ToImmutableArray();
        var any = receivers.Any(receiver => receiver is not INamedTypeSymbol) || containers.Any(container => container.GetTypeMembers().Any(nested => nested.Name.Length == 0));
        return (any, receivers.Select(ISymbol (receiver) => receiver.OriginalDefinition).ToImmutableHashSet(SymbolEqualityComparer.Default));
    }
}
