using System.Text.RegularExpressions;
using AgentGuard.Text.Http;

namespace AgentGuard.Text;

/// <summary>Finds requests that destroy infrastructure: to hosts that manage some, by paths that say so, or by a GraphQL mutation. Requests to one's own API are everyday.</summary>
internal static class HttpScanner
{
    // Servers that take these let a POST stand for another method.
    private static readonly Regex MethodOverride = new(@"""x-(?:http-method-override|http-method|method-override)""\s*:\s*""(\w+)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The headers by which a request says that it means another method.</summary>
    public static readonly string[] OverrideHeaders = ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"];

    /// <summary>The method that a request means.</summary>
    /// <param name="method">The method with which it is sent.</param>
    /// <param name="headers">Its headers as far as they are known, as JSON.</param>
    public static string MethodBy(string method, string? headers) => headers is not null && MethodOverride.Match(headers) is { Success: true } match ? match.Groups[1].Value : method;

    /// <summary>Whether the body of a request with this method is looked at.</summary>
    public static bool ReadsBody(string method) => IsPost(method) || method.IndexOf(FoldedText.Hole) >= 0;

    /// <summary>The findings: positions of a request count in its URL, positions of a mutation in its body.</summary>
    public static IReadOnlyList<TextFinding> Scan(string method, string? url, string? body)
    {
        var findings = new List<TextFinding>();
        if (ReadsBody(method) && !string.IsNullOrEmpty(body) && body!.IndexOf("mutation", StringComparison.OrdinalIgnoreCase) >= 0) findings.AddRange(GraphQlScanner.Scan(body));
        findings.AddRange(HttpSql.Find(url, ReadsBody(method) ? body : null));
        if (string.IsNullOrEmpty(url) || !TryParse(url!, out var host, out var port, out var path, out var pathStart)) return findings;

        // Closing a search or a point in time leaves the documents alone.
        if (IsDelete(method) && HttpRule.Segments(path) is ["_pit"] or ["_search", "scroll", ..]) return findings;
        if (HttpRules.Find(method, host, IsLoopback(host) ? null : port, path, body) is { } rule)
            findings.Add(new TextFinding(TextEffect.Destroys, rule.Kind, method.ToUpperInvariant() + " " + (rule.IsForPort ? host.Replace(FoldedText.Hole, '*') + ":" + port : rule.Host.TrimStart('*', '.')), LastSegment(path), 0, url!.Length) { Called = rule.Called });
        else if (host.EndsWith(".upstash.io", StringComparison.OrdinalIgnoreCase))
            findings.AddRange(HttpRedis.Find(path, ReadsBody(method) ? body : null).Select(finding => finding with { Start = 0, Length = url!.Length }));
        else if (HttpSql.FindRows(method, host, HttpRule.Segments(path), url!) is { } rows)
            findings.Add(rows with { Start = pathStart, Length = Math.Max(1, url!.Length - pathStart) });
        else if (IsDelete(method) && !IsLoopback(host) && HttpRule.Segments(path) is ["_all" or "*"])
            findings.Add(new TextFinding(TextEffect.Destroys, DestructiveKind.SearchIndex, "DELETE " + path, null, pathStart, Math.Max(1, url!.Length - pathStart)));
        else if (IsPost(method) && !IsLoopback(host) && DeletesByQuery(path, body))
            findings.Add(new TextFinding(TextEffect.Destroys, DestructiveKind.Rows, "_delete_by_query", IndexOf(path), pathStart, Math.Max(1, url!.Length - pathStart)));
        return findings;
    }

    private static bool IsPost(string method) => method.Equals("POST", StringComparison.OrdinalIgnoreCase);

    private static bool IsDelete(string method) => method.Equals("DELETE", StringComparison.OrdinalIgnoreCase);

    // Only a query that takes everything: with a real one it deletes what it names.
    private static bool DeletesByQuery(string path, string? body) =>
        HttpRule.Segments(path).Contains("_delete_by_query", StringComparer.Ordinal)
        && (string.IsNullOrEmpty(body) || body!.IndexOf("match_all", StringComparison.Ordinal) >= 0);

    private static bool TryParse(string url, out string host, out string? port, out string path, out int pathStart)
    {
        host = path = "";
        port = null;
        pathStart = 0;
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        // A relative URL goes to a host that is not known here.
        if (scheme < 0 && (url[0] == '/' || url.IndexOf('.') < 0)) return false;
        var start = scheme < 0 ? 0 : scheme + 3;
        pathStart = url.IndexOfAny(['/', '?', '#'], start);
        if (pathStart < 0) pathStart = url.Length;
        host = url.Substring(start, pathStart - start);
        host = host.Substring(host.LastIndexOf('@') + 1);
        var colon = host.IndexOf(':');
        if (colon >= 0) (host, port) = (host.Substring(0, colon), host.Substring(colon + 1));
        var end = url.IndexOfAny(['?', '#'], pathStart);
        path = url.Substring(pathStart, (end < 0 ? url.Length : end) - pathStart);
        return host.Length > 0;
    }

    /// <summary>Whether a host is this machine.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.StartsWith("127.", StringComparison.Ordinal) || host == "[";

    private static string? LastSegment(string path)
    {
        var segments = HttpRule.Segments(path);
        return segments.Length == 0 ? null : Known(segments[segments.Length - 1]);
    }

    private static string? IndexOf(string path) => HttpRule.Segments(path) is [var index, _, ..] ? Known(index) : null;

    private static string? Known(string segment) => segment.IndexOf(FoldedText.Hole) >= 0 ? null : segment;
}
