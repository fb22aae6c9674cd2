using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Rows;

/// <summary>Predicates that ask for keys which were read from the same rows before: <c>ids = orders.Select(o =&gt; o.Id).ToList(); orders.Where(o =&gt; ids.Contains(o.Id))</c>.</summary>
internal static class KeyLists
{
    private const int MaxSteps = 16;

    /// <summary>The list of keys that a predicate asks whether a row's key is in it; null for any other predicate.</summary>
    public static IOperation? AskedBy(IAnonymousFunctionOperation predicate)
    {
        if (ReturnedValues.Of(predicate) is not [var answer] || Variables.Unwrap(answer) is not IInvocationOperation { TargetMethod.Name: "Contains" } asked) return null;
        var (list, key) = asked switch
        {
            { Instance: { } holder, Arguments: [{ Value: var item }] } => (holder, item),
            { Instance: null, Arguments: [{ Value: var holder }, { Value: var item }, ..] } => (holder, item),
            _ => (null, null),
        };
        return list is not null && key is not null && RowPredicates.IsKey(key) && IsOnlyLookedAt(list) ? list : null;
    }

    // What is taken out of the list, or handed to others, may be what stays.
    private static bool IsOnlyLookedAt(IOperation list) => Variables.Unwrap(list) is ILocalReferenceOperation { Local: var local } && Variables.WholeAround(list).Descendants()
        .OfType<ILocalReferenceOperation>()
        .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))
        .All(static use => UserOf(use) is IInvocationOperation { TargetMethod.Name: "Contains" or "Any" or "Count" } or IPropertyReferenceOperation { Property.Name: "Count" or "Length" });

    private static IOperation? UserOf(IOperation use)
    {
        var around = use.Parent;
        while (around is IConversionOperation or IArgumentOperation) around = around.Parent;
        return around;
    }

    /// <summary>Whether a list holds the keys of rows of a type, as far as its query tells.</summary>
    public static bool HoldKeysOf(IOperation list, ITypeSymbol row)
    {
        var query = list;
        for (var step = 0; step < MaxSteps && Variables.Unwrap(query) is IInvocationOperation call; step++)
        {
            if (call.TargetMethod.Name == "Select")
                return call.Arguments.LastOrDefault() is { Value: var selector } && Variables.Unwrap(selector) is IAnonymousFunctionOperation { Symbol.Parameters: [{ Type: var from }, ..] } function && SymbolEqualityComparer.Default.Equals(from, row) && ReturnedValues.Of(function) is [var key] && RowPredicates.IsKey(key);
            if ((call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is not { } inner) return false;
            query = inner;
        }

        return false;
    }
}
