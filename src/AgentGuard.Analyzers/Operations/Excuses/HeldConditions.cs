using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>What certainly holds, or does not, where an operation runs: by the branches around it, and by checks before it that leave.</summary>
internal static class HeldConditions
{
    private const int MaxStatements = 64;

    /// <summary>The conditions without <c>!</c>, <c>&amp;&amp;</c> and <c>||</c>, the nearest first.</summary>
    public static IEnumerable<(IOperation Condition, bool Holds)> At(IOperation operation)
    {
        var child = operation;
        for (var around = operation.Parent; around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); around = around.Parent)
        {
            foreach (var held in Between(around, child).SelectMany(static known => Split(known.Condition, known.Holds))) yield return held;
            child = around;
        }
    }

    private static IEnumerable<(IOperation Condition, bool Holds)> Between(IOperation around, IOperation child)
    {
        switch (around)
        {
            case IConditionalOperation branch when branch.WhenTrue == child:
                yield return (branch.Condition, true);
                break;
            case IConditionalOperation branch when branch.WhenFalse == child:
                yield return (branch.Condition, false);
                break;
            case IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false, Condition: { } condition } loop when loop.Body == child:
                yield return (condition, true);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when both.RightOperand == child:
                yield return (both.LeftOperand, true);
                break;
            case IBlockOperation block:
                var place = block.Operations.IndexOf(child);
                for (var i = place - 1; i >= Math.Max(0, place - MaxStatements); i--)
                {
                    if (block.Operations[i] is IConditionalOperation { WhenFalse: null } check && Leaves(check.WhenTrue)) yield return (check.Condition, false);
                }

                break;
        }
    }

    /// <summary>The parts of a condition of which each holds, or does not, when it does.</summary>
    public static IEnumerable<(IOperation Condition, bool Holds)> Split(IOperation condition, bool holds)
    {
        condition = Variables.Unwrap(condition);
        return condition switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Split(not.Operand, !holds),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both when holds => Split(both.LeftOperand, true).Concat(Split(both.RightOperand, true)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either when !holds => Split(either.LeftOperand, false).Concat(Split(either.RightOperand, false)),
            _ => [(condition, holds)],
        };
    }

    /// <summary>Whether what holds says that there is nothing yet at a path: <c>!Directory.Exists(folder)</c>, <c>!folder.Exists</c>.</summary>
    public static bool SayMissing((IOperation Condition, bool Holds) held, ISymbol path) => !held.Holds && SymbolEqualityComparer.Default.Equals(path, Variables.Of(held.Condition switch
    {
        IInvocationOperation { TargetMethod: { Name: "Exists", ContainingType.Name: "Directory" or "IDirectory" or "Path" }, Arguments: [var asked] } => asked.Value,
        IPropertyReferenceOperation { Property: { Name: "Exists", ContainingType.Name: "DirectoryInfo" or "FileSystemInfo" or "IFileSystemInfo" }, Instance: var folder } => folder,
        _ => null,
    }));

    private static bool Leaves(IOperation? statement) => statement switch
    {
        IBlockOperation { Operations: [.., var last] } => Leaves(last),
        IReturnOperation or IThrowOperation or IBranchOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };
}
