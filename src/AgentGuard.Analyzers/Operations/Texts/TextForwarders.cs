using System.Collections.Immutable;
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

    private readonly EarlierTexts _earlier = new(services);

    /// <summary>What the callers make a helper execute.</summary>
    /// <param name="parameters">The helper's parameters that the text is put together from.</param>
    /// <param name="sink">The call in the helper that executes the text.</param>
    /// <param name="scan">The destructive operations at the sink when the parameters have the given texts.</param>
    public IEnumerable<DestructiveOperation> Callers(IReadOnlyList<IParameterSymbol> parameters, IOperation sink, Func<KnownParameters, IEnumerable<DestructiveOperation>> scan) =>
        Callers(parameters, sink, scan, hops: 0);

    /// <summary>The parameters that texts wait for, by the member that has them: each call of it tells of all at once.</summary>
    public static IEnumerable<IReadOnlyList<IParameterSymbol>> ByMember(IEnumerable<FoldedString> texts) => texts
        .SelectMany(static text => text.Parameters)
        .Distinct<IParameterSymbol>(SymbolEqualityComparer.Default)
        .GroupBy(static parameter => parameter.ContainingSymbol, static (_, same) => same.ToList(), SymbolEqualityComparer.Default);

    private IEnumerable<DestructiveOperation> Callers(IReadOnlyList<IParameterSymbol> parameters, IOperation sink, Func<KnownParameters, IEnumerable<DestructiveOperation>> scan, int hops)
    {
        if (hops == MaxHops || parameters[0].ContainingSymbol is not IMethodSymbol method || RepeatsAnEarlierOne(sink.Syntax, method, parameters)) yield break;
        foreach (var call in services.CallSites.Of(method))
        {
            if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameters[0].Ordinal) is not { } argument) continue;

            // A call that runs text by a catalogue line of its own is read there.
            if (services.Catalog.Match(call.TargetMethod).Any(entry => entry.Effect == CatalogEffect.Runs)) continue;
            var known = services.Texts.At(call, parameters);
            var found = scan(known).Where(operation => parameters.Count > 1 || !_earlier.Made(call, argument.Parameter!, operation)).ToList();
            foreach (var operation in found) yield return operation with { Syntax = call.Syntax, Call = call, Member = method, Through = operation.Through.Add(sink.Syntax) };

            // Where the text destroys whatever the rest of it is, the callers further out add nothing.
            if (found.Count > 0) continue;
            foreach (var outer in ByMember(known.Texts.Values.Concat(known.Elements.Values).SelectMany(static texts => texts)))
            {
                // A helper that calls itself, straight or through another one, has met its own parameter before.
                var further = Callers(outer, call, around => scan(services.Texts.At(call, parameters, around)), hops + 1);
                foreach (var operation in further) yield return operation with { Through = operation.Through.Add(sink.Syntax) };
            }
        }
    }

    // `if (transaction is null) Execute(sql); else Execute(sql, transaction);` runs the text once, so its callers are looked at once.
    private static bool RepeatsAnEarlierOne(SyntaxNode sink, IMethodSymbol method, IReadOnlyList<IParameterSymbol> parameters) => CallSites.Within(method.DeclaringSyntaxReferences).Any(earlier =>
        earlier.SyntaxTree == sink.SyntaxTree
        && earlier.SpanStart < sink.SpanStart
        && CallSyntax.CalledName(earlier) == CallSyntax.CalledName(sink)
        && parameters.All(parameter => earlier.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name)));
}
