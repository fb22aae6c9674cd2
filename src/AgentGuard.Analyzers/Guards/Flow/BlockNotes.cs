using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>What one visit of a block saw. Only the last visit of each block counts, so that nothing is told from before the fixpoint.</summary>
internal sealed class BlockNotes
{
    /// <summary>The facts before each operation.</summary>
    public List<(SyntaxNode Node, Facts Facts)> Points { get; } = new(16);

    /// <summary>The calls of local functions.</summary>
    public List<(ISymbol Function, Facts Facts)> Calls { get; } = [];

    /// <summary>The functions that are run, or handed to what runs them.</summary>
    public List<(SyntaxNode Function, Facts Facts)> Runs { get; } = [];

    /// <summary>The values that places were given.</summary>
    public List<(ISymbol Place, Value? Value)> Stores { get; } = [];

    /// <summary>The guards that were seen, whether or not they count anywhere.</summary>
    public List<Sighting> Sightings { get; } = [];

    /// <summary>Where the program sets what its guards ask.</summary>
    public List<Forgery> Forgeries { get; } = [];

    /// <summary>What is returned with the facts of its path; null where the block does not return.</summary>
    public (Value? Value, Facts Facts)? Returned { get; set; }

    /// <summary>Notes the facts before an operation.</summary>
    public void Note(SyntaxNode node, Facts facts) => Points.Add((node, facts));

    /// <summary>Notes a call of a local function.</summary>
    public void NoteCall(ISymbol function, Facts facts) => Calls.Add((function, facts));

    /// <summary>Notes that a function is run here, or by what is called here.</summary>
    public void NoteRun(SyntaxNode function, Facts facts) => Runs.Add((function, facts));

    /// <summary>Notes the value that a place was given.</summary>
    public void NoteStore(ISymbol place, Value? value) => Stores.Add((place, value));

    /// <summary>Notes a guard.</summary>
    public void Note(Sighting sighting) => Sightings.Add(sighting);

    /// <summary>Notes the guards that a branch or a call consults.</summary>
    public void NoteGuards(SyntaxNode node, Facts facts, NearMissReason? fault = null)
    {
        if (facts.IsUnreachable || facts == Facts.None) return;
        foreach (var guard in facts.Mentioned()) Sightings.Add(new Sighting(guard, node, fault));
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

    /// <summary>Notes a switch that the program itself has set before it looks at it.</summary>
    public void NoteConstantSwitch(IOperation condition, FlowBody body, FlowState state)
    {
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not) condition = not.Operand;
        if (body.Storages.SymbolOf(condition) is not { } symbol || body.Storages.StorageOf(condition) is not { } storage) return;
        if (!state.Values.TryGetValue(storage, out var value) || !value.IsConstant(out _) || body.Recognition.Names.OfSwitch(symbol.Name) is not { } named) return;
        NoteGuards(condition.Syntax, Value.WhenTrue(named), NearMissReason.SetByProgram);
    }

    /// <summary>Notes a member that is named like a guard but whose body proves nothing.</summary>
    public void NoteNamed(SyntaxNode node, ISymbol member, Value? value, FlowBody body)
    {
        if (!IsAnswer(member) || value is { HasRest: true, Origin: not Origin.Unknown }) return;
        var claimed = DeclaredGuards.FactsOf(member) ?? NamedLike(member, value is not null, body.Recognition.Names);
        if (claimed.IsUnreachable || claimed == Facts.None || (value is { Cases.IsEmpty: false } && Value.WhenTrue(value).Overlap(claimed | Facts.NotProduction))) return;
        NoteGuards(node, claimed, NearMissReason.ProvesNothing);
    }

    /// <summary>Notes what a call or property would prove by its name, if the program did not answer it itself.</summary>
    public void NoteRefuted(SyntaxNode node, CallMeaning meaning)
    {
        var result = Value.Awaited(meaning.Result);
        var told = result is null || result.Cases.IsEmpty ? Facts.None : Value.WhenTrue(result);
        NoteGuards(node, meaning.OnReturn | (meaning.Result?.Task?.Facts ?? Facts.None) | (result is { Origin: Origin.Answer } ? Facts.Confirmed : told), NearMissReason.SetByProgram);
    }

    /// <summary>Notes guards that are the arguments of a call that may be compiled away.</summary>
    public void NoteDebugOnly(IInvocationOperation call, Value?[] arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is { Cases.IsEmpty: false }) NoteGuards(call.Syntax, Value.WhenTrue(argument), NearMissReason.DebugOnly);
        }
    }

    private static Facts NamedLike(ISymbol member, bool isKnown, KnownNames names)
    {
        if (member is not IMethodSymbol) return isKnown && names.OfMethod(member.Name).IsPrompt ? Facts.Confirmed : Value.WhenTrue(names.OfSwitch(member.Name));
        var name = names.OfMethod(member.Name);
        return name.IsPrompt ? Facts.Confirmed : Value.WhenTrue(name.Answer);
    }

    private static bool IsAnswer(ISymbol member) => member switch
    {
        IPropertySymbol property => Places.IsBool(property.Type),
        IMethodSymbol method => Places.IsBool(method.ReturnType) || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] },
        _ => false,
    };
}
