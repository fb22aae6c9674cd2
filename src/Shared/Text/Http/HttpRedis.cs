namespace AgentGuard.Text.Http;

/// <summary>Commands of Redis that a request hands to Upstash in its body: as a list of words, or as a list of such lists. Those in its path are rules of the host.</summary>
internal static class HttpRedis
{
    private static readonly string[] Batches = ["pipeline", "multi-exec"];

    /// <summary>The findings in the commands of a body.</summary>
    public static IEnumerable<TextFinding> Find(string path, string? body)
    {
        if (string.IsNullOrEmpty(body) || HttpRule.Segments(path) is { Length: > 0 } segments && !(segments.Length == 1 && Batches.Contains(segments[0], StringComparer.OrdinalIgnoreCase))) return [];
        return Commands(body!).SelectMany(RedisScanner.Scan).Where(static finding => finding.Effect == TextEffect.Destroys);
    }

    // Each innermost list is one command; what stands between quotes is one word of it.
    private static IEnumerable<string> Commands(string body)
    {
        foreach (var list in body.Split('[', ']'))
        {
            var words = list.Split('"').Where(static (_, place) => place % 2 == 1).ToArray();
            if (words.Length > 0) yield return string.Join(" ", words);
        }
    }
}
