using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Rows;

/// <summary>One look at a query or filter, and at what it is made of.</summary>
/// <param name="services">What all rules share.</param>
/// <param name="model">The query filters that hold for every set of rows; null where the query ignores them.</param>
/// <param name="waiting">Gets the parameters that stand for a query or filter, which then count as letting every row through; null where what is not seen counts as filtered.</param>
/// <param name="depth">In how many methods inside each other the look is.</param>
internal sealed class RowJudgement(AnalysisServices services, QueryFilters? model, ICollection<IParameterSymbol>? waiting, int depth = 0)
{
    private const int MaxSteps = 256;
    private const int MaxDepth = 3;

    private static readonly ImmutableHashSet<string> WholeSetTypes = ImmutableHashSet.Create("DbSet", "ITable", "Table", "IMongoCollection", "ILiteCollection");
    private static readonly ImmutableHashSet<string> WholeSetMethods = ImmutableHashSet.Create("Set", "GetTable", "GetCollection");

    // Operators that hand on every row that they are given.
    private static readonly ImmutableHashSet<string> PassThrough = ImmutableHashSet.Create(
        "AsQueryable", "AsNoTracking", "AsNoTrackingWithIdentityResolution", "AsTracking", "AsSplitQuery", "AsSingleQuery", "AsEnumerable", "Include", "ThenInclude", "OrderBy",
        "OrderByDescending", "ThenBy", "ThenByDescending", "Select", "IgnoreAutoIncludes", "TagWith", "TagWithCallSite", "ToList", "ToListAsync", "ToArray",
        "ToArrayAsync", "ToHashSet", "ToHashSetAsync", "Distinct", "Reverse", "Cast", "AsAsyncEnumerable", "AsParallel", "AS", "AsTable", "AsType", "WithTransaction", "WithConnection", "CommandTimeout", "DisableGlobalFilter",
        "EnableDiffLogEvent", "RemoveDataCache", "ReadNextAsync", "ToFeedIterator", "AsPages");

    // What stands for a filter and says by itself what it lets through; of another object, such as a specification, nothing is known.
    private static readonly ImmutableHashSet<string> Documents = ImmutableHashSet.Create("BsonDocument", "QueryDocument", "EmptyFilterDefinition", "JsonFilterDefinition", "BsonDocumentFilterDefinition", "BsonExpression", "QueryDefinition");

    // Queries that are written in SQL.
    private static readonly ImmutableHashSet<string> SqlQueries = ImmutableHashSet.Create("FromSqlRaw", "FromSql", "FromSqlInterpolated", "SqlQueryRaw", "SqlQuery");

