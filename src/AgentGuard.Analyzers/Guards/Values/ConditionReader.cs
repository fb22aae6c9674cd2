using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Works out what a comparison, a logical operator or a pattern proves when it is true and when it is false.</summary>
internal sealed class ConditionReader(FlowBody body)
{
    private readonly OptionFlags _flags = new(body);

    /// <summary>What it proves that a value passes a test against a constant; null if nothing is known of the value.</summary>
    public static Value? Test(Value? value, object? constant, TextTest test, PolicyOptions options, bool isByObject = false)
    {
        if (value is null) return null;
        var (passes, fails) = Judgement.Of(value.Origin, constant, test, options);
        var isObject = constant is null && test == TextTest.Equals && value.IsPresent && value.Cases.Any(static @case => @case.Constant is null);
        var whenTrue = value.HasRest && !isObject ? value.Rest | passes : Facts.Unreachable;
        var whenFalse = value.HasRest ? value.Rest | fails : Facts.Unreachable;
        foreach (var @case in value.Cases)
        {
            var outcome = Passes(@case.Constant, constant, test, isByObject);
            if (outcome != false) whenTrue &= @case.Facts;
            if (outcome != true) whenFalse &= @case.Facts;
        }

        return Value.Condition(whenTrue, whenFalse);
    }

    /// <summary>What it proves that a text is null or empty, or blank.</summary>
    public Value? OfEmpty(Value? value, bool orBlank)
    {
        if (value is null) return null;
        var (passes, fails) = Judgement.Of(value.Origin, "", TextTest.Equals, body.Options);
        var (whenTrue, whenFalse) = value.HasRest ? (value.Rest | passes, value.Rest | fails) : (Facts.Unreachable, Facts.Unreachable);
        foreach (var @case in value.Cases)
        {
            bool? isEmpty = @case.Constant is null ? true : @case.Constant is string text ? (orBlank ? text.Trim() : text).Length == 0 : null;
            if (isEmpty != false) whenTrue &= @case.Facts;
            if (isEmpty != true) whenFalse &= @case.Facts;
        }

        return Value.Condition(whenTrue, whenFalse);
    }

    /// <summary>What an equality, or another test of a text, proves. By object, equal constants may still be two objects.</summary>
    public Value? Compare(Value? left, IOperation leftOperation, Value? right, IOperation rightOperation, TextTest test = TextTest.Equals, bool isByObject = false)
    {
        if (right is { Origin: Origin.Ancestor } && left is not { Origin: Origin.Ancestor }) (left, leftOperation, right, rightOperation) = (right, rightOperation, left, leftOperation);
        if (left is { Origin: Origin.Unrelated, Cases.IsEmpty: true } && right is { Origin: not Origin.Unrelated }) left = null;
        if (test == TextTest.Equals && left is { Origin: Origin.Permitted } != right is { Origin: Origin.Permitted })
        {
            var sought = left is { Origin: Origin.Permitted } ? right : left;
            return sought is { Origin: Origin.Environment or Origin.Target } ? Decide(sought, Facts.Allowed, Facts.NotAllowed) : null;
        }

        if (right is { HasRest: false, Cases.Length: > 1, Origin: not Origin.List }) return OneOf(right, constant => TestWritten(left, constant, rightOperation));
        if (left is { HasRest: false, Cases.Length: > 1, Origin: not Origin.List } && test == TextTest.Equals && right is { HasRest: true }) return OneOf(left, constant => Test(right, constant, test, body.Options, isByObject));
        if (right is not null && right.IsConstant(out var constant)) return TestWritten(left, constant, rightOperation);
        if (left is not null && left.IsConstant(out constant) && test == TextTest.Equals) return TestWritten(right, constant, leftOperation);
        if (test == TextTest.Equals && right is { Origin: Origin.Answer } && left is not { Origin: Origin.Answer }) return Unknown(right, leftOperation);
        if (left is { Origin: not Origin.Unknown } && (left.Origin != right?.Origin || test != TextTest.Equals)) return Unknown(left, rightOperation);
        return right is { Origin: not Origin.Unknown } && test == TextTest.Equals && right.Origin != left?.Origin ? Unknown(right, leftOperation) : null;

        Value? TestWritten(Value? value, object? constant, IOperation written) =>
            value is null or { IsBare: true } ? _flags.Of(constant, test, written.Syntax) : Test(value, constant, test, body.Options, isByObject);

        Value? Unknown(Value known, IOperation other)
        {
            if (known.Origin == Origin.Answer && OwnCopies.IsOf(Unwrap(other == rightOperation ? leftOperation : rightOperation), Unwrap(other))) return null;
            var (passes, fails) = Judgement.OfUnknown(known.Origin, body.Storages.SymbolOf(Unwrap(other))?.Name, test);
            return Decide(known, passes, fails);
        }
    }

