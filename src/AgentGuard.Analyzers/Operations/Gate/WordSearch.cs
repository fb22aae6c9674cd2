using System.Buffers;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>
/// Finds sought words in the characters of a text. A word that is written with escapes or with characters beyond ASCII is handed on,
/// for the parser knows what it says.
/// </summary>
internal sealed class WordSearch
{
    /// <summary>How many characters are searched at one go.</summary>
    public const int ChunkLength = 16 * 1024;

    // One for each character, so that the loop below asks nothing else.
    private static readonly CharacterKind[] Kinds = [.. Enumerable.Range(0, 1 << 16).Select(static code => KindOf((char)code))];

    private readonly ImmutableArray<WordSet> _sets;
    private readonly uint[] _shapes;
    private readonly Func<string, bool>? _isSought;

    /// <summary>Prepares a search.</summary>
    /// <param name="sets">The words.</param>
    /// <param name="isSought">Tells of any other word whether it is sought; null where none is. It costs a string for every word of the text.</param>
    public WordSearch(ImmutableArray<WordSet> sets, Func<string, bool>? isSought)
    {
        (_sets, _isSought) = (sets, isSought);
        _shapes = sets.Length == 1 ? sets[0].Shapes : new uint[sets[0].Shapes.Length];
        if (sets.Length == 1) return;
        foreach (var set in sets)
        {
            for (var i = 0; i < _shapes.Length; i++) _shapes[i] |= set.Shapes[i];
        }
    }

    /// <summary>Says whether a word counts where it stands.</summary>
    /// <param name="word">The word.</param>
    /// <param name="after">What stands behind it, as far as it is at hand.</param>
    public delegate bool Context(ReadOnlySpan<char> word, ReadOnlySpan<char> after);

    /// <summary>The places of the sought words, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The part of it that is asked about.</param>
    /// <param name="counts">Whether a word counts where it stands.</param>
    public IEnumerable<int> In(SourceText text, TextSpan span, Context counts)
    {
        // A buffer of its own for each file would be new memory each time.
        var buffer = ArrayPool<char>.Shared.Rent(ChunkLength);
        try
        {
            var found = new List<int>();
            for (var start = span.Start; start < span.End;)
            {
                var count = Math.Min(ChunkLength, span.End - start);
                text.CopyTo(start, buffer, 0, count);
                var length = start + count == span.End ? count : WholeWords(buffer, count);
                Scan(buffer.AsSpan(0, length), counts, found);
                foreach (var position in found) yield return start + position;
                found.Clear();
                start += length;
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    // A word or escape that the chunk cuts belongs to the next one; one as long as the chunk is no name.
    private static int WholeWords(char[] buffer, int count)
    {
        var length = count;
        while (length > 0 && Kinds[buffer[length - 1]] != CharacterKind.Other) length--;
        return length == 0 ? count : length;
    }

    private void Scan(ReadOnlySpan<char> text, Context counts, List<int> found)
    {
        var (kinds, shapes) = (Kinds, _shapes);
        for (var i = 0; i < text.Length;)
        {
            var kind = kinds[text[i]];
            if (kind == CharacterKind.Other)
            {
                i++;
                continue;
            }

            var start = i++;
            if (kind == CharacterKind.Escape)
            {
                if (i < text.Length && text[i] is 'u' or 'U') found.Add(start);
                continue;
            }

            while (i < text.Length && kinds[text[i]] == CharacterKind.Word) i++;
            if (kind == CharacterKind.Foreign || (i < text.Length && kinds[text[i]] == CharacterKind.Foreign))
            {
                while (i < text.Length && kinds[text[i]] is CharacterKind.Word or CharacterKind.Foreign) i++;
                found.Add(start);
                continue;
            }

            var shape = WordSet.Shape(text, start, i);
            if (((shapes[shape >> 5] >> (shape & 31) & 1) != 0 || _isSought is not null) && IsSought(text[start..i]) && counts(text[start..i], text[i..])) found.Add(start);
        }
    }

    private bool IsSought(ReadOnlySpan<char> word)
    {
        foreach (var set in _sets)
        {
            if (set.Contains(word)) return true;
        }

        return _isSought is not null && _isSought(word.ToString());
    }

    private static CharacterKind KindOf(char character) => character switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' => CharacterKind.Word,
        '\\' => CharacterKind.Escape,
        >= (char)128 => CharacterKind.Foreign,
        _ => CharacterKind.Other,
    };

    private enum CharacterKind : byte
    {
        Other,
        Word,
        Escape,

        // Beyond ASCII, what belongs to a word is the parser's to say.
        Foreign,
    }
}
