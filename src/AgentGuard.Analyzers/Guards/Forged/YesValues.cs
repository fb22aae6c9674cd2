using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>Values that are <c>true</c> whoever is asked: a literal, a constant, a variable that is nothing else, and a parameter that is <c>true</c> for whoever says nothing.</summary>
internal static class YesValues
{
    /// <summary>Whether a value is one of them.</summary>
    public static bool Contain(IOperation value, AnalysisServices services) => IsYes(value, services) || (services.Values.Of(value) is { IsEmpty: false } sources && sources.All(source => IsYes(source, services)));

    private static bool IsYes(IOperation value, AnalysisServices services) => Variables.Unwrap(value) switch
    {
        { ConstantValue: { HasValue: true, Value: true } } => true,
        IParameterReferenceOperation { Parameter: { HasExplicitDefaultValue: true, ExplicitDefaultValue: true } parameter } => services.AssignmentsAround(value).All(parameter).Count == 0,
        _ => false,
    };
}
