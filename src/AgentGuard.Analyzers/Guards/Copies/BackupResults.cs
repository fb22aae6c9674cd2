using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Copies;

/// <summary>Objects by which a backup says how it went. Whoever asks one and goes on where it failed has none; whoever asks nothing is taken to be told by an exception.</summary>
internal static class BackupResults
{
    private static readonly string[] Successes = ["Success", "Succeeded", "IsSuccess", "IsSuccessful", "Successful", "Ok", "IsOk"];

    private static readonly string[] Failures = ["Failed", "IsFailed", "IsFailure", "HasFailed", "IsFaulted"];

    /// <summary>The result with what its flags prove; null where the member does not look at them.</summary>
    public static Value? Of(IInvocationOperation call, ITypeSymbol type, Facts backup)
    {
        if (!IsAsked(call.Syntax)) return null;
        var parts = ObjectValues.None;
        foreach (var flag in type.GetMembers().OfType<IPropertySymbol>().Where(static flag => Places.IsBool(flag.Type)))
        {
            if (Successes.Contains(flag.Name)) parts = parts.SetItem(ObjectValues.KeyOf(flag), Value.Condition(backup, Facts.None));
            else if (Failures.Contains(flag.Name)) parts = parts.SetItem(ObjectValues.KeyOf(flag), Value.Condition(Facts.None, backup));
        }

        return parts.IsEmpty ? null : Value.Of(Origin.Unknown) with { Parts = parts };
    }

    private static bool IsAsked(SyntaxNode call)
    {
        var result = call;
        while (result.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } or InvocationExpressionSyntax) result = result.Parent;
        if (result.Parent is MemberAccessExpressionSyntax direct) return IsFlag(direct.Name);
        var name = result.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } => local.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax assigned } => assigned.Identifier.ValueText,
            _ => null,
        };
        return name is not null && MemberRoot.Of(call)?.DescendantNodes().Any(node => node is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax holder } access && holder.Identifier.ValueText == name && IsFlag(access.Name)
            || node is IsPatternExpressionSyntax { Expression: IdentifierNameSyntax matched } pattern && matched.Identifier.ValueText == name && pattern.Pattern.DescendantNodes().OfType<IdentifierNameSyntax>().Any(IsFlag)) == true;
    }

    private static bool IsFlag(SimpleNameSyntax name) => Successes.Contains(name.Identifier.ValueText) || Failures.Contains(name.Identifier.ValueText);
}
