using System.Collections.Immutable;
using System.Globalization;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Rows;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Evaluates the <c>when</c> and <c>unless</c> clauses of a catalogue line at a call.</summary>
internal sealed class Conditions(ValueSources values, RowFilters filters, Listings listings)
{
    /// <summary>Whether the line applies: each <c>when</c> may hold, and no <c>unless</c> is certain to.</summary>
    public bool Hold(CatalogEntry entry, IOperation call)
    {
        foreach (var condition in entry.Conditions)
        {
            if (condition.Excludes ? Certain(entry, condition, call) : !Possible(entry, condition, call)) return false;
        }

        return true;
    }

    /// <summary>Whether the line applies for a value that stands in the source: what is not known does not count.</summary>
    public bool AreShown(CatalogEntry entry, IOperation call) => entry.Conditions.All(condition =>
        condition.Excludes ? !Certain(entry, condition, call) : condition.Test == ConditionTest.Equals ? Outcomes(condition, call).Any(outcome => outcome is true) : Possible(entry, condition, call));

    /// <summary>The parameters of the member around on whose queries or filters it depends whether the line applies; empty where it does not, whatever they are.</summary>
    public ImmutableArray<IParameterSymbol> WaitsFor(CatalogEntry entry, IOperation call)
    {
        if (entry.Conditions.FirstOrDefault(static condition => condition is { Test: ConditionTest.Unfiltered, Excludes: false }) is not { } rows) return ImmutableArray<IParameterSymbol>.Empty;
        return entry.Conditions.Any(other => other != rows && (other.Excludes ? Certain(entry, other, call) : !Possible(entry, other, call)))
            ? ImmutableArray<IParameterSymbol>.Empty
            : values.At(call, rows.Path).Select(filters.WaitsFor).FirstOrDefault(static waiting => !waiting.IsEmpty) is { IsDefault: false } parameters ? parameters : ImmutableArray<IParameterSymbol>.Empty;
    }

    private bool Possible(CatalogEntry entry, CatalogCondition condition, IOperation call) => condition.Test switch
    {
        ConditionTest.Given => IsGiven(call, condition.Path),
        ConditionTest.Is => Outcomes(condition, call).Any(outcome => outcome is true),
        ConditionTest.Unfiltered => values.At(call, condition.Path).Any(rows => filters.IsUnfiltered(rows) && listings.Allow(entry, rows, call)),
        ConditionTest.Each => HandedSets(condition, call).Any(rows => filters.IsUnfiltered(rows) && listings.Allow(entry, rows, call)),
        _ => Outcomes(condition, call).Any(outcome => outcome is not false),
    };

    // The sets of which the value at the path is each element in turn; `files.ForEach(File.Delete)` hands them over by itself.
    private IEnumerable<IOperation> HandedSets(CatalogCondition condition, IOperation call) => call is IMethodReferenceOperation or IDelegateCreationOperation
        ? RowLoops.SetThatRuns(call) is { } set ? [set] : []
        : values.At(call, condition.Path).Select(row => RowLoops.SetOf(row, call) ?? listings.ListedBehind(row, call)).OfType<IOperation>();

    private bool Certain(CatalogEntry entry, CatalogCondition condition, IOperation call)
    {
        if (condition.Test is not (ConditionTest.Equals or ConditionTest.Is)) return Possible(entry, condition, call);
        var outcomes = Outcomes(condition, call).ToList();
        return outcomes.Count > 0 && outcomes.All(outcome => outcome is true);
    }

    // One for each value that may be at the path: equal, different, or (null) not known.
    private IEnumerable<bool?> Outcomes(CatalogCondition condition, IOperation call)
    {
        if (condition.Path is { Root: ValuePath.Member, Properties.IsEmpty: true }) return [CallSites.MemberAround(call)?.Name == condition.Literal as string];
        if (condition.Path is { Root: ValuePath.Result, Properties: [var set] } && call is IInvocationOperation) return values.GivenToResult(call, set).SelectMany(value => values.Of(value)).Select(value => Equal(value, condition.Literal));
        var found = values.At(call, condition.Path).SelectMany(value => values.Of(value)).ToList();
        if (found.Count > 0) return found.Select(value => Equal(value, condition.Literal));
        if (condition.Path.Properties is [.., var last] && condition.Test == ConditionTest.Equals && LeavesUnset(condition.Path, last, call)) return [condition.Literal is null or false or 0L];
        return [null];
    }

    private bool LeavesUnset(ValuePath path, string property, IOperation call)
    {
        var holders = values.At(call, path with { Properties = path.Properties.RemoveAt(path.Properties.Length - 1) });
        return holders.Length > 0 && holders.All(holder => values.LeavesUnset(holder, property, call.Syntax));
    }

    private static bool? Equal(IOperation value, object? literal)
    {
        value = Variables.Unwrap(value);
        if (value is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } member } && literal is string name) return member.Name == name;
        if (value is IMemberReferenceOperation { Member: { IsStatic: true } constant } && literal is string member2 && constant.Name == member2) return true;
        if (value is not { ConstantValue: { HasValue: true, Value: var constantValue } }) return null;
        return (constantValue, literal) switch
        {
            (null, null) => true,
            (bool a, bool b) => a == b,
            (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
            (double a, long b) => a == b,
            (float a, long b) => a == b,
            (char a, long b) => a == b,
            (IConvertible a, long b) when a is not string => a.ToDecimal(CultureInfo.InvariantCulture) == b,
            _ => false,
        };
    }

    private static bool IsGiven(IOperation call, ValuePath path)
    {
        var arguments = call is IInvocationOperation invocation ? invocation.Arguments : ImmutableArray<IArgumentOperation>.Empty;
        return arguments.Any(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter?.Name == path.Root);
    }
}
