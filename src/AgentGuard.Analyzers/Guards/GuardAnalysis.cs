using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Guards;

/// <summary>Answers which guards hold at a call. One per compilation; each member is analysed once, when it is first asked about.</summary>
internal sealed class GuardAnalysis
{
    private readonly ConcurrentDictionary<PolicyOptions, Recognition> _recognitions = new();
    private readonly ConcurrentDictionary<SyntaxNode, MemberFlow?> _members = new();
    private readonly ConcurrentDictionary<SyntaxNode, UnrelatedVariables> _unrelated = new();
    private readonly AnalysisServices _services;
    private readonly Helpers _helpers;
    private readonly CallerFacts _callers;

    /// <summary>Prepares the analysis; nothing is built until a call is asked about.</summary>
    public GuardAnalysis(AnalysisServices services)
    {
        _services = services;
        _helpers = new Helpers(services.ModelFor, services.DeclarationsOf, services.Injected, RecognitionFor);
        _callers = new CallerFacts(this, services.ModelFor, services.DeclarationsOf, () => services.Compilation.SyntaxTrees);
    }

    /// <summary>What is known just before a call.</summary>
    public GuardState At(SyntaxNode call, SemanticModel model, CancellationToken cancellation)
    {
        if (FlowOf(call, cancellation) is not { } flow) return new GuardState(Facts.None, () => ImmutableArray<NearMiss>.Empty);
        var facts = FactsAt(call, flow, 0, cancellation);
        var related = facts.IsUnreachable || !facts.Overlap(Facts.Environment) ? null : RelatedFlow(call, flow, model, cancellation);
        if (related is not null) facts = facts.Without(Facts.Environment) | (FactsAt(call, related, 0, cancellation) & Facts.Environment);
        if (!facts.IsUnreachable && _services.Policy.For(model.SyntaxTree).AllowListsOnly) facts = facts.Without(Facts.NotProduction);
        return new GuardState(facts, () => NearMisses.Around(call, flow, related, cancellation));
    }

    /// <summary>Where the program, before a call, sets what the guards ask that attributes on its member stand for.</summary>
    public ImmutableArray<Forgery> ForgeriesBefore(SyntaxNode call, CancellationToken cancellation) => FlowOf(call, cancellation) is { } flow
        ? flow.Around(call).SelectMany(around => around.Result.Forgeries).Where(forgery => forgery.Node.SpanStart < call.SpanStart).ToImmutableArray()
        : ImmutableArray<Forgery>.Empty;

    /// <summary>Compares what a member claims by a guard attribute with its body.</summary>
    public Honesty Judge(ISymbol member, AttributeData attribute, CancellationToken cancellation) =>
        DeclaredGuards.ClaimOf(attribute) is { } claim ? DeclaredGuards.Judge(member, claim, _helpers, 0, cancellation) : Honesty.Opaque;

    /// <summary>The facts at a node, with those that its member's callers bring.</summary>
    internal Facts FactsAt(SyntaxNode node, int depth, CancellationToken cancellation) => FlowOf(node, cancellation) is { } flow ? FactsAt(node, flow, depth, cancellation) : Facts.None;

    private Facts FactsAt(SyntaxNode node, MemberFlow flow, int depth, CancellationToken cancellation)
    {
        var own = flow.FactsAt(node, out var cutByDelegate);
        if (own.IsUnreachable) return own;
        var outer = _callers.Of(flow.Root, depth, cancellation);
        return own | (cutByDelegate ? outer & Facts.ProcessInvariant : outer);
    }

    // A check of one path, host or connection says nothing of another: the member is read again without those that have nothing to do with this call.
    private MemberFlow? RelatedFlow(SyntaxNode call, MemberFlow flow, SemanticModel model, CancellationToken cancellation)
    {
        var unrelated = _unrelated.GetOrAdd(flow.Root, _ => new UnrelatedVariables(flow.RootBody.Graph.OriginalOperation, flow.RootBody.Storages.Variables)).At(model.GetOperation(call, cancellation));
        return unrelated.IsEmpty ? null : new MemberFlow(flow.Root, flow.RootBody.Without(unrelated), _services.ModelFor(flow.Root.SyntaxTree), cancellation);
    }

    private MemberFlow? FlowOf(SyntaxNode node, CancellationToken cancellation)
    {
        if (MemberRoot.Of(node) is not { } root) return null;
        if (_members.TryGetValue(root, out var known)) return known;
        var flow = _helpers.GraphOf(root, cancellation) is { } graph
            ? new MemberFlow(root, FlowBody.OfMember(graph, RecognitionFor(root.SyntaxTree), _helpers, 0, null, cancellation), _services.ModelFor(root.SyntaxTree), cancellation)
            : null;
        return _members.GetOrAdd(root, flow);
    }

    private Recognition RecognitionFor(SyntaxTree tree) => _recognitions.GetOrAdd(_services.Policy.For(tree), options => new Recognition(_services, options));
}
