using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Sets a safety switch back to the value that protects, where it is a property that is set to <c>true</c> or <c>false</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RestoreSafetySwitchFix))]
public sealed class RestoreSafetySwitchFix : DocumentFix
{
    /// <summary>Equivalence key of the action.</summary>
    public const string Key = "AgentGuard.RestoreSafetySwitch";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.SafetySwitch);

    private protected override string KeyOf(string diagnosticId) => Key;

    private protected override IEnumerable<(string Title, string Key)> Offers(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (Value(root, diagnostic) is { } value) yield return ($"Set it to {Opposite(value)}", Key);
    }

    private protected override IEnumerable<(ExpressionSyntax Place, DocumentEdit.Step Step)> Steps(ImmutableArray<Diagnostic> diagnostics, string? key, SyntaxNode root, SemanticModel model) =>
        diagnostics.Select(diagnostic => Value(root, diagnostic)).OfType<ExpressionSyntax>().Distinct().Select(static value => (value, (DocumentEdit.Step)Restore));

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
