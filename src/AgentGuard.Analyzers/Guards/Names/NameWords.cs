using System.Text;

namespace AgentGuard.Analyzers.Guards.Names;

/// <summary>The words of an identifier or of a command-line switch: <c>_dropExisting</c> and <c>--drop-existing</c> are both <c>drop existing</c>.</summary>
internal static class NameWords
{
    /// <summary>The words in lower case with one space before, between and behind them, so that whole words can be searched for.</summary>
    public static string Split(string name)
    {
        var words = new StringBuilder(" ", name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsLetterOrDigit(c))
            {
                EndWord(words);
                continue;
            }

            var startsWord = char.IsUpper(c) && (i == 0 || !char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) EndWord(words);
            words.Append(char.ToLowerInvariant(c));
        }

        EndWord(words);
        return words.ToString();
    }

    /// <summary>Whether the words hold this sequence of whole words.</summary>
    public static bool Has(string words, string sequence)
    {
        for (var start = words.IndexOf(sequence, StringComparison.Ordinal); start > 0; start = words.IndexOf(sequence, start + 1, StringComparison.Ordinal))
        {
            var end = start + sequence.Length;
            if (words[start - 1] == ' ' && end < words.Length && words[end] == ' ') return true;
        }

        return false;
    }

    /// <summary>Whether the words hold any of these.</summary>
    public static bool HasAny(string words, string[] sequences) => Array.Exists(sequences, sequence => Has(words, sequence));

    private static void EndWord(StringBuilder words)
    {
        if (words[words.Length - 1] != ' ') words.Append(' ');
    }
}
