using System.Collections.Immutable;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>The entries that a call of one name can mean.</summary>
internal sealed class NamedEntries
{
    /// <summary>No entries: nobody looks for the name.</summary>
    public static readonly NamedEntries None = new(ImmutableArray<CatalogEntry>.Empty, ImmutableArray<CatalogEntry>.Empty);

    /// <summary>Takes the entries of a name.</summary>
    /// <param name="builtIn">Those of the built-in catalogue, of which it is known which are of extension methods.</param>
    /// <param name="added">Those of a user's files.</param>
    public NamedEntries(ImmutableArray<CatalogEntry> builtIn, ImmutableArray<CatalogEntry> added)
    {
        All = builtIn.AddRange(added);
        Operations = All.Where(static entry => entry.IsOperation).ToImmutableArray();
        OperationTypes = [.. Operations.Select(static entry => entry.Id.SimpleContainer)];
        MayExtend = builtIn.Where(static entry => entry is { IsOperation: true, Id.IsOfExtensions: true }).Concat(added.Where(static entry => entry.IsOperation)).ToImmutableArray();
    }

    /// <summary>All of them, the built-in ones first.</summary>
    public ImmutableArray<CatalogEntry> All { get; }

    /// <summary>Those that rules look for at a call.</summary>
    public ImmutableArray<CatalogEntry> Operations { get; }

    /// <summary>The names of the types of those, without namespaces.</summary>
    public HashSet<string> OperationTypes { get; }

    /// <summary>Those of them that can be extension methods.</summary>
    public ImmutableArray<CatalogEntry> MayExtend { get; }
}
