using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards;
using AgentGuard.Analyzers.Guards.Copies;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0103: a backup is started, but it is not awaited, its failure is swallowed, or it is gone before the call or with it.</summary>
internal sealed class BackupFaultRule : OperationRule
{
    /// <summary>Diagnostic property: what is wrong with the backup, where a code fix can put it right.</summary>
    public const string FaultProperty = "fault";

    /// <summary>The backup is started, and nobody waits for it.</summary>
    public const string NotAwaited = "not awaited";

    private static readonly DiagnosticDescriptor Fault = Descriptor.Create(
        RuleIds.BackupFault,
        "The backup before a destructive call cannot be relied on",
        "The backup in line {0} before '{1}' does not count: {2}. {3}",
        Descriptor.Guards,
        "A backup counts when it has completed with success before the call, on every path, and is kept somewhere else. One that nobody waits for may still be running, one whose failure is swallowed may not exist, one that is deleted again is none, and one inside the target is destroyed with it.");

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Fault);

    /// <inheritdoc />
    public override void Check(OperationContext context)
    {
        if ((context.Missing & ~context.Explained).HasFlag(GuardKinds.Backup))
        {
            var miss = context.State.NearestMiss(GuardKinds.Backup, context.Operation.Kind);
            var advice = miss?.Reason switch
            {
                NearMissReason.NotAwaited => "Await it.",
                NearMissReason.Swallowed => "Let its exception stop the call.",
                NearMissReason.ResultIgnored => "Look at its result before you go on.",
                _ => null,
            };
            if (advice is not null) Report(context, miss!.Location, miss.Line, miss.Reason.Phrase(), advice, miss.Reason == NearMissReason.NotAwaited ? NotAwaited : null);
            return;
        }

        // A copy inside the directory is the only thing in the way of the policy's question: take it away and ask again.
        if (!context.State.GuardsFor(context.Operation.Kind).HasFlag(GuardKinds.Backup) || context.Requirement.Missing(context.Present & ~GuardKinds.Backup) == GuardKinds.None) return;
        if (BackupPlace.InsideTarget(context.Operation, context.Services) is { } place) Report(context, place, place.GetLineSpan().StartLinePosition.Line + 1, "it is stored in what is destroyed", "Store it somewhere else.");
        else if (DeletedBackups.Before(context.Operation, context.Services) is { } gone) Report(context, gone, gone.GetLineSpan().StartLinePosition.Line + 1, "it is deleted again before the call", "Keep it.");
        else if (OtherBackups.Before(context.Operation, context.Services) is { } other) Report(context, other, other.GetLineSpan().StartLinePosition.Line + 1, "it is of something else", "Back up what is destroyed.");
    }

    private static void Report(OperationContext context, Location location, int line, string reason, string advice, string? fault = null)
    {
        context.Explained |= GuardKinds.Backup;
        context.Report(Fault, [location], MissingGuardRule.PropertiesOf(context, GuardKinds.Backup).Add(FaultProperty, fault), line, context.Operation.DisplayName, reason, advice);
    }
}
