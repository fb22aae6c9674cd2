using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Sets a safety switch back to the value that protects, where it is a property that is set to <c>true</c> or <c>false</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RestoreSafetySwitchFix))]
public sealed class RestoreSafetySwitchFix : CodeFixProvider
{
    /// <summary>Equivalence key of the action.</summary>
    public const string Key = "AgentGuard.RestoreSafetySwitch";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.SafetySwitch);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => DocumentEdit.FixAll(FixAsync, _ => Key);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Value(root, diagnostic) is { } value) DocumentEdit.Register(context, diagnostic, $"Set it to {Opposite(value)}", Key, FixAsync);
        }
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancel)
    {
        if (await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false) is not { } root) return document;
        var values = diagnostics.Select(diagnostic => Value(root, diagnostic)).OfType<LiteralExpressionSyntax>().Distinct();
        return await DocumentEdit.ApplyAsync(document, root, values.Select(value => ((ExpressionSyntax)value, (DocumentEdit.Step)Restore)).ToArray(), cancel).ConfigureAwait(false);
    }

    private static SyntaxNode Restore(SyntaxNode root, ExpressionSyntax value) => root.ReplaceNode(value, Opposite((LiteralExpressionSyntax)value).WithTriviaFrom(value));

    private static LiteralExpressionSyntax Opposite(LiteralExpressionSyntax value) =>
        SyntaxFactory.LiteralExpression(value.IsKind(SyntaxKind.TrueLiteralExpression) ? SyntaxKind.FalseLiteralExpression : SyntaxKind.TrueLiteralExpression);

    private static LiteralExpressionSyntax? Value(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AssignmentExpressionSyntax>() is
        {
            Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } value,
        }
            ? value
            : null;
}
