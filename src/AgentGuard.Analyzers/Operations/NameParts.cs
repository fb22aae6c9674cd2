namespace AgentGuard.Analyzers.Operations;

/// <summary>Splits an identifier, key or path into lower-case words: <c>isSuccessStatusCode</c>, <c>RAILWAY_API_TOKEN</c>.</summary>
internal static class NameParts
{
    /// <summary>The words of a name.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]) || (i > start && char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))));
            if (!ends) continue;
            if (i > start) words.Add(name[start..i].ToLowerInvariant());
            start = i < name.Length && char.IsLetterOrDigit(name[i]) ? i : i + 1;
        }

        return words;
    }
}
