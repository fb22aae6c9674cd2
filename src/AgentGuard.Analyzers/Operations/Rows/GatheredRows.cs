using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Rows;

/// <summary>Lists that a loop fills with the rows of a set before they go: <c>foreach (var order in db.Orders) gone.Add(order);</c></summary>
internal static class GatheredRows
{
    /// <summary>The sets whose rows are all put into a list; none where some are taken out again.</summary>
    /// <param name="list">Where the list is created, empty.</param>
    /// <param name="services">What is shared in the compilation.</param>
    public static ImmutableArray<IOperation> In(IObjectCreationOperation list, AnalysisServices services)
    {
        if (list.Type is not { Name: "List" or "HashSet" or "Collection" } || Variables.DeclaredBy(list) is not { } variable) return ImmutableArray<IOperation>.Empty;
        var calls = Variables.WholeAround(list).Descendants().OfType<IInvocationOperation>().Where(call => call.Instance is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, variable)).ToList();
        return calls.Exists(static call => call.TargetMethod.Name.StartsWith("Remove", StringComparison.Ordinal)) ? ImmutableArray<IOperation>.Empty : calls.Select(call => AddedBy(call, services)).OfType<IOperation>().ToImmutableArray();
    }

    private static IOperation? AddedBy(IInvocationOperation call, AnalysisServices services) => (call.TargetMethod.Name, call.Arguments) switch
    {
        ("Add", [{ Value: var row }]) => RowLoops.SetOf(row, call) ?? services.Listings.ListedBehind(row, call),
        ("AddRange" or "UnionWith", [{ Value: var rows }]) => rows,
        _ => null,
    };
}
