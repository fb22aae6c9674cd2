using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Turns an inverted environment check round, so that the call runs only in an environment that the check names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TurnCheckRoundFix))]
public sealed class TurnCheckRoundFix : DocumentFix
{
    /// <summary>Equivalence key of the action.</summary>
    public const string Key = "AgentGuard.TurnCheckRound";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.InvertedEnvironmentCheck);

    private protected override string KeyOf(string diagnosticId) => Key;

    private protected override IEnumerable<(string Title, string Key)> Offers(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (Turned(root, diagnostic, model) is var (_, turned)) yield return ($"Turn the check round: if ({turned})", Key);
    }

    private protected override IEnumerable<(ExpressionSyntax Place, DocumentEdit.Step Step)> Steps(ImmutableArray<Diagnostic> diagnostics, string? key, SyntaxNode root, SemanticModel model)
    {
        var turns = new Dictionary<ExpressionSyntax, ExpressionSyntax>();
        foreach (var diagnostic in diagnostics)
        {
            if (Turned(root, diagnostic, model) is var (condition, turned)) turns[condition] = turned;
        }

        return turns.Select(static turn => (turn.Key, (DocumentEdit.Step)((current, old) => current.ReplaceNode(old, turn.Value.WithTriviaFrom(old)))));
    }

    /// <summary>The condition and what it becomes, where nothing but the call hangs on it.</summary>
    private static (ExpressionSyntax Condition, ExpressionSyntax Turned)? Turned(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
    {
        if (MissingGuards.Read(root, diagnostic) is not { Call: var call } || diagnostic.AdditionalLocations.FirstOrDefault() is not { } place || place.SourceTree != root.SyntaxTree) return null;
        if (root.FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<IfStatementSyntax>() is not { Else: null } branch) return null;
        if (Bare(branch.Condition) is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } check || !HostCheck.Is(model.GetSymbolInfo(check).Symbol)) return null;

        var runsInside = branch.Statement.Contains(call);
        if (runsInside ? Only(branch.Statement)?.Contains(call) != true : !EndsBefore(branch, call)) return null;

        // Where the call runs only if the check holds, the check names production.
        ExpressionSyntax allowed = runsInside == IsNegated(branch.Condition) ? check : check
            .WithExpression(access.WithName(SyntaxFactory.IdentifierName("IsDevelopment")))
            .WithArgumentList(SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(check.ArgumentList.Arguments.Take(IsReduced(check, model) ? 0 : 1))));
        return (branch.Condition, runsInside ? allowed : SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, allowed.WithoutTrivia()));
    }

    private static ExpressionSyntax Bare(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Bare(inner),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var inner } => Bare(inner),
        _ => condition,
    };

    private static bool IsNegated(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => IsNegated(inner),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var inner } => !IsNegated(inner),
        _ => false,
    };

    private static bool IsReduced(ExpressionSyntax check, SemanticModel model) => model.GetSymbolInfo(check).Symbol is IMethodSymbol { MethodKind: MethodKind.ReducedExtension };

    private static StatementSyntax? Only(StatementSyntax statement) => statement is not BlockSyntax block ? statement : block.Statements.Count == 1 ? block.Statements[0] : null;

    private static bool EndsBefore(IfStatementSyntax branch, SyntaxNode call) =>
        Only(branch.Statement) is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax && branch.Parent!.Contains(call) && branch.Span.End < call.SpanStart;
}
