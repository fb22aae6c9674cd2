using System.Data;
using System.Data.Common;
using System.Net;

namespace AgentGuard;

/// <summary>What an operation is about to hit, read from the call: the names by which it is allowed, confirmed and backed up.</summary>
public sealed class GuardTarget
{
    // The name was cut out of the path or the body of a request.
    private bool _isOnAddress;
    private bool _isAddress;

    private GuardTarget(string name, string? place, IEnumerable<string?> identities, IReadOnlyList<GuardTarget>? parts = null, string? host = null)
    {
        Name = name;
        Place = place;
        Host = host;
        Identities = [.. identities.Prepend(name).OfType<string>().Where(identity => identity.Trim().Length > 0).Distinct()];
        Parts = parts ?? [this];
    }

    /// <summary>The name that a person types to confirm it.</summary>
    public string Name { get; }

    /// <summary>All names of it, to match allow lists and backups: a database has its own name, its host, and <c>host/database</c>.</summary>
    public IReadOnlyList<string> Identities { get; }

    /// <summary>The full path that is about to go, if it is a path; a backup below it does not count.</summary>
    public string? Place { get; }

    /// <summary>The server that it is on, if that is known and not the target itself.</summary>
    internal string? Host { get; }

    /// <summary>The name with the server before it, if there is one: <c>dev-db/orders</c>.</summary>
    /// <param name="name">Another name for it; none given means its own.</param>
    internal string FullName(string? name = null)
    {
        if (Parts is [var only] && ReferenceEquals(only, this)) return Host is null ? name ?? Name : $"{Host}/{name ?? Name}";
        if (name is null) return string.Join(",", Parts.Select(part => part.FullName()));
        var servers = Parts.Select(part => part.Host).OfType<string>().Distinct().ToList();
        return servers.Count == 0 ? name : string.Join(",", servers.Select(server => $"{server}/{name}"));
    }

    /// <summary>The servers of a group or the things of a list, each of which must be allowed; otherwise the target itself.</summary>
    internal IReadOnlyList<GuardTarget> Parts { get; }

    /// <summary>Whether a name looks like that of a server although it is that of a thing on one: it says nothing about where the thing is.</summary>
    internal bool IsMistakable(string identity) => _isOnAddress && identity == Name && identity.Contains('.');

    /// <summary>A thing that is known by a name or id only.</summary>
    public static GuardTarget? Named(string? name) => string.IsNullOrWhiteSpace(name) ? null : new(name!, null, []);

    /// <summary>A file or directory, by its full path, links resolved.</summary>
    public static GuardTarget? Path(string? path)
    {
        if (string.IsNullOrWhiteSpace(path)) return null;
        var full = PhysicalPath.Of(path!);
        return new(full, full, [System.IO.Path.GetFileName(full)]);
    }

    /// <summary>A server or a group of servers, as <c>host</c>, <c>host:port</c> or a list of them.</summary>
    public static GuardTarget? Server(string? endpoint) => OnServer(endpoint, null);

    /// <summary>A server or a group of servers, by their addresses.</summary>
    public static GuardTarget? Server(params EndPoint[] endpoints) => Server(string.Join(",", endpoints.Select(endpoint => endpoint switch
    {
        DnsEndPoint dns => $"{dns.Host}:{dns.Port}",
        _ => endpoint.ToString(),
    })));

    /// <summary>A database, index, bucket or the like on a server.</summary>
    public static GuardTarget? OnServer(string? endpoint, string? name)
    {
        var servers = Endpoint.HostsOf(endpoint).Select(host => string.IsNullOrWhiteSpace(name) ? new GuardTarget(host, null, []) : new(name!, null, [host, $"{host}/{name}"], host: host)).ToList();
        return servers switch
        {
            [] => Named(name),
            [var only] => only,
            _ => new(string.IsNullOrWhiteSpace(name) ? string.Join(",", servers) : name!, null, servers.SelectMany(server => server.Identities), servers),
        };
    }

    /// <summary>A thing with a name of its own on a target that is known from elsewhere.</summary>
    public static GuardTarget? Within(GuardTarget? outer, string? name)
    {
        if (outer is null || string.IsNullOrWhiteSpace(name)) return outer ?? Named(name);
        var parts = outer.Parts.Select(part => new GuardTarget(name!, null, part.Identities.Where(identity => !part.IsMistakable(identity)).Append($"{part.Name}/{name}"), host: part.Name) { _isOnAddress = part._isAddress || part._isOnAddress }).ToList();
        return parts is [var only] ? only : new(name!, null, parts.SelectMany(part => part.Identities), parts);
    }

    /// <summary>Several things with names of their own, each of which must be allowed and backed up.</summary>
    /// <param name="outer">What they are on, if that is known.</param>
    /// <param name="names">Their names.</param>
    public static GuardTarget? Each(GuardTarget? outer, IEnumerable<string?>? names)
    {
        var targets = (names ?? []).Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => Within(outer, name)).ToList();
        return targets.Count == 0 ? outer : All(targets);
    }

    /// <summary>Several targets as one, each of which must be allowed and backed up; null if one of them is not known.</summary>
    internal static GuardTarget? All(IEnumerable<GuardTarget?> targets)
    {
        var all = targets.ToList();
        return all switch
        {
            [] => null,
            [var only] => only,
            _ when all.Contains(null) => null,
            _ => new(string.Join(",", all), null, all.SelectMany(target => target!.Identities), [.. all.SelectMany(target => target!.Parts)]),
        };
    }

    /// <summary>An address; its user information and query are dropped, for they may hold secrets.</summary>
    public static GuardTarget? Address(Uri? address)
    {
        if (address is null || !address.IsAbsoluteUri) return null;
        if (address.IsFile) return Path(address.LocalPath);
        return new(address.Host, null, [address.Authority, $"{address.Scheme}://{address.Authority}{address.AbsolutePath}"]) { _isAddress = true };
    }

    /// <summary>The database of a connection: its data source and name, never its connection string.</summary>
    public static GuardTarget? Connection(IDbConnection? connection) =>
        connection is null ? null : Database((connection as DbConnection)?.DataSource, connection.Database);

    /// <summary>The database that a connection string leads to; the rest of it is dropped, for it may hold secrets.</summary>
    public static GuardTarget? ConnectionString(string? connectionString)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return Database(Value("Data Source", "DataSource", "Server", "Host", "Address", "Filename"), Value("Database", "Initial Catalog", "DB"));

        string? Value(params string[] keys) => keys.Select(key => builder.TryGetValue(key, out var value) ? value?.ToString() : null).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    // The database name of an embedded database ("main") says nothing; its source is a file.
    private static GuardTarget? Database(string? source, string? name)
    {
        if (source is null) return Named(name);
        if (DataSource.FileOf(source) is { } file) return Path(file);
        return OnServer(source, string.IsNullOrWhiteSpace(name) ? DataSource.ServiceOf(source) : name);
    }
}
