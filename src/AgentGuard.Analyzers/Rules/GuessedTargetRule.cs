using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0206: the target is whatever came first, or an id that someone typed in, and nobody looked at what it is.</summary>
internal sealed class GuessedTargetRule : OperationRule
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        RuleIds.GuessedTarget,
        "The target of a destructive call was guessed",
        "'{0}' destroys {1} that {2}. Read it back before it goes: look up its name, environment and owner, and compare them with what you mean.",
        Descriptor.Incidents,
        "An id says nothing about what it stands for. Before something is destroyed, its name, environment or owner must be read and compared with what is meant.",
        DiagnosticSeverity.Info);

    // A GUID, `vol-0a1b2c3d`, `arn:aws:...`, or a long run of hex: nothing a person reads.
    private static readonly Regex OpaqueId = new(@"^(\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?|[a-z]{1,8}-(?=[0-9a-f]*[0-9])[0-9a-f]{8,}|(?=[0-9a-fA-F]*[0-9])[0-9a-fA-F]{16,}|arn:aws[\w-]*:.+|/subscriptions/.+)$", RegexOptions.CultureInvariant);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc />
    public override void Check(OperationContext context)
    {
        if (context.Operation.Kind is DestructiveKind.Cache) return;
        if (OpaqueIdIn(context.Operation.Target) is { } named)
        {
            Report(context, $"is known only by the id '{named}' in the source");
            return;
        }

        foreach (var target in Targets(context))
        {
            if (Guess(context, target) is not { } guess) continue;
            Report(context, guess);
            return;
        }
    }

    private static void Report(OperationContext context, string guess) => context.Report(Rule, null, null, context.Operation.DisplayName, context.Operation.Phrase, guess);

    // The catalogue's target, or else every argument that is a string or an id.
    private static IEnumerable<IOperation> Targets(OperationContext context)
    {
        var (call, entry) = (context.Operation.Call, context.Operation.Entry);
        if (entry is { Effect: not Catalog.CatalogEffect.Destroys } || call is not IInvocationOperation invocation) return [];
        if (entry?.Target is { Root: not Catalog.ValuePath.Receiver } path) return context.Services.Values.At(call, path);
        var ids = invocation.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit && IsId(argument.Value)).Select(argument => argument.Value);
        return entry?.Target is { Root: Catalog.ValuePath.Receiver } && invocation.Instance is { } receiver ? ids.Append(receiver) : ids;
    }

    private static bool IsId(IOperation value) => Variables.Unwrap(value).Type is { SpecialType: SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64 } or { Name: "Guid" };

    private static string? Guess(OperationContext context, IOperation target)
    {
        foreach (var source in context.Services.Values.Of(target))
        {
            var origin = Holder(source, out var variable);
            if (origin.ConstantValue is { HasValue: true, Value: string text }) return OpaqueIdIn(text) is { } id ? $"is known only by the id '{id}' in the source" : null;
            if (origin is IObjectCreationOperation { Type.Name: "Guid", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string guid } }] }) return $"is known only by the id '{guid}' in the source";
            foreach (var pick in context.Services.Values.Of(origin).Select(Variables.Unwrap).Select(value => Holder(value, out _)))
            {
                if (PickedTargets.IsPick(pick) && !PickedTargets.IsLookedAt(context.Operation.Syntax, variable ?? Variables.Of(target))) return "is whatever came first";
            }
        }

        return null;
    }

    // Most texts are plainly readable, and the expression need not be asked.
    private static string? OpaqueIdIn(string? text) => text is { Length: >= 8 } && (text.Any(char.IsDigit) || text[0] is '/' or 'a') && OpaqueId.IsMatch(text) ? text : null;

    // `volumes.First().Id`, `volume.Id`: about the volume.
    private static IOperation Holder(IOperation value, out ISymbol? variable)
    {
        value = Variables.Unwrap(value);
        while (value is IPropertyReferenceOperation { Instance: { } holder, Arguments.IsEmpty: true }) value = Variables.Unwrap(holder);
        if (value is IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } converted }) value = Variables.Unwrap(converted);
        variable = Variables.Of(value);
        return value;
    }
}
