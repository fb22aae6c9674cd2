using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>A method that an agent can call.</summary>
/// <param name="Body">The method, local function or lambda.</param>
/// <param name="Exposure">What exposes it: <c>[McpServerTool]</c>.</param>
/// <param name="SaysHarmless">What its annotation says although it should destroy nothing then: <c>ReadOnly = true</c>; null when it says nothing.</param>
internal sealed record AgentTool(SyntaxNode Body, string Exposure, string? SaysHarmless);

/// <summary>Finds methods that are exposed to an agent as tools.</summary>
internal static class AgentTools
{
    private static readonly ImmutableDictionary<string, string> Attributes = ImmutableDictionary<string, string>.Empty
        .Add("ModelContextProtocol.Server.McpServerToolAttribute", "[McpServerTool]")
        .Add("Microsoft.SemanticKernel.KernelFunctionAttribute", "[KernelFunction]");

    private static readonly ImmutableHashSet<string> AttributeNames = ImmutableHashSet.Create("McpServerTool", "McpServerToolAttribute", "KernelFunction", "KernelFunctionAttribute");

    private static readonly ImmutableDictionary<string, string> Factories = ImmutableDictionary<string, string>.Empty
        .Add("Microsoft.Extensions.AI.AIFunctionFactory.Create", "AIFunctionFactory.Create")
        .Add("ModelContextProtocol.Server.McpServerTool.Create", "McpServerTool.Create")
        .Add("Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromMethod", "KernelFunctionFactory.CreateFromMethod");

    private static readonly ImmutableHashSet<string> FactoryTypes = Factories.Keys.Select(static factory => factory[..factory.LastIndexOf('.')]).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>The names that may stand for a tool: those of attributes and those under which factories are called.</summary>
    public static IEnumerable<string> LandmarkNames => [.. AttributeNames, "Create", "CreateFromMethod"];

    /// <summary>Whether a name is one under which factories are called.</summary>
    public static bool IsFactoryName(string name) => name is "Create" or "CreateFromMethod";

    /// <summary>The first attribute of a method that may expose it, by its name alone.</summary>
    public static AttributeSyntax? ExposingAttribute(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(static attribute => AttributeNames.Contains(WrittenAttributes.NameOf(attribute)));

    /// <summary>The tool that a method is by its attribute.</summary>
    public static AgentTool? Of(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var attribute in model.GetDeclaredSymbol(method, cancellation)?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty)
        {
            if (attribute.AttributeClass?.ToDisplayString() is { } name && Attributes.TryGetValue(name, out var exposure)) return new AgentTool(method, exposure, Harmless(attribute));
        }

        return null;
    }

    /// <summary>The tool that a factory makes of a method, local function or lambda.</summary>
    public static AgentTool? Of(InvocationExpressionSyntax factory, AnalysisServices services, SemanticModel model, CancellationToken cancellation)
    {
        if (!services.Gate.AdmitsMemberOf(factory, FactoryTypes, model) || model.GetOperation(factory, cancellation) is not IInvocationOperation { TargetMethod: var method } call) return null;
        if (!Factories.TryGetValue($"{method.ContainingType.ToDisplayString()}.{method.Name}", out var exposure)) return null;
        foreach (var source in call.Arguments.SelectMany(argument => services.Values.Of(argument.Value)).Select(Variables.Unwrap))
        {
            var body = source switch
            {
                IAnonymousFunctionOperation lambda => lambda.Syntax,
                IMethodReferenceOperation { Method: var named } when services.DeclarationsOf(named) is [var declaration, ..] => declaration.GetSyntax(cancellation),
                _ => null,
            };
            if (body is not null) return new AgentTool(body, exposure, HarmlessOption(call));
        }

        return null;
    }

    private static string? Harmless(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "ReadOnly", Value.Value: true }) return "ReadOnly = true";
            if (argument is { Key: "Destructive", Value.Value: false }) return "Destructive = false";
        }

        return null;
    }

    private static string? HarmlessOption(IInvocationOperation call)
    {
        foreach (var set in call.Descendants().OfType<ISimpleAssignmentOperation>())
        {
            if (set is not { Target: IPropertyReferenceOperation { Property.Name: var name } } || Variables.Unwrap(set.Value).ConstantValue is not { HasValue: true, Value: bool value }) continue;
            if ((name, value) is ("ReadOnly", true) or ("Destructive", false)) return $"{name} = {(value ? "true" : "false")}";
        }

        return null;
    }
}
