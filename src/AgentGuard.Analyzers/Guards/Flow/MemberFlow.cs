using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>The bodies of one member: its own, and those of the lambdas and local functions in it, each analysed when it is asked about.</summary>
internal sealed class MemberFlow(SyntaxNode root, FlowBody rootBody, SemanticModel model, CancellationToken cancellationToken)
{
    private readonly object _lock = new();
    private readonly Dictionary<SyntaxNode, (FlowBody Body, BodyResult Result)> _bodies = [];
    private readonly Dictionary<SyntaxNode, Facts> _entries = [];
    private readonly HashSet<SyntaxNode> _entering = [];
    private readonly Dictionary<SyntaxNode, Dictionary<SyntaxNode, IFlowAnonymousFunctionOperation>> _lambdas = [];

    /// <summary>The member's declaration.</summary>
    public SyntaxNode Root { get; } = root;

    /// <summary>The member's own body as it was analysed.</summary>
    public FlowBody RootBody { get; } = rootBody;

    /// <summary>The facts at a node, without those that the member's callers bring.</summary>
    /// <param name="node">The node.</param>
    /// <param name="cutByDelegate">Whether a delegate lies between, so that only what is true of the whole process comes in from outside.</param>
    public Facts FactsAt(SyntaxNode node, out bool cutByDelegate)
    {
        lock (_lock)
        {
            cutByDelegate = node.Ancestors().TakeWhile(ancestor => ancestor != Root).Any(ancestor => ancestor is AnonymousFunctionExpressionSyntax && !RunsAtOnce(ancestor));
            return FactsIn(MemberRoot.FunctionAround(node), node);
        }
    }

    /// <summary>The results of the bodies around a node, from the inside out.</summary>
    public IEnumerable<(SyntaxNode? Function, BodyResult Result)> Around(SyntaxNode node)
    {
        lock (_lock)
        {
            var results = new List<(SyntaxNode?, BodyResult)>();
            for (var function = MemberRoot.FunctionAround(node); ; function = MemberRoot.FunctionAround(function))
            {
                if (BodyOf(function) is { } body) results.Add((function, body.Result));
                if (function is null) return results;
            }
        }
    }

    private Facts FactsIn(SyntaxNode? function, SyntaxNode node)
    {
        if (BodyOf(function) is not { } body) return Facts.None;
        var facts = Find(body.Result, node);
        if (facts.IsUnreachable || function is null) return facts;

        // A function that is only ever entered with facts has them; one that is never entered has none.
        var entry = EntryOf(function);
        return entry.IsUnreachable ? (_entering.Count > 0 ? entry : facts) : facts | entry;
    }

    private static Facts Find(BodyResult result, SyntaxNode node)
    {
        if (result.GaveUp) return Facts.None;
        if (result.At(node) is { } exact) return exact;
        foreach (var inner in node.DescendantNodes(child => child is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (result.At(inner) is { } facts) return facts;
        }

        for (var outer = node.Parent; outer is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax; outer = outer.Parent)
        {
            if (result.At(outer) is { } facts) return facts;
        }

        return Facts.None;
    }

    private Facts EntryOf(SyntaxNode function)
    {
        if (_entries.TryGetValue(function, out var known)) return known;
        if (!_entering.Add(function)) return Facts.Unreachable;
        try
        {
            var facts = function is LocalFunctionStatementSyntax local ? AtCalls(local)
                : RunBySource(function) is { } run ? FactsIn(MemberRoot.FunctionAround(function), function) | run
                : FactsIn(MemberRoot.FunctionAround(function), function) & (RunsAtOnce(function) ? Facts.Unreachable : Facts.ProcessInvariant);
            if (_entering.Count == 1) _entries[function] = facts;
            return facts;
        }
        finally
        {
            _entering.Remove(function);
        }
    }

    private Facts AtCalls(LocalFunctionStatementSyntax local)
    {
        if (model.GetDeclaredSymbol(local, cancellationToken) is not { } symbol) return Facts.None;
        var facts = Facts.Unreachable;
        var functions = Root.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == symbol.Name)
            .Select(name => MemberRoot.FunctionAround(name))
            .Distinct();
        foreach (var function in functions)
        {
            if (function == local || BodyOf(function) is not { } body) continue;
            var called = body.Result.GaveUp ? Facts.None : body.Result.FactsAtCalls(symbol.OriginalDefinition);
            if (called.IsUnreachable) continue;
            facts &= function is null ? called : called | EntryOf(function);
        }

        return facts;
    }

    private (FlowBody Body, BodyResult Result)? BodyOf(SyntaxNode? function)
    {
        var key = function ?? Root;
        if (_bodies.TryGetValue(key, out var known)) return known;
        var body = function is null ? RootBody : Nested(function);
        if (body is null) return null;
        return _bodies[key] = (body, body.Analyze());
    }

    private FlowBody? Nested(SyntaxNode function)
    {
        var outerFunction = MemberRoot.FunctionAround(function);
        if (BodyOf(outerFunction) is not var (outer, result)) return null;
        if (function is LocalFunctionStatementSyntax local)
        {
            return model.GetDeclaredSymbol(local, cancellationToken) is IMethodSymbol symbol && outer.GraphOf(symbol) is { } graph
                ? outer.Nested(graph, outer.OuterOf(result, Facts.Unreachable), outer.Depth)
                : null;
        }

        return LambdasOf(outerFunction ?? Root, outer).TryGetValue(function, out var lambda)
            ? outer.Nested(outer.Graph.GetAnonymousFunctionControlFlowGraphInScope(lambda, cancellationToken), outer.OuterOf(result, RunsAtOnce(function) ? Facts.Unreachable : Facts.ProcessInvariant), outer.Depth)
            : null;
    }

    private bool RunsAtOnce(SyntaxNode function) => ImmediateDelegates.Contain(function, model, cancellationToken) || RunBySource(function) is not null;

    // What holds wherever a helper in source runs it that it is handed to.
    private Facts? RunBySource(SyntaxNode function) => function.Parent is ArgumentSyntax && BodyOf(MemberRoot.FunctionAround(function)) is var (_, result) ? result.RunAt(function) : null;

    private Dictionary<SyntaxNode, IFlowAnonymousFunctionOperation> LambdasOf(SyntaxNode function, FlowBody body)
    {
        if (_lambdas.TryGetValue(function, out var known)) return known;
        var lambdas = new Dictionary<SyntaxNode, IFlowAnonymousFunctionOperation>();
        foreach (var block in body.Graph.Blocks)
        {
            var operations = block.BranchValue is null ? block.Operations : block.Operations.Add(block.BranchValue);
            foreach (var operation in operations.SelectMany(operation => operation.DescendantsAndSelf()).OfType<IFlowAnonymousFunctionOperation>())
                lambdas[operation.Syntax] = operation;
        }

        return _lambdas[function] = lambdas;
    }
}
