using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>What a diagnostic says about the call that it stands on. Fixes read this and never repeat the analysis.</summary>
/// <param name="Call">The call.</param>
/// <param name="Own">The guard that this diagnostic asks for.</param>
/// <param name="All">Every guard that lacks at the call.</param>
/// <param name="AttributeCounts">Whether an attribute on the member would be enforced for this call.</param>
internal sealed record MissingGuards(ExpressionSyntax Call, GuardKinds Own, GuardKinds All, bool AttributeCounts)
{
    /// <summary>The diagnostics that ask for a guard.</summary>
    public static readonly ImmutableArray<string> DiagnosticIds = ImmutableArray.Create(
        RuleIds.MissingEnvironmentCheck, RuleIds.MissingConfirmation, RuleIds.MissingBackup, RuleIds.UnguardedLocal);

    /// <summary>Reads a diagnostic; null when its place is not an expression of this tree.</summary>
    public static MissingGuards? Read(SyntaxNode root, Diagnostic diagnostic)
    {
        var call = CallAt(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true));
        if (call is null) return null;
        diagnostic.Properties.TryGetValue(MissingGuardRule.GuardsProperty, out var guards);
        diagnostic.Properties.TryGetValue(MissingGuardRule.AttributeProperty, out var attribute);
        var own = GuardOf(diagnostic.Id);
        // AG0004 is content with any one of the three.
        return new(call, own, diagnostic.Id == RuleIds.UnguardedLocal ? own : Parse(guards), attribute != "no");
    }

    /// <summary>The guard that a rule asks for, or the one that is offered where any would do.</summary>
    public static GuardKinds GuardOf(string diagnosticId) => diagnosticId switch
    {
        RuleIds.MissingConfirmation => GuardKinds.Confirmation,
        RuleIds.MissingBackup => GuardKinds.Backup,
        _ => GuardKinds.Environment,
    };

    /// <summary>The three guards that are in a set, in the order in which they are written.</summary>
    public static IEnumerable<GuardKinds> Each(GuardKinds guards) =>
        new[] { GuardKinds.Environment, GuardKinds.Confirmation, GuardKinds.Backup }.Where(guard => (guards & guard) != 0);

    private static GuardKinds Parse(string? guards) => (guards ?? "").Split(',').Aggregate(GuardKinds.None, (all, word) => all | word.Trim() switch
    {
        "environment" => GuardKinds.Environment,
        "confirmation" => GuardKinds.Confirmation,
        "backup" => GuardKinds.Backup,
        _ => GuardKinds.None,
    });

    // The diagnostic may stand on the whole call or on the name in it.
    private static ExpressionSyntax? CallAt(SyntaxNode node)
    {
        var expression = node.FirstAncestorOrSelf<ExpressionSyntax>();
        while (expression?.Parent is MemberAccessExpressionSyntax member && member.Name == expression) expression = member;
        while (expression?.Parent is MemberBindingExpressionSyntax binding && binding.Name == expression) expression = binding;
        return expression?.Parent is InvocationExpressionSyntax invocation && invocation.Expression == expression ? invocation : expression;
    }
}
