using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Rows;

/// <summary>Finds the callers of a helper that deletes the rows of a query, or by a filter, that it is handed: <c>Clear(IQueryable&lt;T&gt; rows) => rows.ExecuteDelete()</c>.</summary>
internal sealed class FilterForwarders(AnalysisServices services, Conditions conditions, RowFilters filters)
{
    private const int MaxHops = 3;

    /// <summary>The calls that hand a helper whole sets.</summary>
    /// <param name="entry">A <c>destroys</c> line whose conditions do not hold at the sink, for its rows are what a parameter says.</param>
    /// <param name="sink">The call in the helper.</param>
    public IEnumerable<HandedSet> Callers(CatalogEntry entry, IOperation sink) => Callers(conditions.WaitsFor(entry, sink), 0);

    private IEnumerable<HandedSet> Callers(ImmutableArray<IParameterSymbol> waiting, int hops)
    {
        if (hops == MaxHops || waiting.IsEmpty || waiting[0].ContainingSymbol is not IMethodSymbol method || waiting.Any(other => !SymbolEqualityComparer.Default.Equals(other.ContainingSymbol, method))) yield break;
        foreach (var call in services.CallSites.Of(method))
        {
            // A call that destroys by a catalogue line of its own is reported there.
            if (services.Catalog.Match(call.TargetMethod).Any(static line => line.Effect == CatalogEffect.Destroys)) continue;
            var handed = waiting.Select(parameter => HandedTo(call, parameter)).ToList();
            if (handed.Contains(null)) continue;
            if (handed.TrueForAll(rows => filters.IsUnfiltered(rows!)))
            {
                yield return new HandedSet(call, method, handed[0]!);
                continue;
            }

            var outer = handed.Select(rows => filters.WaitsFor(rows!)).ToList();
            if (outer.Exists(static parameters => parameters.IsEmpty)) continue;
            foreach (var further in Callers(outer.SelectMany(static parameters => parameters).Distinct<IParameterSymbol>(SymbolEqualityComparer.Default).ToImmutableArray(), hops + 1)) yield return further;
        }
    }

    // An extension method may be called on what is its first parameter.
    private static IOperation? HandedTo(IInvocationOperation call, IParameterSymbol parameter)
    {
        var place = call.TargetMethod.ReducedFrom is null ? parameter.Ordinal : parameter.Ordinal - 1;
        return place < 0 ? call.Instance : call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == place && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;
    }
}

/// <summary>A call that hands a helper every row of a set.</summary>
/// <param name="Call">The call.</param>
/// <param name="Helper">The helper.</param>
/// <param name="Rows">What it is handed.</param>
internal sealed record HandedSet(IInvocationOperation Call, IMethodSymbol Helper, IOperation Rows);
