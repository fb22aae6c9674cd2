using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>What a branch tells of the variable that its condition looks at.</summary>
/// <param name="body">The body.</param>
/// <param name="read">Reads an operation that has been read before.</param>
internal sealed class BranchRefinement(FlowBody body, Func<IOperation, Value?> read)
{
    /// <summary>The state on the branch where a condition came out as <paramref name="outcome"/>: a tested variable is narrowed.</summary>
    public FlowState Refine(IOperation condition, bool outcome, FlowState state)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Refine(not.Operand, !outcome, state);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary when Places.HasConstant(binary.RightOperand) && (binary.OperatorMethod is null || TextCalls.IsBaseLibrary(binary.OperatorMethod)):
                return Narrow(binary.LeftOperand, Places.Constant(binary.RightOperand), outcome == (binary.OperatorKind == BinaryOperatorKind.Equals), state);
            case IIsNullOperation missing:
                return Narrow(missing.Operand, null, outcome, state);
            case IIsPatternOperation pattern:
                return Refine(pattern.Value, pattern.Pattern, outcome, state);
            case IInvocationOperation { TargetMethod.Name: "Contains" } call when outcome && Listed(call) is var (item, constants):
                return AnyOf(constants.Select(constant => Narrow(item, constant, true, state)), state);
            case IInvocationOperation call when outcome && TextCalls.ParsedEnvironment(call, read) is { } parsed && body.Storages.StorageOf(parsed) is { } storage:
                return state.With(storage, Value.Of(Origin.Environment));
            default:
                return state;
        }
    }

    // `is "y" or "n"`: each of the alternatives is tried where those before it did not match.
    private FlowState Refine(IOperation operand, IPatternOperation pattern, bool outcome, FlowState state)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return Narrow(operand, Places.Constant(constant.Value), outcome, state);
            case INegatedPatternOperation negated:
                return Refine(operand, negated.Pattern, !outcome, state);
            case IBinaryPatternOperation both when outcome == (both.OperatorKind == BinaryOperatorKind.And):
                return Refine(operand, both.RightPattern, outcome, Refine(operand, both.LeftPattern, outcome, state));
            case IBinaryPatternOperation either:
                return FlowState.Join(Refine(operand, either.LeftPattern, outcome, state), Refine(operand, either.RightPattern, outcome, Refine(operand, either.LeftPattern, !outcome, state)));
            default:
                return state;
        }
    }

    // `new[] { "y", "n" }.Contains(answer)`: only where nothing but the very constants is equal.
    private (IOperation Item, IEnumerable<object?> Constants)? Listed(IInvocationOperation call)
    {
        var operands = call.Instance is null ? call.Arguments.Select(static argument => argument.Value).ToArray() : [call.Instance, .. call.Arguments.Select(static argument => argument.Value)];
        if (operands is not [var list, var item]) return null;
        while (list is IConversionOperation conversion) list = conversion.Operand;
        if (list.Type is not (IArrayTypeSymbol or { Name: "List" })) return null;
        return body.Helpers.ListOf(list, read(list), body.Cancellation) is { Cases.IsEmpty: false } known ? (item, known.Cases.Select(static @case => @case.Constant)) : null;
    }

    private static FlowState AnyOf(IEnumerable<FlowState> states, FlowState otherwise) =>
        states.Aggregate((FlowState?)null, static (joined, state) => FlowState.Join(joined, state)) ?? otherwise;

    private FlowState Narrow(IOperation operand, object? sought, bool equal, FlowState state)
    {
        while (operand is IConversionOperation conversion && Constants.IsKept(conversion)) operand = conversion.Operand;
        if (body.Storages.StorageOf(operand) is not { } storage || !state.Values.TryGetValue(storage, out var value)) return state;
        if (sought is not null && operand.Type is not ({ IsValueType: true } or { SpecialType: SpecialType.System_String }) || (equal && value.WhenEqual(sought).IsUnreachable)) return state;
        var (passes, fails) = Judgement.Of(value.Origin, sought, TextTest.Equals, body.Options);
        var narrowed = equal
            ? Value.Under(Value.Of(sought), value.WhenEqual(sought, passes))
            : value with { Cases = value.Cases.RemoveAll(c => Constants.Same(c.Constant, sought) == true), Rest = value.HasRest ? value.Rest | fails : value.Rest };
        return state.With(storage, narrowed);
    }
}
