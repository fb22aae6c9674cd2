using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Usings that not every build of a file has. One that is added among them would be lost with them.</summary>
internal static class ConditionalUsings
{
    /// <summary>Whether there are some, so that what a fix writes has to be qualified.</summary>
    public static bool Exist(SyntaxNode root)
    {
        for (var end = root.GetFirstDirective(EndsBranch); end is not null; end = end.GetNextDirective(EndsBranch))
        {
            if (FollowsUsings(end.ParentTrivia.Token) && HoldsUsings(end, root)) return true;
        }

        return false;
    }

    private static bool EndsBranch(DirectiveTriviaSyntax directive) => directive is EndIfDirectiveTriviaSyntax or ElseDirectiveTriviaSyntax or ElifDirectiveTriviaSyntax;

    // A branch that holds declarations as well has all of their usings.
    private static bool FollowsUsings(SyntaxToken next) => next.GetPreviousToken() is var before
        && (before.IsKind(SyntaxKind.None) || before.Parent is UsingDirectiveSyntax || (before.Parent is BaseNamespaceDeclarationSyntax && !before.IsKind(SyntaxKind.CloseBraceToken)));

    // The compiler leaves a branch that is not taken as text.
    private static bool HoldsUsings(DirectiveTriviaSyntax end, SyntaxNode root) =>
        (end.GetRelatedDirectives() is [var first, ..] && Usings(root).Any(each => first.SpanStart < each.SpanStart && each.SpanStart < end.SpanStart))
        || end.ParentTrivia.Token.LeadingTrivia.Any(static trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && trivia.ToString().Split('\n').Any(IsUsing));

    private static bool IsUsing(string line) => line.TrimStart() is var text && (text.StartsWith("using ", StringComparison.Ordinal) || text.StartsWith("global using ", StringComparison.Ordinal));

    private static IEnumerable<UsingDirectiveSyntax> Usings(SyntaxNode root) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>();
}
