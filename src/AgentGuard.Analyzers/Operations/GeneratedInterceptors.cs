using System.Text;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations;

/// <summary>The generator's own interceptors repeat the calls that they guard; what lacks there is reported at the original call.</summary>
internal static class GeneratedInterceptors
{
    private const string Generator = "AgentGuard.Generators.GuardInterceptorGenerator";
    private const string Suffix = ".AgentGuard.g.cs";
    private const string Attribute = "InterceptsLocationAttribute";

    /// <summary>The name of the generated file that belongs to a source file: that one's name, for people, and a hash of its path, for two files of one name.</summary>
    public static string FileFor(string path)
    {
        var name = new StringBuilder();
        foreach (var character in Path.GetFileNameWithoutExtension(path)) name.Append(char.IsLetterOrDigit(character) ? character : '_');

        // FNV-1a: the same in each run, which string.GetHashCode is not.
        var hash = path.Aggregate(2166136261u, (current, character) => unchecked((current ^ character) * 16777619u));
        return $"{name}.{hash:x8}{Suffix}";
    }

    /// <summary>Whether a file is one that the generator writes for a source file.</summary>
    public static bool IsOwn(string path) => path.EndsWith(Suffix, StringComparison.Ordinal) && Path.GetFileName(Path.GetDirectoryName(path)) == Generator;

    /// <summary>The call that an attribute says is intercepted, as the compiler writes it; null for another attribute.</summary>
    public static string? PlaceOf(AttributeSyntax attribute) =>
        WrittenAttributes.NameOf(attribute) == Attribute && attribute.ArgumentList?.Arguments is [_, { Expression: LiteralExpressionSyntax { Token.ValueText: var place } }] ? place : null;

    /// <summary>Whether a call stands in an interceptor. The path alone is not enough: an interceptor that asks no guard is an ordinary call.</summary>
    public static bool Contain(SyntaxNode call) =>
        IsOwn(call.SyntaxTree.FilePath)
        && call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && method.AttributeLists.Any(list => list.Attributes.Any(attribute => WrittenAttributes.NameOf(attribute) is Attribute or "InterceptsLocation"))
        && method.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(IsEnforcement);

    private static bool IsEnforcement(InvocationExpressionSyntax invocation) => invocation.Expression.ToString() is "global::AgentGuard.Guard.Enforce" or "global::AgentGuard.Guard.EnforceAsync";
}
