using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Lambdas that become expression trees: data for a query provider or a fake, unless somebody runs them.</summary>
internal static class ExpressionTrees
{
    // A job that is handed over as a tree runs as it is written: https://docs.hangfire.io/en/latest/background-methods.
    private const string JobLibrary = "Hangfire";

    /// <summary>The conversion to a tree that a call stands in, the innermost one; null where there is none.</summary>
    public static IConversionOperation? Around(IOperation call)
    {
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConversionOperation { Operand: IAnonymousFunctionOperation, Type.Name: "Expression" } tree) return tree;
        }

        return null;
    }

    /// <summary>Whether a call stands in a tree that nobody is seen to run.</summary>
    public static bool HoldAsData(IOperation call) => Around(call) is { } tree && !IsJob(tree) && !IsCompiled(tree);

    private static bool IsJob(IConversionOperation tree)
    {
        if (tree.Parent is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } }) return false;
        var space = method.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer }) space = outer;
        return space?.Name == JobLibrary;
    }

    // `Expression<Action> job = () => ...; job.Compile()()`
    private static bool IsCompiled(IConversionOperation tree)
    {
        IOperation value = tree;
        while (value.Parent is IParenthesizedOperation or IConversionOperation) value = value.Parent;
        if (value.Parent is IInvocationOperation direct && direct.Instance == value) return IsCompilation(direct);
        var variable = value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => local,
            ISimpleAssignmentOperation { Target: var target } => Variables.Of(target),
            _ => null,
        };
        return variable is not null && Variables.WholeAround(tree).Descendants().OfType<IInvocationOperation>().Any(use => IsCompilation(use) && SymbolEqualityComparer.Default.Equals(Variables.Of(use.Instance), variable));
    }

    private static bool IsCompilation(IInvocationOperation call) => call.TargetMethod is { Name: "Compile", ContainingType.Name: "Expression" or "LambdaExpression" };
}
