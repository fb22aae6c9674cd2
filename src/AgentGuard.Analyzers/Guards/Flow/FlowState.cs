using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>A place that holds a value: a local, a parameter, a compiler temporary, a field of this object, or a member of one of these.</summary>
/// <param name="Root">The symbol or capture id.</param>
/// <param name="Member">The field or property of it, if any.</param>
internal readonly record struct Storage(object Root, ISymbol? Member);

/// <summary>What is known on entry to a block: the facts, and the values of the places worth remembering.</summary>
internal sealed record FlowState(Facts Facts, ImmutableDictionary<Storage, Value> Values)
{
    private const int MostValues = 256;

    /// <summary>Nothing is known.</summary>
    public static readonly FlowState Empty = new(Facts.None, ImmutableDictionary<Storage, Value>.Empty);

    /// <summary>The state with a value in a place; a null value is forgotten, and so is one too many.</summary>
    public FlowState With(Storage storage, Value? value)
    {
        if (value is null) return Values.ContainsKey(storage) ? this with { Values = Values.Remove(storage) } : this;
        return Values.Count >= MostValues && !Values.ContainsKey(storage) ? this : this with { Values = Values.SetItem(storage, value) };
    }

    /// <summary>The state with every value changed; one that becomes null is forgotten. The same object when all stay what they are.</summary>
    public FlowState Changed(Func<Storage, Value, Value?> change)
    {
        ImmutableDictionary<Storage, Value>.Builder? changed = null;
        foreach (var pair in Values)
        {
            var value = change(pair.Key, pair.Value);
            if (ReferenceEquals(value, pair.Value)) continue;
            changed ??= Values.ToBuilder();
            if (value is null) changed.Remove(pair.Key);
            else changed[pair.Key] = value;
        }

        return changed is null ? this : this with { Values = changed.ToImmutable() };
    }

    /// <summary>The state with more facts.</summary>
    public FlowState With(Facts facts) => Facts.Include(facts) ? this : this with { Facts = Facts | facts };

    /// <summary>The places whose value is another than in an earlier state.</summary>
    public IEnumerable<Storage> ChangesSince(FlowState before) => Values
        .Where(pair => !before.Values.TryGetValue(pair.Key, out var value) || !ReferenceEquals(value, pair.Value))
        .Select(pair => pair.Key)
        .Concat(before.Values.Keys.Where(key => !Values.ContainsKey(key)));

    /// <summary>What holds whichever of two paths was taken; the same object when the other path adds nothing new.</summary>
    public static FlowState Join(FlowState? known, FlowState other)
    {
        if (known is null) return other;
        var facts = known.Facts & other.Facts;
        if (ReferenceEquals(known.Values, other.Values)) return facts == known.Facts ? known : known with { Facts = facts };

        var values = known.Values;
        foreach (var pair in known.Values)
        {
            other.Values.TryGetValue(pair.Key, out var value);
            values = Put(values, pair.Key, Value.Join(pair.Value, known.Facts, value, other.Facts) ?? Kept(pair.Key, pair.Value));
        }

        foreach (var pair in other.Values)
        {
            if (!known.Values.ContainsKey(pair.Key)) values = Put(values, pair.Key, Value.Join(null, known.Facts, pair.Value, other.Facts) ?? Kept(pair.Key, pair.Value));
        }

        return facts == known.Facts && ReferenceEquals(values, known.Values) ? known : new FlowState(facts, values);
    }

    // `given ?? new Options { Force = true }`: what the program says itself on one path is not what the name of the member says on the other.
    private static Value? Kept(Storage storage, Value value) =>
        storage.Member is null || !value.Cases.Any(static one => one.Constant is true && one.Facts == Facts.None) ? null : value.HasRest ? value : value with { Rest = Facts.None };

    private static ImmutableDictionary<Storage, Value> Put(ImmutableDictionary<Storage, Value> values, Storage storage, Value? value)
    {
        if (value is null) return values.Remove(storage);
        return values.TryGetValue(storage, out var old) && ReferenceEquals(old, value) ? values : values.SetItem(storage, value);
    }
}
