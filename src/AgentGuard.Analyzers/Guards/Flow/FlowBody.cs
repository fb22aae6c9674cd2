using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>One body under analysis: a member's, or that of a lambda or local function in it.</summary>
internal sealed class FlowBody
{
    private readonly ImmutableDictionary<ISymbol, Value> _given;

    private FlowBody(ControlFlowGraph graph, StorageMap storages, Recognition recognition, Helpers helpers, int depth, ImmutableDictionary<ISymbol, Value> given, CancellationToken cancellation)
    {
        (Graph, Storages, Recognition, Helpers, Depth, _given, Cancellation) = (graph, storages, recognition, helpers, depth, given, cancellation);
    }

    /// <summary>The body's control flow graph.</summary>
    public ControlFlowGraph Graph { get; }

    /// <summary>The places that the member writes.</summary>
    public StorageMap Storages { get; }

    /// <summary>What is known of APIs and names.</summary>
    public Recognition Recognition { get; }

    /// <summary>The options of the file.</summary>
    public PolicyOptions Options => Recognition.Options;

    /// <summary>The summaries of called methods.</summary>
    public Helpers Helpers { get; }

    /// <summary>How many calls deep this body is looked into.</summary>
    public int Depth { get; }

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The variables whose checks say nothing of the call that is asked about.</summary>
    public ImmutableHashSet<ISymbol> Unrelated { get; private init; } = ImmutableHashSet<ISymbol>.Empty;

    /// <summary>The variables that hold what the call that is asked about destroys, or its name.</summary>
    public ImmutableHashSet<ISymbol> Destroyed { get; private init; } = ImmutableHashSet<ISymbol>.Empty;

    /// <summary>The variables that are overwritten before the call that is asked about, and where: a check before that was of another value.</summary>
    public ImmutableDictionary<ISymbol, int> Overwritten { get; private init; } = ImmutableDictionary<ISymbol, int>.Empty;

    /// <summary>Whether what it yields is looked at.</summary>
    public bool IsIterator { get; private init; }

    /// <summary>The body of a member.</summary>
    /// <param name="graph">Its control flow graph.</param>
    /// <param name="recognition">What is known of APIs and names.</param>
    /// <param name="helpers">The summaries of called methods.</param>
    /// <param name="depth">How many calls deep it is.</param>
    /// <param name="arguments">What is known of the values that it is called with.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static FlowBody OfMember(ControlFlowGraph graph, Recognition recognition, Helpers helpers, int depth, ImmutableDictionary<ISymbol, Value>? arguments, CancellationToken cancellation) =>
        new(graph, new StorageMap(graph), recognition, helpers, depth, arguments ?? ObjectValues.None, cancellation);

    /// <summary>The same body where checks of some variables say nothing, and those of others only from some place on.</summary>
    public FlowBody Without(ImmutableHashSet<ISymbol> unrelated, ImmutableDictionary<ISymbol, int> overwritten) => new(Graph, Storages, Recognition, Helpers, Depth, _given, Cancellation) { Unrelated = unrelated, Overwritten = overwritten };

    /// <summary>The same body where it is known what holds the name of what goes.</summary>
    public FlowBody Destroying(ImmutableHashSet<ISymbol> destroyed) => new(Graph, Storages, Recognition, Helpers, Depth, _given, Cancellation) { Unrelated = Unrelated, Overwritten = Overwritten, Destroyed = destroyed };

    /// <summary>The same body as one that yields its results.</summary>
    public FlowBody Yielding() => new(Graph, Storages, Recognition, Helpers, Depth, _given, Cancellation) { IsIterator = true };

    /// <summary>The body of a nested function.</summary>
    /// <param name="nested">Its control flow graph.</param>
    /// <param name="given">What is known of the outer variables and of its arguments.</param>
    /// <param name="depth">How many calls deep it is.</param>
    public FlowBody Nested(ControlFlowGraph nested, ImmutableDictionary<ISymbol, Value> given, int depth) =>
        new(nested, Storages.For(nested), Recognition, Helpers, depth, given, Cancellation) { Unrelated = Unrelated, Destroyed = Destroyed, Overwritten = Overwritten };

    /// <summary>The graph of a local function that can be seen from here; null for one that broken code only seems to call.</summary>
    public ControlFlowGraph? GraphOf(IMethodSymbol function)
    {
        for (var graph = Graph; graph is not null; graph = graph.Parent)
        {
            if (graph.LocalFunctions.Contains(function, SymbolEqualityComparer.Default)) return graph.GetLocalFunctionControlFlowGraph(function, Cancellation);
        }

        return null;
    }

    /// <summary>Analyses the body.</summary>
    public BodyResult Analyze()
    {
        var result = new BodyResult();
        try
        {
            var reader = new OperationReader(this);
            if (new FlowSolver(Graph, reader, Cancellation).Run(Initial(reader), result)) return result;
        }
        catch (InsufficientExecutionStackException)
        {
            // Nested too deeply to be read: nothing is known, so that everything is reported.
        }

        return BodyResult.NothingKnown();
    }

