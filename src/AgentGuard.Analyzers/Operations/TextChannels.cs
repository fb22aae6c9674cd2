using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations;

/// <summary>A text that a call executes, and what the scanner says of it.</summary>
/// <param name="Text">The folded text.</param>
/// <param name="Findings">The statements in it that matter.</param>
internal sealed record ExecutedText(FoldedString Text, IReadOnlyList<TextFinding> Findings);

/// <summary>Reads the texts that a call executes and hands them to the scanner of their channel.</summary>
internal sealed class TextChannels(AnalysisServices services)
{
    /// <summary>The texts of one call by one catalogue line.</summary>
    /// <param name="entry">A <c>runs</c> line.</param>
    /// <param name="call">The call.</param>
    /// <param name="parameters">What is known of parameters of the member around.</param>
    public ImmutableArray<ExecutedText> Read(CatalogEntry entry, IOperation call, ImmutableDictionary<ISymbol, ImmutableArray<FoldedString>>? parameters = null)
    {
        var texts = entry.Sources.Select(source => FoldAt(call, source, parameters)).ToList();
        return texts.Aggregate(
                ImmutableArray.Create(FoldedString.Empty),
                (left, right) => left.SelectMany(text => right.Select(more => text.Text.Length == 0 ? more : text.Concat(Space).Concat(more))).Take(32).ToImmutableArray())
            .Select(text => new ExecutedText(text, Scan(entry.Channel, text.Text)))
            .ToImmutableArray();
    }

    private static readonly FoldedString Space = FoldedString.Empty with { Text = " " };

    private static IReadOnlyList<TextFinding> Scan(TextChannel channel, string text) => (channel, text) switch
    {
        _ => [],
    };

    private ImmutableArray<FoldedString> FoldAt(IOperation call, ValuePath source, ImmutableDictionary<ISymbol, ImmutableArray<FoldedString>>? parameters)
    {
        if (ValueSources.RootOf(call, source.Root) is not { } root) return ImmutableArray.Create(FoldedString.Empty);
        return source.Properties switch
        {
            [] => services.Texts.Fold(root, parameters),
            [var property] => services.Texts.FoldProperty(root, property, call.Syntax, parameters),
            [.., var property] => services.Values.At(call, source with { Properties = source.Properties.RemoveAt(source.Properties.Length - 1) })
                .SelectMany(holder => services.Texts.FoldProperty(holder, property, call.Syntax, parameters)).DefaultIfEmpty(FoldedString.Unknown).ToImmutableArray(),
        };
    }
}
