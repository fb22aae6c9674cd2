using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0101: there is an environment check, but the call runs where it says production, or where it says that this is not the allowed environment.</summary>
internal sealed class InvertedEnvironmentRule : OperationRule
{
    private static readonly DiagnosticDescriptor Inverted = Descriptor.Create(
        RuleIds.InvertedEnvironmentCheck,
        "The environment check is inverted",
        "'{0}' destroys {1} only where the check{2} says that this is production or not the allowed environment. Turn the check round, so that the call runs only in the environments that it names.",
        Descriptor.Guards,
        "A destructive call must run only where the environment is known not to be production. Here the check is the wrong way round: development is spared and production is not.");

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Inverted);

    /// <inheritdoc />
    public override void Check(OperationContext context)
    {
        if (!(context.Missing & ~context.Explained).HasFlag(GuardKinds.Environment) || !context.State.IsEnvironmentInverted) return;
        context.Explained |= GuardKinds.Environment;
        var check = context.State.NearestMiss(GuardKinds.Environment, context.Operation.Kind);
        context.Report(
            Inverted,
            check is null ? null : [check.Location],
            MissingGuardRule.PropertiesOf(context, GuardKinds.Environment),
            context.Operation.DisplayName,
            context.Operation.Phrase,
            check is null ? "" : $" in line {check.Line}");
    }
}
