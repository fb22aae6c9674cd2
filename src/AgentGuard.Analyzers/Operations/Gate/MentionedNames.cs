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
            Scan(buffer, length, found);
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

    private void Scan(char[] buffer, int length, List<int> found)
    {
        var (isWord, shapes) = (IsWordCharacter, _shapes);
        for (var i = 0; i < length;)
        {
            var character = buffer[i];
            if (character < 128 && !isWord[character])
            {
                // An identifier may be written with escapes; the parser knows what it says.
                if (character == '\\' && i + 1 < length && buffer[i + 1] is 'u' or 'U') found.Add(i);
                i++;
                continue;
            }

            var start = i;
            int all = character;
            while (++i < length && ((character = buffer[i]) >= 128 || isWord[character])) all |= character;
            if (all >= 128 || (shapes[WordSet.Shape(buffer[start], buffer[i - 1], i - start)] && IsSought(buffer, start, i, length)) || (_hasPatterns && _index.Mentions(new string(buffer, start, i - start)))) found.Add(start);
        }
    }

    private bool IsSought(char[] buffer, int start, int end, int length)
    {
        var word = buffer.AsSpan(start, end - start);
        foreach (var set in _sets)
        {
            if (!set.Contains(word)) continue;
            if (word.SequenceEqual("true".AsSpan())) return Next(buffer, end, length) is ')' or ',' or '/' or '#' or End;
            return !word.SequenceEqual("new".AsSpan()) || MayTakeText(buffer, end, length);
        }

        return false;
    }

    // A comment may stand anywhere.
    private static bool MayTakeText(char[] buffer, int after, int length)
    {
        while (after < length && char.IsWhiteSpace(buffer[after])) after++;
        return after == length || buffer[after] == '/' || (buffer[after] == '(' && Next(buffer, after + 1, length) is '"' or '$' or '@' or '/' or '#' or End);
    }

    private static char Next(char[] buffer, int after, int length)
    {
        while (after < length && char.IsWhiteSpace(buffer[after])) after++;
        return after == length ? End : buffer[after];
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
