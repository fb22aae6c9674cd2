using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Guards.Copies;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Targets;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>What calls, properties and fields prove: by catalogue, by declaration, by their body, and by their name where no body can be seen.</summary>
internal sealed class CallReader(FlowBody body)
{
    private readonly TextCalls _texts = new(body, new ConditionReader(body));
    private readonly Forgeries _own = new(body);
    private readonly FilledLists _lists = new(body);
    private readonly OptionCalls _options = new(body);
    private readonly HandedFunctions _functions = new(body);

    /// <summary>Reads a call: adds what its return proves and gives what is known of its result.</summary>
    public Value? Read(IInvocationOperation call, Value? instance, Value?[] arguments, OperationReader reader)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.LocalFunction) reader.Notes.NoteCall(method.OriginalDefinition, reader.State.Facts);

        var meaning = Meaning(call, instance, arguments, reader);
        meaning = _own.Without(call, meaning, arguments, reader.Notes);
        if (_own.IsForged(call.Syntax, meaning.Result, reader.Notes)) meaning = new CallMeaning(Facts.None, null, meaning.Body);
        _own.Note(call, arguments, meaning.Body, reader.Notes);
        _own.NoteSwitches(call, meaning.Body, reader.State.Facts, reader.Notes);
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

    /// <summary>What is known of a property's value.</summary>
    public Value? OfProperty(IPropertyReferenceOperation property, Value? instance, Value? key, OperationReader reader, IOperation? source = null)
    {
        var symbol = property.Property;
        if ((ObjectValues.PartOf(instance, symbol) ?? _lists.CountOf(property, instance, source ?? property.Instance)) is { } part) return part;
        if (instance?.Each is { } each && symbol is { Name: "Current", IsIndexer: false }) return ListedChecks.InLoop(each);
        if (instance?.Task is { } made && symbol is { Name: "Value", ContainingType.Name: "Lazy" or "IOptions" })
        {
            if (_own.IsForged(property.Syntax, Value.Under(made.Result, made.Facts), reader.Notes)) return null;
            reader.Prove(made.Facts);
            return made.Result;
        }

        if (instance is { Cases.Length: > 0 } && symbol is { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }) return ConditionReader.Negated(ConditionReader.Test(instance, null, TextTest.Equals, body.Options));
        if (instance is { Origin: Origin.Answer } && symbol is { IsIndexer: true, ContainingType.SpecialType: SpecialType.System_String }) return TextCalls.FirstLetter(instance);
        if (instance is { Origin: Origin.Answer } or { Cases.Length: > 0 } && symbol.Name is "Value" or "IsPresent" && symbol.ContainingType.SpecialType != SpecialType.System_String) return instance;
        if (instance is { Origin: Origin.Answer })
            return Places.IsBool(symbol.Type) ? Value.Condition(Facts.Confirmed, Facts.Declined) : symbol.Name == "Length" ? null : instance;
        if (instance is { Origin: Origin.Destroyed } && !Places.IsBool(symbol.Type) && symbol.Name is not ("Length" or "Count")) return instance;
        if (instance is { Origin: Origin.Unrelated } && (!Places.IsBool(symbol.Type) || symbol.ContainingNamespace.Name == "System")) return instance;
        if (ClimbingPaths.AreReadBy(property)) return Value.Of(Origin.Ancestor);
        var value = DeclaredGuards.FactsOf(symbol) is { } declared && DeclaredGuards.MayBeTrusted(symbol, declared, body)
            ? Value.Condition(declared, Facts.None)
            : Dialogs.OfProperty(property, body) is { } pressed ? pressed
            : body.Helpers.OfProperty(symbol, instance, body.Depth, body.Cancellation) is { } summary ? summary.Result
            : body.Helpers.TryGetAssigned(symbol, body, out var assigned) ? assigned ?? OfText(body.Recognition.Places.OfProperty(symbol, null))
            : body.Recognition.Places.OfProperty(symbol, key is not null && key.IsConstant(out var constant) ? constant as string : null);
        if (value is not null && IsAnsweredHere(property, value, key))
        {
            reader.Notes.NoteRefuted(property.Syntax, new CallMeaning(value.Origin == Origin.Environment ? Facts.Allowed : Facts.None, value));
            return null;
        }

        if (_own.IsForged(property.Syntax, value, reader.Notes) || _own.IsKeySet(property.Syntax, OptionCalls.AsText(key), value, reader.Notes) || _own.IsSwitchedOn(property, value, reader.Notes)) return null;
        reader.Notes.NoteNamed(property.Syntax, symbol, value, body);
        return value;
    }

    private bool IsAnsweredHere(IPropertyReferenceOperation property, Value value, Value? key) =>
        _own.IsChosenAtStart(property.Property, OptionCalls.AsText(key), value)
        || (property.Property is { IsAbstract: true, IsIndexer: false } asked && (body.Recognition.ObjectsInView.IsFake(property) || body.Recognition.EmptyImplementations.StandBehind(asked, value, body)));

    /// <summary>What is known of a field's value.</summary>
    public Value? OfField(IFieldReferenceOperation field, OperationReader reader)
    {
        // A service says nothing by its value, and nearly every field that a call goes to holds one.
        if (field.Type is INamedTypeSymbol { TypeKind: TypeKind.Interface, IsGenericType: false }) return null;
        if (body.Unrelated.Contains(field.Field)) return Value.Of(Origin.Unrelated);
        if (DeclaredGuards.FactsOf(field.Field) is { } declared) return Value.Condition(declared, Facts.None);
        if (body.Helpers.TryGetAssigned(field.Field, body, out var assigned)) return assigned ?? OfText(body.Recognition.Places.OfField(field.Field));
        var named = body.Recognition.Places.OfField(field.Field);
        return _own.IsSwitchedOn(field, named, reader.Notes) ? null : named;
    }

    /// <summary>What is known of a new object.</summary>
    public Value? OfCreation(IObjectCreationOperation creation, Value?[] arguments, FlowState state) => creation.Type?.Name switch
    {
        "Lazy" when creation.Arguments is [var factory, ..] && body.Helpers.OfFunction(factory.Value, body, state) is { } made => Value.Pending(made.OnReturn, made.Result),
        not null when creation.Arguments.IsEmpty && FilledLists.IsList(creation.Type) => FilledLists.OfCreation(creation),
        "ValueTask" when arguments.Length == 1 => arguments[0]?.Task is not null ? arguments[0] : Value.Pending(Facts.None, arguments[0]),
        not null when UnrelatedVariables.AreHandedOver(creation.Arguments, arguments) => Value.Of(Origin.Unrelated),
        "DirectoryInfo" or "FileInfo" => Value.Of(Origin.Path),
        _ => Alternatives.Of(creation, ObjectValues.OfCreation(creation, arguments, body), body),
    };

    /// <summary>What a constructor that throws otherwise has made sure of.</summary>
    public Facts OnCreation(IObjectCreationOperation creation, Value?[] arguments)
    {
        if (creation.Constructor is not { } constructor || body.Helpers.DeclarationsOf(constructor) is not [var written] || written.GetSyntax(body.Cancellation) is not ConstructorDeclarationSyntax) return Facts.None;
        var given = creation.Arguments.Zip(arguments, static (argument, value) => (argument.Parameter, value));
        return body.Helpers.OfHanded(constructor, given, body) is { OnReturn: { IsUnreachable: false } facts } ? facts : Facts.None;
    }

    /// <summary>What a conversion of its type makes of a value.</summary>
    public Value? OfConversion(IMethodSymbol conversion, Value? value) =>
        conversion.ContainingType.Name is "StringValues" or "ReadOnlySpan" or "Span" ? value
        : conversion.ContainingType.Name is "SwitchParameter" ? value is null ? null : value with { Cases = value.Cases.RemoveAll(static @case => @case.Constant is null) }
        : body.Helpers.OfConversion(conversion, value, body) ?? LibraryResults.OfConversion(conversion, value);

    /// <summary>Notes an assignment by which the program itself chooses its environment, or a key of the configuration that it sets.</summary>
    public void NoteForgery(ISimpleAssignmentOperation assignment, Value? key, OperationReader reader)
    {
        _own.NoteName(assignment, reader.Notes);
        _own.Note(assignment, key, reader.Notes);
    }

    private static Value? OfText(Value? byName) => byName is { Cases.IsEmpty: true } ? byName : null;

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

    private CallMeaning Known(IInvocationOperation call, Value? instance, Value?[] arguments, OperationReader reader)
    {
        var method = call.TargetMethod;
        if (DeclaredGuards.OfRuntime(method) is { } runtime)
        {
            if (method.Name == "RequireTarget" && arguments.FirstOrDefault() is { Origin: Origin.Unrelated }) return default;
            if (RuntimeArguments.FaultOf(call, body.Options) is not { } fault) return Completed(method, runtime, null);
            reader.Notes.Note(new Sighting(GuardKinds.Environment, call.Syntax, fault));
            return default;
        }

        if (DeclaredGuards.FactsOf(method) is { } declared && DeclaredGuards.MayBeTrusted(method, declared, body))
            return IsBool(Awaited(method)) ? Completed(method, Facts.None, Value.Condition(declared, Facts.None)) : Completed(method, declared, null);
        if (TaskCalls.Read(call, instance, arguments, body, reader.State) is { } task) return task;
        if (_lists.Read(call, instance ?? (method.IsExtensionMethod || FilledLists.IsLook(method) ? arguments.FirstOrDefault() : null), arguments, reader) is { } counted) return counted;
        if (CopyLoops.Read(call) is { } copied) return new CallMeaning(Facts.None, copied);
        if (_options.Read(call, arguments, reader.State) is { } option) return Completed(method, Facts.None, option);
        if (OfCatalog(call, arguments, reader) is { } listed) return listed;
        if (LibraryResults.Of(call, arguments, body) is { } made) return new CallMeaning(Facts.None, made);
        if (_texts.OfThrowHelper(call, arguments) is { } thrown) return new CallMeaning(thrown, null);
        if (_texts.TryRead(call, instance, arguments, out var text)) return new CallMeaning(Facts.None, text);
        if (method.MethodKind == MethodKind.DelegateInvoke && call.Instance is not null) return OfDelegate(call, instance, arguments, reader);
        if (body.Helpers.OfMethod(call, instance, _functions.AmongArguments(call, arguments, reader.State), reader.State, body) is { } summary) return OfBody(call, arguments, method, summary, reader);
        if (Dialogs.OfCall(call, arguments) is { } answer) return Completed(method, Facts.None, answer);
        if ((instance ?? (method.IsExtensionMethod ? arguments.FirstOrDefault() : null)) is { Origin: Origin.Unrelated } unrelated && !IsBool(Awaited(method))) return Completed(method, Facts.None, unrelated);
        var named = OfName(call, arguments, reader);

        // A name is believed only where no body can be seen.
        if (named != default && (body.Recognition.ObjectsInView.IsFake(call) || body.Recognition.EmptyImplementations.StandBehind(method, named.Result?.Task is { } answered ? answered.Result : named.Result, body)))
        {
            reader.Notes.NoteRefuted(call.Syntax, named);
            return default;
        }

        if (named == default) named = body.Recognition.SharedChecks.Of(method, body);
        return named != default && body.Recognition.ObjectsInView.MethodOf(call) is { } behind && body.Helpers.OfDeclaration(behind, body.Depth, body.Cancellation) is { } known ? OfBody(call, arguments, behind, known, reader) : named;
    }

    // What it runs, where that can be seen; a delegate that is handed in is believed by its name, as a method of an interface is.
    private CallMeaning OfDelegate(IInvocationOperation call, Value? instance, Value?[] arguments, OperationReader reader)
    {
        if (instance?.Task is { } asked) return new CallMeaning(asked.Facts, asked.Result);
        if (body.Helpers.OfFunction(call.Instance!, body, reader.State, arguments) is { } function) return new CallMeaning(function.OnReturn, function.Result);
        return HandedFunctions.IsPrompt(call.Instance!, body) && IsBool(Awaited(call.TargetMethod)) ? Completed(call.TargetMethod, Facts.None, Value.Condition(Facts.Confirmed, Facts.Declined)) : default;
    }

    private CallMeaning? OfCatalog(IInvocationOperation call, Value?[] arguments, OperationReader reader)
    {
        var method = call.TargetMethod;
        foreach (var entry in body.Recognition.Catalog.Match(method))
        {
            if (DeclaredGuards.IsContradicted(entry, method, body) is { } guard)
            {
                reader.Notes.Note(new Sighting(guard, call.Syntax, NearMissReason.ProvesNothing));
                return null;
            }

            switch (entry.Effect)
            {
                case CatalogEffect.Checks when entry.Subject != "target" && body.Recognition.ObjectsInView.IsNamedHere(call):
                    reader.Notes.Note(new Sighting(GuardKinds.Environment, call.Syntax, NearMissReason.SetByProgram));
                    return default(CallMeaning);
                case CatalogEffect.Confirms when !Readers.IsPerson(call, body):
                    return default(CallMeaning);
                case CatalogEffect.Confirms or CatalogEffect.Checks:
                    // The receiver of an extension method is an argument too, but never a text.
                    var keys = call.Arguments.Select((argument, i) => (argument.Value.Type, Value: arguments[i])).Where(pair => pair.Type?.SpecialType == SpecialType.System_String).ToArray();
                    var key = keys.Length > 0 && keys[0].Value is { } first && first.IsConstant(out var constant) ? constant as string : null;
                    var result = body.Recognition.Places.OfEntry(entry, method.Name, Awaited(method), key, keys.Length > 0 && entry.Effect == CatalogEffect.Checks);
                    return Completed(method, method.ReturnsVoid && entry.Effect == CatalogEffect.Confirms ? Facts.Confirmed : Facts.None, result);
                // `File.Copy(settings, settings + ".bak")`: whatever the copy is called, it is of the first.
                case CatalogEffect.BacksUp when UnrelatedVariables.AreHandedOver(method is { Name: "Copy", ContainingType.Name: "File" or "IFile" } ? call.Arguments.Take(1) : call.Arguments, arguments):
                    return default(CallMeaning);
                case CatalogEffect.BacksUp or CatalogEffect.Runs:
                    var backup = body.Recognition.Backups.OfCall(call, body);

                    // `process.Start()` says only that it runs: the process is what is waited for.
                    if (backup != Facts.None && call.Instance is { } process && method is { Name: "Start", ContainingType.Name: "Process" })
                    {
                        reader.Store(process, Value.Pending(backup, null), null);
                        return default(CallMeaning);
                    }

                    return backup == Facts.None ? entry.Effect == CatalogEffect.Runs ? default(CallMeaning) : null : OfBackup(call, backup);
                case CatalogEffect.Destroys:
                    return default(CallMeaning);
            }
        }

        return null;
    }

    // A method with a body is judged by that; only a backup's is too much to judge, so that one that does anything is believed.
    private CallMeaning OfBody(IInvocationOperation call, Value?[] arguments, IMethodSymbol method, HelperSummary summary, OperationReader reader)
    {
        var backup = body.Recognition.Backups.OfNamed(method);
        if (backup != Facts.None && !summary.Proves(backup))
        {
            if (IsOfOther(call, arguments, reader)) return new CallMeaning(summary.OnReturn, summary.Result, summary);
            if ((summary.IsOverridable ? null : body.Recognition.BackupBodies.FaultOf(method)) is not { } fault) return OfBackup(call, backup);
            reader.Notes.Note(new Sighting(GuardKinds.Backup, call.Syntax, fault));
        }

        reader.Notes.NoteNamed(call.Syntax, method, summary.Result?.Task is { } task ? task.Result : summary.Result, body);
        return new CallMeaning(summary.OnReturn, summary.Result, summary);
    }

    // `BackupTable(orders)` before `customers` is dropped: only a parameter that says what is saved tells, for a name may be the backup's own.
    private bool IsOfOther(IInvocationOperation call, Value?[] arguments, OperationReader reader)
    {
        if (body.Unrelated.IsEmpty) return false;
        var saved = call.Arguments.Zip(arguments, static (argument, value) => (argument, value)).Where(static pair => pair.argument.Parameter is { } parameter && Backups.SaysWhat(parameter.Name)).ToList();
        if (saved.Count == 0 || saved.Exists(static pair => pair.value is not { Origin: Origin.Unrelated })) return false;
        reader.Notes.Note(new Sighting(GuardKinds.Backup, call.Syntax, NearMissReason.WrongKind));
        return true;
    }

    private CallMeaning OfName(IInvocationOperation call, Value?[] arguments, OperationReader reader)
    {
        var method = call.TargetMethod;
        var backup = body.Recognition.Backups.OfNamed(method);
        if (backup != Facts.None) return IsOfOther(call, arguments, reader) ? default : OfBackup(call, backup);
        var type = Awaited(method);
        var name = body.Recognition.Names.OfMethod(method.Name);
        if (name.IsReauthentication) return Completed(method, Facts.None, IsBool(type) ? Value.Condition(Facts.Confirmed, Facts.Declined) : Value.Of(Origin.Answer));
        if (PromptNames.IsButton(type)) return Completed(method, Facts.None, Value.Of(Origin.Answer));
        if (!IsBool(type)) return method.DeclaringSyntaxReferences.IsEmpty || method.IsAbstract ? Completed(method, SwitchNames.ReadDemand(method.Name), null) : default;
        if (name.IsPrompt) return Completed(method, Facts.None, Value.Condition(Facts.Confirmed, Facts.Declined));
        return method.Parameters.IsEmpty ? Completed(method, Facts.None, name.Answer) : default;
    }

    private static CallMeaning OfBackup(IInvocationOperation call, Facts backup)
    {
        var (method, type) = (call.TargetMethod, Awaited(call.TargetMethod));
        if (IsBool(type)) return Completed(method, Facts.None, Value.Condition(backup, Facts.None));
        return BackupResults.Of(call, type, backup) is { } result ? Completed(method, Facts.None, result) : Completed(method, backup, null);
    }

    private static CallMeaning Completed(IMethodSymbol method, Facts facts, Value? result) => TaskType(method) is not null
        ? new CallMeaning(Facts.None, facts == Facts.None && result is null ? null : Value.Pending(facts, result))
        : new CallMeaning(facts, result);

    private static bool IsBool(ITypeSymbol type) => Places.IsBool(type);

    private static ITypeSymbol Awaited(IMethodSymbol method) => TaskType(method) is { TypeArguments: [var result] } ? result : method.ReturnType;

    private static INamedTypeSymbol? TaskType(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol task && (task.Name == "IAsyncOperation" || (task.TypeKind is TypeKind.Class or TypeKind.Struct && (task.Name == "Process" || task.Name.EndsWith("Task", StringComparison.Ordinal)))) ? task : null;
}
