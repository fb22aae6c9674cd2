using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>
/// Answers that the program gives itself to a switch that a destructive call waits for, other than in an argument of its own: in an object of options,
/// <c>Clean(new Options { Yes = true })</c>, or to a constructor that keeps it, <c>new Cleaner(force: true)</c>, <c>new Cleaner(Options.Create(new Settings { Force = true }))</c>. A switch is the one that
/// is waited for if the call is no longer confirmed once it is known to be on.
/// </summary>
internal sealed class GivenAnswers(AnalysisServices services)
{
    // What brings a request to whoever handles it.
    private static readonly string[] Senders = ["Send", "SendAsync", "Publish", "PublishAsync", "Dispatch", "DispatchAsync", "InvokeAsync"];

    private readonly ConcurrentDictionary<(PolicyOptions Options, string Name), bool> _asking = new();

    /// <summary>Where the switches that a call in a method waits for are answered, with their names.</summary>
    public IEnumerable<(ExpressionSyntax Answer, string Switch)> Before(SyntaxNode call, IMethodSymbol method, CancellationToken cancellation)
    {
        var options = services.Policy.For(call.SyntaxTree);
        HashSet<ISymbol>? asked = null;
        foreach (var reference in services.Guards.KeptAround(call, cancellation))
        {
            var symbol = reference is IMemberReferenceOperation { Member: var member } ? member : ((IParameterReferenceOperation)reference).Parameter;
            if (!AsksForYes(SwitchNames.InOptions(symbol), options) || !(asked ??= new(SymbolEqualityComparer.Default)).Add(symbol)) continue;
            foreach (var answer in AnswersTo(reference, method))
            {
                if (IsAnswered(call, answer, method, symbol, cancellation)) yield return (answer.Value, symbol.Name);
            }
        }

        foreach (var flag in FlagsTo(method, options, cancellation)) yield return (flag, flag.Token.ValueText);
        foreach (var (function, question) in QuestionsOf(call, method, cancellation))
        {
            var given = services.OwnAnswers.YesGivenFor(question, function).OfType<IAnonymousFunctionOperation>().Where(answer => !services.Guards.FactsAt(answer.Syntax, 0, cancellation).Include(Facts.Confirmed)).ToList();
            if (given.Count == 0 || services.Guards.IsConfirmedIf(call, ObjectValues.None.SetItem(question is IParameterSymbol ? question : ObjectValues.KeyOf(question), Answering(TypeOf(question))), cancellation)) continue;
            foreach (var answer in given) yield return ((ExpressionSyntax)answer.Syntax, question.Name);
        }
    }

    // Functions that are handed in and named for a question to a person.
    private IEnumerable<(IOperation? Function, ISymbol Question)> QuestionsOf(SyntaxNode call, IMethodSymbol method, CancellationToken cancellation) => services.Guards.KeptAround(call, cancellation)
        .Select(static kept => ((IOperation?)kept, kept is IMemberReferenceOperation { Member: var member } ? member : ((IParameterReferenceOperation)kept).Parameter))
        .Concat(method.Parameters.Select(static parameter => ((IOperation?)null, (ISymbol)parameter)))
        .Where(static function => TypeOf(function.Item2) is { DelegateInvokeMethod: not null } type && (PromptNames.IsPrompt(function.Item2.Name) || PromptNames.IsPrompt(type.Name)))
        .GroupBy(static function => function.Item2, SymbolEqualityComparer.Default)
        .Select(static uses => uses.First());

    private static INamedTypeSymbol? TypeOf(ISymbol function) => function switch
    {
        IParameterSymbol parameter => parameter.Type as INamedTypeSymbol,
        IFieldSymbol field => field.Type as INamedTypeSymbol,
        IPropertySymbol property => property.Type as INamedTypeSymbol,
        _ => null,
    };

    // A function that says yes, at once or when its task is awaited.
    private static Value Answering(INamedTypeSymbol? type) => Value.Pending(Facts.None, Places.IsBool(type!.DelegateInvokeMethod!.ReturnType) ? Value.Of(true) : Value.Pending(Facts.None, Value.Of(true)));

    // The same names stand in many members, and nearly all of them ask for nothing.
    private bool AsksForYes(string name, PolicyOptions options) => _asking.TryGetValue((options, name), out var known)
        ? known
        : _asking.GetOrAdd((options, name), SwitchNames.AsksForYes(name, options));

