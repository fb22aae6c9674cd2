using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Where a value that is not a constant comes from, as far as it matters for a guard.</summary>
internal enum Origin
{
    /// <summary>Anywhere.</summary>
    Unknown,

    /// <summary>It is the environment's name.</summary>
    Environment,

    /// <summary>It is what a person answered.</summary>
    Answer,

    /// <summary>It names the target: a database, a host, a connection string.</summary>
    Target,

    /// <summary>It is the path of a file or directory.</summary>
    Path,

    /// <summary>It is a path as seen from an allowed root.</summary>
    RelativePath,

    /// <summary>It is the path of each directory above another one in turn.</summary>
    Ancestor,

    /// <summary>It is a list that holds one of the cases.</summary>
    List,

    /// <summary>It is one of a list that is named for what it allows.</summary>
    Permitted,

    /// <summary>It is what the call that is asked about destroys, or its name, whatever it is called.</summary>
    Destroyed,

    /// <summary>It has nothing to do with the target of the call that is asked about, whatever else it is.</summary>
    Unrelated,
}

/// <summary>One constant that a value may be, and what holds if it is.</summary>
internal sealed record Case(object? Constant, Facts Facts);

/// <summary>What awaiting a task proves, and the value it gives.</summary>
internal sealed record Completion(Facts Facts, Value? Result);

/// <summary>
/// What is known of a value: it is one of the constants in <paramref name="Cases"/>, or something else of <paramref name="Origin"/>;
/// each possibility carries the facts that hold if the value is that. Null stands for a value of which nothing is known.
/// </summary>
/// <param name="Origin">The source of the remainder.</param>
/// <param name="Cases">The constants.</param>
/// <param name="Rest">What holds if the value is none of the constants by construction; unreachable where there is no remainder.</param>
/// <param name="Task">For a task, what its completion proves.</param>
internal sealed record Value(Origin Origin, ImmutableArray<Case> Cases, Facts Rest, Completion? Task = null)
{
    private const int MostCases = 16;

    /// <summary>What is known of its parts, where it is an object that stays as it was made.</summary>
    public ImmutableDictionary<ISymbol, Value> Parts { get; init; } = ObjectValues.None;

    /// <summary>For a list of checks, what all of its elements prove together where each of them says the same.</summary>
    public Value? Each { get; init; }

    /// <summary>Whether the remainder is an object and not null.</summary>
    public bool IsPresent { get; init; }

    /// <summary>Whether nothing else is known of it than that it is an object.</summary>
    public bool IsBare => IsPresent && Origin == Origin.Unknown && Rest == Facts.None && Cases.IsEmpty && Parts.IsEmpty && Task is null;

    /// <summary>A value of an origin, whatever it is.</summary>
    public static Value Of(Origin origin) => new(origin, ImmutableArray<Case>.Empty, Facts.None);

    /// <summary>The value of a variable that has nothing to do with the target; an environment or an answer is what it is all the same.</summary>
    public static Value Unrelated(Value? value) => value is null
        ? Of(Origin.Unrelated)
        : value.Origin is Origin.Unknown or Origin.Target or Origin.Path or Origin.RelativePath or Origin.Ancestor && value.HasRest && value.Task is null ? value with { Origin = Origin.Unrelated } : value;

    /// <summary>A constant.</summary>
    public static Value Of(object? constant) => new(Origin.Unknown, ImmutableArray.Create(new Case(constant, Facts.None)), Facts.Unreachable);

    /// <summary>A bool that proves something when it is true, and something when it is false.</summary>
    public static Value Condition(Facts whenTrue, Facts whenFalse) =>
        new(Origin.Unknown, ImmutableArray.Create(new Case(true, whenTrue), new Case(false, whenFalse)), Facts.Unreachable);

    /// <summary>A task.</summary>
    public static Value Pending(Facts facts, Value? result) => new(Origin.Unknown, ImmutableArray<Case>.Empty, Facts.None, new Completion(facts, result));

    /// <summary>Whether there is anything that it may be besides the cases.</summary>
    public bool HasRest => !Rest.IsUnreachable;

    /// <summary>The one constant that it is, if so.</summary>
    public bool IsConstant(out object? constant)
    {
        constant = Cases.Length == 1 ? Cases[0].Constant : null;
        return Cases.Length == 1 && !HasRest;
    }

