using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Rows;

/// <summary>Loops that hand every row of a set to one call: <c>foreach (var order in db.Orders) db.Remove(order)</c>.</summary>
internal static class RowLoops
{
    // What goes through a list and does the same to each element.
    private static readonly ImmutableHashSet<string> Runners = ImmutableHashSet.Create("ForEach", "ForEachAsync", "ForAll");

    // What runs a query that is only described so far.
    private static readonly ImmutableHashSet<string> Enders = ImmutableHashSet.Create("WhenAll", "ToList", "ToArray", "Count");

    // A property that stands for the element itself.
    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create("Name", "FullName", "Key");

    /// <summary>Whether what a call takes, or what it is called on, may be made of an element of a loop around it, as far as names tell; of a method group, whether a loop may run it.</summary>
    public static bool MayHandOverEach(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax => node.DescendantNodes().OfType<IdentifierNameSyntax>().Any(MayBeElement),
        ExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax runner } } => CallSyntax.CalledName(runner) is { } name && Runners.Contains(name),
        _ => false,
    };

    private static bool MayBeElement(IdentifierNameSyntax row) => !(row.Parent is MemberAccessExpressionSyntax access && access.Name == row) && row.Ancestors().Any(around => around switch
    {
        ForEachStatementSyntax loop => loop.Identifier.ValueText == row.Identifier.ValueText || (loop.Statement is BlockSyntax body && Declares(body, row.Identifier.ValueText)),
        ForStatementSyntax { Declaration.Variables: [var counter] } => counter.Identifier.ValueText == row.Identifier.ValueText,
        SimpleLambdaExpressionSyntax lambda => lambda.Parameter.Identifier.ValueText == row.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters is [var parameter, ..] && parameter.Identifier.ValueText == row.Identifier.ValueText,
        _ => false,
    });

    // `var client = container.GetBlobClient(blob.Name)`
    private static bool Declares(BlockSyntax body, string name) => body.Statements.OfType<LocalDeclarationStatementSyntax>().Any(declared => declared.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name));

    /// <summary>The set of which a row is each element in turn at a call; null where the row is another one, or where the call may be left out for some of them.</summary>
    /// <param name="row">What the call is handed.</param>
    /// <param name="call">The call.</param>
    public static IOperation? SetOf(IOperation row, IOperation call)
    {
        row = Variables.Unwrap(row);
        if (row is IPropertyReferenceOperation { Property.Name: var name, Instance: { } holder } && Names.Contains(name)) row = Variables.Unwrap(holder);
        for (var around = call.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var element } } loop:
                    return row is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, element) && !Leaves(loop.Body) ? loop.Collection : null;
                case IAnonymousFunctionOperation function:
                    return row is IParameterReferenceOperation { Parameter: { Ordinal: 0 } given } && SymbolEqualityComparer.Default.Equals(given.ContainingSymbol, function.Symbol) && !Leaves(function.Body) ? SetThatRuns(function) : null;
                case IForLoopOperation counted:
                    return ListCountedBy(counted, row) is { } list && !Leaves(counted.Body) ? list : null;
                case IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ICatchClauseOperation or ILoopOperation or ICoalesceOperation or ILocalFunctionOperation
                    or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The list that hands its elements to a function one by one: <c>orders.ForEach(...)</c>, <c>Parallel.ForEach(orders, ...)</c>, <c>Task.WhenAll(orders.Select(...))</c>; null where none does.</summary>
    /// <param name="function">A lambda or a method group.</param>
    public static IOperation? SetThatRuns(IOperation function) => RunnerOf(function) switch
    {
        IInvocationOperation { TargetMethod.Name: var name } loop when Runners.Contains(name) => loop.Instance ?? loop.Arguments.FirstOrDefault()?.Value,
        IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: "Enumerable" }, Arguments: [{ Value: var list }, ..] } lazy when RunnerOf(lazy) is IInvocationOperation { TargetMethod.Name: var end } && Enders.Contains(end) => list,
        _ => null,
    };

    private static IOperation? RunnerOf(IOperation value)
    {
        var around = value.Parent;
        while (around is IConversionOperation or IDelegateCreationOperation or IArgumentOperation) around = around.Parent;
        return around;
    }

    // `for (var i = 0; i < orders.Count; i++) db.Remove(orders[i])`
    private static IOperation? ListCountedBy(IForLoopOperation loop, IOperation row)
    {
        var (list, index) = row switch
        {
            IArrayElementReferenceOperation { ArrayReference: var array, Indices: [var place] } => (array, place),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } holder, Arguments: [{ Value: var place }] } => (holder, place),
            _ => (null, null),
        };
        return list is not null && index is not null && Variables.Unwrap(index) is ILocalReferenceOperation { Local: var counter } && CountedLoop.Of(counter, row) is { Start.ConstantValue: { HasValue: true, Value: 0 } } counted && counted.Loop == loop
            && CountedLoop.CountedIn(counted.End) is { } whole && Variables.Of(whole) is { } variable && SymbolEqualityComparer.Default.Equals(variable, Variables.Of(list)) ? list : null;
    }

    // A way past the call, or out of the loop, may be the filter.
    private static bool Leaves(IOperation body) => body.Descendants().Any(static step => step is IBranchOperation or IThrowOperation or IReturnOperation { IsImplicit: false });
}
