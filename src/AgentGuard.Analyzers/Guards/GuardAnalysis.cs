using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Copies;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Guards.Targets;
using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards;

/// <summary>Answers which guards hold at a call. One per compilation; each member is analysed once, when it is first asked about.</summary>
internal sealed class GuardAnalysis
{
    private readonly ConcurrentDictionary<PolicyOptions, Recognition> _recognitions = new();
    private readonly ConcurrentDictionary<SyntaxNode, MemberFlow?> _members = new();
    private readonly ConcurrentDictionary<SyntaxNode, UnrelatedVariables> _unrelated = new();
    private readonly ConcurrentDictionary<SyntaxNode, DestroyedNames> _destroyed = new();
    private readonly ConcurrentDictionary<(SyntaxNode Root, string Variables), MemberFlow> _destroying = new();
    private readonly AnalysisServices _services;
    private readonly Helpers _helpers;
    private readonly CallerFacts _callers;
    private readonly InstanceFacts _instances;

    // What is proven of something, and may be proven of something else than what goes.
    private static readonly Facts Aimed = Facts.Environment | Facts.AnyBackup;

    /// <summary>Prepares the analysis; nothing is built until a call is asked about.</summary>
    public GuardAnalysis(AnalysisServices services)
    {
        _services = services;
        _helpers = new Helpers(services.ModelFor, services.DeclarationsOf, services.Injected, RecognitionFor);
        _callers = new CallerFacts(this, services.ModelFor, services.DeclarationsOf, () => services.Compilation.SyntaxTrees);
        _instances = new InstanceFacts(_helpers, services.ModelFor);
    }

    /// <summary>What is known just before a call.</summary>
    public GuardState At(SyntaxNode call, SemanticModel model, CancellationToken cancellation)
    {
        if (FlowOf(call, cancellation) is not { } flow) return new GuardState(Facts.None, () => ImmutableArray<NearMiss>.Empty);
        var facts = FactsAt(call, flow, 0, cancellation);
        var related = facts.IsUnreachable || !facts.Overlap(Aimed) ? null : RelatedFlow(call, flow, model, cancellation);
        if (related is not null) facts = facts.Without(Aimed) | (FactsAt(call, related, 0, cancellation) & Aimed);
        if (facts.Overlap(Facts.PathContained) && !facts.IsUnreachable && (Climbs(call) || ClimbingPaths.LeadOut(call))) facts = facts.Without(Facts.PathContained);
        if (!facts.Overlap(Facts.Allowed | Facts.NotProduction) && DestroyingFlow(call, flow, related, model, cancellation) is { } destroying) facts |= destroying.FactsAt(call, out _) & Facts.Allowed;
        if (!facts.Overlap(Facts.Allowed | Facts.NotProduction)) facts |= _instances.Of(flow.Root, cancellation);
        if (!facts.IsUnreachable && _services.Policy.For(model.SyntaxTree).AllowListsOnly) facts = facts.Without(Facts.NotProduction);
        return new GuardState(facts, () => related is null ? OwnMisses(call, flow, model, cancellation) : NearMisses.Around(call, flow, related, cancellation));
    }

    // A copy that could not be relied on anyway is named only where it is of what goes.
    private ImmutableArray<NearMiss> OwnMisses(SyntaxNode call, MemberFlow flow, SemanticModel model, CancellationToken cancellation)
    {
        var misses = NearMisses.Around(call, flow, null, cancellation);
        if (!misses.Any(static miss => miss.Guard == GuardKinds.Backup) || RelatedFlow(call, flow, model, cancellation) is not { } related) return misses;
        var counted = NearMisses.Around(call, related, null, cancellation);
        return misses.RemoveAll(miss => miss.Guard == GuardKinds.Backup && !counted.Any(other => other.Guard == GuardKinds.Backup && other.Location == miss.Location));
    }

    /// <summary>Whether a person has said yes before a call even where some of what its member works with is known.</summary>
    public bool IsConfirmedIf(SyntaxNode call, ImmutableDictionary<ISymbol, Value> given, CancellationToken cancellation) => MemberRoot.Of(call) is { } root && _helpers.GraphOf(root, cancellation) is { } graph
        && new MemberFlow(root, FlowBody.OfMember(graph, RecognitionFor(root.SyntaxTree), _helpers, 0, given, cancellation), _services.ModelFor(root.SyntaxTree), cancellation).FactsAt(call, out _).Include(Facts.Confirmed);

    /// <summary>Which methods make a backup by the options of a file.</summary>
    public Backups BackupsFor(SyntaxTree tree) => RecognitionFor(tree).Backups;

    /// <summary>Where the member around a call names what it was not called with: fields, properties, and parameters of a constructor.</summary>
    public IReadOnlyList<IOperation> KeptAround(SyntaxNode call, CancellationToken cancellation) => FlowOf(call, cancellation)?.RootBody.Storages.Kept ?? [];

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
        var operation = model.GetOperation(call, cancellation);
        var variables = _unrelated.GetOrAdd(flow.Root, _ => new UnrelatedVariables(flow.RootBody.Graph.OriginalOperation, flow.RootBody.Storages));
        var (unrelated, overwritten) = (variables.At(operation), variables.OverwrittenBefore(operation));
        return unrelated.IsEmpty && overwritten.IsEmpty ? null : new MemberFlow(flow.Root, flow.RootBody.Without(unrelated, overwritten), _services.ModelFor(flow.Root.SyntaxTree), cancellation);
    }

    // A check of the very value that is destroyed counts whatever its variable is called; calls that name the same variables share one more reading of the member.
    private MemberFlow? DestroyingFlow(SyntaxNode call, MemberFlow flow, MemberFlow? related, SemanticModel model, CancellationToken cancellation)
    {
        var destroyed = _destroyed.GetOrAdd(flow.Root, _ => new DestroyedNames(flow.RootBody.Graph.OriginalOperation)).Of(model.GetOperation(call, cancellation));
        if (destroyed.IsEmpty) return null;
        if (related is not null) return new MemberFlow(flow.Root, related.RootBody.Destroying(destroyed), _services.ModelFor(flow.Root.SyntaxTree), cancellation);
        var key = (flow.Root, string.Join(",", destroyed.Select(static variable => variable.Locations[0].SourceSpan.Start).OrderBy(static start => start)));
        return _destroying.GetOrAdd(key, _ => new MemberFlow(flow.Root, flow.RootBody.Destroying(destroyed), _services.ModelFor(flow.Root.SyntaxTree), cancellation));
    }

    // `Path.Combine(dir, "..")` leaves what was checked.
    private static bool Climbs(SyntaxNode call) => call is InvocationExpressionSyntax { ArgumentList: var arguments } && arguments.DescendantTokens()
        .Any(static token => token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText is var text && (text == ".." || text.StartsWith("../", StringComparison.Ordinal) || text.StartsWith("..\\", StringComparison.Ordinal) || text.IndexOf("/..", StringComparison.Ordinal) >= 0 || text.IndexOf("\\..", StringComparison.Ordinal) >= 0));

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