    /// <summary>What is known of a value once it has been awaited, where it is a task.</summary>
    public static Value? Awaited(Value? value) => value?.Task is { } task ? task.Result : value;

    /// <summary>What holds where <paramref name="value"/>, a bool, is true.</summary>
    public static Facts WhenTrue(Value? value) => value is null ? Facts.None : value.WhenEqual(true);

    /// <summary>What holds where <paramref name="value"/>, a bool, is not true.</summary>
    public static Facts WhenFalse(Value? value) => value is null ? Facts.None : value.WhenNotEqual(true);

    /// <summary>What holds where the value equals a constant.</summary>
    /// <param name="constant">The constant.</param>
    /// <param name="ifRest">What equality proves if the value is none of the known cases.</param>
    public Facts WhenEqual(object? constant, Facts ifRest = default)
    {
        var facts = HasRest ? Rest | ifRest : Facts.Unreachable;
        foreach (var @case in Cases)
        {
            if (Constants.Same(@case.Constant, constant) != false) facts &= @case.Facts;
        }

        return facts;
    }

    /// <summary>What holds where the value differs from a constant.</summary>
    /// <param name="constant">The constant.</param>
    /// <param name="ifRest">What the difference proves if the value is none of the known cases.</param>
    public Facts WhenNotEqual(object? constant, Facts ifRest = default)
    {
        var facts = HasRest ? Rest | ifRest : Facts.Unreachable;
        foreach (var @case in Cases)
        {
            if (Constants.Same(@case.Constant, constant) != true) facts &= @case.Facts;
        }

        return facts;
    }

    /// <summary>The value with every constant changed; one that becomes something unknown may be anything.</summary>
    public Value Map(Func<object?, Optional<object?>> change)
    {
        var (rest, isLost) = (Rest, false);
        var cases = ImmutableArray.CreateBuilder<Case>(Cases.Length);
        foreach (var @case in Cases)
        {
            var changed = change(@case.Constant);
            if (changed.HasValue) Add(cases, ReferenceEquals(changed.Value, @case.Constant) ? @case : new Case(changed.Value, @case.Facts));
            else (rest, isLost) = (rest & @case.Facts, true);
        }

        return new Value(isLost ? Origin.Unknown : Origin, cases.ToImmutable(), rest, Task) { Parts = Parts, IsPresent = IsPresent && !isLost, Each = Each };
    }

    /// <summary>The value if it may also be any other: for a bool the one that is missing, with what that proves.</summary>
    public Value OrOther(bool isBool, Facts whenTrue = default, Facts whenFalse = default)
    {
        if (!Parts.IsEmpty) return (this with { Parts = ObjectValues.None }).OrOther(isBool, whenTrue, whenFalse);
        if (HasRest || Origin == Origin.List) return this;
        if (!isBool) return this with { Origin = Origin.Unknown, Rest = Facts.None };
        var cases = Cases;
        if (!cases.Any(c => true.Equals(c.Constant))) cases = cases.Add(new Case(true, whenTrue));
        if (!cases.Any(c => false.Equals(c.Constant))) cases = cases.Add(new Case(false, whenFalse));
        return cases == Cases ? this : this with { Cases = cases };
    }

    /// <summary>The value without the facts that do not leave the path on which they were made.</summary>
    public Value Only(Facts mask) => new(
        Origin,
        Cases.Select(c => new Case(c.Constant, Mask(c.Facts, mask))).ToImmutableArray(),
        Mask(Rest, mask),
        Task is null ? null : new Completion(Task.Facts & mask, Task.Result?.Only(mask)))
    { Parts = ObjectValues.Changed(Parts, part => part.Only(mask)), IsPresent = IsPresent, Each = Each?.Only(mask) };

    /// <summary>The value with what holds on its path as a part of what its possibilities prove.</summary>
    public static Value Under(Value? value, Facts path) => value is null
        ? new Value(Origin.Unknown, ImmutableArray<Case>.Empty, path)
        : new Value(
            value.Origin,
            ImmutableArray.CreateRange(value.Cases, one => Under(one, path)),
            Under(value.Rest, path),
            value.Task is null ? null : value.Task with { Facts = value.Task.Facts | path })
        { Parts = ObjectValues.Changed(value.Parts, part => Under(part, path)), IsPresent = value.IsPresent, Each = value.Each };

