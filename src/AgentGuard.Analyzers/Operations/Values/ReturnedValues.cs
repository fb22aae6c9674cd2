using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>What a function returns itself; lambdas and local functions in it return to others.</summary>
internal static class ReturnedValues
{
    /// <summary>The values, in source order.</summary>
    /// <param name="function">The operation of a declaration.</param>
    public static List<IOperation> Of(IOperation function)
    {
        var values = new List<IOperation>();
        var pending = new Stack<IOperation>();
        pending.Push(function);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (operation is IReturnOperation { ReturnedValue: { } value }) values.Add(value);
            if (operation != function && operation is IAnonymousFunctionOperation or ILocalFunctionOperation) continue;
            foreach (var child in operation.ChildOperations.Reverse()) pending.Push(child);
        }

        return values;
    }

    /// <summary>The type of what a method gives back, once it is awaited.</summary>
    public static ITypeSymbol TypeOf(IMethodSymbol method) => method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : method.ReturnType;
}
