using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Which types of the catalogue a compilation knows at all: lines about libraries that are not referenced cost a few look-ups, once.</summary>
internal sealed class PresentTypes(Compilation compilation)
{
    private readonly ConcurrentDictionary<string, bool> _present = new(StringComparer.Ordinal);

    /// <summary>Whether the type of a documentation id, without its prefix, is declared here or in a reference.</summary>
    public bool Hold(string container) => _present.TryGetValue(container, out var known) ? known : _present.GetOrAdd(container, Find);

    // Namespaces as far as there are any, then a type; what is nested in it exists with it. An alias of a reference hides its types from here, so they count as present.
    private bool Find(string container)
    {
        INamespaceSymbol space = compilation.GlobalNamespace;
        foreach (var segment in container.Split('.'))
        {
            var arity = segment.IndexOf('`');
            var name = arity < 0 ? segment : segment[..arity];
            if (!space.GetTypeMembers(name).IsEmpty) return true;
            if (space.GetMembers(name).OfType<INamespaceSymbol>().FirstOrDefault() is not { } inner) break;
            space = inner;
        }

        return compilation.References.Any(reference => !reference.Properties.Aliases.IsEmpty && !reference.Properties.Aliases.Contains("global"));
    }
}
