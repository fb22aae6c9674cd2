using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards;

/// <summary>What a method tells the compiler about its return, by attributes.</summary>
internal static class CompilerContract
{
    /// <summary>Whether calls of the method may be compiled away, as those of <c>Debug.Assert</c> are in a release build.</summary>
    public static bool IsConditional(IMethodSymbol method) =>
        Has(method, "ConditionalAttribute") || method is { Name: "Assert", ContainingType.Name: "Debug" or "Trace", ContainingType.ContainingNamespace.Name: "Diagnostics" };

    /// <summary>What holds after a call because of <c>[DoesNotReturn]</c> and <c>[DoesNotReturnIf]</c>.</summary>
    public static Facts OnReturn(IInvocationOperation call, Value?[] arguments)
    {
        if (Has(call.TargetMethod, "DoesNotReturnAttribute")) return Facts.Unreachable;
        var facts = Facts.None;
        for (var i = 0; i < arguments.Length; i++)
        {
            var attribute = call.Arguments[i].Parameter?.OriginalDefinition.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "DoesNotReturnIfAttribute");
            if (attribute is not { ConstructorArguments: [{ Value: bool stops }] }) continue;
            facts |= stops ? Value.WhenFalse(arguments[i]) : Value.WhenTrue(arguments[i]);
        }

        return facts;
    }

    private static bool Has(ISymbol symbol, string attribute) => symbol.OriginalDefinition.GetAttributes().Any(a => a.AttributeClass?.Name == attribute);
}
