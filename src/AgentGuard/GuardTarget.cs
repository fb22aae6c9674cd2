using System.ComponentModel;
using System.Data;
using System.Data.Common;

namespace AgentGuard;

/// <summary>What an operation is about to hit, read from the call: the names by which it is allowed, confirmed and backed up.</summary>
public sealed class GuardTarget
{
    private GuardTarget(string name, string? place, params string?[] identities)
    {
        Name = name;
        Place = place;
        Identities = [.. identities.Prepend(name).Where(identity => !string.IsNullOrWhiteSpace(identity)).Distinct().Cast<string>()];
    }

    /// <summary>The name that a person types to confirm it.</summary>
    public string Name { get; }

    /// <summary>All names of it, to match allow lists and backups: a database has its own name, its host, and <c>host/database</c>.</summary>
    public IReadOnlyList<string> Identities { get; }

    /// <summary>Where its data lies, a full path or <c>//host</c>; a backup below that place does not count.</summary>
    public string? Place { get; }

    /// <summary>A thing that is known by a name or id only.</summary>
    public static GuardTarget? Named(string? name) => string.IsNullOrWhiteSpace(name) ? null : new(name!, null);

    /// <summary>A file or directory, by its full path, links resolved.</summary>
    public static GuardTarget? Path(string? path)
    {
        if (string.IsNullOrWhiteSpace(path)) return null;
        var full = PhysicalPath.Of(path!);
        return new(full, full, System.IO.Path.GetFileName(full));
    }

    /// <summary>A server, as <c>host</c> or <c>host:port</c>.</summary>
    public static GuardTarget? Server(string? endpoint) =>
        HostOf(endpoint) is { } host ? new(host, "//" + host, endpoint!.Trim()) : null;

    /// <summary>A database, index, bucket or the like on a server.</summary>
    public static GuardTarget? OnServer(string? endpoint, string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return Server(endpoint);
        return HostOf(endpoint) is { } host ? new(name!, "//" + host, host, host + "/" + name) : Named(name);
    }

    /// <summary>An address; its user information and query are dropped, for they may hold secrets.</summary>
    public static GuardTarget? Address(Uri? address)
    {
        if (address is null || !address.IsAbsoluteUri) return null;
        if (address.IsFile) return Path(address.LocalPath);
        return new(address.Host, "//" + address.Host, address.Authority, address.Scheme + "://" + address.Authority + address.AbsolutePath);
    }

    /// <summary>The database of a connection: its data source and name, never its connection string.</summary>
    public static GuardTarget? Connection(IDbConnection? connection)
    {
        if (connection is null) return null;
        var source = (connection as DbConnection)?.DataSource;
        var database = connection.Database;
        if (string.IsNullOrWhiteSpace(source)) return Named(database);

        // An embedded database's source is a file; its database name ("main") says nothing.
        return IsFile(source!) ? Path(source) : OnServer(source, database);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The same place under the name that the guard attribute gives.</summary>
    internal GuardTarget Renamed(string name) => new(name, Place, [.. Identities]);

    private static bool IsFile(string source) =>
        !source.Contains("://") && (source.Contains('/') || source.Contains('\\') || System.IO.Path.HasExtension(source) && File.Exists(source));

    /// <summary>The host in <c>host</c>, <c>host:port</c>, <c>tcp://host:port</c>, <c>tcp:host,1433</c>, <c>host\instance</c>, <c>[::1]:6379</c>.</summary>
    private static string? HostOf(string? endpoint)
    {
        if (string.IsNullOrWhiteSpace(endpoint)) return null;
        var text = endpoint!.Trim();
        if (text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme) text = text[(scheme + 3)..];
        else if (text.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("np:", StringComparison.OrdinalIgnoreCase)) text = text[(text.IndexOf(':') + 1)..];
        if (text.LastIndexOf('@') is >= 0 and var user) text = text[(user + 1)..];
        if (text.StartsWith("[", StringComparison.Ordinal) && text.IndexOf(']') is > 1 and var closing) return text[1..closing];

        var end = text.IndexOfAny([',', '\\', '/']);
        if (end >= 0) text = text[..end];
        var colon = text.IndexOf(':');
        // Two colons and no brackets: an IPv6 address without a port.
        if (colon >= 0 && text.IndexOf(':', colon + 1) < 0) text = text[..colon];
        return text.Length == 0 ? null : text;
    }
}
