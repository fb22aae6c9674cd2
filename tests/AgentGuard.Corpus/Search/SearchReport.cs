using AgentGuard.Corpus.Projects;

namespace AgentGuard.Corpus.Search;

/// <summary>Prints what a text search hits and what the analyzers make of it.</summary>
internal static class SearchReport
{
    /// <summary>One line for each place, and the counts by pattern.</summary>
    public static bool Print(CompiledCheckout checkout)
    {
        var name = Path.GetFileName(checkout.Folder);
        var matches = TextSearch.In(checkout);
        foreach (var match in matches) Console.WriteLine($"{name}\t{match.Path}\t{match.Line}\t{match.Pattern}\t{match.Place}\t{match.Subject}");
        Console.Error.WriteLine($"{name}: {string.Join(", ", matches.CountBy(match => match.Place).OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"))}");
        return false;
    }
}
