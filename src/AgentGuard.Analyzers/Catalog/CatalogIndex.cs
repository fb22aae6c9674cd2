using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>Catalogue entries by the simple name of the member: the first gate, where most calls end without being bound.</summary>
internal sealed class CatalogIndex
{
    private static readonly Lazy<CatalogIndex> LazyBuiltIn = new(() => new CatalogIndex(BuiltInEntries()));

    private readonly Dictionary<string, ImmutableArray<CatalogEntry>> _byName;
    private readonly ImmutableArray<CatalogEntry>[] _patternsByInitial;
    private readonly ImmutableArray<CatalogEntry> _openPatterns;
    private readonly CatalogIndex? _inner;
    private readonly ImmutableHashSet<string> _declared;
    private readonly WordSet _operations;

    /// <summary>Indexes entries.</summary>
    public CatalogIndex(ImmutableArray<CatalogEntry> entries)
        : this(entries, null, ImmutableHashSet<string>.Empty)
    {
    }

    // The inner index is not built again: a project's few lines must not cost the whole catalogue in every compilation.
    private CatalogIndex(ImmutableArray<CatalogEntry> entries, CatalogIndex? inner, ImmutableHashSet<string> declared)
    {
        (_inner, _declared) = (inner, declared);
        Entries = inner is null ? entries : inner.Entries.AddRange(entries);
        _byName = entries
            .Where(entry => !entry.Id.IsPattern)
            .SelectMany(entry => Names(entry.Id).Select(name => (name, entry)))
            .GroupBy(pair => pair.name, pair => pair.entry, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        foreach (var name in declared.Where(name => !_byName.ContainsKey(name))) _byName.Add(name, ImmutableArray<CatalogEntry>.Empty);

        _operations = new WordSet(_byName.Where(pair => declared.Contains(pair.Key) || pair.Value.Any(static entry => entry.IsOperation)).Select(pair => pair.Key));

        var patterns = entries.Where(entry => entry.Id.IsPattern).ToLookup(entry => entry.Id.Name[0]);
        _openPatterns = patterns['*'].ToImmutableArray();
        _patternsByInitial = [.. Enumerable.Range(0, 128).Select(initial => initial == '*' ? ImmutableArray<CatalogEntry>.Empty : patterns[(char)initial].ToImmutableArray())];
    }

    /// <summary>The catalogue that ships with the analyzer, parsed once per process.</summary>
    public static CatalogIndex BuiltIn => LazyBuiltIn.Value;

    /// <summary>All entries, in the order of their files.</summary>
    public ImmutableArray<CatalogEntry> Entries { get; }

    /// <summary>Whether any entry could be meant by a call of this name. Allocates nothing.</summary>
    public bool Mentions(string name) =>
        _byName.ContainsKey(name) || AnyFits(PatternsFor(name), name) || AnyFits(_openPatterns, name) || _inner?.Mentions(name) == true;

    /// <summary>The sets of names that rules look for at a call or an assignment: the built-in one, and that of a user's files.</summary>
    public ImmutableArray<WordSet> Operations => _inner is null ? ImmutableArray.Create(_operations) : _inner.Operations.Add(_operations);

    /// <summary>Whether any entry is written with a pattern, so that a name must be made a string to be judged.</summary>
    public bool HasPatterns => !_openPatterns.IsEmpty || _patternsByInitial.Any(static patterns => !patterns.IsEmpty) || _inner?.HasPatterns == true;

    /// <summary>Whether something other than an entry makes the name destructive.</summary>
    public bool IsDeclared(string name) => _declared.Contains(name) || _inner?.IsDeclared(name) == true;

    /// <summary>The entries that a call of this name could mean.</summary>
    public ImmutableArray<CatalogEntry> Lookup(string name)
    {
        var exact = _byName.TryGetValue(name, out var found) ? found : ImmutableArray<CatalogEntry>.Empty;
        var patterns = PatternsFor(name).Concat(_openPatterns).Where(entry => entry.Id.FitsName(name));
        var own = exact.AddRange(patterns);
        return _inner is null ? own : _inner.Lookup(name).AddRange(own);
    }

    /// <summary>This index with further entries, such as those of a user's files, and names that something other than an entry makes destructive.</summary>
    public CatalogIndex With(ImmutableArray<CatalogEntry> entries, ImmutableHashSet<string> names) =>
        entries.IsEmpty && names.IsEmpty ? this : new CatalogIndex(entries, this, names);

    /// <summary>The names of the built-in files and their text, for the tests and the generated documentation.</summary>
    public static IEnumerable<(string Name, string Text)> BuiltInFiles()
    {
        var assembly = typeof(CatalogIndex).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith("AgentGuard.Catalog.", StringComparison.Ordinal)).OrderBy(name => name, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource["AgentGuard.Catalog.".Length..], reader.ReadToEnd());
        }
    }

    private static ImmutableArray<CatalogEntry> BuiltInEntries() =>
        BuiltInFiles().SelectMany(file => CatalogParser.Parse(SourceText.From(file.Text)).Entries).ToImmutableArray();

    private static IEnumerable<string> Names(CatalogId id) => id.AsyncTwin ? [id.CalledName, id.CalledName + "Async"] : [id.CalledName];

    private static bool AnyFits(ImmutableArray<CatalogEntry> entries, string name)
    {
        foreach (var entry in entries)
        {
            if (entry.Id.FitsName(name)) return true;
        }

        return false;
    }

    private ImmutableArray<CatalogEntry> PatternsFor(string name) => name.Length > 0 && name[0] < 128 ? _patternsByInitial[name[0]] : ImmutableArray<CatalogEntry>.Empty;
}
