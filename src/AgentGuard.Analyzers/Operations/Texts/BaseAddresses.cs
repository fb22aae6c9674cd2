using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>
/// The base address of an HTTP client where the member that uses it does not give it: another member of the type does, or the program does
/// where it registers the client, <c>AddHttpClient&lt;Volumes&gt;(client =&gt; client.BaseAddress = ...)</c>.
/// </summary>
internal sealed class BaseAddresses(AnalysisServices services)
{
    private const string Registering = "AddHttpClient";

    private const string Property = "BaseAddress";

    private readonly Lazy<ImmutableArray<Registration>> _registrations = new(() => services.Compilation.SyntaxTrees.SelectMany(tree => RegistrationsIn(tree, services)).ToImmutableArray());

    /// <summary>The address that a client continues at a call; null where it is not known.</summary>
    public FoldedString? Of(IOperation client, IOperation call) =>
        Known(services.Texts.FoldProperty(client, Property, call.Syntax)) ?? Known(Made(client, call)) ?? Known(GivenInType(client)) ?? Known(Registered(client, call));

    private static FoldedString? Known(ImmutableArray<FoldedString> addresses) => addresses.FirstOrDefault(static address => address.IsAbsolute);

    // `new RestClient("https://...")`, `new RestClient(new RestClientOptions { BaseUrl = ... })`
    private ImmutableArray<FoldedString> Made(IOperation client, IOperation call) => services.Values.PropertyOf(client, "options", call.Syntax).Prepend(client)
        .SelectMany(holder => services.Texts.FoldProperty(holder, "BaseUrl", call.Syntax)).ToImmutableArray();

    private ImmutableArray<FoldedString> GivenInType(IOperation client) => Variables.Of(client) is { ContainingType: { } type } variable
        ? services.Values.AssignmentsIn(type, Property).SelectMany(assignment => HolderOf(assignment) is { } holder && IsSame(holder, variable) ? FoldedIn(assignment) : ImmutableArray<FoldedString>.Empty).ToImmutableArray()
        : ImmutableArray<FoldedString>.Empty;

    private IOperation? HolderOf(AssignmentExpressionSyntax assignment) =>
        services.ModelFor(assignment.SyntaxTree).GetOperation(assignment.Left) is IPropertyReferenceOperation { Instance: { } holder } ? holder : null;

    // `http.BaseAddress = ...; _http = http;` and `(_http = http).BaseAddress = ...` are about one client.
    private bool IsSame(IOperation holder, ISymbol variable) =>
        (Variables.Unwrap(holder) is ISimpleAssignmentOperation { Target: var kept } ? Variables.Of(kept) : Variables.Of(holder)) is { } given
        && (SymbolEqualityComparer.Default.Equals(given, variable)
            || (given is IParameterSymbol && variable is IFieldSymbol or IPropertySymbol && services.Values.AssignedTo(variable) is { } values && values.Any(value => SymbolEqualityComparer.Default.Equals(Variables.Of(value), given))));

    private ImmutableArray<FoldedString> Registered(IOperation client, IOperation call)
    {
        var type = CallSites.MemberAround(call)?.ContainingType;
        var name = services.Values.Of(client).Select(static source => source is IInvocationOperation { TargetMethod.Name: "CreateClient", Arguments: [.., { Value.ConstantValue: { HasValue: true, Value: string constant } }] } ? constant : null).FirstOrDefault();
        return _registrations.Value
            .Where(registration => name is null ? type is not null && registration.Types.Any(written => IsOf(written, type)) : registration.Name is { } given && IsText(given, name))
            .SelectMany(static registration => registration.Addresses)
            .SelectMany(assignment => FoldedIn(assignment))
            .ToImmutableArray();
    }

    private bool IsOf(TypeSyntax written, INamedTypeSymbol type) =>
        CallSyntax.CalledName(written) == type.Name && SymbolEqualityComparer.Default.Equals(services.ModelFor(written.SyntaxTree).GetTypeInfo(written).Type?.OriginalDefinition, type.OriginalDefinition);

    private bool IsText(ExpressionSyntax expression, string text) => services.ModelFor(expression.SyntaxTree).GetConstantValue(expression) is { HasValue: true, Value: string value } && value == text;

    private ImmutableArray<FoldedString> FoldedIn(AssignmentExpressionSyntax assignment) =>
        services.ModelFor(assignment.SyntaxTree).GetOperation(assignment.Right) is { } address ? services.Texts.Fold(address) : ImmutableArray<FoldedString>.Empty;

    private static IEnumerable<Registration> RegistrationsIn(SyntaxTree tree, AnalysisServices services)
    {
        foreach (var token in services.CharactersOf(tree).Identifiers(Registering))
        {
            if (token.Parent is not SimpleNameSyntax name || CallSyntax.CallOf(name) is not InvocationExpressionSyntax call) continue;
            var addresses = ChainFrom(call).DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(static assignment => CallSyntax.CalledName(assignment.Left) == Property).ToImmutableArray();
            var types = name is GenericNameSyntax { TypeArgumentList.Arguments: var arguments } ? arguments : default;
            if (!addresses.IsEmpty) yield return new Registration(types.ToImmutableArray(), call.ArgumentList.Arguments.FirstOrDefault()?.Expression, addresses);
        }
    }

    // `services.AddHttpClient<T>().ConfigureHttpClient(...)` as a whole.
    private static SyntaxNode ChainFrom(InvocationExpressionSyntax call)
    {
        SyntaxNode chain = call;
        while (chain.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax) chain = chain.Parent;
        return chain;
    }

    /// <summary>A client that the program registers.</summary>
    /// <param name="Types">The types that are given one.</param>
    /// <param name="Name">Its name, or whatever else comes first.</param>
    /// <param name="Addresses">What sets its base address.</param>
    private sealed record Registration(ImmutableArray<TypeSyntax> Types, ExpressionSyntax? Name, ImmutableArray<AssignmentExpressionSyntax> Addresses);
}
