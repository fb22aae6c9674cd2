using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>Tells of 64 characters at a time which of them belong to words, and which of those a sought word may begin with.</summary>
internal sealed class WordMarks
{
    /// <summary>The number of characters in a block.</summary>
    public const int BlockLength = 64;

    // A block is read in four parts side by side, so that no step waits for the one before; a mark has a half for each mask.
    private const int PartLength = BlockLength / 4;
    private const uint InWord = 1;
    private const uint BeginsSought = 1 << PartLength;
    private const int Ascii = 128;

    private readonly uint[] _marks = new uint[Ascii];

    /// <summary>Prepares the marks.</summary>
    /// <param name="sought">The sought words; null where any word may be one.</param>
    public WordMarks(IEnumerable<WordSet>? sought)
    {
        for (var code = 0; code < Ascii; code++)
        {
            if (IsOfWord((char)code)) _marks[code] = InWord | (sought is null ? BeginsSought : 0);
        }

        foreach (var initial in sought?.SelectMany(static set => set.Initials) ?? [])
        {
            if (initial < Ascii) _marks[initial] |= BeginsSought;
        }
    }

    /// <summary>Whether a character belongs to a word. Beyond ASCII that is the parser's to say.</summary>
    public static bool IsOfWord(char character) => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or >= (char)Ascii;

    /// <summary>Reads a block.</summary>
    /// <param name="block">The characters.</param>
    /// <param name="words">A bit for each that belongs to a word, the lowest for the first.</param>
    /// <param name="beginnings">A bit for each that a sought word may begin with.</param>
    /// <returns>Whether all are ASCII; where they are not, <paramref name="beginnings"/> tells nothing.</returns>
    public bool Read(ReadOnlySpan<char> block, out ulong words, out ulong beginnings)
    {
        var (marks, all) = (_marks, 0);
        uint first = 0, second = 0, third = 0, fourth = 0;
        for (var i = PartLength - 1; i >= 0; i--)
        {
            int one = block[i], two = block[i + PartLength], three = block[i + 2 * PartLength], four = block[i + 3 * PartLength];
            first = first << 1 | marks[one & (Ascii - 1)];
            second = second << 1 | marks[two & (Ascii - 1)];
            third = third << 1 | marks[three & (Ascii - 1)];
            fourth = fourth << 1 | marks[four & (Ascii - 1)];
            all |= one | two | three | four;
        }

        beginnings = Joined(first >> PartLength, second >> PartLength, third >> PartLength, fourth >> PartLength);
        words = all < Ascii ? Joined(first & ushort.MaxValue, second & ushort.MaxValue, third & ushort.MaxValue, fourth & ushort.MaxValue) : WordsOneByOne(block);
        return all < Ascii;
    }

    private static ulong Joined(uint first, uint second, uint third, uint fourth) =>
        first | (ulong)second << PartLength | (ulong)third << (2 * PartLength) | (ulong)fourth << (3 * PartLength);

    private static ulong WordsOneByOne(ReadOnlySpan<char> block)
    {
        var words = 0UL;
        for (var i = block.Length - 1; i >= 0; i--) words = words << 1 | (IsOfWord(block[i]) ? 1UL : 0);
        return words;
    }
}