    /// <summary>The value where two paths meet; what holds on each path is a part of what its possibilities prove.</summary>
    public static Value? Join(Value? left, Facts leftPath, Value? right, Facts rightPath)
    {
        if (ReferenceEquals(left, right)) return left;
        if (left is null) return right is null ? null : JoinUnknown(right, rightPath, leftPath);
        if (right is null) return JoinUnknown(left, leftPath, rightPath);

        var rest = Under(left.Rest, leftPath) & Under(right.Rest, rightPath);
        var origin = !left.HasRest ? right.Origin : !right.HasRest || left.Origin == right.Origin ? left.Origin : Origin.Unknown;
        var task = left.Task is { } first && right.Task is { } second
            ? new Completion((first.Facts | leftPath) & (second.Facts | rightPath), Join(first.Result, first.Facts | leftPath, second.Result, second.Facts | rightPath))
            : null;

        var cases = ImmutableArray.CreateBuilder<Case>(left.Cases.Length + right.Cases.Length);
        foreach (var one in left.Cases) Add(cases, Under(one, leftPath));
        foreach (var other in right.Cases) Add(cases, Under(other, rightPath));

        // Past the limit the constants are forgotten; what all of them prove is kept.
        if (cases.Count > MostCases)
        {
            foreach (var @case in cases) rest &= @case.Facts;
            return new Value(Origin.Unknown, ImmutableArray<Case>.Empty, rest, task);
        }

        var joined = new Value(origin, cases.ToImmutable(), rest, task)
        {
            Parts = ObjectValues.Join(left, leftPath, right, rightPath),
            Each = Equals(left.Each, right.Each) ? left.Each : null,
            IsPresent = (left.IsPresent || !left.HasRest) && (right.IsPresent || !right.HasRest),
        };
        return joined.Equals(left) ? left : joined;
    }

    /// <summary>The value as text, the same for equal values.</summary>
    public string Describe() =>
        $"{Origin}[{string.Join(",", Cases.Select(static c => $"{c.Constant?.GetType().Name} {c.Constant}:{c.Facts.Bits:x}").OrderBy(static text => text, StringComparer.Ordinal))}]{Rest.Bits:x}{(IsPresent ? "!" : "")}{(Task is null ? "" : $"~{Task.Facts.Bits:x}({Task.Result?.Describe()})")}{(Each is null ? "" : $"*({Each.Describe()})")}{(Parts.IsEmpty ? "" : $"{{{string.Join(",", Parts.Select(static part => $"{part.Key.Name}={part.Value.Describe()}").OrderBy(static part => part, StringComparer.Ordinal))}}}")}";

    /// <inheritdoc/>
    public bool Equals(Value? other) =>
        other is not null && Origin == other.Origin && Rest == other.Rest && IsPresent == other.IsPresent && Equals(Task, other.Task) && Equals(Each, other.Each) && SameCases(Cases, other.Cases) && ObjectValues.Same(Parts, other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked(((int)Origin * 31) + Rest.Bits.GetHashCode() + (Cases.Length * 7));

    // An unknown value leaves only what the known path proves by itself; where the paths prove the same, nothing is left to remember.
    private static Value? JoinUnknown(Value known, Facts knownPath, Facts unknownPath) =>
        knownPath.Include(unknownPath) ? null : Join(known, knownPath, new Value(Origin.Unknown, ImmutableArray<Case>.Empty, Facts.None), unknownPath);

    private static Facts Under(Facts facts, Facts path) => facts.IsUnreachable ? facts : facts | path;

    private static Facts Mask(Facts facts, Facts mask) => facts.IsUnreachable ? facts : facts & mask;

    private static Case Under(Case @case, Facts path) => @case.Facts.Include(path) ? @case : @case with { Facts = @case.Facts | path };

    // A list may hold one constant twice.
    private static void Add(ImmutableArray<Case>.Builder cases, Case added)
    {
        for (var i = 0; i < cases.Count; i++)
        {
            if (!Equals(cases[i].Constant, added.Constant)) continue;
            cases[i] = added with { Facts = cases[i].Facts & added.Facts };
            return;
        }

        cases.Add(added);
    }

    // Which path came first is of no matter.
    private static bool SameCases(ImmutableArray<Case> left, ImmutableArray<Case> right) =>
        left == right || (left.Length == right.Length && (left.SequenceEqual(right) || (left.All(right.Contains) && right.All(left.Contains))));
}
