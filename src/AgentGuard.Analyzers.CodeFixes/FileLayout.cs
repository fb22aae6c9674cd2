using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>How a file is laid out. What is new in it follows its lines, whatever the options say, so that it has one kind of them.</summary>
internal static class FileLayout
{
    private const int WidestIndent = 8;

    /// <summary>The options for the formatter: those of the document, with the line end and the indentation that the file has.</summary>
    public static async Task<OptionSet> OptionsAsync(Document document, SyntaxNode root, CancellationToken cancel)
    {
        OptionSet options = await document.GetOptionsAsync(cancel).ConfigureAwait(false);
        options = options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, LineEnd.Of(root).ToString());
        if (FirstIndent(root) is not { Length: > 0 } indent) return options;
        if (indent[0] == '\t') return options.WithChangedOption(FormattingOptions.UseTabs, LanguageNames.CSharp, true);
        options = options.WithChangedOption(FormattingOptions.UseTabs, LanguageNames.CSharp, false);
        return indent.Length is 1 or > WidestIndent ? options : options.WithChangedOption(FormattingOptions.IndentationSize, LanguageNames.CSharp, indent.Length);
    }

    private static string? FirstIndent(SyntaxNode root) => root.DescendantTokens()
        .Where(LineEnd.Precedes)
        .Select(static token => token.LeadingTrivia.LastOrDefault())
        .FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))
        .ToString();
}
