using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>What is added to a request as its body, in the chain that makes it or by calls on its variable: <c>new RestRequest("graphql").AddJsonBody(new { query })</c>.</summary>
internal sealed class AddedBodies(AnalysisServices services)
{
    private const int MaxCalls = 32;
    private const int MaxTexts = 32;

    // The parameter that holds the body, by the name of the method.
    private static readonly ImmutableDictionary<string, string> Adding = ImmutableDictionary<string, string>.Empty
        .Add("AddJsonBody", "obj").Add("AddStringBody", "body").Add("AddBody", "obj").Add("AddParameter", "value").Add("AddOrUpdateParameter", "value");

    /// <summary>The texts that a request may have as its body when it is sent; one empty text where nothing is added.</summary>
    /// <param name="request">The request.</param>
    /// <param name="use">Where it is sent.</param>
    public ImmutableArray<FoldedString> Of(IOperation request, SyntaxNode use)
    {
        var bodies = InChain(request).Concat(OnVariable(request, use)).Distinct().Take(MaxCalls).Select(BodyOf).OfType<IOperation>().Select(body => services.Texts.Fold(body)).ToImmutableArray();
        return TextChannels.Combinations(bodies).Take(MaxTexts).Select(parts => TextChannels.Joined(parts)).ToImmutableArray();
    }

    private IEnumerable<IInvocationOperation> InChain(IOperation request)
    {
        var pending = new Queue<IOperation>(services.Values.Of(request));
        for (var steps = 0; pending.Count > 0 && steps < MaxCalls; steps++)
        {
            if (pending.Dequeue() is not IInvocationOperation call || ValueSources.RootOf(call, ValuePath.Receiver) is not { } receiver) continue;
            yield return call;
            foreach (var source in services.Values.Of(receiver)) pending.Enqueue(source);
        }
    }

    private static IEnumerable<IInvocationOperation> OnVariable(IOperation request, SyntaxNode use) => Variables.Of(request) is { } variable
        ? Variables.WholeAround(request).Descendants().OfType<IInvocationOperation>().Where(call => call.Syntax.SpanStart < use.SpanStart && SymbolEqualityComparer.Default.Equals(StartOf(call), variable))
        : [];

    private static ISymbol? StartOf(IInvocationOperation call)
    {
        IOperation start = call;
        while (Variables.Unwrap(start) is IInvocationOperation link && ValueSources.RootOf(link, ValuePath.Receiver) is { } receiver) start = receiver;
        return Variables.Of(start);
    }

    private static IOperation? BodyOf(IInvocationOperation call) => Adding.TryGetValue(call.TargetMethod.Name, out var parameter)
        ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter || argument.Parameter?.Name == "jsonString")?.Value
        : null;
}
