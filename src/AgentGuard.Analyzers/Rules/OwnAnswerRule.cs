using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0102 where the run time is set up: every guard attribute and statement of the program gets its answer from the program itself. Tests may do so.</summary>
internal static class OwnAnswerRule
{
    /// <summary>Whether a method may be a provider's, by its name alone.</summary>
    public static bool MayBeProvider(MethodDeclarationSyntax method) => Array.IndexOf(OwnAnswers.ProviderMethods, method.Identifier.ValueText) >= 0;

    /// <summary>Looks at a method that may be a provider's.</summary>
    public static void Check(MethodDeclarationSyntax method, SemanticModel model, AnalysisServices services, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (services.IsTestProject || model.GetDeclaredSymbol(method, cancellation) is not IMethodSymbol { ContainingType.AllInterfaces.IsEmpty: false } symbol) return;
        switch (services.OwnAnswers.GivenBy(symbol))
        {
            case GuardKinds.Confirmation:
                Report($"'{symbol.ContainingType.Name}'", "confirms without asking anybody: each of its answers is a yes", "Ask a person: on the terminal, in a chat, by a ticket.");
                break;
            case GuardKinds.Backup:
                Report($"'{symbol.ContainingType.Name}'", "knows of no backup: it makes up each record when it is asked", "Look for the backups where they are kept.");
                break;
        }

        void Report(string what, string fault, string advice) => report(Diagnostic.Create(UselessGuardRule.Useless, method.Identifier.GetLocation(), what, fault, advice));
    }

    /// <summary>Looks at an assignment that may set an option of the run time.</summary>
    public static void Check(AssignmentExpressionSyntax setting, string name, SemanticModel model, AnalysisServices services, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (Array.IndexOf(OwnAnswers.Options, name) < 0 || services.IsTestProject || model.GetOperation(setting, cancellation) is not ISimpleAssignmentOperation assignment) return;
        if (services.OwnAnswers.GivenBy(assignment) == GuardKinds.None) return;
        report(Diagnostic.Create(
            UselessGuardRule.Useless,
            setting.GetLocation(),
            $"'{name}'",
            "is answered by the program itself, so that every guard that asks it lets through",
            name is "EnvironmentName" or "AllowedEnvironments" ? "Leave it to the host, or to the variables of the environment." : "Set a provider that can say no."));
    }
}
