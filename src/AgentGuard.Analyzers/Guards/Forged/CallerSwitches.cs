using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>Switches of an object that are on whenever a private method runs, and of a class whenever any runs: each of its callers has turned them on before, <c>Confirm(); Clean();</c>.</summary>
internal sealed class CallerSwitches(AnalysisServices services)
{
    /// <summary>Whether every call of the member around a switch comes after one that turns it on. What is turned on under a condition waits for something.</summary>
    public bool AreOn(SyntaxNode asked, ISymbol member)
    {
        if (MemberRoot.Of(asked) is not MethodDeclarationSyntax method || !(member.IsStatic || CallSyntax.MayBePrivate(method)) || services.ModelFor(method.SyntaxTree).GetDeclaredSymbol(method) is not { } symbol) return false;
        if (symbol.DeclaredAccessibility != Accessibility.Private) return member.IsStatic && services.CallSites.Of(symbol).Select(static call => call.Syntax).ToList() is { Count: > 0 } wrapped && wrapped.TrueForAll(call => IsWrapped(call, member));
        var calls = services.DeclarationsOf(symbol.ContainingType)
            .Select(static type => type.GetSyntax())
            .SelectMany(type => new NodeText(type, services.TextOf(type.SyntaxTree)).Identifiers(symbol.Name))
            .Select(static name => name.Parent)
            .OfType<SimpleNameSyntax>()
            .ToList();
        return calls.Count > 0 && calls.TrueForAll(name => CallSyntax.CallOf(name) is { } call && IsTurnedOnBefore(call, member));
    }

    // `Guards.Confirmed = true; cleaner.Wipe();`: where anything is called or decided before, somebody may have been asked.
    private static bool IsWrapped(SyntaxNode call, ISymbol member) => MemberRoot.Of(call) is MethodDeclarationSyntax caller
        && caller.DescendantNodes().OfType<AssignmentExpressionSyntax>().FirstOrDefault(assignment => assignment.SpanStart < call.SpanStart && TurnsOn(assignment, member, caller)) is { } on
        && !caller.DescendantNodes().Any(before => before.SpanStart < on.SpanStart && before is InvocationExpressionSyntax or AwaitExpressionSyntax or IfStatementSyntax);

    private bool IsTurnedOnBefore(SyntaxNode call, ISymbol member) => MemberRoot.Of(call) is MethodDeclarationSyntax caller && caller.DescendantNodes().Any(node => node.SpanStart < call.SpanStart && node switch
    {
        AssignmentExpressionSyntax assignment => TurnsOn(assignment, member, caller),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } helper => TurnOnOf(helper, member) && StartUpChoices.IsAlwaysRun(helper, caller),
        _ => false,
    });

    private bool TurnOnOf(InvocationExpressionSyntax helper, ISymbol member) =>
        CallSyntax.CalledName(helper) is { } name && member.ContainingType.GetMembers(name).SelectMany(method => services.DeclarationsOf(method)).Select(static method => method.GetSyntax()).ToList() is { Count: > 0 } bodies
        && bodies.TrueForAll(body => body.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => TurnsOn(assignment, member, body)));

    private static bool TurnsOn(AssignmentExpressionSyntax assignment, ISymbol member, SyntaxNode around) =>
        assignment.Right.IsKind(SyntaxKind.TrueLiteralExpression) && (assignment.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } || IsOfType(assignment.Left, member))
        && CallSyntax.CalledName(assignment.Left) == member.Name && StartUpChoices.IsAlwaysRun(assignment, around);

    // `Guards.Confirmed`
    private static bool IsOfType(ExpressionSyntax set, ISymbol member) => member.IsStatic && set is MemberAccessExpressionSyntax { Expression: var type } && CallSyntax.CalledName(type) == member.ContainingType.Name;
}
