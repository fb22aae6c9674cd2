namespace AgentGuard;

/// <summary>Reads the hosts out of the ways in which libraries write where a server is.</summary>
internal static class Endpoint
{
    /// <summary>The hosts in <c>host</c>, <c>host:port</c>, <c>tcp://host:port</c>, <c>tcp:host,1433</c>, <c>host\instance</c>, <c>[::1]:6379</c> or <c>host1:1,host2:2</c>, each once.</summary>
    public static IReadOnlyList<string> HostsOf(string? endpoint)
    {
        if (string.IsNullOrWhiteSpace(endpoint)) return [];
        var text = endpoint!.Trim();
        if (text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme) text = text[(scheme + 3)..];
        else if (text.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("np:", StringComparison.OrdinalIgnoreCase)) text = text[(text.IndexOf(':') + 1)..];
        if (text.LastIndexOf('@') is >= 0 and var user) text = text[(user + 1)..];

        // Behind a comma stands another server, or the port of the one before (SQL Server).
        return [.. text.Split(',').Select(part => part.Trim()).Where(part => !part.All(char.IsDigit)).Select(HostOf).Where(host => host.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static string HostOf(string text)
    {
        if (text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme) text = text[(scheme + 3)..];
        if (text.StartsWith("[", StringComparison.Ordinal) && text.IndexOf(']') is > 1 and var closing) return text[1..closing];
        var end = text.IndexOfAny(['\\', '/']);
        if (end >= 0) text = text[..end];

        // Two colons and no brackets: an IPv6 address without a port.
        var colon = text.IndexOf(':');
        return colon >= 0 && text.IndexOf(':', colon + 1) < 0 ? text[..colon] : text;
    }
}
