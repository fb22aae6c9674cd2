namespace AgentGuard.Analyzers.Catalog;

/// <summary>Finds the valid word that a mistyped one was probably meant to be.</summary>
internal static class Suggestion
{
    /// <summary>A clause for a message: <c>did you mean 'database'?</c>, or the list of all where none is near.</summary>
    public static string For(string word, IEnumerable<string> valid)
    {
        var nearest = valid.OrderBy(candidate => Distance(word, candidate)).ThenBy(candidate => candidate, StringComparer.Ordinal).First();
        return Distance(word, nearest) <= Math.Max(2, word.Length / 3)
            ? $"did you mean '{nearest}'?"
            : $"expected one of {string.Join(", ", valid.Select(candidate => $"'{candidate}'"))}";
    }

    // Levenshtein distance over two rows.
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
