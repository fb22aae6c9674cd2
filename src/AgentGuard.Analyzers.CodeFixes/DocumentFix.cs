using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>A fix that changes one document, for one diagnostic in the way in which it would for all of them.</summary>
public abstract class DocumentFix : CodeFixProvider
{
    private protected DocumentFix()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        // `dotnet format` goes by the id, and takes the key from whichever diagnostic of the analyzer comes first.
        var key = context.CodeActionEquivalenceKey;
        var isOfOtherRule = FixableDiagnosticIds.Any(id => KeyOf(id) == key) && !context.DiagnosticIds.Any(id => KeyOf(id) == key);
        return await FixAsync(document, diagnostics, isOfOtherRule ? null : key, context.CancellationToken).ConfigureAwait(false);
    });

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !Fits(context.Document)) return;

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var (title, key) in Offers(diagnostic, root, model))
                context.RegisterCodeFix(CodeAction.Create(title, cancel => FixAsync(context.Document, ImmutableArray.Create(diagnostic), key, cancel), key), diagnostic);
        }
    }

    /// <summary>The equivalence key of the action that a rule asks for by itself.</summary>
    private protected abstract string KeyOf(string diagnosticId);

    /// <summary>Whether what the fix writes holds wherever the document is compiled.</summary>
    private protected virtual bool Fits(Document document) => true;

    /// <summary>The actions for a diagnostic: what the light bulb shows, and the equivalence key.</summary>
    private protected abstract IEnumerable<(string Title, string Key)> Offers(Diagnostic diagnostic, SyntaxNode root, SemanticModel model);

    /// <summary>What is done at each place; without a key each diagnostic gets what it asks for itself.</summary>
    private protected abstract IEnumerable<(ExpressionSyntax Place, DocumentEdit.Step Step)> Steps(ImmutableArray<Diagnostic> diagnostics, string? key, SyntaxNode root, SemanticModel model);

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancel)
    {
        var root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancel).ConfigureAwait(false);
        return root is null || model is null || !Fits(document) ? document : await DocumentEdit.ApplyAsync(document, root, model, Steps(diagnostics, key, root, model).ToArray(), cancel).ConfigureAwait(false);
    }
}
