using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Calls that wait for tasks and processes, or pass them on.</summary>
internal static class TaskCalls
{
    /// <summary>What a call does to the tasks that it is given, or null if it is no such call.</summary>
    public static CallMeaning? Read(IInvocationOperation call, Value? instance, Value?[] arguments, FlowBody body, FlowState state)
    {
        var method = call.TargetMethod;
        if (instance?.Task is { } task)
        {
            switch (method.Name)
            {
                case "ConfigureAwait" when arguments is [{ } options] && IsSuppressing(options):
                    return new CallMeaning(Facts.None, Value.Pending(Facts.None, null));
                case "ConfigureAwait" or "AsTask" or "GetAwaiter" or "WaitAsync" or "Preserve" or "ToTask":
                    return new CallMeaning(Facts.None, instance);
                case "GetResult":
                    return new CallMeaning(task.Facts, task.Result);
                case "Wait" or "WaitForExit" or "RunSynchronously":
                    return method.ReturnType.SpecialType == SpecialType.System_Boolean
                        ? new CallMeaning(Facts.None, Value.Condition(task.Facts, Facts.None))
                        : new CallMeaning(task.Facts, null);
                case "WaitForExitAsync":
                    return new CallMeaning(Facts.None, instance);
            }
        }

        if (method is { Name: "Create", ContainingType: { Name: "Options", ContainingNamespace.Name: "Options" } }) return new CallMeaning(Facts.None, Value.Pending(Facts.None, ObjectValues.With(arguments[0], call.Arguments[0].Value, body, state, isHandedOver: true)));
        if (ImmediateDelegates.RunOne(method) && OfHanded(call, body, state) is { } handed) return handed;
        if (method.ContainingType?.Name is not ("Task" or "ValueTask" or "TaskFactory" or "TaskExtensions")) return null;
        switch (method.Name)
        {
            case "WhenAll":
                return new CallMeaning(Facts.None, Value.Pending(All(arguments), arguments is [{ Task.Result: { } results }] ? results : null));
            case "WaitAll" when method.ReturnsVoid:
                return new CallMeaning(All(arguments), null);
            case "FromResult":
                return new CallMeaning(Facts.None, Value.Pending(Facts.None, arguments.FirstOrDefault()));
            case "Unwrap":
                return new CallMeaning(Facts.None, arguments.FirstOrDefault());
            case "Run" when call.Arguments.Length > 0 && body.Helpers.OfFunction(call.Arguments[0].Value, body, state) is { } run:
                return new CallMeaning(Facts.None, run.Result?.Task is { } inner
                    ? Value.Pending(run.OnReturn | inner.Facts, inner.Result)
                    : Value.Pending(run.OnReturn, run.Result));
            default:
                return null;
        }
    }

    // `pipeline.ExecuteAsync(token => backups.BackupAsync(token))`: once it has gone through, so has what it ran.
    private static CallMeaning? OfHanded(IInvocationOperation call, FlowBody body, FlowState state)
    {
        if (call.Arguments.Select(argument => body.Helpers.OfFunction(argument.Value, body, state)).FirstOrDefault(static function => function is not null) is not { } run) return null;
        var isAwaited = call.TargetMethod.ReturnType.Name.EndsWith("Task", StringComparison.Ordinal);
        if (isAwaited && run.Result?.Task is { } inner) return new CallMeaning(Facts.None, Value.Pending(run.OnReturn | inner.Facts, inner.Result));
        return isAwaited ? new CallMeaning(Facts.None, Value.Pending(run.OnReturn, run.Result)) : new CallMeaning(run.OnReturn, run.Result);
    }

    /// <summary>The elements of an array: a list of constants, or tasks that can be awaited together.</summary>
    public static Value? OfElements(Value?[] elements)
    {
        if (elements.Length == 0) return null;
        if (elements.Any(element => element?.Task is not null)) return Value.Pending(All(elements), ListedChecks.OfResults(elements) is { } checks ? FilledLists.Filled with { Each = checks } : null);
        return elements.All(element => element is not null && element.IsConstant(out _))
            ? new Value(Origin.List, elements.SelectMany(element => element!.Cases).ToImmutableArray(), Facts.Unreachable)
            : null;
    }

    // `ConfigureAwaitOptions.SuppressThrowing`, alone or with others: the task is waited for, and may have failed.
    private static bool IsSuppressing(Value options) =>
        options.Cases.Any(c => c.Constant is EnumName { Number: int named } ? (named & 2) != 0 : c.Constant is int number && (number & 2) != 0);

    private static Facts All(Value?[] tasks) => tasks.Aggregate(Facts.None, (facts, task) => facts | (task?.Task?.Facts ?? Facts.None));
}
