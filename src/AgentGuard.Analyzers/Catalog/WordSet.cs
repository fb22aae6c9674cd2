namespace AgentGuard.Analyzers.Catalog;

/// <summary>
/// A set of words that is asked with characters of a text, so that a word that is not in it is never made a string. Nearly every word
/// ends at a table of bits for its ends and its length.
/// </summary>
internal sealed class WordSet
{
    private const int ShapeMask = 0xFFFF;

    private readonly string?[] _slots;

    /// <summary>Builds the set. One slot in four is taken at most, so that most questions end at an empty one.</summary>
    public WordSet(IEnumerable<string> words)
    {
        var distinct = words.Distinct(StringComparer.Ordinal).ToList();
        var size = 4;
        while (size < distinct.Count * 4) size *= 2;
        _slots = new string?[size];
        foreach (var word in distinct)
        {
            if (word.Length > 0) Initials.Add(word[0]);
            var shape = Shape(word.AsSpan(), 0, word.Length);
            Shapes[shape >> 5] |= 1u << (shape & 31);
            var slot = Hash(word.AsSpan()) & (size - 1);
            while (_slots[slot] is not null) slot = (slot + 1) & (size - 1);
            _slots[slot] = word;
        }
    }

    /// <summary>The characters that words of the set begin with.</summary>
    public HashSet<char> Initials { get; } = [];

    /// <summary>A bit for each shape that a word of the set has.</summary>
    public uint[] Shapes { get; } = new uint[(ShapeMask + 1) / 32];

    /// <summary>What is told of a word by its first and last two characters and its length.</summary>
    public static int Shape(ReadOnlySpan<char> text, int start, int end) => end - start < 2
        ? 0
        : ((text[start] * 31 + text[start + 1]) * 31 + text[end - 2] * 7 + text[end - 1] * 131 + (end - start) * 29) & ShapeMask;

    /// <summary>Whether the set holds a word.</summary>
    public bool Contains(ReadOnlySpan<char> text)
    {
        var mask = _slots.Length - 1;
        for (var slot = Hash(text) & mask; _slots[slot] is { } word; slot = (slot + 1) & mask)
        {
            if (text.SequenceEqual(word.AsSpan())) return true;
        }

        return false;
    }

    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 0u;
        foreach (var character in word) hash = (hash ^ character) * 16777619u;
        return (int)(hash ^ (hash >> 15));
    }
}
