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

    // A de Bruijn sequence: each six bits in it stand in one place only, so that a single bit times it tells where the bit stands.
    private const ulong Sequence = 0x03F79D71B4CB0A89;

    private static readonly byte[] Places = PlacesInSequence();
    private static readonly Comparer<(int Position, WordWorth Worth)> ByPosition = Comparer<(int Position, WordWorth Worth)>.Create(static (left, right) => left.Position - right.Position);

    private readonly ImmutableArray<WordSet> _sets;
    private readonly WordMarks _marks;
    private readonly uint[] _shapes;
    private readonly Func<string, bool>? _isSought;

    /// <summary>Prepares a search.</summary>
    /// <param name="sets">The words.</param>
    /// <param name="isSought">Tells of any other word whether it is sought; null where none is. It costs a string for every word of the text.</param>
    public WordSearch(ImmutableArray<WordSet> sets, Func<string, bool>? isSought)
    {
        (_sets, _isSought) = (sets, isSought);
        _marks = new WordMarks(isSought is null ? sets : null);
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
    public List<(int Position, WordWorth Worth)> In(SourceText text, TextSpan span, Context worth)
    {
        // A buffer of its own for each file would be new memory each time.
        var buffer = ArrayPool<char>.Shared.Rent(ChunkLength + WordMarks.BlockLength);
        try
        {
            var found = new List<(int Position, WordWorth Worth)>();
            for (var start = span.Start; start < span.End;)
            {
                var count = Math.Min(ChunkLength, span.End - start);
                text.CopyTo(start, buffer, 0, count);
                var length = start + count == span.End ? count : WholeWords(buffer, count);

                // The last block is filled up.
                buffer.AsSpan(length, WordMarks.BlockLength).Clear();
                Scan(buffer, length, start, worth, found);
                start += length;
            }

            return found;
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
        while (length > 0 && (buffer[length - 1] == '\\' || WordMarks.IsOfWord(buffer[length - 1]))) length--;
        return length == 0 ? count : length;
    }

    // In blocks of as many characters as a mask has bits: where a loop looks for the end of each word, the processor guesses at every one, often wrong.
    private void Scan(char[] buffer, int length, int offset, Context worth, List<(int Position, WordWorth Worth)> found)
    {
        var chunk = new Chunk(buffer.AsSpan(0, length), offset, worth, found);
        var (known, isAscii, open, reaching) = (found.Count, true, 0, 0UL);
        for (var first = 0; first < length; first += WordMarks.BlockLength)
        {
            isAscii &= _marks.Read(buffer.AsSpan(first, WordMarks.BlockLength), out var words, out var beginnings);
            var before = words << 1 | reaching;
            var (starts, ends) = (words & ~before, before & ~words);
            if (reaching != 0 && ends != 0) Look(chunk, open, first + PlaceOf(Lowest(ends)), isAscii);
            reaching = words >> (WordMarks.BlockLength - 1);
            if (reaching != 0 && starts != 0) open = StartOfLast(words, first);

            // Of a word that does not begin like a sought one nothing more is asked; what is not ASCII is the parser's to say.
            for (var sought = isAscii ? starts & beginnings : starts; sought != 0; sought ^= Lowest(sought))
            {
                var start = Lowest(sought);
                if ((ends & (0 - start)) is not 0 and var behind) Look(chunk, first + PlaceOf(start), first + PlaceOf(Lowest(behind)), isAscii);
            }
        }

        if (reaching != 0) Look(chunk, open, length, isAscii);
        if (AddEscapes(chunk)) found.Sort(known, found.Count - known, ByPosition);
    }

    private static int StartOfLast(ulong words, int first)
    {
        var place = WordMarks.BlockLength - 1;
        while (place > 0 && (words >> (place - 1) & 1) != 0) place--;
        return first + place;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Look(in Chunk chunk, int start, int end, bool isAscii)
    {
        var shape = WordSet.Shape(chunk.Text, start, end);
        if ((_shapes[shape >> 5] >> (shape & 31) & 1) != 0 || _isSought is not null || !isAscii) Judge(chunk, start, end);
    }

    private void Judge(in Chunk chunk, int start, int end)
    {
        var word = chunk.Text[start..end];
        var here = IsForeign(word) ? WordWorth.Counts : IsSought(word) ? chunk.Worth(word, chunk.Text[end..]) : WordWorth.Nothing;
        if (here != WordWorth.Nothing) chunk.Found.Add((chunk.Offset + start, here));
    }

    private static bool AddEscapes(in Chunk chunk)
    {
        var text = chunk.Text;
        var known = chunk.Found.Count;
        for (var at = text.IndexOf('\\'); at >= 0 && at + 1 < text.Length;)
        {
            if (text[at + 1] is 'u' or 'U') chunk.Found.Add((chunk.Offset + at, WordWorth.Counts));
            var next = text[(at + 1)..].IndexOf('\\');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return chunk.Found.Count > known;
    }

    private static bool IsForeign(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (character >= 128) return true;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Lowest(ulong bits) => bits & (0 - bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(ulong bit) => Places[bit * Sequence >> 58];

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
        var places = new byte[WordMarks.BlockLength];
        for (var place = 0; place < places.Length; place++) places[Sequence << place >> 58] = (byte)place;
        return places;
    }

    private readonly ref struct Chunk(ReadOnlySpan<char> text, int offset, Context worth, List<(int Position, WordWorth Worth)> found)
    {
        public ReadOnlySpan<char> Text { get; } = text;

        public int Offset { get; } = offset;

        public Context Worth { get; } = worth;

        public List<(int Position, WordWorth Worth)> Found { get; } = found;
    }
}
