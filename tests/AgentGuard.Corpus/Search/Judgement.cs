namespace AgentGuard.Corpus.Search;

/// <summary>What a person makes of a place that the text search hits and the analyzers let pass.</summary>
internal enum Meaning
{
    /// <summary>It destroys nothing that the design protects, or only what a filter, a temporary path or the way down of a migration lets go.</summary>
    Harmless,

    /// <summary>It destroys, and should be reported.</summary>
    Missed,

    /// <summary>It destroys, in code whose library is not to be had.</summary>
    Unbound,
}

/// <summary>One line of the file of judgements: places of one repository that mean the same.</summary>
/// <param name="Repository">The name of the checkout; <c>*</c> for all.</param>
/// <param name="Place">What stands there.</param>
/// <param name="Subject">The method that is called or the member that holds the text, and <c>@</c> with a part of the path where that matters; <c>*</c> at the end for any rest.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Reason">Why, in one line.</param>
internal sealed record Judgement(string Repository, Place Place, string Subject, Meaning Meaning, string Reason)
{
    /// <summary>All judgements; the first that fits a place counts.</summary>
    public static IReadOnlyList<Judgement> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Corpus.Repository.Expected, "search", "judgements.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(part => new Judgement(part[0], Enum.Parse<Place>(part[1]), part[2], Enum.Parse<Meaning>(part[3]), part[4])),
    ];

    /// <summary>The judgement of a place; null where nobody has looked at it.</summary>
    public static Judgement? Of(string repository, Match match) =>
        All.FirstOrDefault(judgement => (judgement.Repository == "*" || judgement.Repository == repository) && judgement.Place == match.Place && judgement.Fits(match));

    private bool Fits(Match match)
    {
        var (subject, path) = Subject.Split('@') is [var first, var second] ? (first, second) : (Subject, "");
        return match.Path.Contains(path, StringComparison.Ordinal) && (subject.EndsWith('*') ? match.Subject.StartsWith(subject[..^1], StringComparison.Ordinal) : match.Subject == subject);
    }
}