    /// <summary>Whether a list is named for what it allows.</summary>
    public static bool IsAllowList(IOperation list, FlowBody body) => NameOf(list, body) is { } name && OriginNames.IsAllowList(name);

    private static string? NameOf(IOperation list, FlowBody body) => body.Storages.SymbolOf(Unwrap(list)) is { } symbol ? OriginNames.OfList(symbol) : null;

    /// <summary>What membership in a list proves.</summary>
    public Value? Contains(Value? list, IOperation listOperation, Value? item)
    {
        if (item is null) return null;
        if (list is not { Origin: Origin.List })
        {
            var (passes, fails) = Judgement.OfUnknown(item.Origin, NameOf(listOperation, body), TextTest.Contains);
            return item.Origin == Origin.Answer ? null : Decide(item, passes, fails);
        }

        Value? any = null;
        foreach (var element in list.Cases.Where(static element => element.Constant is not ListSize))
        {
            var one = Test(item, element.Constant, TextTest.Equals, body.Options);
            any = any is null ? one : Either(any, one);
        }

        return any;
    }

    /// <summary>What it proves that tuples are equal, or not.</summary>
    public Value? OfTuples(ITupleBinaryOperation comparison, Value?[] left, Value?[] right)
    {
        Value? all = null;
        for (var i = 0; i < left.Length; i++)
        {
            var one = Compare(left[i], comparison.LeftOperand, right[i], comparison.RightOperand) ?? Value.Condition(Facts.None, Facts.None);
            all = i == 0 ? one : Both(all, one);
        }

        return comparison.OperatorKind == BinaryOperatorKind.Equals ? all : Negated(all);
    }

    /// <summary>What a unary operator makes of a condition.</summary>
    public Value? OfUnary(IUnaryOperation unary, Value? operand) =>
        unary.OperatorKind == UnaryOperatorKind.Not && unary.OperatorMethod is null ? Negated(operand) : null;

    /// <summary>What a binary operator makes of two values.</summary>
    public Value? OfBinary(BinaryOperatorKind kind, IMethodSymbol? method, Value? left, IOperation leftOperation, Value? right, IOperation rightOperation)
    {
        var isByObject = method is null ? leftOperation.Type is { IsValueType: false, SpecialType: not SpecialType.System_String } : !TextCalls.IsBaseLibrary(method);
        return kind switch
        {
            BinaryOperatorKind.Equals => Compare(left, leftOperation, right, rightOperation, isByObject: isByObject),
            BinaryOperatorKind.NotEquals => Negated(Compare(left, leftOperation, right, rightOperation, isByObject: isByObject)),
            BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd when leftOperation.Type is { } type && Places.IsBool(type) => Lifted(Both(left, right), type),
            BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr when leftOperation.Type is { } type && Places.IsBool(type) => Lifted(Either(left, right), type),
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual when method is null =>
                right is not null && right.IsConstant(out var bound) ? Ordering.Test(kind, left, bound, leftOperation.Type, isLeft: true, body.Options) : left is not null && left.IsConstant(out bound) ? Ordering.Test(kind, right, bound, rightOperation.Type, isLeft: false, body.Options) : null,
            _ => null,
        };
    }

    // Which of them it is, nobody knows.
    private static Value? OneOf(Value values, Func<object?, Value?> test)
    {
        var (whenTrue, whenFalse) = (Facts.Unreachable, Facts.Unreachable);
        foreach (var @case in values.Cases)
        {
            var one = test(@case.Constant);
            whenTrue &= @case.Facts.IsUnreachable ? @case.Facts : Value.WhenTrue(one) | @case.Facts;
            whenFalse &= @case.Facts.IsUnreachable ? @case.Facts : Value.WhenFalse(one) | @case.Facts;
        }

        return Value.Condition(whenTrue, whenFalse);
    }

