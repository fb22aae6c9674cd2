using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Finds the callers of a helper that hands a text parameter on to something that executes it: there the text is known.</summary>
internal sealed class TextForwarders(AnalysisServices services)
{
    private const int MaxHops = 3;

    private readonly EarlierTexts _earlier = new(services, new TextChannels(services));

    private readonly Lazy<ILookup<string, InvocationExpressionSyntax>> _invocations = new(() => services.Compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
        .ToLookup(invocation => CallSyntax.CalledName(invocation) ?? "", StringComparer.Ordinal));

    /// <summary>What the callers make a helper execute.</summary>
    /// <param name="parameter">The helper's text parameter.</param>
    /// <param name="sink">The call in the helper that executes the text.</param>
    /// <param name="scan">The destructive operations at the sink when the parameter has the given texts.</param>
    public IEnumerable<DestructiveOperation> Callers(IParameterSymbol parameter, IOperation sink, Func<ImmutableDictionary<ISymbol, ImmutableArray<FoldedString>>, IEnumerable<DestructiveOperation>> scan) =>
        Callers(parameter, sink, scan, hops: 0);

    private IEnumerable<DestructiveOperation> Callers(IParameterSymbol parameter, IOperation sink, Func<ImmutableDictionary<ISymbol, ImmutableArray<FoldedString>>, IEnumerable<DestructiveOperation>> scan, int hops)
    {
        if (hops == MaxHops || parameter.ContainingSymbol is not IMethodSymbol method || RepeatsAnEarlierOne(sink.Syntax, parameter)) yield break;
        foreach (var call in CallsOf(method))
        {
            if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is not { } argument) continue;

            // A call that runs text by a catalogue line of its own is read there.
            if (services.Catalog.Match(call.TargetMethod).Any(entry => entry.Effect == CatalogEffect.Runs)) continue;
            var texts = services.Texts.Fold(argument.Value);
            var found = scan(ImmutableDictionary<ISymbol, ImmutableArray<FoldedString>>.Empty.WithComparers(SymbolEqualityComparer.Default).Add(parameter, texts)).Where(operation => !_earlier.Made(call, argument.Parameter!, operation)).ToList();
            foreach (var operation in found) yield return operation with { Syntax = call.Syntax, Call = call, Member = method, Through = operation.Through.Add(sink.Syntax) };

            // Where the text destroys whatever the rest of it is, the callers further out add nothing.
            if (found.Count > 0) continue;
            foreach (var outer in texts.Select(text => text.Parameter).OfType<IParameterSymbol>().Distinct<IParameterSymbol>(SymbolEqualityComparer.Default))
            {
                // A helper that calls itself, straight or through another one, has met its own parameter before.
                var further = Callers(outer, call, known => scan(known.SetItem(parameter, services.Texts.Fold(argument.Value, known))), hops + 1);
                foreach (var operation in further) yield return operation with { Through = operation.Through.Add(sink.Syntax) };
            }
        }
    }

    // `if (transaction is null) Execute(sql); else Execute(sql, transaction);` runs the text once, so its callers are looked at once.
    private static bool RepeatsAnEarlierOne(SyntaxNode sink, IParameterSymbol parameter) => Within(parameter.ContainingSymbol.DeclaringSyntaxReferences).Any(earlier =>
        earlier.SyntaxTree == sink.SyntaxTree
        && earlier.SpanStart < sink.SpanStart
        && CallSyntax.CalledName(earlier) == CallSyntax.CalledName(sink)
        && earlier.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name));

    private IEnumerable<IInvocationOperation> CallsOf(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        foreach (var node in Candidates(definition).Where(node => CallSyntax.CalledName(node) == method.Name))
        {
            if (services.ModelFor(node.SyntaxTree).GetOperation(node) is IInvocationOperation call && Means(call.TargetMethod, definition)) yield return call;
        }
    }

    // A private member is called from its own type only, so nothing else is searched.
    private IEnumerable<InvocationExpressionSyntax> Candidates(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.AnonymousFunction } => [],
        { MethodKind: MethodKind.LocalFunction } => Within(method.ContainingSymbol.DeclaringSyntaxReferences),
        { DeclaredAccessibility: Accessibility.Private } => Within(method.ContainingType.DeclaringSyntaxReferences),
        _ => _invocations.Value[method.Name],
    };

    private static IEnumerable<InvocationExpressionSyntax> Within(ImmutableArray<SyntaxReference> declarations) =>
        declarations.SelectMany(declaration => declaration.GetSyntax().DescendantNodes().OfType<InvocationExpressionSyntax>());

    private static bool Means(IMethodSymbol called, IMethodSymbol definition)
    {
        var target = (called.ReducedFrom ?? called).OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(target, definition)) return true;
        var implementation = target.ContainingType is { TypeKind: TypeKind.Interface } ? definition.ContainingType.FindImplementationForInterfaceMember(target) : null;
        return SymbolEqualityComparer.Default.Equals(implementation, definition);
    }
}
