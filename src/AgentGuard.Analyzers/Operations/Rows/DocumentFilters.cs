using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Rows;

/// <summary>Filters of document stores that are put together by a builder or as a document.</summary>
internal static class DocumentFilters
{
    private static readonly ImmutableHashSet<string> WholePatterns = ImmutableHashSet.Create("", "^", "$", ".*", "^.*", ".*$", "^.*$", ".*?");

    /// <summary>Whether a call builds a filter: <c>Builders&lt;T&gt;.Filter.Ne(...)</c>.</summary>
    public static bool AreBuiltBy(IInvocationOperation call) => call is { Instance: not null, TargetMethod.ContainingType.Name: "FilterDefinitionBuilder" };

    /// <summary>Whether what a builder's call builds lets every document through.</summary>
    public static bool LetAllThrough(IInvocationOperation call, Func<IOperation, bool> isUnfiltered)
    {
        var arguments = call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).Select(static argument => argument.Value).ToList();
        return (call.TargetMethod.Name, arguments) switch
        {
            ("Where", [var predicate, ..]) => isUnfiltered(predicate),
            ("Or", [var filters]) => Parts(filters).Any(isUnfiltered),
            ("And", [var filters]) => Parts(filters).ToList() is { Count: > 0 } parts && parts.TrueForAll(part => isUnfiltered(part)),
            ("Exists", [var field, var exists]) => IsKey(field) && exists.ConstantValue is { HasValue: true, Value: true },
            ("Ne", [var field, var value]) => IsKey(field) && IsNothing(value),
            ("Gt" or "Gte", [var field, var value]) => IsKey(field) && Variables.Unwrap(value) is IMemberReferenceOperation { Member: { IsStatic: true, Name: "Empty" } },
            ("Regex", [_, var pattern]) => PatternIn(pattern) is { } text && WholePatterns.Contains(text),
            _ => false,
        };
    }

    /// <summary>Whether every document fits <c>new BsonDocument(key, condition)</c>.</summary>
    public static bool IsHeldByAll(IOperation key, IOperation condition) =>
        key.ConstantValue is { HasValue: true, Value: string name }
        && Variables.Unwrap(condition) is IObjectCreationOperation { Type.Name: "BsonDocument", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string operation } }, { Value: var value }] }
        && name == "_id"
        && (operation == "$exists" ? Variables.Unwrap(value).ConstantValue is { HasValue: true, Value: true or 1 } : operation == "$ne" && IsNothing(value));

    private static IEnumerable<IOperation> Parts(IOperation filters) => Variables.ElementsOf(filters) ?? [filters];

    private static bool IsKey(IOperation field) => Variables.Unwrap(field) switch
    {
        { ConstantValue: { HasValue: true, Value: string name } } => name is "_id" or "Id" or "id",
        IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } value }, ..] } => RowPredicates.IsKey(value),
        _ => false,
    };

    private static bool IsNothing(IOperation value) => Variables.Unwrap(value) is { ConstantValue: { HasValue: true, Value: null or "" } } or IDefaultValueOperation or IMemberReferenceOperation { Member: { IsStatic: true, Name: "Empty" } } or IMemberReferenceOperation { Member: { Name: "Value", ContainingType.Name: "BsonNull" } };

    // `new BsonRegularExpression(".*")`, which a text becomes by itself.
    private static string? PatternIn(IOperation pattern) => Variables.Unwrap(pattern) switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IObjectCreationOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string text } }, ..] } => text,
        _ => null,
    };
}
