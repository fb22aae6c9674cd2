using System.Collections.Immutable;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Tells whether a query or filter lets every row through. What cannot be seen counts as filtered.</summary>
internal sealed class RowFilters(ValueSources values)
{
    private const int MaxSteps = 256;

    private static readonly ImmutableHashSet<string> WholeSetTypes = ImmutableHashSet.Create("DbSet", "ITable", "Table", "IMongoCollection", "ILiteCollection");
    private static readonly ImmutableHashSet<string> WholeSetMethods = ImmutableHashSet.Create("Set", "GetTable", "GetCollection");

    // Operators that hand on every row that they are given.
    private static readonly ImmutableHashSet<string> PassThrough = ImmutableHashSet.Create(
        "AsQueryable", "AsNoTracking", "AsNoTrackingWithIdentityResolution", "AsTracking", "AsSplitQuery", "AsSingleQuery", "AsEnumerable", "Include", "ThenInclude", "OrderBy",
        "OrderByDescending", "ThenBy", "ThenByDescending", "Select", "IgnoreQueryFilters", "IgnoreAutoIncludes", "TagWith", "TagWithCallSite", "ToList", "ToListAsync", "ToArray",
        "ToArrayAsync", "ToHashSet", "ToHashSetAsync", "Distinct", "Reverse", "Cast", "AsAsyncEnumerable");

    /// <summary>Whether every row gets through, on some way that the value can come about.</summary>
    public bool IsUnfiltered(IOperation value) => IsUnfilteredAt(value, new Dictionary<IOperation, bool>());

    // A query that is narrowed in n optional steps has two to the power of n histories, so each step is judged once. One that leads back to itself adds nothing.
    private bool IsWhole(IOperation source, Dictionary<IOperation, bool> judged)
    {
        source = Variables.Unwrap(source);
        if (judged.TryGetValue(source, out var known)) return known;
        if (judged.Count == MaxSteps) return false;
        judged[source] = false;
        return judged[source] = source switch
        {
            IAnonymousFunctionOperation lambda => RowPredicates.IsAlwaysTrue(lambda),
            IInvocationOperation invocation => IsWholeQuery(invocation, judged),
            // Both sides have to let a row through.
            IBinaryOperation { OperatorKind: BinaryOperatorKind.And } both => IsUnfilteredAt(both.LeftOperand, judged) && IsUnfilteredAt(both.RightOperand, judged),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.And } narrowed => IsUnfilteredAt(narrowed.Target, judged) && IsUnfilteredAt(narrowed.Value, judged),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Or } either => IsUnfilteredAt(either.LeftOperand, judged) || IsUnfilteredAt(either.RightOperand, judged),
            { ConstantValue: { HasValue: true, Value: string text } } => IsWholeText(text),
            IObjectCreationOperation { Type.Name: "BsonDocument", Arguments: [{ Value: var key }, { Value: var condition }] } => DocumentFilters.IsHeldByAll(key, condition),
            { Type.Name: "BsonDocument" } when Variables.ElementsOf(source) is { } elements => !elements.Any(),
            { Type: { } type } when IsCollection(type) => false,
            IObjectCreationOperation { Arguments.Length: 0 } creation => creation.Initializer is null or { Initializers.IsEmpty: true },
            IObjectCreationOperation { Arguments: [var only] } => only.Value.Type?.SpecialType == SpecialType.System_String && IsUnfilteredAt(only.Value, judged),
            IPropertyReferenceOperation { Property.Name: "Empty" } or IFieldReferenceOperation { Field.Name: "Empty" } => true,
            IPropertyReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation => source.Type is { } type && WholeSetTypes.Contains(type.Name),
            _ => false,
        };
    }

    // An empty list of rows is no row, while an empty filter is all of them. A query that was read into a list is a call.
    private static bool IsCollection(ITypeSymbol type) => type is IArrayTypeSymbol || type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true;

    private bool IsUnfilteredAt(IOperation value, Dictionary<IOperation, bool> judged) => !IsFilledDocument(value) && values.Of(value).Any(source => IsWhole(source, judged));

    // What is added to a document narrows it, while what is added to a set of rows is one more of them.
    private bool IsFilledDocument(IOperation value) => Variables.Unwrap(value).Type?.Name == "BsonDocument" && values.IsFilled(value);

    // A filter written as a document, or as a condition of its own language.
    private static bool IsWholeText(string text) => text.Trim().Length == 0 || (text.TrimStart()[0] == '{' ? MongoScanner.IsForAll(text) : SqlScanner.IsForAll(text));

    private bool IsWholeQuery(IInvocationOperation invocation, Dictionary<IOperation, bool> judged)
    {
        var name = invocation.TargetMethod.Name;
        if (WholeSetMethods.Contains(name)) return true;
        if (DocumentFilters.AreBuiltBy(invocation)) return DocumentFilters.LetAllThrough(invocation, filter => IsUnfilteredAt(filter, judged));
        if (name == "Parse" && invocation is { TargetMethod.ContainingType.Name: "BsonDocument", Arguments: [{ Value: var parsed }] }) return IsUnfilteredAt(parsed, judged);
        var source = invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value;
        if (name is "Take" or "Skip") return source is not null && invocation.Arguments.Last().Value.ConstantValue is { HasValue: true, Value: var count } && (name, count) is ("Take", int.MaxValue) or ("Skip", 0) && IsUnfilteredAt(source, judged);
        if (source is null || (name != "Where" && !PassThrough.Contains(name))) return false;
        return IsUnfilteredAt(source, judged) && (name != "Where" || invocation.Arguments.All(argument => argument.Value == source || IsUnfilteredAt(argument.Value, judged)));
    }
}
