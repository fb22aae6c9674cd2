using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>Which types of the catalogue a compilation knows at all: lines about libraries that are not referenced cost a few look-ups, once.</summary>
internal sealed class PresentTypes(Compilation compilation)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<INamedTypeSymbol>> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, INamespaceSymbol?> _namespaces = new(StringComparer.Ordinal);
    private readonly Lazy<bool> _hidden = new(() => compilation.References.Any(reference => !reference.Properties.Aliases.IsEmpty && !reference.Properties.Aliases.Contains("global")));

    /// <summary>Whether an alias of a reference hides its types from here, so that any may exist.</summary>
    public bool MayBeHidden => _hidden.Value;

    /// <summary>The types of a documentation id without its prefix, declared here or in references; of a nested type, the ones around it.</summary>
    public ImmutableArray<INamedTypeSymbol> Of(string container) => _types.TryGetValue(container, out var known) ? known : _types.GetOrAdd(container, Find);

    // The longest part that is a namespace ends where a type begins.
    private ImmutableArray<INamedTypeSymbol> Find(string container)
    {
        for (var dot = container.LastIndexOf('.'); ; dot = container.LastIndexOf('.', dot - 1))
        {
            var space = dot < 0 ? compilation.GlobalNamespace : NamespaceOf(container[..dot]);
            if (space is not null) return space.GetTypeMembers(NameAt(container, dot + 1));
            if (dot <= 0) return ImmutableArray<INamedTypeSymbol>.Empty;
        }
    }

    private INamespaceSymbol? NamespaceOf(string name)
    {
        if (_namespaces.TryGetValue(name, out var known)) return known;
        var dot = name.LastIndexOf('.');
        var outer = dot < 0 ? compilation.GlobalNamespace : NamespaceOf(name[..dot]);
        var found = outer?.GetMembers(name[(dot + 1)..]).OfType<INamespaceSymbol>().FirstOrDefault();
        return _namespaces.GetOrAdd(name, found);
    }

    private static string NameAt(string container, int start)
    {
        var end = container.IndexOfAny(['.', '`'], start);
        return end < 0 ? container[start..] : container[start..end];
    }
}
