using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>Switches of an object that are on whenever a private method runs: each of its callers has turned them on before, <c>Confirm(); Clean();</c>.</summary>
internal sealed class CallerSwitches(AnalysisServices services)
{
    /// <summary>Whether every call of the member around a switch comes after one that turns it on. What is turned on under a condition waits for something.</summary>
    public bool AreOn(SyntaxNode asked, ISymbol member)
    {
        if (MemberRoot.Of(asked) is not MethodDeclarationSyntax method || !CallSyntax.MayBePrivate(method) || services.ModelFor(method.SyntaxTree).GetDeclaredSymbol(method) is not { DeclaredAccessibility: Accessibility.Private } symbol) return false;
        var calls = services.DeclarationsOf(symbol.ContainingType)
            .Select(static type => type.GetSyntax())
            .SelectMany(type => new NodeText(type, services.TextOf(type.SyntaxTree)).Identifiers(symbol.Name))
            .Select(static name => name.Parent)
            .OfType<SimpleNameSyntax>()
            .ToList();
        return calls.Count > 0 && calls.TrueForAll(name => CallSyntax.CallOf(name) is { } call && IsTurnedOnBefore(call, member));
    }

    private bool IsTurnedOnBefore(SyntaxNode call, ISymbol member) => MemberRoot.Of(call) is MethodDeclarationSyntax caller && caller.DescendantNodes().Any(node => node.SpanStart < call.SpanStart && node switch
    {
        AssignmentExpressionSyntax assignment => TurnsOn(assignment, member.Name, caller),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } helper => TurnOnOf(helper, member) && StartUpChoices.IsAlwaysRun(helper, caller),
        _ => false,
    });

    private bool TurnOnOf(InvocationExpressionSyntax helper, ISymbol member) =>
        CallSyntax.CalledName(helper) is { } name && member.ContainingType.GetMembers(name).SelectMany(method => services.DeclarationsOf(method)).Select(static method => method.GetSyntax()).ToList() is { Count: > 0 } bodies
        && bodies.TrueForAll(body => body.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => TurnsOn(assignment, member.Name, body)));

    private static bool TurnsOn(AssignmentExpressionSyntax assignment, string name, SyntaxNode around) =>
        assignment.Right.IsKind(SyntaxKind.TrueLiteralExpression) && assignment.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
        && CallSyntax.CalledName(assignment.Left) == name && StartUpChoices.IsAlwaysRun(assignment, around);
}
