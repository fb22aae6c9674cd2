using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Turns an inverted environment check round, so that the call runs only in an environment that the check names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TurnCheckRoundFix))]
public sealed class TurnCheckRoundFix : CodeFixProvider
{
    /// <summary>Equivalence key of the action.</summary>
    public const string Key = "AgentGuard.TurnCheckRound";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.InvertedEnvironmentCheck);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => DocumentEdit.FixAll(FixAsync, _ => Key);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null) return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (Turned(root, diagnostic, model) is var (_, turned)) DocumentEdit.Register(context, diagnostic, $"Turn the check round: if ({turned})", Key, FixAsync);
        }
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancel)
    {
        var root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancel).ConfigureAwait(false);
        if (root is null || model is null) return document;

        var steps = new Dictionary<ExpressionSyntax, DocumentEdit.Step>();
        foreach (var diagnostic in diagnostics)
        {
            if (Turned(root, diagnostic, model) is var (condition, turned)) steps[condition] = (current, old) => current.ReplaceNode(old, turned.WithTriviaFrom(old));
        }

        return await DocumentEdit.ApplyAsync(document, root, steps.Select(step => (step.Key, step.Value)).ToArray(), cancel).ConfigureAwait(false);
    }

    /// <summary>The condition and what it becomes, where nothing but the call hangs on it.</summary>
    private static (ExpressionSyntax Condition, ExpressionSyntax Turned)? Turned(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
    {
        if (MissingGuards.Read(root, diagnostic) is not { Call: var call } || diagnostic.AdditionalLocations.FirstOrDefault() is not { } place || place.SourceTree != root.SyntaxTree) return null;
        if (root.FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<IfStatementSyntax>() is not { Else: null } branch) return null;
        if (Bare(branch.Condition) is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } check || !HostCheck.Is(model.GetSymbolInfo(check).Symbol)) return null;

        var runsInside = branch.Statement.Contains(call);
        if (runsInside ? Only(branch.Statement)?.Contains(call) != true : !EndsBefore(branch, call)) return null;
        ExpressionSyntax allowed = access.Name.Identifier.ValueText == "IsProduction"
            ? check.WithExpression(access.WithName(SyntaxFactory.IdentifierName("IsDevelopment")))
            : check;
        return (branch.Condition, runsInside ? allowed : SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, allowed.WithoutTrivia()));
    }

    private static ExpressionSyntax Bare(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Bare(inner),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var inner } => Bare(inner),
        _ => condition,
    };

    private static StatementSyntax? Only(StatementSyntax statement) => statement is not BlockSyntax block ? statement : block.Statements.Count == 1 ? block.Statements[0] : null;

    private static bool EndsBefore(IfStatementSyntax branch, SyntaxNode call) =>
        Only(branch.Statement) is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax && branch.Parent!.Contains(call) && branch.Span.End < call.SpanStart;
}
