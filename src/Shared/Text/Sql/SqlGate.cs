namespace AgentGuard.Text.Sql;

/// <summary>
/// Says of most SQL, without taking it apart, that it destroys nothing: no word stands in it that a finding needs. Looks at each character once and allocates nothing.
/// </summary>
internal static class SqlGate
{
    // The verbs of statements that destroy, with what runs further text and what changes how the rest is cut into words.
    private static readonly string[] Verbs =
    [
        "DROP", "TRUNCATE", "DELETE", "UPDATE", "OVERWRITE", "PURGE", "ALTER", "REPLACE", "EXEC", "EXECUTE", "CALL", "DO", "PREPARE",
        "REVOKE", "REASSIGN", "RESET", "STOP", "KILL", "SHUTDOWN", "VACUUM", "CLUSTER", "DBCC", "RESTORE", "COPY", "DELIMITER", "XP_CMDSHELL",
    ];

    // What switches a protection off begins with one of these, if not with ALTER.
    private static readonly string[] WeakeningVerbs = ["SET", "PRAGMA", "DISABLE", "GRANT"];

    private static readonly string[][] Destroying = ByFirstLetter(Verbs.Concat(SqlAdmin.FunctionNames).Concat(SqlAdmin.ProcedureNames));
    private static readonly string[][] Mattering = ByFirstLetter(Verbs.Concat(SqlAdmin.FunctionNames).Concat(SqlAdmin.ProcedureNames).Concat(WeakeningVerbs));

    // One look-up per character, for this is done for every text that runs.
    private static readonly bool[] IsWord = [.. Enumerable.Range(0, 128).Select(c => c == '_' || char.IsLetterOrDigit((char)c))];

    /// <summary>Whether a text has to be scanned. One that has not is never found to destroy anything.</summary>
    public static bool MayDestroy(string text) => HasAny(text, Destroying);

    /// <summary>The same where what switches a protection off matters too.</summary>
    public static bool MayMatter(string text) => HasAny(text, Mattering);

    private static bool HasAny(string text, string[][] sought)
    {
        var words = IsWord;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c >= words.Length || !words[c])
            {
                // Upper case makes ASCII letters of these.
                if (c is '\u0130' or '\u0131' or '\u017F' or '\u212A') return true;
                i++;
                continue;
            }

            // MySQL writes a version before what it executes: /*!50000DROP TABLE t*/
            while (i < text.Length && text[i] is >= '0' and <= '9') i++;
            var start = i;
            while (i < text.Length && (c = text[i]) < words.Length && words[c]) i++;
            if (i > start && IsTrigger(text, start, i - start, sought)) return true;
        }

        return false;
    }

    private static bool IsTrigger(string text, int start, int length, string[][] sought)
    {
        var letter = (text[start] | 0x20) - 'a';
        if (letter is < 0 or >= 26) return false;
        foreach (var word in sought[letter])
        {
            if (word.Length == length && string.Compare(text, start, word, 0, length, StringComparison.OrdinalIgnoreCase) == 0) return true;
        }

        return false;
    }

    private static string[][] ByFirstLetter(IEnumerable<string> words) => [.. Enumerable.Range('a', 26).Select(letter => words.Where(word => (word[0] | 0x20) == letter).ToArray())];
}
