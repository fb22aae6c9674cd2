using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>A loop that counts upwards: <c>for (var i = 0; i &lt; all.Length; i++)</c>.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">What the counter stays below.</param>
internal sealed record CountedLoop(IForLoopOperation Loop, IOperation Start, IOperation End)
{
    /// <summary>The one around a use of its counter; null where the variable is no such counter.</summary>
    public static CountedLoop? Of(ILocalSymbol counter, IOperation use)
    {
        for (var around = use.Parent; around is not (null or IAnonymousFunctionOperation); around = around.Parent)
        {
            if (around is not IForLoopOperation loop || !loop.Locals.Contains(counter)) continue;
            return StartOf(loop, counter) is { } start && Rises(loop, counter)
                && loop.Condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan, LeftOperand: ILocalReferenceOperation { Local: var compared }, RightOperand: var end } && SymbolEqualityComparer.Default.Equals(compared, counter) ? new CountedLoop(loop, start, end) : null;
        }

        return null;
    }

    /// <summary>Where a loop that declares a variable starts it; null for one that it does not declare, or leaves open.</summary>
    public static IOperation? StartOf(IForLoopOperation loop, ILocalSymbol counter) => loop.Before
        .SelectMany(static before => before.Descendants())
        .OfType<IVariableDeclaratorOperation>()
        .FirstOrDefault(declared => SymbolEqualityComparer.Default.Equals(declared.Symbol, counter))?.GetVariableInitializer()?.Value;

    /// <summary>What a length or count is the length of; null for any other value.</summary>
    public static IOperation? CountedIn(IOperation value) => Variables.Unwrap(value) switch
    {
        IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } list } => list,
        IInvocationOperation { TargetMethod: { Name: "Count", ContainingType.Name: "Enumerable" }, Arguments: [{ Value: var list }] } => list,
        _ => null,
    };

    private static bool Rises(IForLoopOperation loop, ILocalSymbol counter) =>
        loop.AtLoopBottom is [IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation { Kind: OperationKind.Increment, Target: ILocalReferenceOperation { Local: var raised } } }] && SymbolEqualityComparer.Default.Equals(raised, counter);
}
