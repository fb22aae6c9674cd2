using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>The texts of a sequence that is made in view, as <c>string.Join</c> is handed it: a list that is filled by <c>Add</c>, or a query.</summary>
internal sealed class TextSequences(AnalysisServices services)
{
    private const int MaxDepth = 8;

    // Queries that hand on the elements of their source, or some of them.
    private static readonly ImmutableHashSet<string> Passing = ImmutableHashSet.Create("ToList", "ToArray", "ToHashSet", "AsEnumerable", "Where", "Distinct", "Order", "OrderBy", "OrderByDescending", "ThenBy", "Reverse", "Skip", "Take");

    /// <summary>The elements in their order, each that is not known as null; null where the sequence is not made in view. What a loop or query makes many times is there once.</summary>
    public IReadOnlyList<IOperation?>? Of(IOperation sequence) => Of(sequence, 0) is { Count: > 0 } elements ? elements : null;

    private IReadOnlyList<IOperation?>? Of(IOperation sequence, int depth)
    {
        sequence = Variables.Unwrap(sequence);
        if (depth > MaxDepth || IsText(sequence)) return null;
        return sequence switch
        {
            ILocalReferenceOperation local => OfLocal(local, depth),
            IObjectCreationOperation creation => OfCreated(creation, depth),
            IInvocationOperation { TargetMethod: { Name: "ToArray", Parameters.IsEmpty: true }, Instance: { } list } => Of(list, depth + 1),
            IInvocationOperation { TargetMethod.ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } } query => OfQuery(query, depth),
            IAnonymousFunctionOperation => null,
            _ => Variables.ElementsOf(sequence)?.ToList(),
        };
    }

    private IReadOnlyList<IOperation?>? OfLocal(ILocalReferenceOperation local, int depth)
    {
        var elements = new List<IOperation?>();
        foreach (var assignment in services.AssignmentsAround(local).Reaching(local.Local, "", local.Syntax))
        {
            var added = assignment.Value is not { } value ? null : assignment.Appends && IsText(Variables.Unwrap(value)) ? [value] : Of(value, depth + 1);
            elements.InsertRange(0, added ?? [null]);
        }

        // Whoever else has the list may have put in what is not seen here.
        if (elements.Count > 0 && IsHandedOn(local)) elements.Add(null);
        return elements;
    }

    private IReadOnlyList<IOperation?>? OfCreated(IObjectCreationOperation creation, int depth)
    {
        if (creation.Type is not { Name: "List" or "HashSet" or "LinkedList" or "Collection" or "SortedSet" }) return null;
        var copied = creation.Arguments.Where(static argument => argument.Parameter?.Name == "collection").SelectMany(argument => Of(argument.Value, depth + 1) ?? [null]);
        var added = creation.Initializer is null ? [] : Variables.ElementsOf(creation.Initializer) ?? [];
        return [.. copied, .. added];
    }

    private IReadOnlyList<IOperation?>? OfQuery(IInvocationOperation query, int depth)
    {
        if (query.Arguments is not [{ Value: var source }, ..]) return null;
        var second = query.Arguments.Length > 1 ? query.Arguments[1].Value : null;
        return query.TargetMethod.Name switch
        {
            "Select" when second is not null && Variables.Unwrap(second) is IAnonymousFunctionOperation function => ReturnedValues.Of(function),
            "Append" => [.. Of(source, depth + 1) ?? [null], second],
            "Prepend" => [second, .. Of(source, depth + 1) ?? [null]],
            "Concat" or "Union" when second is not null => [.. Of(source, depth + 1) ?? [null], .. Of(second, depth + 1) ?? [null]],
            var name when Passing.Contains(name) => Of(source, depth + 1),
            _ => null,
        };
    }

    private static bool IsHandedOn(ILocalReferenceOperation local) =>
        Variables.WholeAround(local).Descendants().OfType<ILocalReferenceOperation>().Any(use => SymbolEqualityComparer.Default.Equals(use.Local, local.Local) && MayChange(use));

    private static bool MayChange(IOperation use)
    {
        while (use.Parent is IConversionOperation or IParenthesizedOperation) use = use.Parent;
        return use.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: { Name: "Enumerable" } or { SpecialType: SpecialType.System_String } } } => false,
            IInvocationOperation call => call.TargetMethod.Name.StartsWith("Insert", StringComparison.Ordinal),
            ISimpleAssignmentOperation assignment => assignment.Value == use,
            IPropertyReferenceOperation or IForEachLoopOperation => false,
            _ => true,
        };
    }

    private static bool IsText(IOperation value) => value.Type?.SpecialType == SpecialType.System_String;
}
