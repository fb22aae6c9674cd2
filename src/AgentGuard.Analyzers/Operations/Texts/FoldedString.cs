using System.Collections.Immutable;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>A text as far as it is known at compile time.</summary>
/// <param name="Text">The text; <see cref="FoldedText.Hole"/> stands for each unknown run.</param>
/// <param name="Pieces">Where the known parts are written.</param>
internal sealed record FoldedString(string Text, ImmutableArray<Location> Pieces)
{
    // A text of more parameters than this is put together by a helper for anything.
    private const int MaxParameters = 8;

    /// <summary>Wholly unknown.</summary>
    public static readonly FoldedString Unknown = new(FoldedText.Hole.ToString(), ImmutableArray<Location>.Empty);

    /// <summary>Nothing.</summary>
    public static readonly FoldedString Empty = new("", ImmutableArray<Location>.Empty);

    /// <summary>The parameters of the members around that fill holes.</summary>
    public ImmutableArray<IParameterSymbol> Parameters { get; init; } = ImmutableArray<IParameterSymbol>.Empty;

    /// <summary>Whether it is an address with its host.</summary>
    public bool IsAbsolute => Text.Contains("://");

    /// <summary>An address that continues another one, unless it has a host itself.</summary>
    public FoldedString ContinuesAt(FoldedString root) =>
        IsAbsolute ? this : (root with { Text = root.Text.TrimEnd('/') + "/" }).Concat(this with { Text = Text.TrimStart('/') });

    /// <summary>Both texts, one behind the other.</summary>
    public FoldedString Concat(FoldedString other)
    {
        if (other.Text.Length == 0) return this;
        if (Text.Length == 0) return other;
        var parameters = Parameters;
        foreach (var parameter in other.Parameters)
        {
            if (parameters.Length < MaxParameters && !parameters.Contains(parameter)) parameters = parameters.Add(parameter);
        }

        return new(Text + other.Text, Pieces.AddRange(other.Pieces)) { Parameters = parameters };
    }
}
