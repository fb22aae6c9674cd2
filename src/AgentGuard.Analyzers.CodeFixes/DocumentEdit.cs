using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>
/// Changes a document call by call, in one pass for any number of diagnostics. The batch fixer merges the texts of separate changes, and
/// would leave one of two attributes of the same member behind.
/// </summary>
internal static class DocumentEdit
{
    /// <summary>Changes the tree around one call; the tree that it is given is the one that the changes before it have left.</summary>
    public delegate SyntaxNode Step(SyntaxNode root, ExpressionSyntax call);

    /// <summary>Takes the steps, each at its call, then adds usings, simplifies names and formats what is new.</summary>
    public static async Task<Document> ApplyAsync(Document document, SyntaxNode root, SemanticModel model, IReadOnlyList<(ExpressionSyntax Call, Step Step)> steps, CancellationToken cancel)
    {
        var changed = root.TrackNodes(steps.Select(step => step.Call));
        foreach (var (call, step) in steps)
        {
            if (changed.GetCurrentNode(call) is { } current) changed = step(changed, current);
        }

        var result = document.WithSyntaxRoot(changed);
        if (!ConditionalUsings.Exist(root) && !ImportClash.Exists(root, model, cancel))
            result = await ImportAdder.AddImportsAsync(result, Simplifier.AddImportsAnnotation, cancellationToken: cancel).ConfigureAwait(false);
        result = await Simplifier.ReduceAsync(result, Simplifier.Annotation, cancellationToken: cancel).ConfigureAwait(false);
        result = await WithoutShortenedAsync(result, cancel).ConfigureAwait(false);
        result = await FormatAsync(result, root, cancel).ConfigureAwait(false);

        // A using that turned out useless is taken out again, but not the line that it stood on.
        var end = await result.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        return end is not null && StartsEmpty(end) && !StartsEmpty(root)
            ? result.WithSyntaxRoot(end.WithLeadingTrivia(end.GetLeadingTrivia().SkipWhile(trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Skip(1)))
            : result;
    }

    // A shortened name is no new text: formatting it would lay out the lines around it by the options, not as the author has them.
    private static async Task<Document> WithoutShortenedAsync(Document document, CancellationToken cancel)
    {
        var root = (await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false))!;
        var shortened = root.GetAnnotatedNodes(Formatter.Annotation).Where(static node => node is NameSyntax or MemberAccessExpressionSyntax);
        return document.WithSyntaxRoot(root.ReplaceNodes(shortened, static (_, node) => node.WithoutAnnotations(Formatter.Annotation)));
    }

    private static async Task<Document> FormatAsync(Document document, SyntaxNode root, CancellationToken cancel)
    {
        try
        {
            var options = await FileLayout.OptionsAsync(document, root, cancel).ConfigureAwait(false);

            // Twice: only the second pass puts the brace of a lambda where the options say.
            document = await Formatter.FormatAsync(document, Formatter.Annotation, options, cancel).ConfigureAwait(false);
            document = await Formatter.FormatAsync(document, Formatter.Annotation, options, cancel).ConfigureAwait(false);
        }
        catch (InvalidOperationException) when (root.ContainsDiagnostics)
        {
            // The formatter does not get over every file that does not parse; the change is right without it.
        }

        // The host formats what is still marked, by its own options.
        var changed = (await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false))!;
        changed = changed.ReplaceNodes(changed.GetAnnotatedNodes(Formatter.Annotation), static (_, node) => node.WithoutAnnotations(Formatter.Annotation));
        return document.WithSyntaxRoot(changed.ReplaceTrivia(changed.GetAnnotatedTrivia(SyntaxAnnotation.ElasticAnnotation), static (_, trivia) => trivia.WithoutAnnotations(SyntaxAnnotation.ElasticAnnotation)));
    }

    private static bool StartsEmpty(SyntaxNode root) =>
        root.GetLeadingTrivia().FirstOrDefault(trivia => trivia.FullSpan.Length > 0).IsKind(SyntaxKind.EndOfLineTrivia);
}
