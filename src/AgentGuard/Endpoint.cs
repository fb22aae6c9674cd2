using System.Text.RegularExpressions;

namespace AgentGuard;

/// <summary>Reads the hosts out of the ways in which libraries write where a server is.</summary>
internal static class Endpoint
{
    // How SQL Server is reached: TCP, named pipes, shared memory, the administrator's connection.
    private static readonly string[] Protocols = ["tcp:", "np:", "lpc:", "admin:"];

    private static readonly Regex Described = new(@"\(\s*HOST\s*=\s*([^()\s]+)\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The hosts in <c>host</c>, <c>host:port</c>, <c>tcp://host:port</c>, <c>tcp:host,1433</c>, <c>np:\\host\pipe\name</c>, <c>//host:port/service</c>, <c>(HOST=host)</c>, <c>host\instance</c>, <c>[::1]:6379</c> or <c>host1:1,host2:2</c>, each once.</summary>
    public static IReadOnlyList<string> HostsOf(string? endpoint)
    {
        if (string.IsNullOrWhiteSpace(endpoint)) return [];
        var text = endpoint!.Trim();
        if (Described.Matches(text) is { Count: > 0 } described) return [.. described.Cast<Match>().Select(match => match.Groups[1].Value).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme) text = text[(scheme + 3)..];
        else if (Array.Find(Protocols, protocol => IsProtocol(text, protocol)) is { } known) text = text[known.Length..];
        text = text.TrimStart('\\', '/');
        if (text.LastIndexOf('@') is >= 0 and var user) text = text[(user + 1)..];

        // Behind a comma stands another server, or the port of the one before (SQL Server).
        return [.. text.Split(',').Select(part => part.Trim()).Where(part => !part.All(char.IsDigit)).Select(HostOf).Where(host => host.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // A server may be called admin too: a port follows it then.
    private static bool IsProtocol(string text, string protocol) =>
        text.StartsWith(protocol, StringComparison.OrdinalIgnoreCase) && !text[protocol.Length..].Split(',', '/')[0].All(char.IsDigit);

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
