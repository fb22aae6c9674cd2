using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>
/// The first gate: finds the names that rules look for in the characters of a file. Asking the syntax tree for every call costs
/// several times as much, and nearly every call ends here.
/// </summary>
internal sealed class MentionedNames
{
    private const int ChunkLength = 16 * 1024;

    // Where the chunk ends, anything may follow.
    private const char End = '\0';

    // What rules look for beside names of the catalogue; `true` may answer a confirmation, and `new("...")` may be a command.
    private static readonly WordSet Landmarks = new([.. AgentTools.LandmarkNames, "Up", "true", "new"]);
    private static readonly Lazy<bool[]> BuiltInShapes = new(() => ShapesOf(CatalogIndex.BuiltIn.Operations.Insert(0, Landmarks)));
    private static readonly bool[] IsWordCharacter = [.. Enumerable.Range(0, 128).Select(code => (char)code is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')];

    private readonly CatalogIndex _index;
    private readonly ImmutableArray<WordSet> _sets;
    private readonly bool[] _shapes;
    private readonly bool _hasPatterns;

    /// <summary>Prepares the search for the names of a catalogue.</summary>
    public MentionedNames(CatalogIndex index)
    {
        (_index, _hasPatterns) = (index, index.HasPatterns);
        _sets = index.Operations.Insert(0, Landmarks);
        _shapes = index == CatalogIndex.BuiltIn ? BuiltInShapes.Value : ShapesOf(_sets);
    }

    /// <summary>The identifiers of such a name, the words <c>true</c> that end an argument, and <c>new</c> before a text, in source order.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="within">The part that is asked about; null for the whole file.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IEnumerable<SyntaxToken> In(SyntaxTree tree, TextSpan? within, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        var last = -1;
        foreach (var position in Positions(tree.GetText(cancellation), within))
        {
            // In a comment, a text or code that is compiled away there is no such token.
            var token = root.FindToken(position);
            if (!token.Span.Contains(position) || token.SpanStart == last || token.RawKind is not ((int)SyntaxKind.IdentifierToken or (int)SyntaxKind.TrueKeyword or (int)SyntaxKind.NewKeyword)) continue;
            last = token.SpanStart;
            yield return token;
        }
    }

    private IEnumerable<int> Positions(SourceText text, TextSpan? within)
    {
        var (start, end) = within is { } span ? (span.Start, span.End) : (0, text.Length);
        var buffer = new char[Math.Min(ChunkLength, end - start)];
        var found = new List<int>();
        while (start < end)
        {
            var count = Math.Min(buffer.Length, end - start);
            text.CopyTo(start, buffer, 0, count);
            var length = start + count == end ? count : WholeWords(buffer, count);
            Scan(buffer.AsSpan(0, length), found);
            foreach (var position in found) yield return start + position;
            found.Clear();
            start += length;
        }
    }

    // A word that the chunk cuts belongs to the next one; one as long as the chunk is no name.
    private static int WholeWords(char[] buffer, int count)
    {
        var length = count;
        while (length > 0 && IsWord(buffer[length - 1])) length--;
        return length == 0 ? count : length;
    }

    private void Scan(ReadOnlySpan<char> text, List<int> found)
    {
        var isWord = IsWordCharacter;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character < isWord.Length && isWord[character]) continue;
            if (character >= 128)
            {
                found.Add(start);
                while (i < text.Length && IsWord(text[i])) i++;
            }
            else if (i > start && HasShape(text, start, i) && IsSought(text, start, i))
            {
                found.Add(start);
            }

            // An identifier may be written with escapes; the parser knows what it says.
            if (character == '\\' && i + 1 < text.Length && text[i + 1] is 'u' or 'U') found.Add(i);
            start = i + 1;
        }

        if (start < text.Length && HasShape(text, start, text.Length) && IsSought(text, start, text.Length)) found.Add(start);
    }

    private bool HasShape(ReadOnlySpan<char> text, int start, int end) => _shapes[WordSet.Shape(text[start], text[end - 1], end - start)] || _hasPatterns;

    private bool IsSought(ReadOnlySpan<char> text, int start, int end)
    {
        var word = text[start..end];
        foreach (var set in _sets)
        {
            if (!set.Contains(word)) continue;
            if (word.SequenceEqual("true".AsSpan())) return Next(text, end) is ')' or ',' or '/' or '#' or End;
            return !word.SequenceEqual("new".AsSpan()) || MayTakeText(text, end);
        }

        return _hasPatterns && _index.Mentions(word.ToString());
    }

    // A comment may stand anywhere.
    private static bool MayTakeText(ReadOnlySpan<char> text, int after)
    {
        while (after < text.Length && char.IsWhiteSpace(text[after])) after++;
        return after == text.Length || text[after] == '/' || (text[after] == '(' && Next(text, after + 1) is '"' or '$' or '@' or '/' or '#' or End);
    }

    private static char Next(ReadOnlySpan<char> text, int after)
    {
        while (after < text.Length && char.IsWhiteSpace(text[after])) after++;
        return after == text.Length ? End : text[after];
    }

    private static bool[] ShapesOf(ImmutableArray<WordSet> sets)
    {
        var shapes = new bool[Landmarks.Shapes.Length];
        for (var shape = 0; shape < shapes.Length; shape++) shapes[shape] = sets.Any(set => set.Shapes[shape]);
        return shapes;
    }

    // Beyond ASCII, what is a letter is the parser's to say.
    private static bool IsWord(char character) => character >= 128 || IsWordCharacter[character];
}
