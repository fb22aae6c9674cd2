using AgentGuard.Analyzers.Guards.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>The type that an object was made of, which stands in place of a constant.</summary>
internal sealed record MadeOf(INamedTypeSymbol Type);

/// <summary>
/// Answers that are told apart by their type: <c>abstract record Decision</c> with <c>Allowed</c> and <c>Denied</c>. What an object was made of is kept
/// as one of its parts, for it stays what it is; <c>if (Check() is Denied) return;</c> proves what the others were made under.
/// </summary>
internal static class Alternatives
{
    /// <summary>A new object with its type, where others may stand in its place: one of a base or an interface of this program.</summary>
    public static Value? Of(IObjectCreationOperation creation, Value? value, FlowBody body) => creation.Type is INamedTypeSymbol type && RootOf(type) is { } root && HasOthers(type, body)
        ? (value ?? Value.Of(Origin.Unknown)) with { Parts = (value?.Parts ?? ObjectValues.None).SetItem(root, Value.Of(new MadeOf(type.OriginalDefinition))) }
        : value;

    /// <summary>What it proves that an object matches a pattern that asks for nothing but a type: <c>Denied(var why)</c>.</summary>
    public static Value? Test(Value? value, IRecursivePatternOperation pattern) =>
        pattern.DeconstructionSubpatterns.Concat(pattern.PropertySubpatterns.Select(static part => part.Pattern)).All(static part => part is IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true })
        && !SymbolEqualityComparer.Default.Equals(pattern.MatchedType, pattern.InputType) ? Test(value, pattern.MatchedType) : null;

    /// <summary>What it proves that an object is of a type; null where it is not known what it was made of.</summary>
    public static Value? Test(Value? value, ITypeSymbol type)
    {
        if (value is not { Parts.IsEmpty: false } || value.Parts.FirstOrDefault(static part => part.Key is INamedTypeSymbol).Value is not { } made) return null;
        var (whenTrue, whenFalse) = made.HasRest ? (made.Rest, made.Rest) : (Facts.Unreachable, Facts.Unreachable);
        foreach (var one in made.Cases)
        {
            bool? isOfType = one.Constant is MadeOf { Type: var own } ? Is(own, type) : null;
            if (isOfType != false) whenTrue &= one.Facts;
            if (isOfType != true) whenFalse &= one.Facts;
        }

        foreach (var missing in value.Cases.Where(static one => one.Constant is null)) whenFalse &= missing.Facts;
        return Value.Condition(whenTrue, whenFalse);
    }

    private static bool HasOthers(INamedTypeSymbol type, FlowBody body) =>
        (type.BaseType is { SpecialType: SpecialType.None } parent && !body.Helpers.DeclarationsOf(parent.OriginalDefinition).IsEmpty) || type.Interfaces.Any(implemented => !body.Helpers.DeclarationsOf(implemented.OriginalDefinition).IsEmpty);

    // One key for all of them: the type that every other derives from.
    private static INamedTypeSymbol? RootOf(INamedTypeSymbol type)
    {
        var root = type;
        while (root.BaseType is { } parent) root = parent;
        return root.SpecialType == SpecialType.System_Object ? root : null;
    }

    private static bool Is(INamedTypeSymbol own, ITypeSymbol sought)
    {
        for (INamedTypeSymbol? type = own; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, sought.OriginalDefinition)) return true;
        }

        return own.AllInterfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, sought.OriginalDefinition));
    }
}
