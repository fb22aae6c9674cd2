namespace AgentGuard.Analyzers.Catalog;

/// <summary>
/// A set of words that is asked with characters of a text, so that a word that is not in it is never made a string. Nearly every word
/// ends at a table of first character, last character and length.
/// </summary>
internal sealed class WordSet
{
    private const int LongestTold = 31;

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
            Shapes[Shape(word[0], word[^1], word.Length)] = true;
            var slot = Hash(word.AsSpan()) & (size - 1);
            while (_slots[slot] is not null) slot = (slot + 1) & (size - 1);
            _slots[slot] = word;
        }
    }

    /// <summary>Whether a word of this shape is in the set, by <see cref="Shape"/>.</summary>
    public bool[] Shapes { get; } = new bool[1 << 15];

    /// <summary>What is told of a word by its ends and its length alone.</summary>
    public static int Shape(char first, char last, int length) => (first & 31) | ((last & 31) << 5) | (Math.Min(length, LongestTold) << 10);

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
