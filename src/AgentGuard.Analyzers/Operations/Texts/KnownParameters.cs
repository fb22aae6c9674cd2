using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>What is known of the parameters of a member when one of its calls is looked at.</summary>
/// <param name="Texts">The texts that a parameter may be.</param>
/// <param name="Elements">The texts that one element of a parameter may be, for a collection.</param>
internal sealed record KnownParameters(ImmutableDictionary<ISymbol, ImmutableArray<FoldedString>> Texts, ImmutableDictionary<ISymbol, ImmutableArray<FoldedString>> Elements)
{
    private static readonly ImmutableDictionary<ISymbol, ImmutableArray<FoldedString>> Nothing = ImmutableDictionary<ISymbol, ImmutableArray<FoldedString>>.Empty.WithComparers(SymbolEqualityComparer.Default);

    /// <summary>Nothing is known.</summary>
    public static readonly KnownParameters None = new(Nothing, Nothing);

    /// <summary>The argument itself, for what is asked of a list or an object beyond its text.</summary>
    public ImmutableDictionary<ISymbol, HandedArgument> Arguments { get; init; } = ImmutableDictionary<ISymbol, HandedArgument>.Empty.WithComparers(SymbolEqualityComparer.Default);

    /// <summary>Whether a type has elements, which a text has only as characters.</summary>
    public static bool IsCollection(ITypeSymbol type) => type is IArrayTypeSymbol or INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [{ SpecialType: not SpecialType.System_Char }] }
        || (type.SpecialType != SpecialType.System_String && (IsSequence(type) || type.AllInterfaces.Any(IsSequence)));

    private static bool IsSequence(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;
}

/// <summary>What a call hands to a parameter, and what is known where the call stands.</summary>
/// <param name="Value">The argument.</param>
/// <param name="Around">What is known of the parameters of the member around the call.</param>
internal sealed record HandedArgument(IOperation Value, KnownParameters Around);