    // `from Order`, `from Shop.Order as o`
    private static readonly Regex WholeHql = new(@"^\s*from\s+[\w.]+(\s+(as\s+)?\w+)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly ImmutableHashSet<string> FileListings = ImmutableHashSet.Create("GetFiles", "EnumerateFiles", "GetFileSystemInfos", "EnumerateFileSystemInfos");

    private readonly Dictionary<IOperation, bool> _judged = [];

    /// <summary>Whether every row gets through, on some way that the value can come about.</summary>
    public bool IsUnfiltered(IOperation value) => !IsFilledDocument(value) && !RowBuilders.IsUsedElsewhere(value, services) && services.Values.Of(value).Any(IsWhole);

    // A query that is narrowed in n optional steps has two to the power of n histories, so each step is judged once. One that leads back to itself adds nothing.
    private bool IsWhole(IOperation source)
    {
        source = Variables.Unwrap(source);
        if (_judged.TryGetValue(source, out var known)) return known;
        if (_judged.Count == MaxSteps) return false;
        _judged[source] = false;
        return _judged[source] = source switch
        {
            IAnonymousFunctionOperation lambda => RowPredicates.IsAlwaysTrue(lambda) || AsksForEveryKey(lambda),
            IInvocationOperation invocation => IsWholeQuery(invocation),
            // Both sides have to let a row through.
            IBinaryOperation { OperatorKind: BinaryOperatorKind.And } both => IsUnfiltered(both.LeftOperand) && IsUnfiltered(both.RightOperand),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.And } narrowed => IsUnfiltered(narrowed.Target) && IsUnfiltered(narrowed.Value),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Or } either => IsUnfiltered(either.LeftOperand) || IsUnfiltered(either.RightOperand),
            { ConstantValue: { HasValue: true, Value: string text } } => IsWholeText(text),
            IObjectCreationOperation { Type.Name: "BsonDocument", Arguments: [{ Value: var key }, { Value: var condition }] } => DocumentFilters.IsHeldByAll(key, condition),
            { Type.Name: "BsonDocument" } when Variables.ElementsOf(source) is { } elements => !elements.Any(),
            ILocalReferenceOperation chunk when RowLoops.SetOf(chunk, chunk) is { } chunks && services.Values.Of(chunks) is [IInvocationOperation { TargetMethod: { Name: "Chunk", ContainingType.Name: "Enumerable" }, Arguments: [{ Value: var cut }, ..] }] => IsUnfiltered(cut),
            IPropertyReferenceOperation { Instance: { } listed } when services.Listings.PageOf(listed) is { } page => IsUnfiltered(page),
            IObjectCreationOperation { Arguments.Length: 0, Initializer: null } list when GatheredRows.In(list, services) is { IsEmpty: false } gathered => gathered.Any(IsUnfiltered),
            { Type: { } type } when IsCollection(type) => false,
            IObjectCreationOperation { Arguments.Length: 0, Type: { } type } creation when Documents.Contains(type.Name) => creation.Initializer is null or { Initializers.IsEmpty: true },
            IObjectCreationOperation { Arguments: [var only], Type: { } type } when Documents.Contains(type.Name) => only.Value.Type?.SpecialType == SpecialType.System_String && IsUnfiltered(only.Value),
            IPropertyReferenceOperation { Property.Name: "Empty" } or IFieldReferenceOperation { Field.Name: "Empty" } => true,
            IPropertyReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation when source.Type is { } type && WholeSetTypes.Contains(type.Name) => !IsNarrowed(type),
            IParameterReferenceOperation { Parameter: var parameter } when waiting is not null => Wait(parameter),
            _ => false,
        };
    }

    private bool AsksForEveryKey(IAnonymousFunctionOperation predicate) =>
        KeyLists.AskedBy(predicate) is { } keys && predicate.Symbol.Parameters is [{ Type: var row }] && services.Values.Of(keys) is { IsEmpty: false } sources && sources.All(source => KeyLists.HoldKeysOf(source, row) && IsUnfiltered(source));

    // An empty list of rows is no row, while an empty filter is all of them. A query that was read into a list is a call.
    private static bool IsCollection(ITypeSymbol type) => type is IArrayTypeSymbol || type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true;

    // What is added to a document narrows it, while what is added to a set of rows is one more of them.
    private bool IsFilledDocument(IOperation value) => Variables.Unwrap(value).Type?.Name == "BsonDocument" && services.Values.IsFilled(value);

    private bool IsNarrowed(ITypeSymbol? set) => set is INamedTypeSymbol { Name: "DbSet", TypeArguments: [var row] } && model?.Narrow(row) == true;

    // A row that is handed over picks itself, however empty it is.
    private static bool IsCondition(IArgumentOperation argument) => argument.Parameter?.Type is { Name: "Expression" or "Func" } or { SpecialType: SpecialType.System_String };

    // A filter written as a document, as a condition of its own language, or as the query for what it lets through.
    private static bool IsWholeText(string text) =>
        text.Trim().Length == 0 || (text.TrimStart()[0] == '{' ? MongoScanner.IsForAll(text) : WholeHql.IsMatch(text) || SqlScanner.IsForAll(text) || SqlScanner.SelectsAll(text));

    private bool IsWholeQuery(IInvocationOperation invocation)
    {
        var name = invocation.TargetMethod.Name;
        // linq2db: what is to be set, of the rows of a query.
        if (name is "Set" or "AsUpdatable" && invocation is { TargetMethod.ContainingType.Name: "LinqExtensions", Arguments: [{ Value: var rows }, ..] }) return IsUnfiltered(rows);
        if (WholeSetMethods.Contains(name)) return !IsNarrowed(invocation.Type);
        if (services.Listings.LinesOf(invocation) is { IsEmpty: false } lines) return lines.Any(line => services.Conditions.AreShown(line, invocation));
        if (RowBuilders.AreBegunBy(invocation)) return true;
        if (DocumentFilters.AreBuiltBy(invocation)) return DocumentFilters.LetAllThrough(invocation, IsUnfiltered);
        if (name == "Parse" && invocation is { TargetMethod.ContainingType.Name: "BsonDocument", Arguments: [{ Value: var parsed }] }) return IsUnfiltered(parsed);
        var source = invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value;
        if (name == "Take" && source is not null && RepeatedRows.UntilNoneIsLeft(invocation)) return IsUnfiltered(source);
        if (name is "Take" or "Skip") return source is not null && invocation.Arguments.Last().Value.ConstantValue is { HasValue: true, Value: var count } && (name, count) is ("Take", int.MaxValue) or ("Skip", 0) && IsUnfiltered(source);
        if (SqlQueries.Contains(name) && invocation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "sql") is { Value: var sql }) return services.Texts.Fold(sql).Any(static text => SqlScanner.SelectsAll(text.Text));
        if (FileListings.Contains(name)) return ListsTree(invocation);
        if (invocation is { Instance.Type.Name: "IServer", TargetMethod.Name: "Keys" or "KeysAsync" }) return invocation.Arguments.All(static argument => argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter?.Name != "pattern" || Variables.Unwrap(argument.Value).ConstantValue is { HasValue: true, Value: "*" or "" or null });
        if (name == "IgnoreQueryFilters") return source is not null && new RowJudgement(services, null, waiting, depth).IsUnfiltered(source);
        if (source is null || (name != "Where" && !PassThrough.Contains(name))) return ReturnsWhole(invocation.TargetMethod.OriginalDefinition);
        return IsUnfiltered(source) && (name != "Where" || invocation.Arguments.All(argument => argument.Value == source || argument.ArgumentKind == ArgumentKind.DefaultValue || (IsCondition(argument) && IsUnfiltered(argument.Value))));
    }

    // All files below a folder; those of one folder, or of a pattern, are some of them.
    private bool ListsTree(IInvocationOperation listing) =>
        listing.Arguments.All(static argument => argument.Parameter?.Name != "searchPattern" || argument.Value.ConstantValue is { HasValue: true, Value: "*" or "*.*" })
        && (listing.Arguments.Any(IsDeep) || RepeatedRows.GoDownFrom(listing));

    private bool IsDeep(IArgumentOperation argument) => argument.Parameter?.Name switch
    {
        "searchOption" => argument.Value.ConstantValue is { HasValue: true, Value: (int)System.IO.SearchOption.AllDirectories },
        "enumerationOptions" => services.Values.PropertyOf(argument.Value, "RecurseSubdirectories", argument.Syntax).Any(static set => set.ConstantValue is { HasValue: true, Value: true }),
        _ => false,
    };

    // `Query() => db.Set<T>()`; one that may return less, by what it is handed or has looked up, is a filter.
    private bool ReturnsWhole(IMethodSymbol method)
    {
        if (depth == MaxDepth || method.IsVirtual || method.IsOverride || method.IsAbstract || services.BodyOf(method) is not { } body) return false;
        var inside = new RowJudgement(services, model, null, depth + 1);
        var returned = ReturnedValues.Of(body).SelectMany(value => services.Values.Of(value)).ToList();
        return returned.Count > 0 && returned.TrueForAll(inside.IsUnfiltered);
    }

    private bool Wait(IParameterSymbol parameter)
    {
        waiting!.Add(parameter);
        return true;
    }
}
