using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Rows;

/// <summary>Loops that hand every row of a set to one call: <c>foreach (var order in db.Orders) db.Remove(order)</c>.</summary>
internal static class RowLoops
{
    /// <summary>Whether the first argument of a call, or what it is called on, may be the variable of a loop around it, as far as names tell.</summary>
    public static bool MayHandOverEach(SyntaxNode node) => node is InvocationExpressionSyntax call && call switch
    {
        { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax row }, ..] } => IsLoopVariable(row),
        { ArgumentList.Arguments: [], Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax row } } => IsLoopVariable(row),
        _ => false,
    };

    private static bool IsLoopVariable(IdentifierNameSyntax row) => row.Ancestors().Any(around => around switch
    {
        ForEachStatementSyntax loop => loop.Identifier.ValueText == row.Identifier.ValueText,
        SimpleLambdaExpressionSyntax lambda => lambda.Parameter.Identifier.ValueText == row.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters is [var parameter, ..] && parameter.Identifier.ValueText == row.Identifier.ValueText,
        _ => false,
    });

    /// <summary>The set of which a row is each element in turn at a call; null where the row is another one, or where the call may be left out for some of them.</summary>
    /// <param name="row">What the call is handed.</param>
    /// <param name="call">The call.</param>
    public static IOperation? SetOf(IOperation row, IOperation call)
    {
        row = Variables.Unwrap(row);
        for (var around = call.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var element } } loop:
                    return row is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, element) && !Leaves(loop.Body) ? loop.Collection : null;
                case IAnonymousFunctionOperation function:
                    return row is IParameterReferenceOperation { Parameter: { Ordinal: 0 } given } && SymbolEqualityComparer.Default.Equals(given.ContainingSymbol, function.Symbol) && !Leaves(function.Body) ? SetThatRuns(function) : null;
                case IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ICatchClauseOperation or ILoopOperation or ICoalesceOperation or ILocalFunctionOperation
                    or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The list that hands its elements to a function one by one: <c>orders.ForEach(...)</c>, <c>Parallel.ForEach(orders, ...)</c>; null where none does.</summary>
    public static IOperation? SetThatRuns(IAnonymousFunctionOperation function)
    {
        var around = function.Parent;
        while (around is IConversionOperation or IDelegateCreationOperation or IArgumentOperation) around = around.Parent;
        return around is IInvocationOperation { TargetMethod.Name: "ForEach" or "ForEachAsync" } loop ? loop.Instance ?? loop.Arguments.FirstOrDefault()?.Value : null;
    }

    // A way past the call, or out of the loop, may be the filter.
    private static bool Leaves(IOperation body) => body.Descendants().Any(static step => step is IBranchOperation or IThrowOperation or IReturnOperation { IsImplicit: false });
}
