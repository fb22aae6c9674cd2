using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>What it proves that a value is less or greater than a constant: a number that stands for a check, the place of something in a list, an environment in the order of its enum.</summary>
internal static class Ordering
{
    /// <summary>What the comparison proves; null for one that only counts.</summary>
    /// <param name="kind">The operator.</param>
    /// <param name="value">What is known of the value.</param>
    /// <param name="bound">The constant.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="isLeft">Whether the value stands on the left.</param>
    /// <param name="options">The options of the file.</param>
    public static Value? Test(BinaryOperatorKind kind, Value? value, object? bound, ITypeSymbol? type, bool isLeft, PolicyOptions options)
    {
        if (value is null || bound is null) return null;
        if (value is { Origin: Origin.Environment, Cases.IsEmpty: true } && bound is EnumName && type is { TypeKind: TypeKind.Enum }) return OfEnvironments(kind, bound, type, isLeft, options);
        if (value.Cases.All(static @case => @case.Facts == Facts.None)) return null;
        var (whenTrue, whenFalse) = value.HasRest ? (value.Rest, value.Rest) : (Facts.Unreachable, Facts.Unreachable);
        foreach (var @case in value.Cases)
        {
            var holds = @case.Constant is null ? false : Holds(kind, @case.Constant, bound, isLeft);
            if (holds != false) whenTrue &= @case.Facts;
            if (holds != true) whenFalse &= @case.Facts;
        }

        return Value.Condition(whenTrue, whenFalse);
    }

    private static Value OfEnvironments(BinaryOperatorKind kind, object bound, ITypeSymbol type, bool isLeft, PolicyOptions options)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(static member => member.HasConstantValue).ToImmutableArray();
        return Value.Condition(OfThose(true), OfThose(false));

        Facts OfThose(bool outcome)
        {
            var left = members.Where(member => Holds(kind, Places.Constant(member.ConstantValue, type)!, bound, isLeft) == outcome).ToList();
            var production = left.Count(member => options.ProductionEnvironments.Contains(member.Name, StringComparer.OrdinalIgnoreCase));
            return left.Count == 0 ? Facts.None : production == 0 ? Facts.Allowed : production == left.Count ? Facts.Production : Facts.None;
        }
    }

    private static bool? Holds(BinaryOperatorKind kind, object constant, object bound, bool isLeft) =>
        Constants.Order(constant, bound) is not { } order ? null : (isLeft ? order : -order) is var sign && kind switch
        {
            BinaryOperatorKind.LessThan => sign < 0,
            BinaryOperatorKind.LessThanOrEqual => sign <= 0,
            BinaryOperatorKind.GreaterThan => sign > 0,
            _ => sign >= 0,
        };
}
