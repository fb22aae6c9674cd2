using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards;

/// <summary>Answers that a call gives where nobody has said anything: <c>config.GetValue("Force", true)</c>.</summary>
internal static class DefaultAnswers
{
    /// <summary>Whether the default of an option is the yes that it stands for.</summary>
    public static bool SayYes(IInvocationOperation call, Value option) => Value.WhenTrue(option).Overlap(Facts.Confirmed)
        && call.Arguments.Any(static argument => argument is { Parameter.Name: "defaultValue", Value.ConstantValue: { HasValue: true, Value: true } });
}
