using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Credentials;

/// <summary>An expression whose value a call uses as a credential.</summary>
/// <param name="Value">The expression.</param>
/// <param name="IsConnectionString">Whether the credential is only a part of it.</param>
internal sealed record CredentialSlot(IOperation Value, bool IsConnectionString);

/// <summary>Finds the credentials that a call is made with: those of its client, its connection, and its request.</summary>
internal sealed class CredentialSlots(AnalysisServices services, CancellationToken cancellation)
{
    private const int MaxCarriers = 32;

    /// <summary>The credentials of a call.</summary>
    public IEnumerable<CredentialSlot> Of(IOperation call)
    {
        var seen = new HashSet<IOperation>();
        var carriers = new Queue<IOperation>(Arguments(call).Where(argument => !IsCancellation(argument)).Select(argument => argument.Value));
        if (Receiver(call) is { } receiver) carriers.Enqueue(receiver);
        foreach (var slot in Arguments(call).Where(argument => CredentialNames.IsSecret(argument.Parameter?.Name))) yield return new CredentialSlot(slot.Value, false);

        while (carriers.Count > 0 && seen.Count < MaxCarriers)
        {
            var carrier = Variables.Unwrap(carriers.Dequeue());
            if (!seen.Add(carrier) || carrier.ConstantValue.HasValue) continue;
            if (Variables.Of(carrier) is { } variable)
            {
                foreach (var slot in SetOn(variable, carrier)) yield return slot;
            }

            foreach (var source in services.Values.Of(carrier))
            {
                if (Receiver(source) is { } inner) carriers.Enqueue(inner);
                foreach (var argument in Arguments(source))
                {
                    var name = argument.Parameter?.Name;
                    if (CredentialNames.IsConnectionString(name) || source is IInvocationOperation { TargetMethod: { Name: "Connect" or "ConnectAsync" } }) yield return new CredentialSlot(argument.Value, true);
                    else if (CredentialNames.IsSecret(name)) yield return new CredentialSlot(argument.Value, false);
                    else if (argument.Value.Type is { SpecialType: SpecialType.None }) carriers.Enqueue(argument.Value);
                }

                foreach (var set in (source as IObjectCreationOperation)?.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
                {
                    if (set.Target is not IPropertyReferenceOperation { Property.Name: var property }) continue;
                    if (CredentialNames.IsConnectionString(property)) yield return new CredentialSlot(set.Value, true);
                    else if (CredentialNames.IsSecret(property)) yield return new CredentialSlot(set.Value, false);
                    else if (set.Value.Type is { SpecialType: SpecialType.None }) carriers.Enqueue(set.Value);
                }
            }
        }
    }

    // `client.DefaultRequestHeaders.Authorization = ...`, `request.Headers.Add("Authorization", ...)`: for a field in its whole type.
    private IEnumerable<CredentialSlot> SetOn(ISymbol variable, IOperation reference)
    {
        var places = variable is ILocalSymbol or IParameterSymbol
            ? [CallSyntax.MemberOf(reference.Syntax) is GlobalStatementSyntax { Parent: { } unit } ? unit : CallSyntax.MemberOf(reference.Syntax) ?? reference.Syntax]
            : services.DeclarationsOf(variable.ContainingType).Select(declaration => declaration.GetSyntax(cancellation));
        foreach (var setter in places.SelectMany(place => services.ObjectPerUnit(place, () => new CredentialSetters(place, services.TextOf(place.SyntaxTree))).On(variable.Name)))
        {
            var set = services.ModelFor(setter.Node.SyntaxTree).GetOperation(setter.Node, cancellation);
            if (setter.Property is { } property && set is not null) yield return new CredentialSlot(set, CredentialNames.IsConnectionString(property));
            else if (set is IInvocationOperation made && Token(made) is { } token) yield return new CredentialSlot(token, false);
        }
    }

    // The value of a header that carries a credential, or the only argument of `SetBearerToken`.
    private static IOperation? Token(IInvocationOperation call)
    {
        var arguments = call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).Select(argument => argument.Value).ToList();
        var header = arguments.FirstOrDefault(argument => argument.ConstantValue is { HasValue: true, Value: string });
        if (arguments.Count < 2 || header is null) return CredentialNames.IsSecret(call.TargetMethod.Name) ? arguments.LastOrDefault() : null;
        return CredentialNames.IsSecret((string)header.ConstantValue.Value!) ? arguments[^1] : null;
    }

    private static bool IsCancellation(IArgumentOperation argument) => argument.Value.Type is { Name: "CancellationToken" };

    private static ImmutableArray<IArgumentOperation> Arguments(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    private static IOperation? Receiver(IOperation call) => call switch
    {
        IInvocationOperation { Instance: { } instance } => instance,
        IPropertyReferenceOperation { Instance: { } instance } => instance,
        _ => null,
    };
}
