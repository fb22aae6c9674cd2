using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards;

/// <summary>What the analysis of one body found: facts at each operation, what a return proves, and every guard that was seen.</summary>
internal sealed class BodyResult
{
    private readonly Dictionary<SyntaxNode, Facts> _points = [];
    private readonly Dictionary<ISymbol, Facts> _calls = new(SymbolEqualityComparer.Default);
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

    /// <summary>The guards that were seen, whether or not they count anywhere, in the order of the text.</summary>
    public IReadOnlyList<Sighting> Sightings => _sorted ??= [.. _sightings.OrderBy(sighting => sighting.Node.SpanStart)];

    /// <summary>The variables that were given a value, with what is known of it.</summary>
    public IReadOnlyDictionary<ISymbol, Value?> Stores => _stores;

    /// <summary>The result where nothing is known.</summary>
    public static BodyResult NothingKnown() => new() { GaveUp = true, OnReturn = Facts.None };

    /// <summary>Notes the facts before an operation. A node that stands for several operations keeps what holds before all of them.</summary>
    public void Note(SyntaxNode node, Facts facts) => _points[node] = _points.TryGetValue(node, out var known) ? known & facts : facts;

    /// <summary>Notes a call of a local function.</summary>
    public void NoteCall(ISymbol function, Facts facts) => _calls[function] = FactsAtCalls(function) & facts;

    /// <summary>Notes the value that a place was given.</summary>
    public void NoteStore(ISymbol place, Value? value) =>
        _stores[place] = _stores.TryGetValue(place, out var known) ? Value.Join(known, Facts.None, value, Facts.None) : value;

    /// <summary>Notes a guard.</summary>
    public void Note(Sighting sighting) => _sightings.Add(sighting);

    /// <summary>Notes the guards that a branch or a call consults.</summary>
    public void NoteGuards(SyntaxNode node, Facts facts, NearMissReason? fault = null)
    {
        if (facts.IsUnreachable) return;
        foreach (var guard in facts.Mentioned()) _sightings.Add(new Sighting(guard, node, fault));
    }

    /// <summary>Notes what a call proves, or fails to prove because nobody looks at its result.</summary>
    public void NoteCallGuards(IInvocationOperation call, CallMeaning meaning)
    {
        NoteGuards(call.Syntax, meaning.OnReturn);
        if (meaning.Result is not { } result) return;
        var ignored = ResultUse.IsIgnored(call.Syntax, out var awaited);
        if (result.Task is { } task)
        {
            NoteGuards(call.Syntax, task.Facts, awaited ? null : ignored ? NearMissReason.NotAwaited : null);
            if (task.Result is not { } inner) return;
            result = inner;
        }

        var offered = result.Origin == Origin.Answer ? Facts.Confirmed : result.Cases.IsEmpty ? Facts.None : Value.WhenTrue(result);
        NoteGuards(call.Syntax, offered, ignored ? NearMissReason.ResultIgnored : null);
    }

    /// <summary>Notes a member that is named like a guard but whose body proves nothing.</summary>
    public void NoteNamed(SyntaxNode node, ISymbol member, Value? value, FlowBody body)
    {
        if (!IsAnswer(member) || value is { HasRest: true, Origin: not Origin.Unknown }) return;
        var claimed = DeclaredGuards.FactsOf(member) ?? (PromptNames.IsPrompt(member.Name) ? Facts.Confirmed : Value.WhenTrue(member is IMethodSymbol ? SwitchNames.ReadMethod(member.Name, body.Options) : SwitchNames.Read(member.Name, body.Options)));
        if (claimed.IsUnreachable || claimed == Facts.None || (value is { Cases.IsEmpty: false } && Value.WhenTrue(value).Overlap(claimed | Facts.NotProduction))) return;
        NoteGuards(node, claimed, NearMissReason.ProvesNothing);
    }

    private static bool IsAnswer(ISymbol member) => member switch
    {
        IPropertySymbol property => Places.IsBool(property.Type),
        IMethodSymbol method => Places.IsBool(method.ReturnType) || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] },
        _ => false,
    };

    /// <summary>Notes guards that are the arguments of a call that may be compiled away.</summary>
    public void NoteDebugOnly(IInvocationOperation call, Value?[] arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is { Cases.IsEmpty: false }) NoteGuards(call.Syntax, Value.WhenTrue(argument), NearMissReason.DebugOnly);
        }
    }

    /// <summary>Notes a returned value with the facts of its path.</summary>
    public void Return(Value? value, Facts facts)
    {
        var returned = Value.Under(value, facts);
        Returned = _returns ? Value.Join(Returned, Facts.None, returned, Facts.None) : returned;
        _returns = true;
    }

    /// <summary>The facts before an operation, or null if the analysis did not come to it.</summary>
    public Facts? At(SyntaxNode node) => _points.TryGetValue(node, out var facts) ? facts : null;

    /// <summary>What holds at every call of a local function in this body; unreachable if there is none.</summary>
    public Facts FactsAtCalls(ISymbol function) => _calls.TryGetValue(function, out var facts) ? facts : Facts.Unreachable;

    /// <summary>The value that a place is given in this body, if it is given one.</summary>
    public bool TryGetStore(ISymbol place, out Value? value) => _stores.TryGetValue(place, out value);
}
