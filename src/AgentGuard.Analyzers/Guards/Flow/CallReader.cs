using AgentGuard.Analyzers.Guards.Copies;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>What calls prove: by declaration, by catalogue, by their body, and by their name where no body can be seen.</summary>
/// <param name="body">The body that calls.</param>
/// <param name="forgeries">What that body sets itself.</param>
/// <param name="lists">The lists that it fills.</param>
internal sealed class CallReader(FlowBody body, Forgeries forgeries, FilledLists lists)
{
    private readonly TextCalls _texts = new(body, new ConditionReader(body));
    private readonly OptionCalls _options = new(body);
    private readonly HandedFunctions _functions = new(body);
    private readonly CatalogCalls _catalog = new(body);
    private readonly BackupCalls _backups = new(body);
    private readonly NamedCalls _named = new(body);

    /// <summary>Reads a call: adds what its return proves and gives what is known of its result.</summary>
    public Value? Read(IInvocationOperation call, Value? instance, Value?[] arguments, OperationReader reader)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.LocalFunction) reader.Notes.NoteCall(method.OriginalDefinition, reader.State.Facts);

        var meaning = Meaning(call, instance, arguments, reader);
        meaning = forgeries.Without(call, meaning, arguments, reader.Notes);
        if (forgeries.IsForged(call.Syntax, meaning.Result, reader.Notes)) meaning = new CallMeaning(Facts.None, null, meaning.Body);
        forgeries.Note(call, arguments, meaning.Body, reader.Notes);
        forgeries.NoteSwitches(call, meaning.Body, reader.State.Facts, reader.Notes);
        HandedFunctions.NoteRuns(call, meaning.Body, reader);
        reader.Prove(meaning.OnReturn);
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = call.Arguments[i];
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref) reader.Store(argument.Value, TextCalls.OfParsed(call, arguments), null);
        }

        reader.NoteWrites(call, meaning.Body);
        reader.Notes.NoteCallGuards(call, meaning);
        return meaning.Result;
    }

    private CallMeaning Meaning(IInvocationOperation call, Value? instance, Value?[] arguments, OperationReader reader)
    {
        var method = call.TargetMethod;
        if (CompilerContract.IsConditional(method))
        {
            reader.Notes.NoteDebugOnly(call, arguments);
            return default;
        }

        var contract = CompilerContract.OnReturn(call, arguments, body);
        var meaning = Known(call, instance, arguments, reader);
        return meaning with { OnReturn = meaning.OnReturn | contract };
    }

    // In this order: what is sure of a call before what its name may mean.
    private CallMeaning Known(IInvocationOperation call, Value? instance, Value?[] arguments, OperationReader reader) =>
        OfRuntime(call, arguments, reader)
        ?? OfDeclared(call.TargetMethod)
        ?? TaskCalls.Read(call, instance, arguments, body, reader.State)
        ?? OfList(call, instance, arguments, reader)
        ?? FilteredLoops.Read(call, body, reader.State)
        ?? (CopyLoops.Read(call) is { } copied ? CallMeaning.Of(copied) : default(CallMeaning?))
        ?? Told(call.TargetMethod, _options.Read(call, arguments, reader.State))
        ?? _catalog.Read(call, arguments, reader)
        ?? (LibraryResults.Of(call, arguments, body) is { } made ? CallMeaning.Of(made) : default(CallMeaning?))
        ?? OfText(call, instance, arguments)
        ?? OfExchange(call, arguments)
        ?? OfDelegate(call, instance, arguments, reader)
        ?? OfBody(call, instance, arguments, reader)
        ?? Told(call.TargetMethod, Dialogs.OfCall(call, arguments))
        ?? OfUnrelated(call, instance, arguments)
        ?? OfName(call, arguments, reader);

    private static CallMeaning? Told(IMethodSymbol method, Value? result) => result is null ? null : CallMeaning.Completed(method, Facts.None, result);

    private CallMeaning? OfRuntime(IInvocationOperation call, Value?[] arguments, OperationReader reader)
    {
        if (DeclaredGuards.OfRuntime(call.TargetMethod) is not { } guard) return null;
        if (call.TargetMethod.Name == "RequireTarget" && arguments.FirstOrDefault() is { Origin: Origin.Unrelated }) return default(CallMeaning);
        if (RuntimeArguments.FaultOf(call, body.Options) is not { } fault) return CallMeaning.Completed(call.TargetMethod, guard, null);
        reader.Notes.Note(new Sighting(GuardKinds.Environment, call.Syntax, fault));
        return default(CallMeaning);
    }

    private CallMeaning? OfDeclared(IMethodSymbol method) =>
        DeclaredGuards.FactsOf(method) is not { } declared || !DeclaredGuards.MayBeTrusted(method, declared, body) ? null
        : CallMeaning.GivesBool(method) ? CallMeaning.Completed(method, Facts.None, Value.Condition(declared, Facts.None))
        : CallMeaning.Completed(method, declared, null);

    private CallMeaning? OfList(IInvocationOperation call, Value? instance, Value?[] arguments, OperationReader reader)
    {
        var list = ReceiverOf(call, instance, arguments) ?? (FilledLists.IsLook(call.TargetMethod) ? arguments.FirstOrDefault() : null);
        return lists.Read(call, list, arguments, reader);
    }

    // What the place held before.
    private static CallMeaning? OfExchange(IInvocationOperation call, Value?[] arguments) =>
        call.TargetMethod is { Name: "Exchange" or "CompareExchange" or "Read", ContainingType: { Name: "Interlocked" or "Volatile", ContainingNamespace.Name: "Threading" } } && arguments is [{ } held, ..] ? CallMeaning.Of(held) : null;

    private CallMeaning? OfText(IInvocationOperation call, Value? instance, Value?[] arguments) =>
        _texts.OfThrowHelper(call, arguments) is { } thrown ? new CallMeaning(thrown, null)
        : _texts.TryRead(call, instance, arguments, out var text) ? CallMeaning.Of(text)
        : null;

    // What it runs, where that can be seen; a delegate that is handed in is believed by its name, as a method of an interface is.
    private CallMeaning? OfDelegate(IInvocationOperation call, Value? instance, Value?[] arguments, OperationReader reader)
    {
        if (call is not { TargetMethod: { MethodKind: MethodKind.DelegateInvoke } method, Instance: { } asked }) return null;
        if (instance?.Task is { } pending) return new CallMeaning(pending.Facts, pending.Result);
        if (body.Helpers.OfFunction(asked, body, reader.State, arguments) is { } function) return new CallMeaning(function.OnReturn, function.Result);
        return HandedFunctions.IsPrompt(asked, body) && CallMeaning.GivesBool(method) ? CallMeaning.Completed(method, Facts.None, Value.Condition(Facts.Confirmed, Facts.Declined)) : default(CallMeaning);
    }

    private CallMeaning? OfBody(IInvocationOperation call, Value? instance, Value?[] arguments, OperationReader reader) =>
        body.Helpers.OfMethod(call, instance, _functions.AmongArguments(call, arguments, reader.State), reader.State, body) is { } summary ? OfBody(call, arguments, call.TargetMethod, summary, reader) : null;

    private CallMeaning OfBody(IInvocationOperation call, Value?[] arguments, IMethodSymbol method, HelperSummary summary, OperationReader reader)
    {
        if (_backups.WithBody(call, arguments, method, summary, reader) is { } backup) return backup;
        if (body.Recognition.SharedChecks.AreGivenUp(method, summary, body))
        {
            reader.Notes.NoteGuards(call.Syntax, (summary.Proves(Facts.Environment) ? Facts.Environment : Facts.None) | (summary.Proves(Facts.Confirmed) ? Facts.Confirmed : Facts.None), NearMissReason.ProvesNothing);
            return default;
        }

        if (!summary.IsOverridable && !summary.Proves(Facts.Confirmed) && body.Recognition.LaterAnswers.Of(method, body.Recognition.Names.OfMethod(method.Name).IsPrompt) is { } later) return CallMeaning.Completed(method, summary.OnReturn, later);
        reader.Notes.NoteNamed(call.Syntax, method, Value.Awaited(summary.Result), body);
        return new CallMeaning(summary.OnReturn, summary.Result, summary);
    }

    private static CallMeaning? OfUnrelated(IInvocationOperation call, Value? instance, Value?[] arguments) =>
        ReceiverOf(call, instance, arguments) is { Origin: Origin.Unrelated } unrelated && !CallMeaning.GivesBool(call.TargetMethod)
            ? CallMeaning.Completed(call.TargetMethod, Facts.None, unrelated)
            : null;

    private static Value? ReceiverOf(IInvocationOperation call, Value? instance, Value?[] arguments) => instance ?? (call.TargetMethod.IsExtensionMethod ? arguments.FirstOrDefault() : null);

    // Where the object in view tells which method runs, that one's body counts after all.
    private CallMeaning OfName(IInvocationOperation call, Value?[] arguments, OperationReader reader)
    {
        var named = _named.Read(call, arguments, reader) ?? body.Recognition.SharedChecks.Of(call.TargetMethod, body);
        return named != default && body.Recognition.ObjectsInView.MethodOf(call) is { } behind && body.Helpers.OfDeclaration(behind, body.Depth, body.Cancellation) is { } known ? OfBody(call, arguments, behind, known, reader) : named;
    }
}
