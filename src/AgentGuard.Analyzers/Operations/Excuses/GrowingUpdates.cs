using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Updates of every row that build on what each row holds, or only add to it, as <c>SET n = n + 1</c> does: nothing is overwritten.</summary>
internal sealed class GrowingUpdates(AnalysisServices services)
{
    private const int MaxDepth = 16;

    // Operators of MongoDB that keep what was there.
    private static readonly ImmutableHashSet<string> Adding = ImmutableHashSet.Create("Inc", "AddToSet", "AddToSetEach", "Push", "PushEach", "Rename", "SetOnInsert");

    /// <summary>Whether a call is one.</summary>
    public bool Contain(IOperation call) => call is IInvocationOperation { TargetMethod.Name: var name, Arguments: var arguments } && name switch
    {
        "Update" or "UpdateAsync" when arguments is [{ Value: { Type.Name: "IUpdatable" } updatable }, ..] => SetsOneByOne(updatable),
        "ExecuteUpdate" or "ExecuteUpdateAsync" or "BatchUpdate" or "BatchUpdateAsync" or "Update" or "UpdateAsync" => arguments.Select(argument => services.Values.Of(argument.Value)).Any(static setter => setter is [IAnonymousFunctionOperation function] && (SetsByCalls(function) || MakesFromRow(function))),
        "UpdateMany" or "UpdateManyAsync" => arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "update") is { Value: var update } && IsAdding(update, 0),
        _ => false,
    };

    // `s => s.SetProperty(u => u.Visits, u => u.Visits + 1)`
    private static bool SetsByCalls(IAnonymousFunctionOperation function)
    {
        var calls = function.Body.Descendants().OfType<IInvocationOperation>().Where(static call => call.Instance?.Type?.Name is "SetPropertyCalls" or "UpdateSettersBuilder").ToList();
        return calls.Count > 0 && calls.TrueForAll(static call => call is { TargetMethod.Name: "SetProperty", Arguments: [{ Value: var property }, { Value: var value }] } && Grows(property, value));
    }

    // linq2db: `users.Set(u => u.Visits, u => u.Visits + 1).Set(...)`
    private bool SetsOneByOne(IOperation updatable)
    {
        for (var step = 0; step < MaxDepth; step++)
        {
            if (services.Values.Of(updatable) is not [IInvocationOperation { TargetMethod: { Name: "Set", ContainingType.Name: "LinqExtensions" }, Arguments: [{ Value: var before }, { Value: var property }, { Value: var value }] }]) return step > 0;
            if (!Grows(property, value)) return false;
            updatable = before;
        }

        return false;
    }

    // A property of the row, and what it is set to.
    private static bool Grows(IOperation property, IOperation value) => MemberIn(property) is { } member && (BookkeepingNames.Contain(member.Name) || (ValueIn(value) is { } given && (BuildsOn(given, member) || IsWorkedOut(given))));

    // `u => new User { Visits = u.Visits + 1 }`
    private static bool MakesFromRow(IAnonymousFunctionOperation function) =>
        ValueIn(function) is IObjectCreationOperation { Initializer.Initializers: { IsEmpty: false } set } && set.All(static one => one is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member }, Value: var value } && (BookkeepingNames.Contain(member.Name) || BuildsOn(value, member) || IsWorkedOut(value)));

    private static IOperation? ValueIn(IOperation function) => Variables.Unwrap(function) is IAnonymousFunctionOperation lambda && ReturnedValues.Of(lambda) is [var value] ? Variables.Unwrap(value) : null;

    private static ISymbol? MemberIn(IOperation function) => ValueIn(function) is IMemberReferenceOperation { Member: var member } ? member : null;

    private static bool BuildsOn(IOperation value, ISymbol member) => value.DescendantsAndSelf().Any(piece =>
        piece is IMemberReferenceOperation { Instance: { } row, Member: var read } && Variables.Unwrap(row) is IParameterReferenceOperation && SymbolEqualityComparer.Default.Equals(read, member));

    // `o => o.Price * o.Quantity`: two columns of the row at least, and it can be worked out again.
    private static bool IsWorkedOut(IOperation value)
    {
        var read = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        return Read(value) && read.Count > 1;

        bool Read(IOperation part) => Variables.Unwrap(part) switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } sum => Read(sum.LeftOperand) && Read(sum.RightOperand),
            IMemberReferenceOperation { Instance: { } row, Member: var column } => Variables.Unwrap(row) is IParameterReferenceOperation && (read.Add(column) || true),
            var other => other.ConstantValue is { HasValue: true, Value: not null },
        };
    }

    // `Builders<User>.Update.Inc(u => u.Visits, 1).AddToSet(u => u.Tags, "new")`
    private bool IsAdding(IOperation update, int depth) => depth < MaxDepth && services.Values.Of(update) is { IsEmpty: false } sources && sources.All(source => source switch
    {
        IInvocationOperation { TargetMethod: { Name: "Combine", ContainingType.Name: "UpdateDefinitionBuilder" }, Arguments: [{ Value: var all }] } => Variables.ElementsOf(all)?.ToList() is { Count: > 0 } parts && parts.TrueForAll(part => IsAdding(part, depth + 1)),
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "UpdateDefinitionBuilder" } } => Adding.Contains(name),
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "UpdateDefinitionExtensions" }, Arguments: [{ Value: var before }, ..] } => Adding.Contains(name) && IsAdding(before, depth + 1),
        _ => false,
    });
}
