using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Flags of a command line that a text is compared with: <c>--force</c>, and <c>-f</c> where it is written beside it.</summary>
internal sealed class OptionFlags(FlowBody body)
{
    /// <summary>What it proves that the flag is there; null if it is none that asks for anything.</summary>
    /// <param name="constant">The text that is compared with.</param>
    /// <param name="test">How it is compared.</param>
    /// <param name="written">Where it is written.</param>
    public Value? Of(object? constant, TextTest test, SyntaxNode written) => constant is string flag && (test == TextTest.Equals || (test == TextTest.StartsWith && flag.StartsWith("--", StringComparison.Ordinal))) ? Of(flag, written) : null;

    /// <summary>The same for a flag that is looked for.</summary>
    public Value? Of(string flag, SyntaxNode written)
    {
        if (flag.Length < 2 || flag[0] is not ('-' or '/')) return null;
        if (SwitchNames.ReadOption(flag, body.Options) is { } option) return option;
        return flag is ['-', var letter] && char.IsLetter(letter) ? OfLong(letter, written) : null;
    }

    // `-f` alone may stand for a file or a format; what it is short for is written beside it.
    private Value? OfLong(char letter, SyntaxNode written)
    {
        var others = AlternativesOf(written)
            .SelectMany(static alternative => alternative.DescendantTokens())
            .Where(static token => token.IsKind(SyntaxKind.StringLiteralToken))
            .Select(static token => token.ValueText)
            .Where(text => text.Length > 3 && text.StartsWith("--", StringComparison.Ordinal) && text[2] == letter)
            .Distinct()
            .ToList();
        return others is [var only] ? SwitchNames.ReadOption(only, body.Options) : null;
    }

    // The labels of its section in a switch, or the whole condition that it is a part of.
    private static IEnumerable<SyntaxNode> AlternativesOf(SyntaxNode written)
    {
        for (var node = written; ; node = node.Parent)
        {
            switch (node.Parent)
            {
                case SwitchSectionSyntax section:
                    return section.Labels;
                case null or StatementSyntax or SwitchExpressionArmSyntax or AnonymousFunctionExpressionSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax:
                    return [node];
            }
        }
    }
}
