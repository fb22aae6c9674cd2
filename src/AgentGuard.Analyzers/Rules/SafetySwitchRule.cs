using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0203: what protects data when something goes wrong is switched off. Which switches there are is catalogue data (<c>weakens</c>).</summary>
internal sealed class SafetySwitchRule : OperationRule
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        RuleIds.SafetySwitch,
        "A safety switch is turned off",
        "'{0}' switches off what protects data when something goes wrong. Leave the protection on; if it has to go, ask the people who answer for the data first.",
        Descriptor.Incidents,
        "Final snapshots, deletion protection, versioning, soft delete, retention and foreign keys are what is left when a deletion was a mistake. Code must not switch them off on its own.");

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc />
    public override void Check(OperationContext context) => context.Report(Rule, null, null, context.Operation.DisplayName);
}