    /// <summary>What is known of a variable or a compiler temporary in a state.</summary>
    public Value? Load(IOperation reference, FlowState state)
    {
        var value = Storages.StorageOf(reference) is { } storage && state.Values.TryGetValue(storage, out var stored) ? stored : reference switch
        {
            IParameterReferenceOperation parameter => OfParameter(parameter.Parameter),
            ILocalReferenceOperation local => OfOuterLocal(local.Local),
            IFlowCaptureReferenceOperation capture when Storages.CapturedOperation(capture.Id) is IParameterReferenceOperation captured => OfParameter(captured.Parameter),
            _ => null,
        };
        return Unrelated.IsEmpty && Overwritten.IsEmpty && Destroyed.IsEmpty || reference is IFlowCaptureReferenceOperation || Storages.SymbolOf(reference) is not { } symbol ? value : ForCall(value, symbol, reference);
    }

    // What a variable is to the call that is asked about.
    private Value? ForCall(Value? value, ISymbol variable, IOperation reference)
    {
        if (Unrelated.Contains(variable) || (Overwritten.TryGetValue(variable, out var overwritten) && reference.Syntax.SpanStart < overwritten)) return Value.Unrelated(value);
        return value is null or { IsBare: true } && Destroyed.Contains(variable) ? Value.Of(Origin.Destroyed) : value;
    }

    private Value? OfParameter(IParameterSymbol parameter)
    {
        if (_given.TryGetValue(parameter, out var value)) return value;
        if (Storages.IsWritten(parameter)) return null;
        var named = Recognition.Places.OfParameter(parameter);
        return Unrelated.Contains(parameter) ? Value.Unrelated(named) : named;
    }

    /// <summary>What is known of a member of the object that the body belongs to.</summary>
    public Value? PartOfThis(ISymbol member) => !_given.IsEmpty && _given.TryGetValue(ObjectValues.KeyOf(member), out var value) ? value : null;

    /// <summary>The texts that the body is called with.</summary>
    public IEnumerable<(ISymbol Parameter, string Text)> GivenTexts =>
        _given.Where(static pair => pair.Key is IParameterSymbol).Select(static pair => (pair.Key, Text: OptionCalls.AsText(pair.Value))).Where(static pair => pair.Text is not null).Select(static pair => (pair.Key, pair.Text!));

    private Value? OfOuterLocal(ILocalSymbol local) => _given.TryGetValue(local, out var value) ? value : null;

    /// <summary>The outer variables whose value a nested function may rely on, as they are in a state.</summary>
    public ImmutableDictionary<ISymbol, Value> OuterOf(FlowState state)
    {
        var outer = _given;
        foreach (var pair in state.Values)
        {
            if (pair.Key is { Root: ISymbol symbol and (ILocalSymbol or IParameterSymbol), Member: null } && !Storages.IsReassigned(symbol)) outer = outer.SetItem(symbol, pair.Value);
        }

        return outer;
    }

    /// <summary>The outer variables whose value a nested function may rely on: those that keep the value that they get first.</summary>
    /// <param name="result">What this body gave them.</param>
    /// <param name="mask">The facts that a value may carry with it.</param>
    public ImmutableDictionary<ISymbol, Value> OuterOf(BodyResult result, Facts mask)
    {
        var outer = _given;
        foreach (var pair in result.Stores)
        {
            if (pair.Value is { } value && pair.Key is ILocalSymbol && Storages.IsWrittenOnce(pair.Key)) outer = outer.SetItem(pair.Key, value);
        }

        return mask.IsUnreachable ? outer : outer.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Only(mask), SymbolEqualityComparer.Default);
    }

    // A place that the body writes on one path only keeps, on the others, what its name says.
    private FlowState Initial(OperationReader reader)
    {
        var state = FlowState.Empty;
        foreach (var seed in Storages.Seeds)
        {
            if (seed.Key is { Root: ISymbol root, Member: null } && _given.TryGetValue(root, out var given))
            {
                state = state.With(seed.Key, given);
                continue;
            }

            state = state.With(seed.Key, seed.Value switch
            {
                IParameterReferenceOperation parameter => Recognition.Places.OfParameter(parameter.Parameter),
                IFieldReferenceOperation field => Recognition.Places.OfField(field.Field) ?? Helpers.States.Of(field.Field, this),
                IPropertyReferenceOperation property => Recognition.Places.OfProperty(property.Property, null) ?? Helpers.States.Of(property.Property, this),
                _ => null,
            });
        }

        if (IsIterator) state = state.With(FilledLists.Yielded, FilledLists.Empty);
        reader.State = state;
        return state;
    }
}
