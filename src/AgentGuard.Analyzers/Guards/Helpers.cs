using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Guards.Copies;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards;

/// <summary>What a method or property of the compilation's own source proves to its callers.</summary>
/// <param name="OnReturn">What a normal return proves.</param>
/// <param name="Result">What is known of the result.</param>
/// <param name="DoesSomething">Whether it calls anything that could have an effect beyond a log.</param>
/// <param name="IsOpaque">Whether its result depends on something that cannot be looked into.</param>
/// <param name="Stores">The fields and properties that it writes, with what is known of their values.</param>
internal sealed record HelperSummary(Facts OnReturn, Value? Result, bool DoesSomething, bool IsOpaque, ImmutableDictionary<ISymbol, Value?> Stores)
{
    /// <summary>The guards that it answers itself, by setting what they ask.</summary>
    public GuardKinds Forges { get; init; }

    /// <summary>Whether another body may run in place of this one.</summary>
    public bool IsOverridable { get; private init; }

    /// <summary>The functions among its parameters that it only runs, with what it has made sure of wherever it does.</summary>
    public ImmutableDictionary<ISymbol, Facts> Runs { get; init; } = HandedFunctions.NoRuns;

    /// <summary>Nothing is written.</summary>
    public static readonly ImmutableDictionary<ISymbol, Value?> NoStores = ImmutableDictionary.Create<ISymbol, Value?>(SymbolEqualityComparer.Default);

    /// <summary>The summary where another body may run in place of this one: it may return, and give something else.</summary>
    public HelperSummary Overridable(ITypeSymbol type) => this with { OnReturn = Possible(OnReturn), Result = Possible(Result, type), DoesSomething = true, IsOverridable = true, Runs = HandedFunctions.NoRuns };

    private static Facts Possible(Facts facts) => facts.IsUnreachable ? Facts.None : facts;

    private static Value? Possible(Value? value, ITypeSymbol type) => value?.Task is { } task
        ? value with { Task = new Completion(Possible(task.Facts), Possible(task.Result, type is INamedTypeSymbol { TypeArguments: [var result] } ? result : type)) }
        : value?.OrOther(Places.IsBool(type));

    /// <summary>Whether a return, a true result or the awaited result proves any of these facts.</summary>
    public bool Proves(Facts any) => OnReturn.Overlap(any) || ProvesByResult(Result, any);

    private static bool ProvesByResult(Value? value, Facts any) =>
        value is not null && (value.Cases.Length > 0 && Value.WhenTrue(value).Overlap(any) || (value.Task is { } task && (task.Facts.Overlap(any) || ProvesByResult(task.Result, any))));
}

/// <summary>Summaries of methods and properties in source, a few calls deep. The answer depends on the depth alone, never on who asked first.</summary>
internal sealed class Helpers(Func<SyntaxTree, SemanticModel> models, Func<ISymbol, ImmutableArray<SyntaxReference>> declarations, InjectedMembers injected, Func<SyntaxTree, Recognition> recognition)
{
    /// <summary>How many calls deep bodies are looked into.</summary>
    public const int MostDepth = 4;

    private readonly UnwrittenFields _unwritten = new(declarations);
    private readonly ConcurrentDictionary<(ISymbol Member, int Depth, string Arguments), HelperSummary?> _summaries = new();
    private readonly ConcurrentDictionary<(ISymbol Member, int Depth), (bool Assigned, Value? Value)> _assigned = new();

    /// <summary>The states that types set themselves.</summary>
    public StateFields States { get; } = new(models, declarations, recognition);

    /// <summary>Where a symbol is declared in this compilation.</summary>
    public ImmutableArray<SyntaxReference> DeclarationsOf(ISymbol symbol) => declarations(symbol);

