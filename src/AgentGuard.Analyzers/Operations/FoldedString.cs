using System.Collections.Immutable;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations;

/// <summary>A text as far as it is known at compile time.</summary>
/// <param name="Text">The text; <see cref="FoldedText.Hole"/> stands for each unknown run.</param>
/// <param name="Pieces">Where the known parts are written.</param>
/// <param name="Parameter">A parameter of the member around that fills one of the holes.</param>
internal sealed record FoldedString(string Text, ImmutableArray<Location> Pieces, IParameterSymbol? Parameter)
{
    /// <summary>Wholly unknown.</summary>
    public static readonly FoldedString Unknown = new(FoldedText.Hole.ToString(), ImmutableArray<Location>.Empty, null);

    /// <summary>Nothing.</summary>
    public static readonly FoldedString Empty = new("", ImmutableArray<Location>.Empty, null);

    /// <summary>Both texts, one behind the other.</summary>
    public FoldedString Concat(FoldedString other) =>
        other.Text.Length == 0 ? this : Text.Length == 0 ? other : new(Text + other.Text, Pieces.AddRange(other.Pieces), Parameter ?? other.Parameter);
}
