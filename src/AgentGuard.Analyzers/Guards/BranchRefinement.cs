using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards;

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
            case IIsPatternOperation { Pattern: IConstantPatternOperation constant } pattern:
                return Narrow(pattern.Value, Places.Constant(constant.Value), outcome, state);
            case IInvocationOperation call when outcome && TextCalls.ParsedEnvironment(call, read) is { } parsed && body.Storages.StorageOf(parsed) is { } storage:
                return state.With(storage, Value.Of(Origin.Environment));
            default:
                return state;
        }
    }

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
