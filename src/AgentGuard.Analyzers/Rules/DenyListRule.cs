using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0106: the environment check names what is forbidden instead of what is allowed.</summary>
internal sealed class DenyListRule : OperationRule
{
    private static readonly DiagnosticDescriptor DenyList = Descriptor.Create(
        RuleIds.DenyList,
        "The environment check is a deny list",
        "'{0}' runs in every environment that is not named as production: a new or misspelt one too. Name the environments in which it is allowed.",
        Descriptor.Guards,
        "A check for 'not production' lets through whatever nobody thought of: 'Prod-EU', 'production2', an empty name. A list of allowed environments fails closed.",
        DiagnosticSeverity.Info);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(DenyList);

    /// <inheritdoc />
    public override void Check(OperationContext context)
    {
        if (!context.Requirement.Guards.HasFlag(GuardKinds.Environment) || !context.State.IsDenyListOnly) return;
        if (context.AttributesCount && context.Attributes.HasFlag(GuardKinds.Environment)) return;
        if (context.Requirement.AnyOne && (context.Present & ~GuardKinds.Environment) != GuardKinds.None) return;
        var check = context.State.NearestMiss(GuardKinds.Environment, context.Operation.Kind);
        context.Report(DenyList, check is null ? null : [check.Location], null, context.Operation.DisplayName);
    }
}
