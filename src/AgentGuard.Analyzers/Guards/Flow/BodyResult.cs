using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>What the analysis of one body found: facts at each operation, what a return proves, and every guard that was seen.</summary>
internal sealed class BodyResult
{
    private readonly Dictionary<SyntaxNode, Facts> _points = [];
    private readonly Dictionary<ISymbol, Facts> _calls = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxNode, Facts> _runs = [];
    private readonly Dictionary<ISymbol, Value?> _stores = new(SymbolEqualityComparer.Default);
    private readonly List<Sighting> _sightings = [];
    private List<Sighting>? _sorted;
    private bool _returns;

    /// <summary>What holds when the body returns normally; unreachable if it never does.</summary>
    public Facts OnReturn { get; set; } = Facts.Unreachable;

    /// <summary>What is known of the returned value.</summary>
    public Value? Returned { get; private set; }

    /// <summary>Whether the body was too much to analyse: then nothing is known anywhere in it.</summary>
    public bool GaveUp { get; init; }

    /// <summary>Whether an iterator has yielded anything once it is through, and what it proves that it has not; null for any other body.</summary>
    public Value? Yielded { get; private set; }

    /// <summary>Takes what holds when the body returns. Who only looks for the first element stops there, so that one proves nothing.</summary>
    public void End(FlowState end)
    {
        OnReturn = end.Facts;
        if (end.Values.TryGetValue(FilledLists.Yielded, out var yielded) && Value.Under(yielded, end.Facts) is { HasRest: false } known)
            Yielded = known with { Cases = known.Cases.Select(static one => one.Constant is ListSize { IsFilled: false } ? one : one with { Facts = Facts.None }).ToImmutableArray() };
    }

    /// <summary>The guards that were seen, whether or not they count anywhere, in the order of the text.</summary>
    public IReadOnlyList<Sighting> Sightings => _sorted ??= [.. _sightings.OrderBy(sighting => sighting.Node.SpanStart)];

    /// <summary>The variables that were given a value, with what is known of it.</summary>
    public IReadOnlyDictionary<ISymbol, Value?> Stores => _stores;

    /// <summary>Where the program sets what its guards ask.</summary>
    public List<Forgery> Forgeries { get; } = [];

    /// <summary>The result where nothing is known.</summary>
    public static BodyResult NothingKnown() => new() { GaveUp = true, OnReturn = Facts.None };

    /// <summary>Adds what the last visit of a block saw.</summary>
    public void Add(BlockNotes notes)
    {
        foreach (var (node, facts) in notes.Points) AddPoint(node, facts);
        foreach (var (function, facts) in notes.Calls) _calls[function] = FactsAtCalls(function) & facts;
        foreach (var (function, facts) in notes.Runs) _runs[function] = RunAt(function) is { } known ? known & facts : facts;
        foreach (var (place, value) in notes.Stores) _stores[place] = _stores.TryGetValue(place, out var known) ? Value.Join(known, Facts.None, value, Facts.None) : value;
        _sightings.AddRange(notes.Sightings);
        Forgeries.AddRange(notes.Forgeries);
        if (notes.Returned is not var (returned, path)) return;
        var under = Value.Under(returned, path);
        Returned = _returns ? Value.Join(Returned, Facts.None, under, Facts.None) : under;
        _returns = true;
    }

    /// <summary>Adds the facts before an operation. A node that stands for several operations keeps what holds before all of them.</summary>
    public void AddPoint(SyntaxNode node, Facts facts) => _points[node] = _points.TryGetValue(node, out var known) ? known & facts : facts;

    /// <summary>The facts before an operation, or null if the analysis did not come to it.</summary>
    public Facts? At(SyntaxNode node) => _points.TryGetValue(node, out var facts) ? facts : null;

    /// <summary>What holds at every call of a local function in this body; unreachable if there is none.</summary>
    public Facts FactsAtCalls(ISymbol function) => _calls.TryGetValue(function, out var facts) ? facts : Facts.Unreachable;

    /// <summary>What holds wherever a function that is written at a node runs; null if that cannot be told.</summary>
    public Facts? RunAt(SyntaxNode function) => _runs.TryGetValue(function, out var facts) ? facts : null;

    /// <summary>The value that a place is given in this body, if it is given one.</summary>
    public bool TryGetStore(ISymbol place, out Value? value) => _stores.TryGetValue(place, out value);
}
