using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>The line ending of the file, so that a fix does not mix two kinds.</summary>
internal static class LineEnd
{
    /// <summary>The line ending of the file that a node is in.</summary>
    public static SyntaxTrivia Of(SyntaxNode node)
    {
        var first = node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return first.IsKind(SyntaxKind.EndOfLineTrivia) ? SyntaxFactory.EndOfLine(first.ToString()) : SyntaxFactory.ElasticCarriageReturnLineFeed;
    }

    /// <summary>Whether a token is the first one of its line.</summary>
    public static bool Precedes(SyntaxToken token) => token.GetPreviousToken() is var before
        && (before.IsKind(SyntaxKind.None) || token.LeadingTrivia.Any(Is) || before.TrailingTrivia.Any(Is));

    private static bool Is(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
