using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0102 at a call: what stands there as a guard is a constant, a helper that always says yes, or something that the program has set itself.</summary>
internal sealed class UselessGuardRule : OperationRule
{
    /// <summary>The rule, shared with the declarations that claim to be guards.</summary>
    public static readonly DiagnosticDescriptor Useless = Descriptor.Create(
        RuleIds.UselessGuard,
        "A guard proves nothing",
        "{0} {1}. {2}",
        Descriptor.Guards,
        "A guard counts only if it can say no: by what it looks at, not by its name or an attribute. A constant, a helper that always says yes, and a value that the program has set just before let every call through.");

    private static readonly ImmutableArray<(GuardKinds Guard, string Noun, string Advice)> ByGuard = ImmutableArray.Create(
        (GuardKinds.Environment, "environment check", "Ask the host's environment, or the target itself."),
        (GuardKinds.Confirmation, "confirmation", "Let a person answer: by a prompt, or by a switch that only the caller can set."),
        (GuardKinds.Backup, "backup", "Make a backup that can fail, and stop when it does."));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Useless);

    /// <inheritdoc />
    public override void Check(OperationContext context)
    {
        foreach (var (guard, noun, advice) in ByGuard)
        {
            if (!(context.Missing & ~context.Explained).HasFlag(guard)) continue;
            if (context.ForgeryOf(guard) is { } forgery)
            {
                context.Explained |= guard;
                context.Report(
                    Useless,
                    [forgery],
                    MissingGuardRule.PropertiesOf(context, guard),
                    $"The attribute for the {noun} before '{context.Operation.DisplayName}'",
                    $"does not count: the program itself sets what it looks at, in line {forgery.GetLineSpan().StartLinePosition.Line + 1}{(forgery.SourceTree == context.Operation.Syntax.SyntaxTree ? "" : $" of {Path.GetFileName(forgery.GetLineSpan().Path)}")}",
                    advice);
                continue;
            }

            if (FaultOf(context, guard) is not { Reason: NearMissReason.ProvesNothing or NearMissReason.SetByProgram or NearMissReason.AdmitsProduction } miss) continue;
            context.Explained |= guard;
            context.Report(
                Useless,
                [miss.Location],
                MissingGuardRule.PropertiesOf(context, guard),
                $"The {noun} in line {miss.Line} before '{context.Operation.DisplayName}'",
                $"does not count: {miss.Reason.Phrase()}",
                advice);
        }
    }

    private static NearMiss? FaultOf(OperationContext context, GuardKinds guard) =>
        guard == GuardKinds.Environment && GuardAttributes.AdmittingProduction(context.Operation.Syntax, context.Model, context.Policy, context.Cancellation)?.ApplicationSyntaxReference is { } attribute
            ? new NearMiss(guard, Location.Create(attribute.SyntaxTree, attribute.Span), NearMissReason.AdmitsProduction)
            : context.State.NearestMiss(guard, context.Operation.Kind);
}
