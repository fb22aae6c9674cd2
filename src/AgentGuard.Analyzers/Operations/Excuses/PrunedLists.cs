using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Lists of all but the newest few, as <c>folders.OrderByDescending(f =&gt; f.Name).Skip(5)</c>, and what is taken out of an ordered list while it holds more than are kept.</summary>
/// <param name="services">What is shared in the compilation.</param>
/// <param name="isPast">Whether a predicate lets through only what is past its time.</param>
/// <param name="isOld">Whether a folder is past its time where it stands.</param>
internal sealed class PrunedLists(AnalysisServices services, Func<IOperation, bool> isPast, Func<IOperation, bool> isOld)
{
    private const int MaxSteps = 16;
    private const string OldestFirst = "OrderBy";
    private const string NewestFirst = "OrderByDescending";

    /// <summary>Whether a list is one.</summary>
    public bool Contain(IOperation list) => IsPruned(list, 0);

    /// <summary>Whether what stands at a place of a list is one of those that are too many.</summary>
    public bool HoldPicked(IOperation element)
    {
        if (services.Values.Of(element) is not [var source]) return false;
        while (source is IPropertyReferenceOperation { Property.Name: "FullName", Instance: { } holder }) source = Variables.Unwrap(holder);
        return source switch
        {
            IArrayElementReferenceOperation { ArrayReference: var list, Indices: [var index] } => IsTooMany(list, index, element),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list, Arguments: [{ Value: var index }] } => IsTooMany(list, index, element),
            IInvocationOperation { TargetMethod.Name: "First" or "FirstOrDefault" or "Dequeue" or "Peek" } pick => ListOf(pick) is { } list && IsOrdered(list, OldestFirst) && IsOverfull(list, element),
            IInvocationOperation { TargetMethod.Name: "Last" or "LastOrDefault" } pick => ListOf(pick) is { } list && IsOrdered(list, NewestFirst) && IsOverfull(list, element),
            _ => false,
        };
    }

    // Without a predicate, which would pick another one.
    private static IOperation? ListOf(IInvocationOperation pick) => pick switch
    {
        { Instance: { } list, Arguments.IsEmpty: true } => list,
        { Instance: null, Arguments: [{ Value: var list }] } => list,
        _ => null,
    };

    // `folders.Where(f => f.CreationTimeUtc < cutoff)`, `folders.OrderByDescending(f => f.Name).Skip(5)`
    private bool IsPruned(IOperation list, int depth) => depth < MaxSteps && services.Values.Of(list) is { IsEmpty: false } sources && sources.All(source =>
    {
        if (source is IInvocationOperation { TargetMethod: { IsVirtual: false, IsOverride: false, IsAbstract: false } method } && services.BodyOf(method.OriginalDefinition) is { } body) return ReturnsPruned(body, depth + 1);
        if (source is not IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" or "List" or "Array" or "ParallelEnumerable" } call || (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is not { } inner) return false;
        var argument = call.Arguments.LastOrDefault()?.Value;
        return call.TargetMethod.Name switch
        {
            "Where" or "FindAll" when argument is not null => isPast(Variables.Unwrap(argument)) || IsPruned(inner, depth + 1),
            "Skip" => (IsOrdered(inner, NewestFirst) && argument!.ConstantValue.Value is not 0) || IsPruned(inner, depth + 1),
            "SkipLast" => (IsOrdered(inner, OldestFirst) && argument!.ConstantValue.Value is not 0) || IsPruned(inner, depth + 1),
            "Take" => (IsOrdered(inner, OldestFirst) && IsCountLessSome(argument!)) || IsPruned(inner, depth + 1),
            "OrderBy" or "OrderByDescending" or "ThenBy" or "ToList" or "ToArray" or "AsEnumerable" or "Reverse" => IsPruned(inner, depth + 1),
            _ => false,
        };
    });

    // `if (Directory.GetLastWriteTimeUtc(folder) < cutoff) yield return folder;`
    private bool ReturnsPruned(IOperation body, int depth) => ReturnedValues.Of(body) is { Count: > 0 } returned && returned.TrueForAll(value => value.Parent is IReturnOperation { Kind: OperationKind.YieldReturn } ? isOld(value) : IsPruned(value, depth));

    private bool IsOrdered(IOperation list, string order)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            if (services.Values.Of(list) is not [var source]) return false;
            if (source is IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable", Name: var name } } && name == order) return true;
            var inner = source switch
            {
                IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable", Name: "ThenBy" or "ThenByDescending" or "ToList" or "ToArray" or "Where" }, Arguments: [{ Value: var viewed }, ..] } => viewed,
                IObjectCreationOperation { Type.Name: "Queue" or "List" or "LinkedList", Arguments: [{ Value: var copied }] } => copied,
                _ => null,
            };
            if (inner is null) return false;
            list = inner;
        }

        return false;
    }

    // `for (var i = keep; i < folders.Length; i++)`, `folders[0]` while there are too many.
    private bool IsTooMany(IOperation list, IOperation index, IOperation use) => Variables.Unwrap(index) switch
    {
        { ConstantValue: { HasValue: true, Value: 0 } } => IsOrdered(list, OldestFirst) && IsOverfull(list, use),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: 1 } } => IsOrdered(list, NewestFirst) && IsOverfull(list, use),
        ILocalReferenceOperation { Local: var counter } when CountedLoop.Of(counter, use) is { } loop => (!IsZero(loop.Start) && IsOrdered(list, NewestFirst)) || (IsCountLessSome(loop.End) && IsOrdered(list, OldestFirst)),
        _ => false,
    };

    // `folders.Count - keep`
    private bool IsCountLessSome(IOperation value) => services.Values.Of(value) is [IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: var count, RightOperand: var kept }] && CountedLoop.CountedIn(count) is not null && !IsZero(kept);

    // `while (folders.Count > keep)` around the use.
    private static bool IsOverfull(IOperation list, IOperation use) => Variables.Of(list) is { } variable && HeldConditions.At(use).Any(held => held.Holds && held.Condition switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan, LeftOperand: var count, RightOperand: var kept } => IsCountOf(count, variable) && !IsZero(kept),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan, LeftOperand: var kept, RightOperand: var count } => IsCountOf(count, variable) && !IsZero(kept),
        _ => false,
    });

    private static bool IsCountOf(IOperation value, ISymbol list) => SymbolEqualityComparer.Default.Equals(Variables.Of(CountedLoop.CountedIn(value)), list);

    private static bool IsZero(IOperation value) => value.ConstantValue is { HasValue: true, Value: <= 0 };
}
