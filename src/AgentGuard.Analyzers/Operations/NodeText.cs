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
    private readonly string _file;

    /// <summary>Looks at the text of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="file">The text of its file.</param>
    public NodeText(SyntaxNode node, string file)
    {
        (_node, _file, Start, End) = (node, file, node.SpanStart, node.Span.End);
        HasEscapes = HoldsEscape();
    }

    /// <summary>Where the node begins in its file.</summary>
    public int Start { get; }

    /// <summary>Where it ends.</summary>
    public int End { get; }

    /// <summary>A character by its place in the file; the zero character outside of the node.</summary>
    public char this[int place] => place < End ? _file[place] : '\0';

    /// <summary>Whether names may be written with escapes, so that a search for them in the characters may miss some.</summary>
    public bool HasEscapes { get; }

    /// <summary>The identifiers of a name, in source order.</summary>
    public IEnumerable<SyntaxToken> Identifiers(string name) =>
        HasEscapes ? AllIdentifiers().Where(token => token.ValueText == name) : PlacesOf(name).Select(place => IdentifierAt(place, name)).Where(static token => token.RawKind != 0);

    /// <summary>The identifiers that hold one of these pieces in any case and may be assigned where they stand, in source order.</summary>
    public IEnumerable<SyntaxToken> AssignedWith(string[] pieces) => HasEscapes
        ? AllIdentifiers().Where(token => Array.Exists(pieces, piece => token.ValueText.IndexOf(piece, StringComparison.OrdinalIgnoreCase) >= 0))
        : pieces.SelectMany(WordsWith).Distinct().Where(place => MayBeAssigned(EndOfWord(place))).OrderBy(static place => place).Select(place => IdentifierAt(place, _file[place..EndOfWord(place)])).Where(static token => token.RawKind != 0);

    /// <summary>Where a name stands as a whole word, in code or not.</summary>
    public IEnumerable<int> PlacesOf(string name)
    {
        // Broken code leaves names empty, and an empty one stands everywhere.
        if (name.Length == 0) yield break;
        for (var place = Find(name, Start, StringComparison.Ordinal); place >= 0; place = Find(name, place + name.Length, StringComparison.Ordinal))
        {
            if (StartsWord(place) && EndOfWord(place) == place + name.Length) yield return place;
        }
    }

    /// <summary>The identifier of a name that stands at a place; the default one where there is none, as in a comment.</summary>
    public SyntaxToken IdentifierAt(int place, string name) =>
        _node.FindToken(place) is { RawKind: (int)SyntaxKind.IdentifierToken } token && token.ValueText == name && token.Span.Contains(place) ? token : default;

    /// <summary>Whether what ends at a place may be assigned there. What else may stand between, such as a comment, the tree tells.</summary>
    public bool MayBeAssigned(int end)
    {
        var place = AfterSpace(end);
        return this[place] is '/' or '#' || (this[place] == '=' && this[place + 1] is not ('=' or '>'));
    }

    /// <summary>The first place from this one on where no white space stands.</summary>
    public int AfterSpace(int place)
    {
        while (char.IsWhiteSpace(this[place])) place++;
        return place;
    }

    /// <summary>Where the word ends that stands at a place; the place itself where none does.</summary>
    public int EndOfWord(int place)
    {
        while (place < End && IsWord(_file[place])) place++;
        return place;
    }

    private IEnumerable<SyntaxToken> AllIdentifiers() => _node.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken));

    private IEnumerable<int> WordsWith(string piece)
    {
        for (var place = Find(piece, Start, StringComparison.OrdinalIgnoreCase); place >= 0; place = Find(piece, EndOfWord(place), StringComparison.OrdinalIgnoreCase))
        {
            var start = place;
            while (!StartsWord(start)) start--;
            yield return start;
        }
    }

    private int Find(string text, int from, StringComparison comparison) => _file.IndexOf(text, from, End - from, comparison);

    private bool StartsWord(int place) => place == Start || !IsWord(_file[place - 1]);

    private bool HoldsEscape()
    {
        for (var place = _file.IndexOf('\\', Start, End - Start); place >= 0; place = _file.IndexOf('\\', place + 1, End - place - 1))
        {
            if (this[place + 1] is 'u' or 'U') return true;
        }

        return false;
    }

    private static bool IsWord(char character) => character == '_' || char.IsLetterOrDigit(character);
}
