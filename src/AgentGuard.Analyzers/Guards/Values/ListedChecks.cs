using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>
/// Lists of checks: of bools, of functions that answer or throw, of tuples of one of them and a reason. What all of them prove together is kept as one element,
/// and holds where every one has been asked: <c>checks.All(c => c)</c>, or a loop that leaves at the first that fails.
/// </summary>
internal static class ListedChecks
{
    private const int MostElements = 16;

    /// <summary>What elements that are written out prove together; null where none proves anything.</summary>
    public static Value? Of(Value?[] values, IReadOnlyList<IOperation> elements, FlowBody body, FlowState state) =>
        values.Length > MostElements ? null : values.Zip(elements, (value, element) => Read(value, element, body, state)).Aggregate((Value?)null, Together);

    /// <summary>What one element proves: its value, or what it does when it is called.</summary>
    public static Value? Read(Value? value, IOperation element, FlowBody body, FlowState state)
    {
        while (element is IConversionOperation conversion) element = conversion.Operand;
        if (element is ITupleOperation tuple) return ObjectValues.OfTuple(tuple, ObjectValues.ElementsOf(value, tuple.Type).Zip(tuple.Elements, (known, part) => Read(known, part, body, state)).ToArray());
        if (element is IObjectCreationOperation { Arguments: var given } creation && given.Any(static argument => argument.Value is IDelegateCreationOperation))
            return ObjectValues.OfCreation(creation, given.Select(argument => Read(null, argument.Value, body, state)).ToArray(), body);
        return value ?? (element is IDelegateCreationOperation && body.Helpers.OfFunction(element, body, state) is { } function ? Value.Pending(function.OnReturn, function.Result) : null);
    }

    /// <summary>What the results of tasks prove together.</summary>
    public static Value? OfResults(Value?[] tasks) => tasks.Length > MostElements ? null : tasks.Select(static task => task?.Task?.Result).Aggregate((Value?)null, Together);

    /// <summary>What two elements prove together, where both of them say the same.</summary>
    public static Value? Together(Value? one, Value? other)
    {
        if (one is null || other is null) return Alone(one ?? other);
        if (one.Task is { } first && other.Task is { } second) return Value.Pending(Possible(first.Facts) | Possible(second.Facts), Together(first.Result, second.Result));
        if (!one.Parts.IsEmpty || !other.Parts.IsEmpty)
        {
            var parts = one.Parts;
            foreach (var part in other.Parts) parts = Together(parts.TryGetValue(part.Key, out var same) ? same : null, part.Value) is { } both ? parts.SetItem(part.Key, both) : parts;
            return Value.Of(Origin.Unknown) with { Parts = parts };
        }

        return Both(Possible(Value.WhenTrue(one)) | Possible(Value.WhenTrue(other)), Possible(Value.WhenFalse(one)) | Possible(Value.WhenFalse(other)));
    }

    /// <summary>What the answer to a question about all elements proves; null for another call.</summary>
    public static Value? Asked(IInvocationOperation call, Value each, FlowBody body, FlowState state)
    {
        if (call.Arguments.IsEmpty) return null;
        var asked = call.Arguments[^1].Value;
        if (call.TargetMethod.Name == "Contains") return call.Arguments.Select(static argument => argument.Value).FirstOrDefault(static value => value.ConstantValue.Value is bool) is { ConstantValue.Value: bool sought } ? Value.Condition(Facts.None, sought ? Value.WhenFalse(each) : Value.WhenTrue(each)) : null;
        if (call.TargetMethod is { Name: "Aggregate", TypeArguments.Length: <= 2 } folded && Places.IsBool(folded.ReturnType)) return Folded(asked, each, body, state);
        if (call.TargetMethod.Name is not ("All" or "TrueForAll" or "Any" or "Exists" or "Where" or "Count") || body.Helpers.OfFunction(asked, body, state, each) is not { Result: { } answer }) return null;
        return call.TargetMethod.Name switch
        {
            "All" or "TrueForAll" => Value.Condition(Value.WhenTrue(answer), Facts.None),
            "Any" or "Exists" => Value.Condition(Facts.None, Value.WhenFalse(answer)),
            "Where" => new Value(Origin.Unknown, ImmutableArray.Create(new Case(new ListSize(IsFilled: false), Value.WhenFalse(answer)), new Case(new ListSize(IsFilled: true), Facts.None)), Facts.Unreachable),
            _ => new Value(Origin.Unknown, ImmutableArray.Create(new Case(0, Value.WhenFalse(answer)), new Case(new Signed(1), Facts.None)), Facts.Unreachable),
        };
    }

    /// <summary>What one element of a loop proves to what comes after the loop, and not to its body: there it is only one of them.</summary>
    public static Value InLoop(Value each) => new(
        each.Origin,
        each.Cases.Select(static one => new Case(one.Constant, one.Facts.OfEach)).ToImmutableArray(),
        each.Rest.OfEach,
        each.Task is { } task ? new Completion(task.Facts.OfEach, task.Result is null ? null : InLoop(task.Result)) : null)
    { Parts = ObjectValues.Changed(each.Parts, InLoop) };

    /// <summary>Whether there is another element. Where there is none, and there was at least one, each has gone through the loop.</summary>
    public static Value Next(Value list)
    {
        var (more, none) = list.HasRest ? (list.Rest, list.Rest.AfterEach) : (Facts.Unreachable, Facts.Unreachable);
        foreach (var size in list.Cases)
        {
            if (size.Constant is ListSize { IsFilled: false }) none &= size.Facts;
            else more &= size.Facts;
        }

        return Value.Condition(more, none);
    }

    // `checks.Aggregate(true, (all, check) => all && check())`: what one step says follows from its check, and from what was said before it, which followed from all the checks before.
    private static Value? Folded(IOperation step, Value each, FlowBody body, FlowState state)
    {
        if (body.Helpers.OfFunction(step, body, state, null, each) is not { Result: { } ofCheck }) return null;
        var before = Value.Condition(Value.WhenTrue(ofCheck), Value.WhenFalse(ofCheck));
        return body.Helpers.OfFunction(step, body, state, before, null) is { Result: { } ofBefore } ? Value.Condition(Value.WhenTrue(ofCheck) & Value.WhenTrue(ofBefore), Value.WhenFalse(ofCheck) & Value.WhenFalse(ofBefore)) : null;
    }

    private static Value? Alone(Value? one) => one is null or { Task: not null } or { Parts.IsEmpty: false } ? one : Both(Possible(Value.WhenTrue(one)), Possible(Value.WhenFalse(one)));

    // What both answers would prove is proven by none of them where one element says this and another one that.
    private static Value? Both(Facts whenTrue, Facts whenFalse) => whenTrue == whenFalse ? null : Value.Condition(whenTrue.Without(whenFalse), whenFalse.Without(whenTrue));

    private static Facts Possible(Facts facts) => facts.IsUnreachable ? Facts.None : facts;
}
