using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Names;

/// <summary>Answers that stand where nobody has said anything: <c>config.GetValue("Force", true)</c>, <c>string environment = "Development"</c>.</summary>
internal static class DefaultAnswers
{
    /// <summary>Whether the default of an option is the yes that it stands for.</summary>
    public static bool SayYes(IInvocationOperation call, Value option) => Value.WhenTrue(option).Overlap(Facts.Confirmed)
        && call.Arguments.Any(static argument => argument is { Parameter.Name: "defaultValue", Value.ConstantValue: { HasValue: true, Value: true } });

    /// <summary>Whether the default of a text that is asked for by its key is what a guard wants to hear.</summary>
    public static bool SayYes(IInvocationOperation call, Value? text, PolicyOptions options) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "defaultValue") is { Value: var value } && Places.HasConstant(value) && SayYes(Places.Constant(value), text, options);

    /// <summary>Whether a constant is what a guard wants to hear of a text of some origin: the name of an environment other than production, or a yes.</summary>
    public static bool SayYes(object? constant, Value? text, PolicyOptions options) => text?.Origin switch
    {
        Origin.Environment => Judgement.Of(Origin.Environment, constant, TextTest.Equals, options).Passes.Overlap(Facts.Allowed),
        Origin.Answer => Judgement.Of(Origin.Answer, constant, TextTest.Equals, options).Passes.Include(Facts.Confirmed),
        _ => false,
    };
}
