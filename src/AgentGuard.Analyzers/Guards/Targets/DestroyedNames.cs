using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Targets;

/// <summary>The variables of a member that hold what a call destroys, or its name, and that the member looks at: <c>if (!table.StartsWith("test_")) throw</c>. Read once per member.</summary>
internal sealed class DestroyedNames
{
    private readonly HashSet<ISymbol> _tested = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _initializers = new(SymbolEqualityComparer.Default);

    /// <summary>Reads a member.</summary>
    public DestroyedNames(IOperation member)
    {
        foreach (var operation in member.DescendantsAndSelf())
        {
            if (operation is IVariableDeclaratorOperation declarator && declarator.GetVariableInitializer() is { Value: var initial }) _initializers[declarator.Symbol] = initial;
            else if (DataFlow.VariableOf(operation) is { } variable && IsTested(operation)) _tested.Add(variable);
        }
    }

    /// <summary>Those of a call: its receiver or first argument, and texts that it is handed, as they are or as a part of another text.</summary>
    public ImmutableHashSet<ISymbol> Of(IOperation? call)
    {
        if (_tested.Count == 0 || call is not IInvocationOperation invocation) return ImmutableHashSet<ISymbol>.Empty;
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IOperation>(invocation.Arguments.Select(static argument => argument.Value));
        while (pending.Count > 0)
        {
            foreach (var operation in pending.Pop().DescendantsAndSelf())
            {
                if (operation.Type?.SpecialType == SpecialType.System_String && DataFlow.VariableOf(operation) is { } text && found.Add(text) && _initializers.TryGetValue(text, out var initial)) pending.Push(initial);
            }
        }

        if ((invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value) is { } receiver && DataFlow.VariableOf(Unwrap(receiver)) is { } target) found.Add(target);
        found.IntersectWith(_tested);
        return found.ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
    }

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation;
    }

    // Compared, matched, or asked by a method that answers yes or no.
    private static bool IsTested(IOperation use)
    {
        for (var around = use.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation:
                case IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean }:
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ReturnsVoid: true, TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } }:
                    return true;
                case IConversionOperation or IMemberReferenceOperation or IArgumentOperation or IConditionalAccessOperation or IInvocationOperation { Type.SpecialType: SpecialType.System_String }:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }
}
