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
/// <c>Clean(new Options { Yes = true })</c>, or to a constructor that keeps it, <c>new Cleaner(force: true)</c>. A switch is the one that
/// is waited for if the call is no longer confirmed once it is known to be on.
/// </summary>
internal sealed class GivenAnswers(AnalysisServices services)
{
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
    }

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

    private sealed record Answer(ExpressionSyntax Value, SyntaxNode Given, IParameterSymbol? Options);

    private IEnumerable<Answer> AnswersTo(IOperation reference, IMethodSymbol method)
    {
        var own = method.ContainingType;
        if (reference is IParameterReferenceOperation { Parameter: var kept }) return CreationsOf(own).SelectMany(creation => TruesFor(creation, kept.Name));
        if (reference is not IMemberReferenceOperation { Member: { IsStatic: false } symbol, Instance: { } holder } || services.DeclarationsOf(symbol.OriginalDefinition).IsEmpty) return [];
        if (holder is IInstanceReferenceOperation && SymbolEqualityComparer.Default.Equals(symbol.ContainingType, own))
            return KeptFrom(symbol, own).SelectMany(parameter => CreationsOf(own).SelectMany(creation => TruesFor(creation, parameter))).Concat(Initialized(symbol).Where(answer => IsOf(answer.Given, own)));
        if (holder is not IParameterReferenceOperation { Parameter: var options } || !SymbolEqualityComparer.Default.Equals(options.ContainingSymbol, method)) return [];
        var positional = symbol.DeclaringSyntaxReferences is [var written] && written.GetSyntax() is ParameterSyntax ? CreationsOf(symbol.ContainingType).SelectMany(creation => TruesFor(creation, symbol.Name)) : [];
        return Initialized(symbol).Concat(positional).Where(answer => IsHandedTo(answer.Given, method, options)).Select(answer => answer with { Options = options });
    }

    // Somebody may have been asked before the answer is given.
    private bool IsAnswered(SyntaxNode call, Answer answer, IMethodSymbol method, ISymbol symbol, CancellationToken cancellation)
    {
        var on = Value.Of(true);
        var given = answer.Options is { } options
            ? ObjectValues.None.SetItem(options, Value.Of(Origin.Unknown) with { Parts = ObjectValues.None.SetItem(ObjectValues.KeyOf(symbol), on) })
            : ObjectValues.None.SetItem(symbol is IParameterSymbol ? symbol : ObjectValues.KeyOf(symbol), on);
        return !services.Guards.IsConfirmedIf(call, given, cancellation) && !services.Guards.FactsAt(answer.Given, 0, cancellation).Include(Facts.Confirmed);
    }

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
        ArgumentSyntax argument => IsFor(argument, method, parameter),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var variable, Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } block } } } =>
            block.DescendantNodes().OfType<ArgumentSyntax>().Any(argument => argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && name == variable && IsFor(argument, method, parameter)),
        _ => false,
    };

    private bool IsFor(ArgumentSyntax argument, IMethodSymbol method, IParameterSymbol parameter) =>
        argument.Parent?.Parent is InvocationExpressionSyntax call && CallSyntax.CalledName(call) == method.Name
        && services.ModelFor(call.SyntaxTree).GetOperation(call) is IInvocationOperation { TargetMethod: var called } invocation
        && CallSites.Means(called, method.OriginalDefinition)
        && invocation.Arguments.Any(handed => handed.Syntax == argument && handed.Parameter?.Ordinal == parameter.Ordinal);
}