    /// <summary>The summary of a called method, or null if it has no body in source.</summary>
    public HelperSummary? OfMethod(IInvocationOperation call, Value? instance, Value?[] arguments, FlowState state, FlowBody caller)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (method.MethodKind == MethodKind.LocalFunction) return OfLocalFunction(method, call, arguments, state, caller);
        var summary = OfMember(method, caller.Depth + 1, Bind(call, arguments).SetItems(PartsOf(instance)), caller.Cancellation);
        return call.IsVirtual && MayBeOverridden(method) && call.Instance is not (IObjectCreationOperation or { Type.IsSealed: true }) ? summary?.Overridable(method.ReturnType) : summary;
    }

    /// <summary>The summary of a constructor, or of a body that is known to run, with what it is called with.</summary>
    public HelperSummary? OfHanded(IMethodSymbol method, IEnumerable<(IParameterSymbol? Parameter, Value? Value)> arguments, FlowBody caller) =>
        OfMember(method.OriginalDefinition, caller.Depth + 1, Bind(arguments), caller.Cancellation);

    /// <summary>The summary of a method as it is declared.</summary>
    public HelperSummary? OfDeclaration(IMethodSymbol method, int depth, CancellationToken cancellation) =>
        OfMember(method.OriginalDefinition, depth + 1, ImmutableDictionary<ISymbol, Value>.Empty, cancellation);

    /// <summary>The summary of a property's getter with what is known of its object, or null if it has no body.</summary>
    public HelperSummary? OfProperty(IPropertySymbol property, Value? instance, int depth, CancellationToken cancellation)
    {
        if (property.OriginalDefinition.GetMethod is not { } getter) return null;
        var summary = OfMember(getter, depth + 1, PartsOf(instance), cancellation);
        return MayBeOverridden(getter) ? summary?.Overridable(getter.ReturnType) : summary;
    }

    /// <summary>What a conversion of one's own makes of a value, or null if it has no body.</summary>
    public Value? OfConversion(IMethodSymbol conversion, Value? value, FlowBody caller) => conversion.OriginalDefinition.Parameters is [var operand] && value is not null
        ? OfMember(conversion.OriginalDefinition, caller.Depth + 1, ObjectValues.None.SetItem(operand, value), caller.Cancellation)?.Result
        : null;

    /// <summary>The summary of a lambda or method group where it is written.</summary>
    /// <param name="operation">The lambda or method group.</param>
    /// <param name="caller">The body in which it is called.</param>
    /// <param name="state">What is known where it is called.</param>
    /// <param name="arguments">What is known of what it is called with.</param>
    public HelperSummary? OfFunction(IOperation operation, FlowBody caller, FlowState state, params Value?[] arguments)
    {
        while (operation is IConversionOperation or IDelegateCreationOperation)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)operation).Target;
        if (operation is IFlowCaptureReferenceOperation capture && caller.Storages.CapturedOperation(capture.Id) is { } captured) return OfFunction(captured, caller, state, arguments);
        if (operation is ILocalReferenceOperation { Local: var local } && caller.Storages.FunctionIn(local) is { } function) return OfFunction(function, caller, state, arguments);
        if (caller.Depth >= MostDepth) return null;
        switch (operation)
        {
            case IFlowAnonymousFunctionOperation lambda:
                var graph = caller.Graph.GetAnonymousFunctionControlFlowGraphInScope(lambda, caller.Cancellation);
                return Summarize(lambda.Symbol, caller.Nested(graph, caller.OuterOf(state).SetItems(Bind(lambda.Symbol.Parameters.Zip(arguments, static (parameter, value) => ((IParameterSymbol?)parameter, value)))), caller.Depth + 1));
            case IMethodReferenceOperation { Method.MethodKind: not MethodKind.LocalFunction } reference:
                if (reference.Method is { DeclaringSyntaxReferences.IsEmpty: true } listed && listed.Parameters.Length == (listed is { IsExtensionMethod: true, ReducedFrom: null } ? 1 : 0)) return OfListed(listed, caller.Recognition);
                var summary = OfDeclaration(reference.Method, caller.Depth, caller.Cancellation);
                return MayBeOverridden(reference.Method) ? summary?.Overridable(reference.Method.ReturnType) : summary;
            default:
                return null;
        }
    }

    // `Func<bool> isDevelopment = env.IsDevelopment;`
    private static HelperSummary? OfListed(IMethodSymbol method, Recognition recognition) =>
        recognition.Catalog.Match(method).Where(static entry => entry.Effect == CatalogEffect.Checks).Select(entry => recognition.Places.OfEntry(entry, method.Name, method.ReturnType, null, takesKey: false)).FirstOrDefault(static value => value is not null) is { } result
            ? new HelperSummary(Facts.None, result, DoesSomething: false, IsOpaque: true, HelperSummary.NoStores)
            : null;

    /// <summary>The value of a field or property that is assigned nowhere but in initializers and constructors.</summary>
    public bool TryGetAssigned(ISymbol member, FlowBody caller, out Value? value)
    {
        value = null;
        var fixedOnce = member switch
        {
            IFieldSymbol field => field is { IsReadOnly: true, HasConstantValue: false } || _unwritten.Contain(field),
            IPropertySymbol property => property is { SetMethod: null, IsAbstract: false, IsIndexer: false, ContainingType.TypeKind: not TypeKind.Interface },
            _ => false,
        };
        if (!fixedOnce || declarations(member) is not [var written, ..] || caller.Depth >= MostDepth) return false;
        if (written.GetSyntax(caller.Cancellation) is ParameterSyntax) return false;
        if (injected.Contain(member)) return true;
        var key = (member.OriginalDefinition, caller.Depth + 1);
        if (!_assigned.TryGetValue(key, out var assigned)) _assigned[key] = assigned = AssignedValue(key.OriginalDefinition, key.Item2, caller.Cancellation);
        value = assigned.Value;
        return assigned.Assigned;
    }

    /// <summary>The constants of a list that is written out where it is declared and not changed since.</summary>
    /// <param name="operation">The list.</param>
    /// <param name="known">What is known of it where it is used.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Value? ListOf(IOperation operation, Value? known, CancellationToken cancellation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        var symbol = operation switch
        {
            IFieldReferenceOperation { Field.IsReadOnly: true } field => (ISymbol)field.Field,
            IPropertyReferenceOperation { Property.SetMethod: null } property => property.Property,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        var declaration = symbol is null ? null : declarations(symbol).FirstOrDefault()?.GetSyntax(cancellation);
        var written = declaration switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            _ => symbol is null ? operation.Syntax as ExpressionSyntax : null,
        };
        var list = known is { Origin: Origin.List } ? known : written is null ? null : ListLiteral.Read(written, models(written.SyntaxTree), cancellation);
        return list is null || symbol is null ? list : ListChanges.After(list, symbol, models, cancellation);
    }

    /// <summary>The control flow graph of a member or initializer.</summary>
    public ControlFlowGraph? GraphOf(SyntaxNode declaration, CancellationToken cancellation)
    {
        try
        {
            return ControlFlowGraph.Create(declaration, models(declaration.SyntaxTree), cancellation);
        }
        catch (ArgumentException)
        {
            // Broken code may give an operation that is no root; nothing is known of it.
            return null;
        }
    }

    private static bool MayBeOverridden(IMethodSymbol method) => (method.IsVirtual || method.IsOverride || method.IsAbstract) && !method.IsSealed && !method.ContainingType.IsSealed;

    private static ImmutableDictionary<ISymbol, Value> PartsOf(Value? instance) => instance?.Parts ?? ObjectValues.None;

    private static ImmutableDictionary<ISymbol, Value> Bind(IInvocationOperation call, Value?[] arguments) => Bind(call.Arguments.Zip(arguments, static (argument, value) => (argument.Parameter, value)));

    private static ImmutableDictionary<ISymbol, Value> Bind(IEnumerable<(IParameterSymbol? Parameter, Value? Value)> arguments)
    {
        var given = ObjectValues.None;
        foreach (var (parameter, value) in arguments)
        {
            if (parameter is not null && value is { IsBare: false }) given = given.SetItem(parameter.OriginalDefinition, value);
        }

        return given;
    }

    private static string Written(ImmutableDictionary<ISymbol, Value> given) =>
        given.IsEmpty ? "" : string.Join(";", given.OrderBy(pair => pair.Key.Name, StringComparer.Ordinal).Select(pair => $"{(pair.Key is IParameterSymbol ? "" : ".")}{pair.Key.Name}={pair.Value.Describe()}"));

    private HelperSummary? OfMember(IMethodSymbol method, int depth, ImmutableDictionary<ISymbol, Value> given, CancellationToken cancellation)
    {
        method = method.PartialImplementationPart ?? method;
        if (depth > MostDepth || method.IsAbstract || method.IsExtern || declarations(method).IsEmpty) return null;
        var key = ((ISymbol)method, depth, Written(given));
        if (!_summaries.TryGetValue(key, out var summary)) _summaries[key] = summary = Compute(method, depth, given, cancellation);
        return summary;
    }

    private HelperSummary? Compute(IMethodSymbol method, int depth, ImmutableDictionary<ISymbol, Value> given, CancellationToken cancellation)
    {
        var declaration = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        if (!BodyShape.HasBody(declaration) || GraphOf(declaration, cancellation) is not { } graph) return null;
        return Summarize(method, FlowBody.OfMember(graph, recognition(declaration.SyntaxTree), this, depth, given, cancellation));
    }

    private HelperSummary? OfLocalFunction(IMethodSymbol function, IInvocationOperation call, Value?[] arguments, FlowState state, FlowBody caller)
    {
        if (caller.Depth >= MostDepth || caller.GraphOf(function) is not { } graph) return null;
        return Summarize(function, caller.Nested(graph, caller.OuterOf(state).SetItems(Bind(call, arguments)), caller.Depth + 1));
    }

    private HelperSummary Summarize(IMethodSymbol method, FlowBody body)
    {
        var shape = BodyShape.Of(body.Graph);
        if (shape.IsIterator) return new HelperSummary(Facts.None, method.ReturnType.Name == "IEnumerable" ? body.Yielding().Analyze().Yielded : null, shape.DoesSomething, shape.IsOpaque, StoresOf(body, null));
        var result = body.Analyze();
        var summary = method.IsAsync
            ? new HelperSummary(Facts.None, Value.Pending(result.OnReturn, result.Returned), shape.DoesSomething, shape.IsOpaque, StoresOf(body, result))
            : new HelperSummary(result.OnReturn, result.Returned, shape.DoesSomething, shape.IsOpaque, StoresOf(body, result));
        return summary with { Runs = HandedFunctions.RunBy(method, body, result), Forges = result.Forgeries.Aggregate(GuardKinds.None, (all, forgery) => all | forgery.Guards) };
    }

    // What a nested function writes, or a body that was not followed, may be any value.
    private static ImmutableDictionary<ISymbol, Value?> StoresOf(FlowBody body, BodyResult? result)
    {
        var stores = HelperSummary.NoStores;
        foreach (var member in body.Storages.WrittenMembers) stores = stores.SetItem(member.OriginalDefinition, null);
        foreach (var pair in result?.Stores ?? HelperSummary.NoStores)
        {
            if (pair.Key is IFieldSymbol or IPropertySymbol && (!body.Storages.IsShared(pair.Key))) stores = stores.SetItem(pair.Key.OriginalDefinition, pair.Value);
        }

        return stores;
    }

    private (bool, Value?) AssignedValue(ISymbol member, int depth, CancellationToken cancellation)
    {
        var found = false;
        Value? value = null;
        var sources = new List<SyntaxNode>();
        var hasInitializer = false;
        foreach (var reference in declarations(member))
        {
            var initializer = reference.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                _ => null,
            };
            if (initializer is null) continue;
            sources.Add(initializer);
            hasInitializer = true;
        }

        foreach (var constructor in member.ContainingType.Constructors.Where(c => c.IsStatic == member.IsStatic))
        {
            if (constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is ConstructorDeclarationSyntax declaration) sources.Add(declaration);
        }

        foreach (var source in sources)
        {
            if (GraphOf(source, cancellation) is not { } graph) continue;
            var body = FlowBody.OfMember(graph, recognition(source.SyntaxTree), this, depth, null, cancellation).Analyze();
            if (body.TryGetStore(member, out var stored)) Add(stored);

            // Where a constructor may leave it alone, it is what it was before.
            if (!hasInitializer && source is ConstructorDeclarationSyntax { Initializer: not { ThisOrBaseKeyword.ValueText: "this" } } constructor && !BodyShape.Assigns(constructor, member.Name))
                Add(Constants.DefaultOf(member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type) is { HasValue: true, Value: var initial } ? Value.Of(initial) : null);
        }

        return (found, value);

        void Add(Value? stored)
        {
            if (!FilledLists.Stays(stored, member, this)) stored = null;
            value = found ? Value.Join(value, Facts.None, stored, Facts.None) : stored;
            found = true;
        }
    }
}
