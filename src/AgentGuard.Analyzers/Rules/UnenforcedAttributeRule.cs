using System.Collections.Immutable;
using AgentGuard.Analyzers.Policy;
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

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Unenforced);

    /// <inheritdoc />
    public override void Check(OperationContext context)
    {
        if (context.Attributes == GuardKinds.None || context.Obstacle is not { } obstacle) return;

        // What the code proves by itself needs no attribute.
        var unenforced = context.Attributes & ~context.State.GuardsFor(context.Operation.Kind);
        if (unenforced == GuardKinds.None) return;

        context.Explained |= unenforced;
        var names = GuardAttributes.AttributesAround(context.Operation.Syntax, context.Model, context.Cancellation)
            .Where(attribute => unenforced.HasFlag(GuardAttributes.GuardOf(attribute.AttributeClass)))
            .OrderBy(attribute => GuardAttributes.GuardOf(attribute.AttributeClass))
            .Select(attribute => attribute.AttributeClass!.Name.Replace("Attribute", ""))
            .Distinct()
            .ToList();
        context.Report(
            Unenforced,
            arguments: [List(names.Select(name => $"[{name}]")), context.Operation.DisplayName, obstacle, List(names.Select(name => $"Guard.{name.Replace("Requires", "Require")}(...)"))]);
    }

    private static string List(IEnumerable<string> items) => string.Join(", ", items);
}
