using System.Collections.Concurrent;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Copies;

/// <summary>
/// Judges methods that are only named like a backup by what they do. That is too much to tell what they save, so that one that does
/// anything is believed; one that puts a file name together and prints it, or goes on when saving has failed, is not.
/// </summary>
internal sealed class BackupBodies(AnalysisServices services)
{
    private const int MostDepth = 4;

    private readonly ConcurrentDictionary<ISymbol, Effect> _effects = new(SymbolEqualityComparer.Default);

    private enum Effect
    {
        None,
        Swallowed,
        Some,
    }

    /// <summary>Why the body of a method saves nothing, or null where it may.</summary>
    public NearMissReason? FaultOf(IMethodSymbol method) => EffectOf(method.OriginalDefinition, 0) switch
    {
        Effect.None => NearMissReason.ProvesNothing,
        Effect.Swallowed => NearMissReason.Swallowed,
        _ => null,
    };

    /// <summary>Whether nothing that could save anything is called in a member before a node.</summary>
    public bool NothingIsDoneBefore(SyntaxNode node, IOperation member) => !member.Descendants().Any(operation =>
        operation.Syntax.Span.End <= node.SpanStart
        && (operation is IDynamicInvocationOperation || (operation is IInvocationOperation call && EffectOf(call.TargetMethod, call.IsVirtual, null, 0) != Effect.None)));

    private Effect EffectOf(IMethodSymbol method, int depth)
    {
        if (_effects.TryGetValue(method, out var known)) return known;
        if (depth > MostDepth || method.IsAbstract || method.IsExtern || services.BodyOf(method) is not { } body) return Effect.Some;
        return _effects[method] = EffectOf(body, method, depth);
    }

    private Effect EffectOf(IOperation body, IMethodSymbol method, int depth)
    {
        var most = Effect.None;
        foreach (var operation in body.Descendants())
        {
            var effect = operation switch
            {
                IInvocationOperation call => EffectOf(call.TargetMethod, call.IsVirtual, method, depth),
                IMethodReferenceOperation reference => EffectOf(reference.Method, reference.IsVirtual, method, depth),
                IDynamicInvocationOperation or IFunctionPointerInvocationOperation => Effect.Some,
                _ => Effect.None,
            };
            if (effect == Effect.Some && IsSwallowed(operation, body, method)) effect = Effect.Swallowed;
            if (effect == Effect.Some) return effect;
            if (effect > most) most = effect;
        }

        return most;
    }

    private Effect EffectOf(IMethodSymbol target, bool isVirtual, IMethodSymbol? caller, int depth)
    {
        var called = (target.ReducedFrom ?? target).OriginalDefinition;
        if (IsIdle(called) || SymbolEqualityComparer.Default.Equals(called, caller)) return Effect.None;
        return services.DeclarationsOf(called).IsEmpty || (isVirtual && called is { IsSealed: false, ContainingType.IsSealed: false }) ? Effect.Some : EffectOf(called, depth + 1);
    }

    private static bool IsIdle(IMethodSymbol method) => IdleCalls.Contain(method) || IdleCalls.AreAroundSaving(method);

    // Whoever gets a result may look at it, and whoever tries again may stop after the last time.
    private static bool IsSwallowed(IOperation effect, IOperation body, IMethodSymbol method)
    {
        if (!ReturnsNothing(method)) return false;
        for (var (inner, outer) = (effect, effect.Parent); outer is not null && inner != body; (inner, outer) = (outer, outer.Parent))
        {
            if (outer is IForLoopOperation or IWhileLoopOperation) return false;
            if (outer is ITryOperation attempt && attempt.Body == inner && attempt.Catches.Any(Swallows)) return !body.Descendants().Any(later => later is IThrowOperation && later.Syntax.SpanStart > attempt.Syntax.Span.End);
        }

        return false;
    }

    private static bool ReturnsNothing(IMethodSymbol method) => method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true };

    // What is not there needs no backup; what is remembered may be asked for later; and what is called may throw, unless it writes to a log.
    private static bool Swallows(ICatchClauseOperation clause) =>
        clause.Filter is null
        && !clause.ExceptionType.Name.EndsWith("NotFoundException", StringComparison.Ordinal)
        && clause.ExceptionType.Name is not ("OperationCanceledException" or "TaskCanceledException")
        && !clause.Handler.Descendants().Any(static operation => operation is IThrowOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IDynamicInvocationOperation || (operation is IInvocationOperation call && !IsIdle(call.TargetMethod)));
}
