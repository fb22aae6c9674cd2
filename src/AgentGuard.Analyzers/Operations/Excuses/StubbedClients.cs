using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>HTTP clients whose handler answers by itself, as in a test: nothing leaves the process.</summary>
internal sealed class StubbedClients(AnalysisServices services)
{
    private const string Handler = "HttpMessageHandler";

    // What may send a request on.
    private static readonly ImmutableHashSet<string> Senders = ImmutableHashSet.Create("HttpClient", "HttpMessageInvoker", "HttpClientHandler", "SocketsHttpHandler", "WebClient", "WebRequest", "HttpWebRequest", "Socket", "TcpClient", Handler, "DelegatingHandler");

    /// <summary>Whether an object certainly is one, whichever way it came about.</summary>
    public bool Contain(IOperation client) => services.Values.Of(client) is { IsEmpty: false } sources && sources.All(source =>
        source is IObjectCreationOperation { Type: { Name: "HttpClient", ContainingNamespace.Name: "Http" }, Arguments: [{ Value: var handler }, ..] } && services.Values.Of(handler) is { IsEmpty: false } handlers && handlers.All(Answers));

    private bool Answers(IOperation handler) => handler switch
    {
        IPropertyReferenceOperation { Property.Name: "Object", Instance: { Type: INamedTypeSymbol { Name: "Mock", TypeArguments: [{ Name: Handler }], ContainingNamespace.Name: "Moq" } } } => true,
        IObjectCreationOperation { Type: { Name: "MockHttpMessageHandler", ContainingNamespace.Name: "MockHttp" } } => true,
        IObjectCreationOperation { Type: INamedTypeSymbol { BaseType.Name: Handler } own } => own.GetMembers("SendAsync").Concat(own.GetMembers("Send")).ToList() is { Count: > 0 } answers && answers.TrueForAll(answer => services.BodyOf(answer) is { } body && SendsNothingOn(body)),
        _ => false,
    };

    // Of the library, and nothing that sends; what the class does elsewhere is not looked at, so nothing of it may be called.
    private static bool SendsNothingOn(IOperation body) => body.Descendants().All(static piece => piece switch
    {
        IInvocationOperation { TargetMethod.ContainingType: var type } => IsHarmless(type),
        IObjectCreationOperation { Type: { } type } => IsHarmless(type),
        IDynamicInvocationOperation or IInvalidOperation or IFunctionPointerInvocationOperation => false,
        _ => true,
    });

    private static bool IsHarmless(ITypeSymbol type) => !Senders.Contains(type.Name) && type.ContainingNamespace is { } space && (space.ToDisplayString() is "System" || space.ToDisplayString().StartsWith("System.", StringComparison.Ordinal)) && space.Name != "Sockets";
}