    /// <summary>What it proves that a value matches a pattern.</summary>
    public Value? OfPattern(IPatternOperation pattern, Value? value, IOperation? source, OperationReader reader)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value.ConstantValue.HasValue: true } flag when value is null or { IsBare: true }:
                return _flags.Of(flag.Value.ConstantValue.Value, TextTest.Equals, flag.Syntax);
            case IConstantPatternOperation constant when constant.Value.ConstantValue.HasValue:
                return Test(value, Places.Constant(constant.Value), TextTest.Equals, body.Options, isByObject: pattern.InputType is { IsValueType: false, SpecialType: not SpecialType.System_String });
            case IRelationalPatternOperation { Value.ConstantValue.HasValue: true } relation:
                return Ordering.Test(relation.OperatorKind, value, Places.Constant(relation.Value), pattern.InputType, isLeft: true, body.Options);
            case INegatedPatternOperation negated:
                return Negated(OfPattern(negated.Pattern, value, source, reader));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or, LeftPattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } missing, RightPattern: IRecursivePatternOperation { DeclaredSymbol: null } present }:
                return Either(OfPattern(missing, value, source, reader), OfParts(present, value, source, reader, isThere: true));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                return Either(OfPattern(or.LeftPattern, value, source, reader), OfPattern(or.RightPattern, value, source, reader));
            case IBinaryPatternOperation and:
                return Both(OfPattern(and.LeftPattern, value, source, reader), OfPattern(and.RightPattern, value, source, reader));
            case IListPatternOperation list:
                return OfList(list, value, source, reader);
            case IDiscardPatternOperation:
                return Value.Of(true);
            case IDeclarationPatternOperation declaration:
                if (declaration.DeclaredSymbol is ILocalSymbol local) reader.Declare(local, value);
                return declaration.MatchesNull ? Value.Of(true) : SymbolEqualityComparer.Default.Equals(declaration.MatchedType, declaration.InputType) ? Negated(Test(value, null, TextTest.Equals, body.Options)) : declaration.MatchedType is { } matched ? Alternatives.Test(value, matched) : null;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is ILocalSymbol named) reader.Declare(named, value);
                foreach (var part in recursive.DeconstructionSubpatterns.Where(_ => recursive.InputType is not INamedTypeSymbol { IsTupleType: true })) Forget(part, reader);
                if (Alternatives.Test(value, recursive) is { } alternative) return alternative;
                return recursive is { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } && recursive.MatchedType.Equals(recursive.InputType, SymbolEqualityComparer.Default)
                    ? Negated(Test(value, null, TextTest.Equals, body.Options))
                    : OfParts(recursive, value, source, reader, isThere: value is { Parts.IsEmpty: false } or { HasRest: false } && value.Cases.All(static @case => @case.Constant is not null));
            default:
                Forget(pattern, reader);
                return pattern is ITypePatternOperation type ? Alternatives.Test(value, type.MatchedType) : null;
        }
    }

    // `args is ["--reset", ..]`, and the first letter of an answer: `input is ['y' or 'Y', ..]`.
    private Value? OfList(IListPatternOperation list, Value? value, IOperation? source, OperationReader reader)
    {
        if (FilledLists.IsNone(value, source?.Type) is { } none && list.Patterns is [] or [IDeclarationPatternOperation { MatchesNull: true } or IDiscardPatternOperation, ISlicePatternOperation { Pattern: null }])
        {
            Forget(list, reader);
            return list.Patterns.IsEmpty ? none : Negated(none);
        }

        if (value is { Origin: Origin.Answer } && list is { InputType.SpecialType: SpecialType.System_String, Patterns: [var first, ..] })
            return Value.Condition(Value.WhenTrue(OfPattern(first, Value.Of(Origin.Answer), source, reader)), Facts.None);
        var flags = list.Patterns.OfType<IConstantPatternOperation>().Where(static part => part.Value.ConstantValue.HasValue);
        return flags.Select(part => _flags.Of(part.Value.ConstantValue.Value, TextTest.Equals, part.Syntax)).FirstOrDefault(static option => option is not null) is { } option
            ? Value.Condition(Value.WhenTrue(option), Facts.None)
            : null;
    }

    // What the parts of a tuple or list are is not followed.
    private static void Forget(IPatternOperation pattern, OperationReader reader)
    {
        foreach (var part in pattern.DescendantsAndSelf())
        {
            var declared = part switch { IDeclarationPatternOperation p => p.DeclaredSymbol, IRecursivePatternOperation p => p.DeclaredSymbol, IListPatternOperation p => p.DeclaredSymbol, _ => null };
            if (declared is ILocalSymbol local) reader.Declare(local, null);
        }
    }

    private static bool? Passes(object? candidate, object? constant, TextTest test, bool isByObject)
    {
        if (candidate is not string text || constant is not string part)
        {
            if (test != TextTest.Equals) return null;
            return isByObject && candidate is not null && constant is not null ? null : Constants.Same(candidate, constant);
        }

        // The comparison may or may not look at the case of letters, so texts that differ in it only are both; a culture has equals of its own beyond ASCII.
        var same = Holds(StringComparison.Ordinal);
        return same == Holds(StringComparison.OrdinalIgnoreCase) && (same || (IsPlain(text) && IsPlain(part))) ? same : null;

        bool Holds(StringComparison comparison) => test switch
        {
            TextTest.Equals => text.Equals(part, comparison),
            TextTest.StartsWith => text.StartsWith(part, comparison),
            TextTest.EndsWith => text.EndsWith(part, comparison),
            _ => text.IndexOf(part, comparison) >= 0,
        };
    }

    private static Value Decide(Value value, Facts passes, Facts fails)
    {
        // No name is empty: `Console.ReadLine()?.Trim() == name` is an answer where it is true.
        var equal = value.Origin == Origin.Answer ? value.Cases.RemoveAll(static @case => @case.Constant is null or "") : value.Cases;
        return Value.Condition(
            All(equal) & (value.HasRest ? value.Rest | passes : Facts.Unreachable),
            All(value.Cases) & (value.HasRest ? value.Rest | fails : Facts.Unreachable));

        static Facts All(ImmutableArray<Case> cases) => cases.Aggregate(Facts.Unreachable, static (facts, @case) => facts & @case.Facts);
    }

    private static bool IsPlain(string text) => text.All(c => c is >= ' ' and <= '~');

    /// <summary>The opposite condition; <c>!null</c> is null, which is not true either.</summary>
    public static Value? Negated(Value? value) => value is null ? null : Value.Condition(value.WhenEqual(false), value.WhenNotEqual(false));

    /// <summary>A condition of a type that may be missing, which is not true either.</summary>
    public static Value? Lifted(Value? value, ITypeSymbol type) =>
        value is null || type.SpecialType == SpecialType.System_Boolean ? value : value with { Cases = value.Cases.Add(new Case(null, Value.WhenFalse(value))) };

    private static Value? Both(Value? left, Value? right) => left is null && right is null
        ? null
        : Value.Condition(Value.WhenTrue(left) | Value.WhenTrue(right), Value.WhenFalse(left) & Value.WhenFalse(right));

    private static Value? Either(Value? left, Value? right) => left is null && right is null
        ? null
        : Value.Condition(Value.WhenTrue(left) & Value.WhenTrue(right), Value.WhenFalse(left) | Value.WhenFalse(right));

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation;
    }

    // Where it does not match, one of the parts does not, or there is no object at all.
    private Value? OfParts(IRecursivePatternOperation recursive, Value? value, IOperation? source, OperationReader reader, bool isThere)
    {
        var (whenTrue, whenFalse) = (Facts.None, Facts.Unreachable);
        foreach (var part in recursive.PropertySubpatterns)
        {
            var member = part.Member is IMemberReferenceOperation reference ? reader.ReadMember(reference, value, source) : null;
            var matches = OfPattern(part.Pattern, member, part.Member, reader);
            whenTrue |= Value.WhenTrue(matches);
            whenFalse &= Value.WhenFalse(matches);
        }

        // A tuple is always there, and has exactly these parts.
        var elements = ObjectValues.ElementsOf(value, recursive.InputType);
        var isTuple = elements.Length > 0 && elements.Length == recursive.DeconstructionSubpatterns.Length;
        for (var i = 0; isTuple && i < elements.Length; i++)
        {
            var matches = OfPattern(recursive.DeconstructionSubpatterns[i], elements[i], null, reader);
            whenTrue |= Value.WhenTrue(matches);
            whenFalse &= Value.WhenFalse(matches);
        }

        if (!isThere && !isTuple || whenFalse.IsUnreachable || !isTuple && !recursive.DeconstructionSubpatterns.IsEmpty) whenFalse = Facts.None;
        return whenTrue == Facts.None && whenFalse == Facts.None ? null : Value.Condition(whenTrue, whenFalse);
    }
}
