using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>Lambdas that have run when the statement around them is over, so that what held before it holds in them: <c>strategy.Execute(() => ...)</c>.</summary>
internal static class ImmediateDelegates
{
    // The methods of libraries that call what they are handed before they return, or before their task completes.
    private static readonly ImmutableDictionary<string, string[]> Callers = new Dictionary<string, string[]>
    {
        ["IExecutionStrategy"] = ["Execute", "ExecuteAsync"],
        ["ExecutionStrategyExtensions"] = ["Execute", "ExecuteAsync", "ExecuteInTransaction", "ExecuteInTransactionAsync"],
        ["ResiliencePipeline"] = ["Execute", "ExecuteAsync"],
        ["Policy"] = ["Execute", "ExecuteAsync"],
        ["AsyncPolicy"] = ["ExecuteAsync"],
        ["IAsyncPolicy"] = ["ExecuteAsync"],
        ["ISyncPolicy"] = ["Execute"],
        ["Status"] = ["Start", "StartAsync"],
        ["Progress"] = ["Start", "StartAsync"],
        ["LiveDisplay"] = ["Start", "StartAsync"],
        ["Parallel"] = ["For", "ForAsync", "ForEach", "ForEachAsync", "Invoke"],
        ["List"] = ["ForEach"],
        ["Array"] = ["ForEach"],
        ["Task"] = ["Run"],
        ["Enumerable"] = ["Select"],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Whether a function is such a lambda.</summary>
    public static bool Contain(SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        if (function is not AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } }) return false;
        if (CallSyntax.CalledName(call) is not { } name || !Callers.Values.Any(methods => methods.Contains(name))) return false;
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: true } method) return false;
        if (!Callers.TryGetValue(method.ContainingType.Name, out var known) || !known.Contains(name)) return false;
        if (method.ContainingType.Name == "Enumerable") return IsAwaitedTogether(call);
        return !method.ReturnType.Name.EndsWith("Task", StringComparison.Ordinal) || IsAwaited(call);
    }

    /// <summary>Whether a method of a library runs the one function that it is handed, and returns when that has returned; one that goes through a list may run it for nothing.</summary>
    public static bool RunOne(IMethodSymbol method) =>
        method.ContainingType is { Name: var type } && type is not ("Parallel" or "List" or "Array" or "Task" or "Enumerable") && Callers.TryGetValue(type, out var known) && known.Contains(method.Name) && method.DeclaringSyntaxReferences.IsEmpty;

    private static bool IsAwaited(ExpressionSyntax call)
    {
        while (call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } access && access.Parent is InvocationExpressionSyntax configured) call = configured;
        return call.Parent switch
        {
            AwaitExpressionSyntax => true,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" or "GetAwaiter" or "Result" } => true,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax task } => IsAwaitedLater(task),
            ArgumentSyntax => IsAwaitedTogether(call),
            _ => false,
        };
    }

    // `var wipe = Task.Run(...); ...; await wipe;`
    private static bool IsAwaitedLater(VariableDeclaratorSyntax task) =>
        task.FirstAncestorOrSelf<BlockSyntax>()?.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == task.Identifier.ValueText && use.SpanStart > task.Span.End && IsAwaited(use)) == true;

    // `await Task.WhenAll(names.Select(...).ToList())`
    private static bool IsAwaitedTogether(ExpressionSyntax call)
    {
        while (call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" or "ToArray", Parent: InvocationExpressionSyntax listed }) call = listed;
        return call.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax together } } && CallSyntax.CalledName(together) == "WhenAll" && IsAwaited(together);
    }
}
