using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>Catalogue entries by the simple name of the member: the first gate, where most calls end without being bound.</summary>
internal sealed class CatalogIndex
{
    private static readonly Lazy<CatalogIndex> LazyBuiltIn = new(() => new CatalogIndex(BuiltInFiles().SelectMany(static file => CatalogLine.In(file.Text)).ToList(), null, ImmutableHashSet<string>.Empty));

    private readonly Dictionary<string, List<CatalogLine>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<CatalogLine>> _patterns = [];
    private readonly ConcurrentDictionary<string, NamedEntries> _named = new(StringComparer.Ordinal);
    private readonly CatalogIndex? _inner;
    private readonly ImmutableHashSet<string> _declared;
    private readonly Lazy<ImmutableArray<CatalogEntry>> _entries;

    /// <summary>Indexes entries.</summary>
    public CatalogIndex(ImmutableArray<CatalogEntry> entries)
        : this(entries.Select(CatalogLine.Of).ToList(), null, ImmutableHashSet<string>.Empty)
    {
    }

    // The inner index is not built again: a project's few lines must not cost the whole catalogue in every compilation.
    private CatalogIndex(List<CatalogLine> lines, CatalogIndex? inner, ImmutableHashSet<string> declared)
    {
        (_inner, _declared) = (inner, declared);
        _entries = new(() => (inner?.Entries ?? ImmutableArray<CatalogEntry>.Empty).AddRange(lines.Select(static line => line.Entry)));
        var operations = new HashSet<string>(declared, StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var name = line.Id.CalledName;
            if (line.Id.IsPattern) Add(_patterns, name[0], line);
            else Add(_byName, name, line);
            if (line.Id is { IsPattern: false, AsyncTwin: true }) Add(_byName, name + "Async", line);
            if (!line.IsOperation || line.Id.IsPattern) continue;
            operations.Add(name);
            if (line.Id.AsyncTwin) operations.Add(name + "Async");
        }

        foreach (var name in declared.Where(name => !_byName.ContainsKey(name))) _byName.Add(name, []);
        var own = new WordSet(operations);
        Operations = inner is null ? ImmutableArray.Create(own) : inner.Operations.Add(own);
    }

    /// <summary>The catalogue that ships with the analyzer, parsed once per process.</summary>
    public static CatalogIndex BuiltIn => LazyBuiltIn.Value;

    /// <summary>All entries, in the order of their files. To ask for them has every line read.</summary>
    public ImmutableArray<CatalogEntry> Entries => _entries.Value;

    /// <summary>Whether any entry could be meant by a call of this name. Without patterns, nothing is allocated.</summary>
    public bool Mentions(string name) => _byName.ContainsKey(name) || (_patterns.Count > 0 && FitsPattern(name)) || _inner?.Mentions(name) == true;

    /// <summary>The sets of names that rules look for at a call or an assignment: the built-in one, and that of a user's files.</summary>
    public ImmutableArray<WordSet> Operations { get; }

    /// <summary>Whether any entry is written with a pattern, so that a name must be made a string to be judged.</summary>
    public bool HasPatterns => _patterns.Count > 0 || _inner?.HasPatterns == true;

    /// <summary>Whether something other than an entry makes the name destructive.</summary>
    public bool IsDeclared(string name) => _declared.Contains(name) || _inner?.IsDeclared(name) == true;

    /// <summary>The entries that a call of this name could mean.</summary>
    public NamedEntries Lookup(string name)
    {
        // Only names that somebody looks for are kept, and those of the built-in catalogue for as long as the process lives.
        if (!Mentions(name)) return NamedEntries.None;
        return _named.TryGetValue(name, out var known) ? known : _named.GetOrAdd(name, Read(name));
    }

    /// <summary>This index with further entries, such as those of a user's files, and names that something other than an entry makes destructive.</summary>
    public CatalogIndex With(ImmutableArray<CatalogEntry> entries, ImmutableHashSet<string> names) =>
        entries.IsEmpty && names.IsEmpty ? this : new CatalogIndex(entries.Select(CatalogLine.Of).ToList(), this, names);

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

    private NamedEntries Read(string name)
    {
        var exact = _byName.TryGetValue(name, out var found) ? found.Select(static line => line.Entry) : [];
        var own = exact.Concat(PatternsFor(name).Where(line => line.Id.FitsName(name)).Select(static line => line.Entry));
        return _inner is null ? new NamedEntries(own.ToImmutableArray(), ImmutableArray<CatalogEntry>.Empty) : new NamedEntries(_inner.Lookup(name).All, own.ToImmutableArray());
    }

    private bool FitsPattern(string name)
    {
        foreach (var line in PatternsFor(name))
        {
            if (line.Id.FitsName(name)) return true;
        }

        return false;
    }

    private IEnumerable<CatalogLine> PatternsFor(string name)
    {
        if (_patterns.Count == 0 || name.Length == 0) return [];
        var open = _patterns.TryGetValue('*', out var any) ? any : [];
        return _patterns.TryGetValue(name[0], out var initial) ? initial.Concat(open) : open;
    }

    private static void Add<TKey>(Dictionary<TKey, List<CatalogLine>> lines, TKey key, CatalogLine line)
    {
        if (!lines.TryGetValue(key, out var known)) lines[key] = known = [];
        known.Add(line);
    }
}
