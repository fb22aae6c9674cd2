using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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

    private const int BlockLength = 64;

    // A de Bruijn sequence: each six bits in it stand in one place only, so that a single bit times it tells where the bit stands.
    private const ulong Sequence = 0x03F79D71B4CB0A89;

    private static readonly byte[] Places = PlacesInSequence();

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

    /// <summary>Says what a sought word is worth where it stands.</summary>
    /// <param name="word">The word.</param>
    /// <param name="after">What stands behind it, as far as it is at hand.</param>
    public delegate WordWorth Context(ReadOnlySpan<char> word, ReadOnlySpan<char> after);

    /// <summary>The places of the sought words, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The part of it that is asked about.</param>
    /// <param name="worth">What a word is worth where it stands.</param>
    public IEnumerable<(int Position, WordWorth Worth)> In(SourceText text, TextSpan span, Context worth)
    {
        // A buffer of its own for each file would be new memory each time.
        var buffer = ArrayPool<char>.Shared.Rent(ChunkLength);
        try
        {
            var found = new List<(int Position, WordWorth Worth)>();
            for (var start = span.Start; start < span.End;)
            {
                var count = Math.Min(ChunkLength, span.End - start);
                text.CopyTo(start, buffer, 0, count);
                var length = start + count == span.End ? count : WholeWords(buffer, count);
                Scan(buffer.AsSpan(0, length), worth, found);
                foreach (var (position, worthOf) in found) yield return (start + position, worthOf);
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

    // In blocks of as many characters as a mask has bits: where a loop looks for the end of each word, the processor guesses at every one, often wrong.
    private void Scan(ReadOnlySpan<char> text, Context worth, List<(int Position, WordWorth Worth)> found)
    {
        var (kinds, seen, open, reaching) = (Kinds, CharacterKind.Other, 0, 0UL);
        for (var first = 0; first < text.Length; first += BlockLength)
        {
            var block = text.Slice(first, Math.Min(BlockLength, text.Length - first));
            var words = 0UL;
            for (var i = block.Length - 1; i >= 0; i--)
            {
                var kind = kinds[block[i]];
                words = words << 1 | (ulong)(kind & CharacterKind.Word);
                seen |= kind;
            }

            var before = words << 1 | reaching;
            var (starts, ends) = (words & ~before, before & ~words);
            if (reaching != 0 && ends != 0) Look(text, open, first + TakeLowest(ref ends), seen, worth, found);
            while (ends != 0)
            {
                var start = first + TakeLowest(ref starts);
                Look(text, start, first + TakeLowest(ref ends), seen, worth, found);
            }

            if (starts != 0) open = first + TakeLowest(ref starts);
            reaching = words >> (BlockLength - 1);
        }

        if (reaching != 0) Look(text, open, text.Length, seen, worth, found);
        if ((seen & CharacterKind.Escape) != 0 && AddEscapes(text, found)) found.Sort(static (left, right) => left.Position - right.Position);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Look(ReadOnlySpan<char> text, int start, int end, CharacterKind seen, Context worth, List<(int Position, WordWorth Worth)> found)
    {
        var shape = WordSet.Shape(text, start, end);
        if ((_shapes[shape >> 5] >> (shape & 31) & 1) != 0 || _isSought is not null || (seen & CharacterKind.Foreign) != 0) Judge(text, start, end, worth, found);
    }

    private void Judge(ReadOnlySpan<char> text, int start, int end, Context worth, List<(int Position, WordWorth Worth)> found)
    {
        var word = text[start..end];
        var here = IsForeign(word) ? WordWorth.Counts : IsSought(word) ? worth(word, text[end..]) : WordWorth.Nothing;
        if (here != WordWorth.Nothing) found.Add((start, here));
    }

    private static bool AddEscapes(ReadOnlySpan<char> text, List<(int Position, WordWorth Worth)> found)
    {
        var known = found.Count;
        for (var at = text.IndexOf('\\'); at >= 0 && at + 1 < text.Length;)
        {
            if (text[at + 1] is 'u' or 'U') found.Add((at, WordWorth.Counts));
            var next = text[(at + 1)..].IndexOf('\\');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return found.Count > known;
    }

    private static bool IsForeign(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (character >= 128) return true;
        }

        return false;
    }

    private static int TakeLowest(ref ulong bits)
    {
        var lowest = bits & (0 - bits);
        bits ^= lowest;
        return Places[lowest * Sequence >> 58];
    }

    private bool IsSought(ReadOnlySpan<char> word)
    {
        foreach (var set in _sets)
        {
            if (set.Contains(word)) return true;
        }

        return _isSought is not null && _isSought(word.ToString());
    }

    private static byte[] PlacesInSequence()
    {
        var places = new byte[BlockLength];
        for (var place = 0; place < BlockLength; place++) places[Sequence << place >> 58] = (byte)place;
        return places;
    }

    private static CharacterKind KindOf(char character) => character switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' => CharacterKind.Word,
        '\\' => CharacterKind.Escape,
        >= (char)128 => CharacterKind.Foreign | CharacterKind.Word,
        _ => CharacterKind.Other,
    };

    [Flags]
    private enum CharacterKind : byte
    {
        Other = 0,
        Word = 1,
        Escape = 2,

        // Beyond ASCII, what belongs to a word is the parser's to say.
        Foreign = 4,
    }
}
