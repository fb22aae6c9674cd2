using AgentGuard.Analyzers.Guards.Copies;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>What a method tells the compiler about its return, by attributes.</summary>
internal static class CompilerContract
{
    private const string CodeAnalysis = "System.Diagnostics.CodeAnalysis";

    /// <summary>Whether calls of the method may be compiled away, as those of <c>Debug.Assert</c> are in a release build.</summary>
    public static bool IsConditional(IMethodSymbol method) =>
        Has(method, "ConditionalAttribute", "System.Diagnostics") || method is { Name: "Assert", ContainingType.Name: "Debug" or "Trace", ContainingType.ContainingNamespace.Name: "Diagnostics" };

    /// <summary>What holds after a call because of <c>[DoesNotReturn]</c> and <c>[DoesNotReturnIf]</c>.</summary>
    public static Facts OnReturn(IInvocationOperation call, Value?[] arguments, FlowBody body)
    {
        var stops = Has(call.TargetMethod, "DoesNotReturnAttribute", CodeAnalysis);
        if (IsInSource(call.TargetMethod, body.Cancellation))
        {
            // The compiler takes the attribute at its word; a body that can be seen must bear it out.
            return stops && body.Helpers.OfDeclaration(call.TargetMethod, body.Depth, body.Cancellation)?.OnReturn.IsUnreachable == true ? Facts.Unreachable : Facts.None;
        }

        if (stops) return Facts.Unreachable;
        var facts = Facts.None;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (call.Arguments[i].Parameter is not { } parameter || Find(parameter, "DoesNotReturnIfAttribute", CodeAnalysis) is not { ConstructorArguments: [{ Value: bool unwanted }] }) continue;
            facts |= unwanted ? Value.WhenFalse(arguments[i]) : Value.WhenTrue(arguments[i]);
        }

        return facts;
    }

    private static bool IsInSource(IMethodSymbol method, CancellationToken cancellation) =>
        (method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition).DeclaringSyntaxReferences.Any(reference => BodyShape.HasBody(reference.GetSyntax(cancellation)));

    private static bool Has(ISymbol symbol, string attribute, string space) => Find(symbol, attribute, space) is not null;

    private static AttributeData? Find(ISymbol symbol, string attribute, string space)
    {
        foreach (var declared in symbol.OriginalDefinition.GetAttributes())
        {
            if (Is(declared, attribute, space)) return declared;
        }

        return null;
    }

    private static bool Is(AttributeData attribute, string name, string space) => attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.ToDisplayString() == space;
}
