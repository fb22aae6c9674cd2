using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Excuses;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Finds the callers of a helper that hands a text parameter on to something that executes it: there the text is known.</summary>
internal sealed class TextForwarders(AnalysisServices services)
{
    private const int MaxHops = 3;

    // The calls of a helper itself are all looked at, and behind each of them so many further out: around an interpreter they are a product of hundreds.
    private const int MaxOuterCalls = 64;

    private readonly EarlierTexts _earlier = new(services);

    /// <summary>What the callers make a helper execute.</summary>
    /// <param name="parameters">The helper's parameters that the text is put together from.</param>
    /// <param name="sink">The call in the helper that executes the text.</param>
    /// <param name="read">What is executed at the sink when the parameters are given.</param>
    /// <param name="judge">The destructive operations in that.</param>
    public IEnumerable<DestructiveOperation> Callers(IReadOnlyList<IParameterSymbol> parameters, IOperation sink, Func<KnownParameters, ImmutableArray<ExecutedText>> read, Func<ImmutableArray<ExecutedText>, IEnumerable<DestructiveOperation>> judge) =>
        Callers(parameters, sink, read, judge, hops: 0, new StrongBox<int>());

    /// <summary>The parameters that texts wait for which do not destroy as they stand, by the member that has them: each call of it tells of all at once.</summary>
    public static IEnumerable<IReadOnlyList<IParameterSymbol>> ByMember(ImmutableArray<ExecutedText> texts) => texts
        .Where(static text => !text.Destroys)
        .SelectMany(static text => text.Text.Parameters)
        .Distinct<IParameterSymbol>(SymbolEqualityComparer.Default)
        .GroupBy(static parameter => parameter.ContainingSymbol, static (_, same) => same.ToList(), SymbolEqualityComparer.Default);

    private IEnumerable<DestructiveOperation> Callers(IReadOnlyList<IParameterSymbol> parameters, IOperation sink, Func<KnownParameters, ImmutableArray<ExecutedText>> read, Func<ImmutableArray<ExecutedText>, IEnumerable<DestructiveOperation>> judge, int hops, StrongBox<int> outerCalls)
    {
        if (hops == MaxHops || parameters[0].ContainingSymbol is not IMethodSymbol method || RepeatsAnEarlierOne(sink.Syntax, method, parameters)) yield break;
        foreach (var call in method.MethodKind == MethodKind.Constructor ? services.CreationSites.Of(method) : services.CallSites.Of(method))
        {
            if (hops == 0) outerCalls.Value = 0;
            else if (++outerCalls.Value > MaxOuterCalls) yield break;
            if (CallSites.ArgumentsOf(call).FirstOrDefault(argument => argument.Parameter?.Ordinal == parameters[0].Ordinal) is not { } argument) continue;

            // A call that runs text by a catalogue line of its own is read there.
            if (OperationFinder.MemberOf(call) is not { } called || services.Catalog.Match(called).Any(entry => entry.Effect == CatalogEffect.Runs)) continue;
            var known = services.Texts.At(call, parameters);
            var texts = read(known);
            var found = judge(texts).Where(operation => parameters.Count > 1 || call is not IInvocationOperation invocation || !_earlier.Made(invocation, argument.Parameter!, operation)).ToList();
            foreach (var operation in found) yield return operation with { Syntax = call.Syntax, Call = call, Member = method, Through = operation.Through.Add(sink.Syntax) };

            // Where the text destroys whatever the rest of it is, the callers further out add nothing.
            if (found.Count > 0) continue;
            foreach (var outer in ByMember(texts))
            {
                // A helper that calls itself, straight or through another one, has met its own parameter before.
                var further = Callers(outer, call, around => read(services.Texts.At(call, parameters, around)), judge, hops + 1, outerCalls);
                foreach (var operation in further) yield return operation with { Through = operation.Through.Add(sink.Syntax) };
            }
        }
    }

    // `if (transaction is null) Execute(sql); else Execute(sql, transaction);` runs the text once, so its callers are looked at once.
    private static bool RepeatsAnEarlierOne(SyntaxNode sink, IMethodSymbol method, IReadOnlyList<IParameterSymbol> parameters)
    {
        // What a constructor is handed may be executed by any method of its type, from a field of its own.
        var isKept = method.MethodKind == MethodKind.Constructor;
        var names = isKept ? NamesIn(sink, withReceiver: false) : [.. parameters.Select(static parameter => parameter.Name)];
        return names.Count > 0 && CallSites.Within((isKept ? method.ContainingType : (ISymbol)method).DeclaringSyntaxReferences).Any(earlier =>
            earlier.SyntaxTree == sink.SyntaxTree
            && earlier.SpanStart < sink.SpanStart
            && Verb(earlier) == Verb(sink)
            && names.IsSubsetOf(NamesIn(earlier, withReceiver: true)));
    }

    // The variables that a call gets, or is called on.
    private static HashSet<string> NamesIn(SyntaxNode node, bool withReceiver)
    {
        if (node is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments, Expression: var called }) return [];
        var names = arguments.Select(static argument => argument.Expression);
        if (withReceiver && called is MemberAccessExpressionSyntax { Expression: var receiver }) names = names.Append(receiver);
        return [.. names.OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText)];
    }

    // `Execute(sql)` and `ExecuteAsync(sql)` are two ways to one end.
    private static string? Verb(SyntaxNode call) => CallSyntax.CalledName(call) is { } name && name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] : CallSyntax.CalledName(call);
}
