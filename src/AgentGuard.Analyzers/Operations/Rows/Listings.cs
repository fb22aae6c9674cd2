using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Rows;

/// <summary>Calls that list what a store holds, by the <c>lists</c> lines of the catalogue, and loops that only take away what they were told: <c>foreach (var blob in container.GetBlobs()) container.DeleteBlob(blob.Name)</c>.</summary>
internal sealed class Listings(AnalysisServices services)
{
    private const int MaxSteps = 16;

    // What tells one element of a listing from the others.
    private static readonly ImmutableHashSet<string> Keys = ImmutableHashSet.Create("Name", "Key", "RowKey", "Id", "id", "ID");

    // What only shows or remembers an element.
    private static readonly ImmutableHashSet<string> Showing = ImmutableHashSet.Create("Console", "ILogger", "LoggerExtensions", "Debug", "Trace", "TextWriter", "AnsiConsole", "String", "StringBuilder", "List", "ICollection");

    /// <summary>The <c>lists</c> lines of a call; empty for any other.</summary>
    public ImmutableArray<CatalogEntry> LinesOf(IInvocationOperation call) => services.Catalog.Match(call.TargetMethod).RemoveAll(static entry => entry.Effect != CatalogEffect.Lists);

    /// <summary>The page of a listing, or the whole of it, that a value holds: its properties are lists of what was found; null for any other value.</summary>
    public IOperation? PageOf(IOperation value)
    {
        value = Variables.Unwrap(value);
        if (value is ILocalReferenceOperation && RowLoops.SetOf(value, UserOf(value)) is { } pages) return ListedBy(pages) is null ? null : pages;
        return services.Values.Of(value).FirstOrDefault(page => ListedBy(page) is not null);
    }

    // Of the page in `foreach (var blob in page.Values)` the inner loop takes the list.
    private static IOperation UserOf(IOperation page)
    {
        var use = page;
        while (use.Parent is { } around and not (IBlockOperation or IAnonymousFunctionOperation))
        {
            if (around is IForEachLoopOperation loop) return loop.Collection.Syntax.Span.Contains(page.Syntax.Span) ? loop : page;
            use = around;
        }

        return page;
    }

    /// <summary>The listing of which a value stands for each element in turn, by its key: a request for it, a client of it; null where it stands for anything else.</summary>
    /// <param name="row">What a call takes.</param>
    /// <param name="call">The call.</param>
    public IOperation? ListedBehind(IOperation row, IOperation call) => services.Values.Of(row).SelectMany(source => ElementsIn(source, 0)).Select(element => RowLoops.SetOf(element, call)).FirstOrDefault(set => set is not null && ListedBy(set) is not null);

