using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0105: a guard attribute stands around a destructive call that the generator cannot intercept, so nothing enforces it there.</summary>
internal sealed class UnenforcedAttributeRule : OperationRule
{
    private static readonly DiagnosticDescriptor Unenforced = Descriptor.Create(
        RuleIds.UnenforcedAttribute,
        "Guard attribute is not enforced here",
        "{0} does not guard '{1}': {2}. Call {3} before it.",
        Descriptor.Guards,
        "A guard attribute counts because the generator puts the guard in front of each destructive call in the member. Where it cannot, the attribute stops nothing; the statements of AgentGuard.Guard work everywhere.");

    private static readonly ImmutableArray<(GuardKinds Guard, string Attribute, string Statement)> ByGuard = ImmutableArray.Create(
        (GuardKinds.Environment, "[RequiresEnvironment]", "Guard.RequireEnvironment(...)"),
        (GuardKinds.Confirmation, "[RequiresConfirmation]", "Guard.RequireConfirmation(...)"),
        (GuardKinds.Backup, "[RequiresBackup]", "Guard.RequireBackup(...)"));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Unenforced);

    /// <inheritdoc />
    public override void Check(OperationContext context)
    {
        if (context.Attributes == GuardKinds.None || context.Obstacle is not { } obstacle) return;

        // What the code proves by itself needs no attribute.
        var unenforced = ByGuard.Where(guard => context.Attributes.HasFlag(guard.Guard) && !context.State.GuardsFor(context.Operation.Kind).HasFlag(guard.Guard)).ToList();
        if (unenforced.Count == 0) return;

        context.Explained |= unenforced.Aggregate(GuardKinds.None, (guards, guard) => guards | guard.Guard);
        context.Report(
            Unenforced,
            arguments: [List(unenforced.Select(guard => guard.Attribute)), context.Operation.DisplayName, obstacle, List(unenforced.Select(guard => guard.Statement))]);
    }

    private static string List(IEnumerable<string> items) => string.Join(", ", items);
}
