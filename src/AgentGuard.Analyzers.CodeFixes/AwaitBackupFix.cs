using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Awaits a backup that is only started before a destructive call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitBackupFix))]
public sealed class AwaitBackupFix : DocumentFix
{
    /// <summary>Equivalence key of the action.</summary>
    public const string Key = "AgentGuard.AwaitBackup";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.BackupFault);

    private protected override string KeyOf(string diagnosticId) => Key;

    private protected override IEnumerable<(string Title, string Key)> Offers(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (Backup(root, diagnostic, model) is not null) yield return ("Await the backup", Key);
    }

    private protected override IEnumerable<(ExpressionSyntax Place, DocumentEdit.Step Step)> Steps(ImmutableArray<Diagnostic> diagnostics, string? key, SyntaxNode root, SemanticModel model) =>
        diagnostics.Select(diagnostic => Backup(root, diagnostic, model)).OfType<ExpressionSyntax>().Distinct().Select(static backup => (backup, (DocumentEdit.Step)Await));

    private static SyntaxNode Await(SyntaxNode root, ExpressionSyntax backup)
    {
        if (backup.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement) return root;
        var keyword = SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return root.ReplaceNode(statement, statement.WithExpression(SyntaxFactory.AwaitExpression(keyword, backup.WithoutLeadingTrivia())).WithLeadingTrivia(statement.GetLeadingTrivia()));
    }

    /// <summary>The call of the backup, where it is a statement of its own that may await it.</summary>
    private static InvocationExpressionSyntax? Backup(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
    {
        if (!diagnostic.Properties.TryGetValue(BackupFaultRule.FaultProperty, out var fault) || fault != BackupFaultRule.NotAwaited) return null;
        if (diagnostic.AdditionalLocations.FirstOrDefault() is not { } place || place.SourceTree != root.SyntaxTree) return null;
        if (root.FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement) return null;
        var value = statement.Expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } discarded ? discarded.Right : statement.Expression;
        return value is InvocationExpressionSyntax backup && CanAwait(statement) && model.GetTypeInfo(backup).Type is { } type
            && model.LookupSymbols(backup.SpanStart, type, "GetAwaiter", includeReducedExtensionMethods: true).Length > 0
                ? backup
                : null;
    }

    private static bool CanAwait(StatementSyntax statement)
    {
        foreach (var node in statement.Ancestors())
        {
            switch (node)
            {
                case LockStatementSyntax or UnsafeStatementSyntax: return false;
                case AnonymousFunctionExpressionSyntax function: return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function: return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax: return true;
                case MemberDeclarationSyntax member: return member.Modifiers.Any(SyntaxKind.AsyncKeyword);
            }
        }

        return false;
    }
}
