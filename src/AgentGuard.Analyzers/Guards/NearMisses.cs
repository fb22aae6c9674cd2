using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards;

/// <summary>Finds the guards near a call that do not count for it, and says why.</summary>
internal static class NearMisses
{
    private const int MostBefore = 32;
    private const int MostAfter = 16;

    /// <summary>The near misses of all three guards, the most telling first.</summary>
    /// <param name="call">The call.</param>
    /// <param name="flow">What is known in its member.</param>
    /// <param name="related">The same without checks of what has nothing to do with the call's target, where there are such.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<NearMiss> Around(SyntaxNode call, MemberFlow flow, MemberFlow? related, CancellationToken cancellationToken)
    {
        if (related is not null)
        {
            var counted = related.Around(call).SelectMany(static around => around.Result.Sightings).ToList();
            var others = flow.Around(call).SelectMany(static around => around.Result.Sightings).Except(counted).Where(sighting => sighting.Guard == GuardKinds.Environment && sighting.Node.SpanStart < call.SpanStart);
            return others.Select(static sighting => new NearMiss(sighting.Guard, sighting.Node.GetLocation(), NearMissReason.OtherTarget)).Concat(Around(call, related, null, cancellationToken)).ToImmutableArray();
        }

        var facts = flow.FactsAt(call, out _);
        var own = MemberRoot.FunctionAround(call);
        var found = ImmutableArray.CreateBuilder<NearMiss>();
        foreach (var (function, result) in flow.Around(call))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var sighting in Near(result, call))
            {
                if (sighting.Node.Span.Contains(call.Span) && sighting.Fault is null && sighting.Node != call) continue;
                found.Add(new NearMiss(sighting.Guard, sighting.Node.GetLocation(), sighting.Fault ?? Reason(sighting, call, facts, function != own, flow)));
            }
        }

        return found.Distinct().OrderBy(miss => Rank(miss.Reason)).ThenByDescending(miss => Distance(miss, call)).ToImmutableArray();
    }

    // The nearest few on either side are enough for a message, and keep a member with thousands of calls cheap.
    private static IEnumerable<Sighting> Near(BodyResult result, SyntaxNode call)
    {
        var all = result.Sightings;
        int low = 0, high = all.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Node.SpanStart < call.SpanStart) low = middle + 1;
            else high = middle;
        }

        for (var i = Math.Max(0, low - MostBefore); i < Math.Min(all.Count, low + MostAfter); i++) yield return all[i];
    }

    private static NearMissReason Reason(Sighting sighting, SyntaxNode call, Facts facts, bool outside, MemberFlow flow)
    {
        if (sighting.Guard == GuardKinds.Environment && facts.Overlap(Facts.Production | Facts.NotAllowed) && sighting.Node.SpanStart < call.SpanStart) return NearMissReason.Inverted;
        if (sighting.Guard == GuardKinds.Confirmation && facts.Include(Facts.Declined) && sighting.Node.SpanStart < call.SpanStart) return NearMissReason.Inverted;
        if (outside) return NearMissReason.OutsideDelegate;
        if (sighting.Node.SpanStart > call.Span.End) return NearMissReason.AfterCall;
        if (IsSwallowed(sighting.Node, call)) return NearMissReason.Swallowed;
        return IsReassigned(sighting.Node, flow) ? NearMissReason.Reassigned : NearMissReason.OtherPath;
    }

    private static bool IsSwallowed(SyntaxNode guard, SyntaxNode call) => guard.Ancestors().OfType<TryStatementSyntax>().Any(@try =>
        @try.Catches.Count > 0 && @try.Block.Span.Contains(guard.Span) && !@try.Block.Span.Contains(call.Span));

    private static bool IsReassigned(SyntaxNode guard, MemberFlow flow)
    {
        var declarator = guard.FirstAncestorOrSelf<VariableDeclaratorSyntax>();
        var name = declarator?.Identifier.ValueText
            ?? (guard.FirstAncestorOrSelf<AssignmentExpressionSyntax>()?.Left as IdentifierNameSyntax)?.Identifier.ValueText;
        return name is not null && flow.RootBody.Storages.IsReassigned(name);
    }

    private static int Rank(NearMissReason reason) => reason switch
    {
        NearMissReason.SetByProgram or NearMissReason.ProvesNothing or NearMissReason.AdmitsProduction => 0,
        NearMissReason.Inverted => 1,
        NearMissReason.NotAwaited or NearMissReason.ResultIgnored or NearMissReason.Swallowed or NearMissReason.Reassigned or NearMissReason.DebugOnly or NearMissReason.OtherTarget => 2,
        NearMissReason.OtherPath => 3,
        NearMissReason.OutsideDelegate => 4,
        _ => 5,
    };

    // The last guard before the call is the one that its writer had in mind.
    private static int Distance(NearMiss miss, SyntaxNode call)
    {
        var start = miss.Location.SourceSpan.Start;
        return start <= call.SpanStart ? start : -start;
    }
}
