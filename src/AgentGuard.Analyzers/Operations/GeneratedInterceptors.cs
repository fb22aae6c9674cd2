using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations;

/// <summary>The generator's own interceptors repeat the calls that they guard; what lacks there is reported at the original call.</summary>
internal static class GeneratedInterceptors
{
    private const string Generator = "AgentGuard.Generators.GuardInterceptorGenerator";
    private const string Suffix = ".AgentGuard.g.cs";

    /// <summary>Whether a call stands in an interceptor. The path alone is not enough: an interceptor that asks no guard is an ordinary call.</summary>
    public static bool Contain(SyntaxNode call) =>
        IsGenerated(call.SyntaxTree.FilePath)
        && call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && method.AttributeLists.Any(list => list.Attributes.Any(attribute => CallSyntax.CalledName(attribute.Name) is "InterceptsLocationAttribute" or "InterceptsLocation"))
        && method.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(IsEnforcement);

    private static bool IsGenerated(string path) =>
        path.EndsWith(Suffix, StringComparison.Ordinal) && Path.GetFileName(Path.GetDirectoryName(path)) == Generator;

    private static bool IsEnforcement(InvocationExpressionSyntax invocation) => invocation.Expression.ToString() is "global::AgentGuard.Guard.Enforce" or "global::AgentGuard.Guard.EnforceAsync";
}
