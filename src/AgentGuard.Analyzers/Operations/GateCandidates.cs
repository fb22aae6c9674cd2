using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations;

/// <summary>The entries that a name can mean, and the types whose members they can be, in one compilation.</summary>
internal sealed class GateCandidates(CatalogIndex index, PresentTypes present, string name)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);

    /// <summary>Whether something other than an entry makes the name destructive, so that types tell nothing.</summary>
    public bool Always { get; } = index.IsDeclared(name);

    /// <summary>The entries that rules look for at a call, of types that there are.</summary>
    public ImmutableArray<CatalogEntry> Entries { get; } = index.Lookup(name)
        .Where(entry => entry.Effect is CatalogEffect.Destroys or CatalogEffect.Runs or CatalogEffect.Weakens && present.Hold(entry.Id.Container))
        .ToImmutableArray();

    /// <summary>Whether one of them is about a protection that is switched off.</summary>
    public bool HasWeakenings => Entries.Any(static entry => entry.Effect == CatalogEffect.Weakens);

    /// <summary>Whether a member of this type, its bases or interfaces can be one of the entries.</summary>
    public bool MayBeIn(INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        return _types.TryGetValue(definition, out var known) ? known : _types.GetOrAdd(definition, Decide(definition));
    }

    private bool Decide(INamedTypeSymbol type)
    {
        var types = new List<INamedTypeSymbol>(type.AllInterfaces);
        for (var current = type; current is not null; current = current.BaseType) types.Add(current);
        var containers = types.ConvertAll(current => current.OriginalDefinition.GetDocumentationCommentId() is { } id ? id[2..] : "");
        return Entries.Any(entry => containers.Contains(entry.Id.Container));
    }
}
