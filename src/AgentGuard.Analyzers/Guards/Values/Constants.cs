using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>The name of an enum member, which says more than its number.</summary>
internal sealed record EnumName(string Name, object Number);

/// <summary>A number of which only the sign is known, as the result of a comparison.</summary>
internal sealed record Signed(int Sign);

/// <summary>Which constants are equal at run time, and what conversions make of them. What is not certain has no answer.</summary>
internal static class Constants
{
    private static readonly Optional<object?> Unknown = default;

    // The whole numbers up to which each of the two holds every one.
    private const decimal MostInFloat = 1 << 24;
    private const decimal MostInDouble = 1L << 53;

    /// <summary>Whether two constants are equal; null if they may be or not.</summary>
    public static bool? Same(object? left, object? right)
    {
        if (left is null || right is null) return left is null && right is null;
        if (left is Signed || right is Signed) return Sign(left) is { } first && Sign(right) is { } second && first != second ? false : null;
        if (left is string or bool || right is string or bool) return left.GetType() == right.GetType() ? left.Equals(right) : null;
        if (Whole(left) is { } a && Whole(right) is { } b) return a == b;
        return Real(left) is { } x && Real(right) is { } y && !IsCoarse(left, right) ? x == y : null;
    }

    /// <summary>Which of two numbers is greater, as a comparison tells it; null if that is not certain.</summary>
    public static int? Order(object left, object right)
    {
        if (left is string or bool || right is string or bool || Whole(right) is not { } bound) return null;
        if (left is Signed { Sign: var sign }) return sign > 0 && bound <= 0 ? 1 : sign < 0 && bound >= 0 ? -1 : null;
        return Whole(left) is { } number ? number.CompareTo(bound) : null;
    }

    /// <summary>What a conversion makes of a constant; nothing if it may become another number.</summary>
    public static Optional<object?> Converted(object? constant, ITypeSymbol? type)
    {
        if (constant is null or string or bool) return constant;
        var target = TypeOf(type);
        if (target is null) return constant;
        if (target == TypeCode.Decimal) return Whole(constant) is null ? Unknown : constant;
        if (target == TypeCode.Double && constant is float or double) return constant;
        if (target == TypeCode.Single && constant is float) return constant;
        if (constant is decimal || Whole(constant) is not { } number) return Unknown;
        return target switch
        {
            TypeCode.Single => Math.Abs(number) <= MostInFloat ? constant : Unknown,
            TypeCode.Double => Math.Abs(number) <= MostInDouble ? constant : Unknown,
            { } whole => Fits(number, whole) ? constant : Unknown,
        };
    }

    /// <summary>Whether a conversion leaves every value what it is.</summary>
    public static bool IsKept(IConversionOperation conversion) =>
        conversion.OperatorMethod is null
        && (TypeOf(conversion.Type) is not { } target || TypeOf(conversion.Operand.Type) is not { } source || target == source || conversion.Conversion.IsImplicit);

    /// <summary>The text of a constant as <c>ToString()</c> gives it for a value of a type.</summary>
    public static Optional<object?> Text(object? constant, ITypeSymbol? type) => (constant, type) switch
    {
        (string text, _) => text,
        (bool on, { SpecialType: SpecialType.System_Boolean }) => on.ToString(),
        (char letter, { SpecialType: SpecialType.System_Char }) => letter.ToString(),
        (EnumName name, { TypeKind: TypeKind.Enum }) when type.GetMembers().OfType<IFieldSymbol>().Count(field => Equals(field.ConstantValue, name.Number)) == 1 => name.Name,
        (sbyte or byte or short or ushort or int or uint or long or ulong, { TypeKind: TypeKind.Struct }) when Whole(constant) >= 0 && TypeOf(type) is not (TypeCode.Char or TypeCode.Double or TypeCode.Single or TypeCode.Decimal) =>
            ((IFormattable)constant).ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => Unknown,
    };

    /// <summary>The default of a type in the form in which values are compared; nothing if it is not one of the known ones.</summary>
    public static Optional<object?> DefaultOf(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_Boolean } => false,
        { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => new Optional<object?>(null),
        { TypeKind: TypeKind.Struct } when TypeOf(type) is not null => 0,
        _ => Unknown,
    };

    private static int? Sign(object constant) => constant is Signed signed ? signed.Sign : Whole(constant) is { } number ? Math.Sign(number) : null;

    private static decimal? Whole(object constant) => constant switch
    {
        EnumName name => Whole(name.Number),
        char c => c,
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal => Convert.ToDecimal(constant, System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    private static double? Real(object constant) => constant switch
    {
        double.NaN or float.NaN => null,
        float or double => Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture),
        _ => Whole(constant) is { } number ? (double)number : null,
    };

    // A large whole number loses its last digits when it is compared with a real one.
    private static bool IsCoarse(object left, object right) => Math.Abs(Whole(left) ?? Whole(right) ?? 0) > (left is float || right is float ? MostInFloat : MostInDouble);

    private static TypeCode? TypeOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] }) type = inner;
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying }) type = underlying;
        return type?.SpecialType switch
        {
            SpecialType.System_Char => TypeCode.Char,
            SpecialType.System_SByte => TypeCode.SByte,
            SpecialType.System_Byte => TypeCode.Byte,
            SpecialType.System_Int16 => TypeCode.Int16,
            SpecialType.System_UInt16 => TypeCode.UInt16,
            SpecialType.System_Int32 => TypeCode.Int32,
            SpecialType.System_UInt32 => TypeCode.UInt32,
            SpecialType.System_Int64 => TypeCode.Int64,
            SpecialType.System_UInt64 => TypeCode.UInt64,
            SpecialType.System_Single => TypeCode.Single,
            SpecialType.System_Double => TypeCode.Double,
            SpecialType.System_Decimal => TypeCode.Decimal,
            _ => null,
        };
    }

    private static bool Fits(decimal number, TypeCode type) => type switch
    {
        TypeCode.SByte => number is >= sbyte.MinValue and <= sbyte.MaxValue,
        TypeCode.Byte => number is >= byte.MinValue and <= byte.MaxValue,
        TypeCode.Int16 => number is >= short.MinValue and <= short.MaxValue,
        TypeCode.UInt16 or TypeCode.Char => number is >= ushort.MinValue and <= ushort.MaxValue,
        TypeCode.Int32 => number is >= int.MinValue and <= int.MaxValue,
        TypeCode.UInt32 => number is >= uint.MinValue and <= uint.MaxValue,
        TypeCode.Int64 => number is >= long.MinValue and <= long.MaxValue,
        _ => number is >= ulong.MinValue and <= ulong.MaxValue,
    };
}
