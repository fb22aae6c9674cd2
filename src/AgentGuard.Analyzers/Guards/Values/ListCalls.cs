using AgentGuard.Analyzers.Guards.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Calls that ask a list with a predicate: <c>allowed.Any(name => name == env.EnvironmentName)</c>.</summary>
internal static class ListCalls
{
    private const int MostElements = 16;

    /// <summary>What the answer proves; null if the predicate cannot be looked into.</summary>
    public static Value? Read(IInvocationOperation call, Value?[] arguments, FlowBody body, FlowState state)
    {
        if (call.Arguments.IsEmpty || body.Helpers.OfFunction(call.Arguments[^1].Value, body, state) is null) return null;
        var operation = call.Instance ?? call.Arguments[0].Value;
        var list = body.Helpers.ListOf(operation, call.Instance is null ? arguments[0] : null, body.Cancellation);
        var isKnown = list is { Cases.Length: <= MostElements };
        var elements = isKnown ? list!.Cases.Select(static element => (Value?)Value.Of(element.Constant)) : [ConditionReader.IsAllowList(operation, body) ? Value.Of(Origin.Permitted) : null];
        var answers = elements.Select(element => body.Helpers.OfFunction(call.Arguments[^1].Value, body, state, element)?.Result).ToArray();
        return call.TargetMethod.Name is "Any" or "Exists"
            ? Value.Condition(OnSome(answers, Value.WhenTrue), isKnown ? OnAll(answers, Value.WhenFalse) : Facts.None)
            : Value.Condition(isKnown ? OnAll(answers, Value.WhenTrue) : Facts.None, isKnown ? OnSome(answers, Value.WhenFalse) : Facts.None);
    }

    private static Facts OnSome(Value?[] answers, Func<Value?, Facts> proven) => answers.Aggregate(Facts.Unreachable, (facts, answer) => facts & proven(answer));

    private static Facts OnAll(Value?[] answers, Func<Value?, Facts> proven) => answers.Aggregate(Facts.None, (facts, answer) => facts | proven(answer));
}
