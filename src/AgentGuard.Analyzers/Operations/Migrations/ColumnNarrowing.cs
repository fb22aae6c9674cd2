using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Migrations;

/// <summary>Tells whether an <c>AlterColumn</c> makes room for less than the column holds.</summary>
internal static class ColumnNarrowing
{
    private static readonly Regex StoreType = new(@"^\s*(?<name>[a-zA-Z0-9_ ]+?)\s*(\(\s*(?<size>\d+|max)\s*(,\s*(?<scale>\d+)\s*)?\))?\s*$", RegexOptions.CultureInvariant);

    // Names of the dialects for the same type.
    private static readonly ImmutableDictionary<string, string> Synonyms = new Dictionary<string, string>
    {
        ["bool"] = "bit",
        ["boolean"] = "bit",
        ["int2"] = "smallint",
        ["integer"] = "int",
        ["int4"] = "int",
        ["int8"] = "bigint",
        ["float4"] = "real",
        ["float8"] = "float",
        ["double precision"] = "float",
        ["dec"] = "decimal",
        ["numeric"] = "decimal",
        ["timestamp without time zone"] = "timestamp",
        ["timestamp with time zone"] = "timestamptz",
        ["character"] = "char",
        ["character varying"] = "varchar",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    // Within a family, what stands later holds all that stands before it.
    private static readonly ImmutableArray<ImmutableArray<string>> Families = ImmutableArray.Create(
        ImmutableArray.Create("bit", "tinyint", "smallint", "mediumint", "int", "bigint"),
        ImmutableArray.Create("real", "float"),
        ImmutableArray.Create("date", "smalldatetime", "timestamp", "datetime", "datetime2", "datetimeoffset", "timestamptz"),
        ImmutableArray.Create("char", "nchar", "varchar", "nvarchar", "text", "ntext", "longtext"));

    private static readonly ImmutableArray<SpecialType> Numbers = ImmutableArray.Create(
        SpecialType.System_Boolean, SpecialType.System_Byte, SpecialType.System_SByte, SpecialType.System_Int16, SpecialType.System_UInt16, SpecialType.System_Int32, SpecialType.System_UInt32, SpecialType.System_Int64, SpecialType.System_UInt64);

    /// <summary>What becomes smaller, as part of a sentence; null when nothing does.</summary>
    public static string? Of(IInvocationOperation alter)
    {
        if (IsForSqlite(alter) && KnowsOldType(alter) && alter.TargetMethod.TypeArguments is [{ SpecialType: SpecialType.System_String }]) return null;
        var after = Constant(alter, "maxLength") as int?;
        if (Constant(alter, "oldMaxLength") is var before && after is not null && (before is int old ? after < old : KnowsOldType(alter) && IsUnbounded(alter)))
            return before is int was ? $"from length {was} to {after}" : $"to length {after}";
        if (Constant(alter, "type") is string type && Constant(alter, "oldType") is string oldType) return IsNarrower(oldType, type, isKept: before is int && after is not null) ? $"from {oldType} to {type}" : null;
        var clr = alter.TargetMethod.TypeArguments is [var argument] ? Underlying(argument) : null;
        if (clr is { SpecialType: SpecialType.System_Boolean } && Constant(alter, "oldType") is string stored && IsSingleBit(StoreType.Match(stored.ToLowerInvariant()))) return null;
        var oldClr = Argument(alter, "oldClrType") is ITypeOfOperation { TypeOperand: var operand } ? Underlying(operand) : null;
        return clr is not null && oldClr is not null && IsNarrower(oldClr, clr) ? $"from {oldClr.ToDisplayString()} to {clr.ToDisplayString()}" : null;
    }

    // SQLite keeps a text as long as it is, whatever the column says; the migrations of one provider among several lie in a namespace of its own.
    private static bool IsForSqlite(IOperation alter) => alter.Syntax.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Any(static space => space.Name.ToString().Split('.').Any(static part => part.EndsWith("Sqlite", StringComparison.OrdinalIgnoreCase)));

    private static bool KnowsOldType(IInvocationOperation alter) => Argument(alter, "oldClrType") is ITypeOfOperation { TypeOperand.SpecialType: SpecialType.System_String } || Constant(alter, "oldType") is string;

    private static bool IsUnbounded(IInvocationOperation alter) => Constant(alter, "oldType") is not string type || StoreType.Match(type) is { Success: true } match && match.Groups["size"].Value is "" or "max";

    // The text of SQLite becomes that of another database: the model said before how much of it there is.
    private static bool IsNarrower(string before, string after, bool isKept)
    {
        var (old, now) = (StoreType.Match(before.ToLowerInvariant()), StoreType.Match(after.ToLowerInvariant()));
        if (!old.Success || !now.Success) return false;
        var (oldName, nowName) = (NameOf(old), NameOf(now));
        // The size of a whole number is how wide it is shown.
        if (oldName == nowName && Families[0].Contains(nowName)) return false;
        if (oldName == nowName) return IsSmaller(old.Groups["size"], now.Groups["size"]) || LosesWhole(old, now) || IsSmaller(old.Groups["scale"], now.Groups["scale"]);
        var family = Families.FirstOrDefault(names => names.Contains(oldName));
        if (family.IsDefault || !family.Contains(nowName)) return IsLossyChange(oldName, nowName);
        if (family[0] == "char") return (!(isKept && oldName == "text") && IsSmaller(old.Groups["size"], now.Groups["size"])) || (oldName.StartsWith("n", StringComparison.Ordinal) && nowName is "varchar" or "char");
        return family.IndexOf(nowName) < family.IndexOf(oldName);
    }

    // What MySQL's provider has read as a number before it read it as a boolean.
    private static bool IsSingleBit(Match type) => type.Success && NameOf(type) == "bit" && type.Groups["size"].Value is "" or "1";

    // MySQL's tinyint(1) is its boolean.
    private static string NameOf(Match type) => type.Groups["name"].Value is var name && name == "tinyint" && type.Groups["size"].Value == "1" ? "bit" : Synonyms.GetValueOrDefault(name, name);

    // decimal(18,2) to decimal(18,4) keeps the size and takes two digits before the point.
    private static bool LosesWhole(Match old, Match now) =>
        Number(now.Groups["size"]) - Number(now.Groups["scale"]) < Number(old.Groups["size"]) - Number(old.Groups["scale"]);

    private static bool IsSmaller(Group before, Group after) => (before.Value, after.Value) switch
    {
        (_, "max" or "") => false,
        ("max" or "", _) => true,
        _ => Number(after) < Number(before),
    };

    // What is no number, or not written, compares with nothing.
    private static double Number(Group digits) => double.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    // Text or fractions into whole numbers, and the like.
    private static bool IsLossyChange(string before, string after) =>
        (Families[0].Contains(after) && before is "decimal" or "money" or "float" or "real" or "text" or "nvarchar" or "varchar")
        || (Families[2].Contains(after) && before is "text" or "nvarchar" or "varchar");

    private static bool IsNarrower(ITypeSymbol before, ITypeSymbol after)
    {
        if (SymbolEqualityComparer.Default.Equals(before, after)) return false;
        var (from, to) = (Numbers.IndexOf(before.SpecialType), Numbers.IndexOf(after.SpecialType));
        if (from >= 0 && to >= 0) return to < from;
        return to >= 0 && before.SpecialType is SpecialType.System_String or SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single
            || (after.SpecialType == SpecialType.System_Single && before.SpecialType is SpecialType.System_Double or SpecialType.System_Decimal)
            || (after.Name == "DateOnly" && before.SpecialType == SpecialType.System_DateTime);
    }

    private static ITypeSymbol Underlying(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;

    private static IOperation? Argument(IInvocationOperation call, string name) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name && argument.ArgumentKind == ArgumentKind.Explicit)?.Value is { } value ? Variables.Unwrap(value) : null;

    private static object? Constant(IInvocationOperation call, string name) => Argument(call, name) is { ConstantValue: { HasValue: true, Value: var value } } ? value : null;
}
