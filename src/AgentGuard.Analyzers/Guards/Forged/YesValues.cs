using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>Values that are <c>true</c> whoever is asked: a literal, a constant, a variable that is nothing else, and a parameter that is <c>true</c> for whoever says nothing.</summary>
internal static class YesValues
{
    /// <summary>Whether a value is one of them.</summary>
    public static bool Contain(IOperation value, AnalysisServices services) => IsYes(value) || (services.Values.Of(value) is { IsEmpty: false } sources && sources.All(IsYes));

    private static bool IsYes(IOperation value) => Variables.Unwrap(value) switch
    {
        { ConstantValue: { HasValue: true, Value: true } } => true,
        IParameterReferenceOperation { Parameter: { HasExplicitDefaultValue: true, ExplicitDefaultValue: true } parameter } => !IsSet(parameter, value.Syntax),
        _ => false,
    };

    private static bool IsSet(IParameterSymbol parameter, SyntaxNode use) => use.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member || member.DescendantNodes().Any(node => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } => name == parameter.Name,
        ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } => name == parameter.Name,
        _ => false,
    });
}
