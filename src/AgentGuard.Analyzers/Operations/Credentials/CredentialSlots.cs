using System.Collections.Immutable;
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

    private static readonly ImmutableHashSet<string> SecretWords = ImmutableHashSet.Create("token", "apikey", "secret", "password", "passphrase", "credential", "credentials", "pat", "bearer", "jwt", "authorization", "auth", "sas");
    private static readonly ImmutableHashSet<string> KeyCompanions = ImmutableHashSet.Create("api", "access", "account", "secret", "private", "shared", "auth", "subscription");
    private static readonly ImmutableHashSet<string> TokenSetters = ImmutableHashSet.Create("Add", "TryAddWithoutValidation", "SetBearerToken", "WithOAuthBearerToken", "WithHeader", "AddDefaultHeader", "AddHeader", "Authenticate", "WithToken", "WithCredentials", "WithBasicAuth");

    /// <summary>The credentials of a call.</summary>
    public IEnumerable<CredentialSlot> Of(IOperation call)
    {
        var seen = new HashSet<IOperation>();
        var carriers = new Queue<IOperation>(Arguments(call).Where(argument => !IsCancellation(argument)).Select(argument => argument.Value));
        if (Receiver(call) is { } receiver) carriers.Enqueue(receiver);
        foreach (var slot in Arguments(call).Where(argument => IsSecret(argument.Parameter?.Name))) yield return new CredentialSlot(slot.Value, false);

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
                    if (IsConnectionString(name) || source is IInvocationOperation { TargetMethod: { Name: "Connect" or "ConnectAsync" } }) yield return new CredentialSlot(argument.Value, true);
                    else if (IsSecret(name)) yield return new CredentialSlot(argument.Value, false);
                    else if (argument.Value.Type is { SpecialType: SpecialType.None }) carriers.Enqueue(argument.Value);
                }

                foreach (var set in (source as IObjectCreationOperation)?.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
                {
                    if (set.Target is not IPropertyReferenceOperation { Property.Name: var property }) continue;
                    if (IsConnectionString(property)) yield return new CredentialSlot(set.Value, true);
                    else if (IsSecret(property)) yield return new CredentialSlot(set.Value, false);
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
        foreach (var setter in places.SelectMany(place => services.OncePerUnit(place, () => SettersIn(place).ToImmutableArray())).Where(setter => setter.Root == variable.Name))
        {
            var set = services.ModelFor(setter.Node.SyntaxTree).GetOperation(setter.Node, cancellation);
            if (setter.Property is { } property && set is not null) yield return new CredentialSlot(set, IsConnectionString(property));
            else if (set is IInvocationOperation made && Token(made) is { } token) yield return new CredentialSlot(token, false);
        }
    }

    private static IEnumerable<CredentialSetter> SettersIn(SyntaxNode place)
    {
        foreach (var node in place.DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } left } assignment && RootName(left) is { } root && (IsSecret(name) || IsConnectionString(name)))
                yield return new CredentialSetter(root, name, assignment.Right);
            else if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax target } call && TokenSetters.Contains(target.Name.Identifier.ValueText) && RootName(target) is { } client)
                yield return new CredentialSetter(client, null, call);
        }
    }

    // What sets a credential on the variable at the root of a chain: what is assigned to a property, or the call that sets it.
    private sealed record CredentialSetter(string Root, string? Property, SyntaxNode Node);

    // The value of a header that carries a credential, or the only argument of `SetBearerToken`.
    private static IOperation? Token(IInvocationOperation call)
    {
        var arguments = call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).Select(argument => argument.Value).ToList();
        var header = arguments.FirstOrDefault(argument => argument.ConstantValue is { HasValue: true, Value: string });
        if (arguments.Count < 2 || header is null) return IsSecret(call.TargetMethod.Name) ? arguments.LastOrDefault() : null;
        return IsSecret((string)header.ConstantValue.Value!) ? arguments[^1] : null;
    }

    private static bool IsSecret(string? name)
    {
        if (name is null) return false;
        var words = NameParts.Of(name);
        return words.Any(SecretWords.Contains) && !words.Contains("cancellation") || (words.Contains("key") && words.Any(KeyCompanions.Contains));
    }

    private static bool IsConnectionString(string? name) => name is not null && NameParts.Of(name) is var words && words.Contains("connection") && words.Contains("string");

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

    private static string? RootName(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => name,
        MemberAccessExpressionSyntax access => RootName(access.Expression),
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