    // `blob.Name`, `item["Id"]`, `container.GetBlobClient(blob.Name)`, `new() { ["Id"] = item["Id"] }`
    private static IEnumerable<IOperation> ElementsIn(IOperation value, int depth)
    {
        value = Variables.Unwrap(value);
        if (depth == MaxSteps) return [];
        return value switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } holder, Arguments: [{ Value.ConstantValue.HasValue: true }] } => [Variables.Unwrap(holder)],
            IPropertyReferenceOperation { Property.Name: var name, Instance: { } holder } when Keys.Contains(name) => [Variables.Unwrap(holder)],
            IInvocationOperation { TargetMethod: { Name: "Eq", ContainingType.Name: "FilterDefinitionBuilder" }, Arguments: [_, { Value: var key }] } => ElementsIn(key, depth + 1),
            IAnonymousFunctionOperation predicate when ReturnedValues.Of(predicate) is [var asked] && Variables.Unwrap(asked) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality
                && (RowPredicates.IsKey(equality.LeftOperand) || RowPredicates.IsKey(equality.RightOperand)) => ElementsIn(equality.LeftOperand, depth + 1).Concat(ElementsIn(equality.RightOperand, depth + 1)),
            IInvocationOperation { TargetMethod.Name: var name } getter when name.StartsWith("Get", StringComparison.Ordinal) => getter.Arguments.SelectMany(argument => ElementsIn(argument.Value, depth + 1)),
            IObjectCreationOperation { Initializer.Initializers: var set } => set.OfType<ISimpleAssignmentOperation>().SelectMany(assignment => ElementsIn(assignment.Value, depth + 1)).Concat(set.OfType<IInvocationOperation>().SelectMany(static add => add.Arguments).SelectMany(argument => ElementsIn(argument.Value, depth + 1))),
            ILocalReferenceOperation or IParameterReferenceOperation => [value],
            _ => [],
        };
    }

    /// <summary>Whether a line is about rows of this kind: what a listing has found is taken away from the same store, and nothing else is done with it on the way.</summary>
    public bool Allow(CatalogEntry line, IOperation rows, IOperation call)
    {
        if (ListedBy(rows) is not { } listing) return true;
        return LinesOf(listing).Any(listed => LibraryOf(listed.Id) == LibraryOf(line.Id)) && !IsOfOther(listing, call) && !IsWorkedOn(listing, call);
    }

    // What one collection lists goes from another.
    private static bool IsOfOther(IInvocationOperation listing, IOperation call) =>
        call is IInvocationOperation taking && StoreOf(listing) is { Type: { } listed } source && StoreOf(taking) is { Type: { } emptied } store && SymbolEqualityComparer.Default.Equals(listed, emptied)
        && Variables.Of(source) is { } from && Variables.Of(store) is { } variable && !SymbolEqualityComparer.Default.Equals(from, variable);

    private static IOperation? StoreOf(IInvocationOperation call) => Variables.Unwrap(call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null) ?? call);

    private static string LibraryOf(CatalogId id) => string.Join(".", id.Container.Split('.').Take(2));

    // The listing that a value comes from, however it is looked through.
    private IInvocationOperation? ListedBy(IOperation rows)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            rows = Variables.Unwrap(rows);
            if (rows is IInvocationOperation call && !LinesOf(call).IsEmpty) return call;
            var inner = rows switch
            {
                IInvocationOperation { Instance: { } holder } => holder,
                IInvocationOperation { Arguments: [{ Value: var source }, ..] } => source,
                IPropertyReferenceOperation { Instance: { } holder } => holder,
                ILocalReferenceOperation => RowLoops.SetOf(rows, UserOf(rows)) ?? services.Values.Of(rows).FirstOrDefault(source => source != rows),
                _ => null,
            };
            if (inner is null) return null;
            rows = inner;
        }

        return null;
    }

    // An inbox is emptied too, but each thing in it is read before it goes.
    private bool IsWorkedOn(IInvocationOperation listing, IOperation call)
    {
        var member = Variables.WholeAround(call);
        return member.Descendants().Any(step => step switch
        {
            IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var element }, Collection: var set, Body: var body } => ListedBy(set) == listing && WorksOn(body, element, call),
            IAnonymousFunctionOperation { Symbol.Parameters: [var element, ..], Body: var body } function => RowLoops.SetThatRuns(function) is { } set && ListedBy(set) == listing && WorksOn(body, element, call),
            _ => false,
        });
    }

    private static bool WorksOn(IOperation body, ISymbol element, IOperation call)
    {
        var parts = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { element };
        foreach (var declared in body.Descendants().OfType<IVariableDeclaratorOperation>())
        {
            if (declared.GetVariableInitializer() is { } made && Mentions(made, parts)) parts.Add(declared.Symbol);
        }

        // `var client = container.GetBlobClient(blob.Name)` is made for the call.
        return body.Descendants().OfType<IInvocationOperation>().Any(step => !step.Syntax.Span.Contains(call.Syntax.Span) && !call.Syntax.Span.Contains(step.Syntax.Span)
            && !Showing.Contains(step.TargetMethod.ContainingType.Name) && Mentions(step, parts) && !(Variables.DeclaredBy(step) is { } client && Mentions(call, [client])));
    }

    private static bool Mentions(IOperation code, ICollection<ISymbol> symbols) => code.DescendantsAndSelf().Any(use => Variables.Of(use) is { } variable && symbols.Contains(variable));
}
