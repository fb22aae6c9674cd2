using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Analyzers.Operations;

/// <summary>
/// The characters of a piece of code, in which names are searched for: walking its tree costs many times as much. What stands at a
/// place is then told by the token there.
/// </summary>
internal sealed class NodeText
{
    private readonly SyntaxNode _node;

    /// <summary>Reads the text of a node.</summary>
    public NodeText(SyntaxNode node)
    {
        _node = node;
        Text = node.SyntaxTree.GetText().ToString(node.Span);
        HasEscapes = Text.Contains("\\u") || Text.Contains("\\U");
    }

    /// <summary>The characters, without what stands before and behind the node.</summary>
    public string Text { get; }

    /// <summary>Whether names may be written with escapes, so that a search for them in the characters may miss some.</summary>
    public bool HasEscapes { get; }

    /// <summary>The identifiers of a name, in source order.</summary>
    public IEnumerable<SyntaxToken> Identifiers(string name) =>
        HasEscapes ? AllIdentifiers().Where(token => token.ValueText == name) : PlacesOf(name).Select(place => IdentifierAt(place, name)).Where(static token => token.RawKind != 0);

    /// <summary>The identifiers that hold one of these pieces in any case, in source order.</summary>
    public IEnumerable<SyntaxToken> IdentifiersWith(string[] pieces) => HasEscapes
        ? AllIdentifiers().Where(token => Array.Exists(pieces, piece => token.ValueText.IndexOf(piece, StringComparison.OrdinalIgnoreCase) >= 0))
        : pieces.SelectMany(WordsWith).Distinct().OrderBy(static place => place).Select(place => IdentifierAt(place, Text[place..EndOfWord(place)])).Where(static token => token.RawKind != 0);

    /// <summary>Where a name stands as a whole word, in code or not.</summary>
    public IEnumerable<int> PlacesOf(string name)
    {
        for (var place = Text.IndexOf(name, StringComparison.Ordinal); place >= 0; place = Text.IndexOf(name, place + name.Length, StringComparison.Ordinal))
        {
            if ((place == 0 || !IsWord(Text[place - 1])) && EndOfWord(place) == place + name.Length) yield return place;
        }
    }

    /// <summary>The identifier of a name that stands at a place; the default one where there is none, as in a comment.</summary>
    public SyntaxToken IdentifierAt(int place, string name) =>
        _node.FindToken(_node.SpanStart + place) is { RawKind: (int)SyntaxKind.IdentifierToken } token && token.ValueText == name && token.Span.Contains(_node.SpanStart + place) ? token : default;

    /// <summary>Where the word ends that stands at a place; the place itself where none does.</summary>
    public int EndOfWord(int place)
    {
        while (place < Text.Length && IsWord(Text[place])) place++;
        return place;
    }

    private IEnumerable<SyntaxToken> AllIdentifiers() => _node.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken));

    private IEnumerable<int> WordsWith(string piece)
    {
        for (var place = Text.IndexOf(piece, StringComparison.OrdinalIgnoreCase); place >= 0; place = Text.IndexOf(piece, EndOfWord(place), StringComparison.OrdinalIgnoreCase))
        {
            var start = place;
            while (start > 0 && IsWord(Text[start - 1])) start--;
            yield return start;
        }
    }

    private static bool IsWord(char character) => character == '_' || char.IsLetterOrDigit(character);
}
