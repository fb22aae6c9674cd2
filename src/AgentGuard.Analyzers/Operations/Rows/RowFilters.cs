using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations.Rows;

/// <summary>Tells whether a query or filter lets every row through. What cannot be seen counts as filtered.</summary>
internal sealed class RowFilters(AnalysisServices services)
{
    private readonly QueryFilters _model = new(services);

    /// <summary>Whether every row gets through, on some way that the value can come about.</summary>
    public bool IsUnfiltered(IOperation value) => new RowJudgement(services, _model, null).IsUnfiltered(value) && !RowBuilders.NeedCondition(value, services);

    /// <summary>The parameters whose queries or filters decide whether every row gets through; none where it does not, whatever they are.</summary>
    public ImmutableArray<IParameterSymbol> WaitsFor(IOperation value)
    {
        var waiting = new List<IParameterSymbol>();
        return new RowJudgement(services, _model, waiting).IsUnfiltered(value) ? waiting.Distinct<IParameterSymbol>(SymbolEqualityComparer.Default).ToImmutableArray() : ImmutableArray<IParameterSymbol>.Empty;
    }
}
