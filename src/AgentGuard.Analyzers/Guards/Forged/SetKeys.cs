using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>Keys of a configuration that a call gives a value itself: <c>AddInMemoryCollection([new("Force", "true")])</c>. What an index sets is an assignment of its own.</summary>
internal static class SetKeys
{
    private static readonly string[] Refusals = ["", "false", "no", "0", "off"];

    /// <summary>The keys whose value is written out and no refusal, each with the place.</summary>
    public static IEnumerable<(SyntaxNode Node, string Key)> In(SyntaxNode call)
    {
        foreach (var node in call.DescendantNodes())
        {
            var (key, value) = node switch
            {
                InitializerExpressionSyntax { Expressions: [var first, var second], Parent: InitializerExpressionSyntax } => (first, second),
                BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var first }, { Expression: var second }] } => (first, second),
                _ => (null, null),
            };
            if (TextOf(key) is { } name && TextOf(value) is { } text && !Refusals.Contains(text, StringComparer.OrdinalIgnoreCase)) yield return (node, name);
        }
    }

    private static string? TextOf(ExpressionSyntax? expression) => (expression as LiteralExpressionSyntax)?.Token.Value as string;
}