    // `Run(["--yes"])`, where the method looks for that in its arguments.
    private IEnumerable<LiteralExpressionSyntax> FlagsTo(IMethodSymbol method, PolicyOptions options, CancellationToken cancellation)
    {
        if (method.Parameters.FirstOrDefault(static parameter => parameter.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }) is not { } line || services.DeclarationsOf(method) is not [var written]) return [];
        var sought = FlagsIn(written.GetSyntax(cancellation), options).Select(static flag => flag.Token.ValueText).ToImmutableHashSet();
        return sought.IsEmpty ? [] : services.CallSites.NamesAnywhere(method.Name)
            .Select(CallSyntax.CallOf)
            .SelectMany(static call => call?.ArgumentList.Arguments ?? [])
            .Where(argument => argument.Expression is CollectionExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or InvocationExpressionSyntax && IsFor(argument, method, line) && !services.Guards.FactsAt(argument.Parent!.Parent!, 0, cancellation).Include(Facts.Confirmed))
            .SelectMany(argument => FlagsIn(argument, options).Where(flag => sought.Contains(flag.Token.ValueText) && AddedFlags.IsElementOf(flag, argument)));
    }

    private static IEnumerable<LiteralExpressionSyntax> FlagsIn(SyntaxNode node, PolicyOptions options) => node.DescendantNodes().OfType<LiteralExpressionSyntax>()
        .Where(literal => literal.Token.Value is string text && text.StartsWith("-", StringComparison.Ordinal) && SwitchNames.ReadOption(text.TrimStart('-'), options) is { } option && option.WhenEqual(true).Include(Facts.Confirmed));

    private sealed record Answer(ExpressionSyntax Value, SyntaxNode Given, ISymbol? Options, bool IsWrapped = false);

    private IEnumerable<Answer> AnswersTo(IOperation reference, IMethodSymbol method)
    {
        var own = method.ContainingType;
        if (reference is IParameterReferenceOperation { Parameter: var kept }) return CreationsOf(own).SelectMany(creation => TruesFor(creation, kept.Name));
        if (reference is not IMemberReferenceOperation { Member: { IsStatic: false } symbol, Instance: { } holder } || services.DeclarationsOf(symbol.OriginalDefinition).IsEmpty) return [];
        if (holder is IInstanceReferenceOperation && SymbolEqualityComparer.Default.Equals(symbol.ContainingType, own))
            return KeptFrom(symbol, own).SelectMany(parameter => CreationsOf(own).SelectMany(creation => TruesFor(creation, parameter))).Concat(Initialized(symbol).Where(answer => IsOf(answer.Given, own)));
        var positional = symbol.DeclaringSyntaxReferences is [var written] && written.GetSyntax() is ParameterSyntax ? CreationsOf(symbol.ContainingType).SelectMany(creation => TruesFor(creation, symbol.Name)) : [];
        if (holder is IParameterReferenceOperation { Parameter: var options } && SymbolEqualityComparer.Default.Equals(options.ContainingSymbol, method))
            return Initialized(symbol).Concat(positional).Where(answer => IsHandedTo(answer.Given, method, options)).Select(answer => answer with { Options = options });
        var (keeper, isWrapped) = holder is IPropertyReferenceOperation { Property: { Name: "Value" or "CurrentValue", ContainingType.Name: "IOptions" or "IOptionsMonitor" or "IOptionsSnapshot" }, Instance: { } wrapper } ? (wrapper, true) : (holder, false);
        if (keeper is not (IParameterReferenceOperation or IMemberReferenceOperation { Instance: IInstanceReferenceOperation })) return [];
        ISymbol held = keeper is IParameterReferenceOperation { Parameter: var given } ? given : ((IMemberReferenceOperation)keeper).Member;
        var parameters = held is IParameterSymbol ? [held.Name] : KeptFrom(held, own).ToArray();
        return parameters.Length == 0 ? [] : Initialized(symbol).Concat(positional).Where(answer => IsKept(answer.Given, own, parameters)).Select(answer => answer with { Options = held, IsWrapped = isWrapped });
    }

    // Somebody may have been asked before the answer is given.
    private bool IsAnswered(SyntaxNode call, Answer answer, IMethodSymbol method, ISymbol symbol, CancellationToken cancellation)
    {
        var on = Value.Of(true);
        var given = answer.Options is { } options
            ? ObjectValues.None.SetItem(options is IParameterSymbol ? options : ObjectValues.KeyOf(options), answer.IsWrapped ? Value.Pending(Facts.None, With(symbol, on)) : With(symbol, on))
            : ObjectValues.None.SetItem(symbol is IParameterSymbol ? symbol : ObjectValues.KeyOf(symbol), on);
        return !services.Guards.IsConfirmedIf(call, given, cancellation) && !services.Guards.FactsAt(answer.Given, 0, cancellation).Include(Facts.Confirmed);
    }

    private static Value With(ISymbol member, Value value) => Value.Of(Origin.Unknown) with { Parts = ObjectValues.None.SetItem(ObjectValues.KeyOf(member), value) };

    // `new Options { Yes = true }`
    private IEnumerable<Answer> Initialized(ISymbol member) => services.CallSites.NamesAnywhere(member.Name)
        .Select(static name => name.Parent)
        .OfType<AssignmentExpressionSyntax>()
        .Where(assignment => assignment.Right.IsKind(SyntaxKind.TrueLiteralExpression) && assignment.Parent is InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression, Parent: BaseObjectCreationExpressionSyntax }
            && SymbolEqualityComparer.Default.Equals(services.ModelFor(assignment.SyntaxTree).GetSymbolInfo(assignment.Left).Symbol?.OriginalDefinition, member.OriginalDefinition))
        .Select(static assignment => new Answer(assignment.Right, assignment.Parent!.Parent!, null));

    private IEnumerable<IObjectCreationOperation> CreationsOf(INamedTypeSymbol type) => services.CallSites.NamesAnywhere(type.Name)
        .Select(static name => CallSyntax.WithQualifiers(name).Parent)
        .OfType<ObjectCreationExpressionSyntax>()
        .Where(static creation => creation.ArgumentList?.Arguments.Any(static argument => argument.Expression.IsKind(SyntaxKind.TrueLiteralExpression)) == true)
        .Select(creation => services.ModelFor(creation.SyntaxTree).GetOperation(creation))
        .OfType<IObjectCreationOperation>()
        .Where(creation => SymbolEqualityComparer.Default.Equals(creation.Type?.OriginalDefinition, type.OriginalDefinition));

    private static IEnumerable<Answer> TruesFor(IObjectCreationOperation creation, string parameter) => creation.Arguments
        .Where(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } taken, Value.Syntax: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } } && taken.Name == parameter)
        .Select(argument => new Answer((ExpressionSyntax)argument.Value.Syntax, creation.Syntax, null));

    private bool IsOf(SyntaxNode creation, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(services.ModelFor(creation.SyntaxTree).GetTypeInfo(creation).Type?.OriginalDefinition, type.OriginalDefinition);

    // `_force = force;` in a constructor, or `bool Force { get; } = force;` beside a primary one.
    private IEnumerable<string> KeptFrom(ISymbol member, INamedTypeSymbol type)
    {
        var initial = services.DeclarationsOf(member).Select(static reference => reference.GetSyntax()).Select(static declared => declared switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        });
        var assigned = type.InstanceConstructors.SelectMany(constructor => services.DeclarationsOf(constructor))
            .SelectMany(static reference => reference.GetSyntax() is ConstructorDeclarationSyntax constructor ? constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>() : [])
            .Where(assignment => CallSyntax.CalledName(assignment.Left) == member.Name)
            .Select(static assignment => (ExpressionSyntax?)assignment.Right);
        return initial.Concat(assigned).OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText).Distinct();
    }

    // As an argument, or in a variable that is one.
    private bool IsHandedTo(SyntaxNode creation, IMethodSymbol method, IParameterSymbol parameter) => creation.Parent switch
    {
        ArgumentSyntax argument => IsFor(argument, method, parameter) || IsSent(argument),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var variable, Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } block } } } =>
            block.DescendantNodes().OfType<ArgumentSyntax>().Any(argument => argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && name == variable && IsFor(argument, method, parameter)),
        _ => false,
    };

    // `mediator.Send(new Wipe(Confirmed: true))` calls whoever takes such a request.
    private bool IsSent(ArgumentSyntax argument) =>
        argument.Parent?.Parent is InvocationExpressionSyntax call && CallSyntax.CalledName(call) is { } name && Senders.Contains(name)
        && services.ModelFor(call.SyntaxTree).GetSymbolInfo(call).Symbol is IMethodSymbol sender && (sender.IsAbstract || services.DeclarationsOf(sender.OriginalDefinition).IsEmpty);

    // `new Cleaner(Options.Create(new Settings { Force = true }))`
    private bool IsKept(SyntaxNode options, INamedTypeSymbol type, string[] parameters)
    {
        while (options.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax made } && CallSyntax.CalledName(made) == "Create") options = made;
        return options.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation } argument && IsOf(creation, type)
            && services.ModelFor(creation.SyntaxTree).GetOperation(creation) is IObjectCreationOperation { Arguments: var given } && given.Any(handed => handed.Syntax == argument && handed.Parameter is { } parameter && parameters.Contains(parameter.Name));
    }

    private bool IsFor(ArgumentSyntax argument, IMethodSymbol method, IParameterSymbol parameter) =>
        argument.Parent?.Parent is InvocationExpressionSyntax call && CallSyntax.CalledName(call) == method.Name
        && services.ModelFor(call.SyntaxTree).GetOperation(call) is IInvocationOperation { TargetMethod: var called } invocation
        && CallSites.Means(called, method.OriginalDefinition)
        && invocation.Arguments.Any(handed => handed.Syntax == argument && handed.Parameter?.Ordinal == parameter.Ordinal);
}
