using AgentGuard.Corpus.Projects;

namespace AgentGuard.Corpus.Search;

/// <summary>Prints what a text search hits and what the analyzers make of it.</summary>
internal static class SearchReport
{
    /// <summary>One line for each place that is not known, and the counts; true where one is not judged.</summary>
    public static bool Print(CompiledCheckout checkout)
    {
        var name = Path.GetFileName(checkout.Folder);
        var judged = TextSearch.In(checkout).Select(match => (Match: match, Judgement: Judgement.Of(name, match))).ToList();
        foreach (var (match, judgement) in judged) Console.WriteLine($"{name}\t{match.Path}\t{match.Line}\t{match.Pattern}\t{match.Place}\t{match.Subject}\t{judgement?.Meaning}");
        Console.Error.WriteLine($"{name}: {string.Join(", ", judged.CountBy(pair => pair.Match.Place).OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"))}");
        var open = judged.Count(pair => pair.Match.Place is Place.Call or Place.Unbound or Place.Text && pair.Judgement is null);
        Console.Error.WriteLine($"{name}: {Known(judged)} known, {Count(judged, Meaning.Missed)} missed, {Count(judged, Meaning.Unbound)} unbound, {Count(judged, Meaning.Harmless)} harmless, {open} not judged");
        return open > 0;
    }

    private static int Known(List<(Match Match, Judgement? Judgement)> judged) => judged.Count(pair => pair.Match.Place == Place.Known);

    private static int Count(List<(Match Match, Judgement? Judgement)> judged, Meaning meaning) => judged.Count(pair => pair.Judgement?.Meaning == meaning);
}
