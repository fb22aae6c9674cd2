namespace AgentGuard.Text.Http;

/// <summary>One line of the host table: <c>volume DELETE api.digitalocean.com /v2/volumes/+</c>.</summary>
/// <remarks>In a host, <c>*</c> at the start is any subdomain, and <c>*:9200</c> any host with that port but this machine. In a path, <c>+</c> is one segment, <c>+:destroy</c> one that ends so, and a last <c>**</c> any number of them. Behind <c>unless</c> stand the members of a body that limit what goes.</remarks>
internal sealed class HttpRule(DestructiveKind kind, string? called, string[] methods, string host, string[] path, string[] limits)
{
    private readonly string _suffix = host.TrimStart('*');

    public DestructiveKind Kind => kind;

    public string? Called => called;

    public string Host => host;

    public static HttpRule Parse(string line)
    {
        var parts = line.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (!(parts.Length == 4 || (parts.Length == 6 && parts[4] == "unless")) || !Kinds.TryParse(parts[0], out var kind, out var called)) throw new FormatException(line);
        return new HttpRule(kind, called, parts[1].Split('|'), parts[2], Segments(parts[3]), parts.Length == 6 ? parts[5].Split('|') : []);
    }

    public static string[] Segments(string path) => path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the line is about any host with a port.</summary>
    public bool IsForPort => host.StartsWith("*:", StringComparison.Ordinal);

    /// <summary>Whether the line is about any subdomain of a host.</summary>
    public bool IsForSubdomains => host[0] == '*';

    public bool IsFor(string requestHost) => IsForSubdomains
        ? requestHost.EndsWith(_suffix, StringComparison.OrdinalIgnoreCase)
        : requestHost.Equals(host, StringComparison.OrdinalIgnoreCase);

    public bool Matches(string method, string[] segments, string? body) => Accepts(method) && IsPath(segments) && !IsLimited(body);

    // Where a path says what is done, servers often take PUT or PATCH for POST.
    private bool Accepts(string method) =>
        methods.Contains(method, StringComparer.OrdinalIgnoreCase) || (method.ToUpperInvariant() is "PUT" or "PATCH" && methods.Contains("POST"));

    private bool IsLimited(string? body) => body is not null && limits.Any(limit => body.IndexOf($"\"{limit}\"", StringComparison.Ordinal) >= 0);

    private bool IsPath(string[] segments)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == "**") return true;
            if (i >= segments.Length) return false;
            if (!IsSegment(path[i], segments[i])) return false;
        }

        return segments.Length == path.Length;
    }

    private static bool IsSegment(string pattern, string segment) => pattern[0] == '+'
        ? segment.EndsWith(pattern.Substring(1), StringComparison.OrdinalIgnoreCase)
        : pattern.Equals(segment, StringComparison.OrdinalIgnoreCase);
}
