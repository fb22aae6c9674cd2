using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0001-AG0004: a destructive call lacks a guard that the policy asks for.</summary>
internal sealed class MissingGuardRule : OperationRule
{
    /// <summary>Diagnostic property: the guards that lack at the call, separated by commas.</summary>
    public const string GuardsProperty = "guards";

    /// <summary>Diagnostic property: <c>no</c> where a guard attribute would not be enforced.</summary>
    public const string AttributeProperty = "attribute";

    private static readonly DiagnosticDescriptor Environment = Descriptor.Create(
        RuleIds.MissingEnvironmentCheck,
        "Destructive call without an environment check",
        "'{0}' destroys {1}, and no check on the way to it makes sure that this is not production{2}. Check the environment or add {3}; if you are not sure where this runs, ask a person.",
        Descriptor.Guards,
        "A call that destroys data or infrastructure must be reached only where the environment, or the target itself, is known not to be production. A missing environment name means production.");

    private static readonly DiagnosticDescriptor Confirmation = Descriptor.Create(
        RuleIds.MissingConfirmation,
        "Destructive call without a confirmation",
        "'{0}' destroys {1}, and no person is asked on the way to it{2}. Ask for a confirmation or add {3}.",
        Descriptor.Guards,
        "A call that destroys data or infrastructure must be reached only after a person said yes: by a prompt, by an explicit opt-in switch, or by an approval.");

    private static readonly DiagnosticDescriptor Backup = Descriptor.Create(
        RuleIds.MissingBackup,
        "Destructive call without a prior backup",
        "'{0}' destroys {1}, and no backup of it completes on every path before{2}. Make a backup first or add {3}.",
        Descriptor.Guards,
        "A call that destroys data that nothing else brings back must come after a completed backup that is kept somewhere else.");

    private static readonly DiagnosticDescriptor Local = Descriptor.Create(
        RuleIds.UnguardedLocal,
        "Unguarded destructive call on this machine",
        "'{0}' destroys {1} with neither a check of the environment or path, nor a confirmation, nor a backup before it{2}. Add one of them, or {3}.",
        Descriptor.Guards,
        "A call that destroys a directory, files or a cache needs at least one guard: an environment or path check, a confirmation, or a copy made before.");

    private static readonly ImmutableArray<(GuardKinds Guard, string Word, string Name, DiagnosticDescriptor Descriptor)> ByGuard = ImmutableArray.Create(
        (GuardKinds.Environment, "environment", "Environment", Environment),
        (GuardKinds.Confirmation, "confirmation", "Confirmation", Confirmation),
        (GuardKinds.Backup, "backup", "Backup", Backup));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Environment, Confirmation, Backup, Local);

    /// <inheritdoc />
    public override void Check(OperationContext context)
    {
        if (context.Requirement == Requirement.None) return;
        var missing = context.Missing & ~context.Explained;
        if (missing == GuardKinds.None) return;

        var properties = PropertiesOf(context, missing);
        if (context.Requirement.AnyOne)
        {
            if (context.Explained == GuardKinds.None) Report(context, Local, "Environment", context.State.NearMisses.FirstOrDefault(), properties);
            return;
        }

        foreach (var (guard, _, name, descriptor) in ByGuard.Where(rule => missing.HasFlag(rule.Guard)))
            Report(context, descriptor, name, context.State.NearestMiss(guard, context.Operation.Kind), properties);
    }

    /// <summary>What a code fix needs to know.</summary>
    public static ImmutableDictionary<string, string?> PropertiesOf(OperationContext context, GuardKinds missing) => ImmutableDictionary<string, string?>.Empty
        .Add(GuardsProperty, string.Join(",", ByGuard.Where(rule => missing.HasFlag(rule.Guard)).Select(rule => rule.Word)))
        .Add("kind", context.Operation.Kind.WrittenName())
        .Add("operation", context.Operation.DisplayName)
        .Add(AttributeProperty, context.AttributesCount ? "yes" : "no");

    private static void Report(OperationContext context, DiagnosticDescriptor descriptor, string guard, NearMiss? nearest, ImmutableDictionary<string, string?> properties)
    {
        var explanation = nearest is null ? "" : $" (the one in line {nearest.Line} does not count: {nearest.Reason.Phrase()})";
        // Only what would be enforced here is advised.
        var advice = context.AttributesCount ? $"[Requires{guard}]" : $"Guard.Require{guard}(...)";
        if (!context.Services.HasRunTime) advice += " (of the package's run time, which this project does not reference)";
        context.Report(descriptor, nearest is null ? null : [nearest.Location], properties, context.Operation.DisplayName, context.Operation.Phrase, explanation, advice);
    }
}
