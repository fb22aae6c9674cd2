using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>
/// Keys of a configuration that a call gives a value itself: <c>AddInMemoryCollection([new("Force", "true")])</c>, <c>AddCommandLine(["--force=true"])</c>, or a file
/// of JSON that it writes. What an index sets is an assignment of its own.
/// </summary>
internal static class SetKeys
{
    private static readonly string[] Refusals = ["", "false", "no", "0", "off", "null"];

    // `{ "Reset": { "Force": true } }`: a name with what it holds, a value or more of them, and where those end.
    private static readonly Regex Members = new("\"([\\w:.-]+)\"\\s*:\\s*(?:(\\{)|\"?(\\w+))|[{}]", RegexOptions.CultureInvariant);

    /// <summary>The keys whose value is written out and no refusal, each with the place.</summary>
    public static IEnumerable<(SyntaxNode Node, string Key)> In(SyntaxNode call, string method) => method switch
    {
        "AddInMemoryCollection" => InPairs(call),
        "AddCommandLine" => TextsIn(call).SelectMany(static text => OfArgument(text.Text, text.Node)),
        "AddJsonStream" => InJson(call),
        "WriteAllText" or "WriteAllTextAsync" when TextsIn(call).Any(static text => text.Text.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) => InJson(call),
        _ => [],
    };

    private static IEnumerable<(SyntaxNode Node, string Key)> InJson(SyntaxNode call) => TextsIn(call).SelectMany(static text => KeysIn(text.Text).Select(key => (text.Node, key)));

    private static IEnumerable<string> KeysIn(string json)
    {
        var around = new Stack<string>();
        foreach (Match member in Members.Matches(json))
        {
            var name = around.Count > 0 ? around.Peek() + member.Groups[1].Value : member.Groups[1].Value;
            if (member.Groups[3].Success && !IsRefusal(member.Groups[3].Value)) yield return name;
            else if (member.Groups[2].Success) around.Push(name + ":");
            else if (member.Value == "{") around.Push(around.Count > 0 ? around.Peek() : "");
            else if (member.Value == "}" && around.Count > 0) around.Pop();
        }
    }

    // `--force=true`; of `--force true` the value is an argument of its own.
    private static IEnumerable<(SyntaxNode Node, string Key)> OfArgument(string argument, SyntaxNode node)
    {
        var parts = argument.Split(['='], 2);
        if (argument.StartsWith("-", StringComparison.Ordinal) || argument.StartsWith("/", StringComparison.Ordinal) || parts.Length == 2)
        {
            if (parts.Length == 1 ? !IsRefusal(NextOf(node)) : !IsRefusal(parts[1])) yield return (node, parts[0].TrimStart('-', '/'));
        }
    }

    private static string? NextOf(SyntaxNode argument) => argument.Ancestors().First(static around => around is not LiteralExpressionSyntax).Parent is { } list
        ? TextsIn(list).SkipWhile(text => text.Node != argument).Skip(1).Select(static text => text.Text).FirstOrDefault()
        : null;

    private static IEnumerable<(SyntaxNode Node, string Text)> TextsIn(SyntaxNode node) => node.DescendantNodes().OfType<LiteralExpressionSyntax>()
        .Select(static literal => ((SyntaxNode)literal, TextOf(literal)!))
        .Where(static text => text.Item2 is not null);

    private static IEnumerable<(SyntaxNode Node, string Key)> InPairs(SyntaxNode call)
    {
        foreach (var node in call.DescendantNodes())
        {
            var (key, value) = node switch
            {
                InitializerExpressionSyntax { Expressions: [var first, var second], Parent: InitializerExpressionSyntax } => (first, second),
                BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var first }, { Expression: var second }] } => (first, second),
                _ => (null, null),
            };
            if (TextOf(key) is { } name && TextOf(value) is { } text && !IsRefusal(text)) yield return (node, name);
        }
    }

    private static bool IsRefusal(string? value) => value is not null && Refusals.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static string? TextOf(ExpressionSyntax? expression) => (expression as LiteralExpressionSyntax)?.Token.Value as string;
}
