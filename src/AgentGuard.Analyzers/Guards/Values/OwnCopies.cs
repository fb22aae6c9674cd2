using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Variables that are named for what somebody types, and made of the very value that they are compared with: <c>var typed = name; if (typed != name) return;</c></summary>
internal static class OwnCopies
{
    /// <summary>Whether a local was declared with what another variable holds.</summary>
    /// <param name="typed">What is named for an answer.</param>
    /// <param name="other">What it is compared with.</param>
    public static bool IsOf(IOperation typed, IOperation other) =>
        typed is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declared] } && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var made }
        && other is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation }
        && other.Syntax is IdentifierNameSyntax { Identifier.ValueText: var name }
        && !made.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call => call.ArgumentList.Arguments.Any(argument => argument.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name)))
        && made.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name);
}
