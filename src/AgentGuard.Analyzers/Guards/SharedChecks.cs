using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Guards;

/// <summary>
/// Checks behind an interface or an abstract class of this program: <c>await guard.EnsureAllowedAsync("wipe")</c>. What every class makes sure of that stands
/// behind it holds, whichever of them runs. Only a method that is named for a check is looked into.
/// </summary>
internal sealed class SharedChecks(AnalysisServices services)
{
    private static readonly string[] Checks = ["ensure", "check", "guard", "verify", "assert", "require", "demand", "enforce", "throw", "validate", "authorize", "allowed", "permitted", "can", "may", "confirm"];

    private static readonly Facts Told = Facts.Environment | Facts.Confirmed | Facts.Declined;

    /// <summary>What a call of a method proves, whatever it is asked about; nothing where one of the bodies cannot be seen.</summary>
    public CallMeaning Of(IMethodSymbol method, FlowBody body)
    {
        if (!method.IsAbstract || services.DeclarationsOf(method.OriginalDefinition).IsEmpty || !NameWords.HasAny(NameWords.Split(method.Name), Checks)) return default;
        var (onReturn, whenTrue, whenFalse, isTask) = (Facts.Unreachable, Facts.Unreachable, Facts.Unreachable, false);
        foreach (var implementation in services.Implementations.Of(method))
        {
            if (implementation is not IMethodSymbol { IsAbstract: false } own || OfAnything(own, body) is not { } summary) return default;
            isTask |= summary.Result?.Task is not null;
            var (facts, result) = summary.Result?.Task is { } task ? (task.Facts, task.Result) : (summary.OnReturn, summary.Result);
            (onReturn, whenTrue, whenFalse) = (onReturn & facts, whenTrue & (Value.WhenTrue(result) | facts), whenFalse & (Value.WhenFalse(result) | facts));
        }

        if (onReturn.IsUnreachable || !(onReturn | whenTrue | whenFalse).Overlap(Told)) return default;
        var answer = whenTrue == whenFalse ? null : Value.Condition(Masked(whenTrue), Masked(whenFalse));
        return isTask ? new CallMeaning(Facts.None, Value.Pending(Masked(onReturn), answer)) : new CallMeaning(Masked(onReturn), answer);
    }

    /// <summary>Whether every class that writes a virtual check anew lets everything through: <c>override bool Allowed() => true</c>.</summary>
    public bool AreGivenUp(IMethodSymbol method, HelperSummary summary, FlowBody body) =>
        summary is { IsOverridable: true } && summary.Proves(Told) && services.Implementations.Of(method) is { IsEmpty: false } overrides
        && overrides.All(own => own is IMethodSymbol { IsAbstract: false } written && body.Helpers.OfDeclaration(written, body.Depth, body.Cancellation) is { DoesSomething: false } given && !given.Proves(Told) && SaysYes(given.Result));

    // What gives no result throws nothing either.
    private static bool SaysYes(Value? result) => result is { Task: { } task } ? SaysYes(task.Result) : result is null or { HasRest: false, Cases: [{ Constant: true }] };

    // A check of a path or a name that is handed in may be one of something else than what goes.
    private static HelperSummary? OfAnything(IMethodSymbol method, FlowBody body) =>
        body.Helpers.OfHanded(method, method.Parameters.Where(static parameter => parameter.Type.SpecialType == SpecialType.System_String || parameter.Type.IsReferenceType).Select(static parameter => ((IParameterSymbol?)parameter, (Value?)Value.Of(Origin.Unrelated))), body);

    private static Facts Masked(Facts facts) => facts.IsUnreachable ? facts : facts & Told;
}
