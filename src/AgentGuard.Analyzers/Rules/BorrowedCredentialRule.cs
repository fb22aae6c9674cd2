using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Credentials;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0204: the call is made with a credential that was not given to this code for it.</summary>
internal sealed class BorrowedCredentialRule : OperationRule
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        RuleIds.BorrowedCredential,
        "A borrowed credential reaches a destructive call",
        "'{0}' destroys {1} with a credential that {2}. Use the credential that this code was given for the purpose; if that one does not suffice, ask a person instead of taking another.",
        Descriptor.Incidents,
        "A token that was found somewhere may do more than what the code is meant to do. A destructive call must use a credential that was handed in for it: by the host's configuration, options or dependency injection.");

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc />
    public override void Check(OperationContext context)
    {
        if (Kinds.ImpactOf(context.Operation.Kind) == Impact.Local) return;
        var slots = new CredentialSlots(context.Services, context.Cancellation);
        var origins = new CredentialOrigins(context.Services, context.Cancellation);
        var words = new ClientWords(context.Services, context.Cancellation);
        var borrowed = slots.Of(context.Operation.Call).SelectMany(origins.Of).FirstOrDefault(origin => origin.Kind != OriginKind.Key || words.IsForeign(origin.Name, context.Operation));
        if (borrowed is null) return;
        context.Report(Rule, [borrowed.Location], null, context.Operation.DisplayName, context.Operation.Phrase, Phrase(borrowed));
    }

    private static string Phrase(CredentialOrigin origin) => origin.Kind switch
    {
        OriginKind.Literal => "is written in the source",
        OriginKind.File => origin.Name.Length > 0 ? $"was read from the file '{origin.Name}'" : "was read from a file",
        _ => $"was read from '{origin.Name}', which names something else",
    };
}
