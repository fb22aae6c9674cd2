using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using StackExchange.Redis;

namespace AgentGuard.EndToEnd.Tests;

/// <summary>Something with three rows in it, that can be filled, counted, and asked for its name.</summary>
internal abstract class Store(Servers servers)
{
    public const int Full = 3;

    protected Servers Servers { get; } = servers;

    /// <summary>The name under which a person confirms it.</summary>
    public abstract string Name { get; }

    public abstract Task FillAsync();

    /// <summary>How many rows are left as they were; 0 if there is no table.</summary>
    public abstract Task<int> CountAsync();

    protected static async Task RunAsync(DbConnection connection, params string[] statements)
    {
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }
    }

    protected static async Task<int> CountAsync(DbConnection connection)
    {
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM rentals WHERE car <> 'gone'";
            return Convert.ToInt32(await command.ExecuteScalarAsync());
        }
        catch (DbException)
        {
            return 0;
        }
    }
}

internal sealed class PostgresStore(Servers servers, string name = "rental_shop") : Store(servers)
{
    public override string Name => name;

    public NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(Servers.Postgres(Name));
        connection.Open();
        return connection;
    }

    public Shop Shop() => new(new DbContextOptionsBuilder().UseNpgsql(Servers.Postgres(Name)).Options);

    public override async Task FillAsync()
    {
        await using (var server = new NpgsqlConnection(Servers.Postgres()))
        {
            await server.OpenAsync();
            await RunAsync(server, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)", $"CREATE DATABASE {Name}");
        }

        await using var connection = Open();
        await RunAsync(connection, "CREATE TABLE rentals (id int, car text)", "INSERT INTO rentals VALUES (1, 'a'), (2, 'b'), (3, 'c')");
    }

    public override async Task<int> CountAsync()
    {
        try
        {
            await using var connection = Open();
            return await CountAsync(connection);
        }
        catch (PostgresException)
        {
            return 0;
        }
    }
}

internal sealed class SqliteStore(Servers servers, string file = "rentals.db") : Store(servers)
{
    public override string Name => Path.Combine(Servers.Directory, file);

    private string ConnectionString => $"Data Source={Name};Pooling=false";

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    public Shop Shop() => new(new DbContextOptionsBuilder().UseSqlite(ConnectionString).Options);

    public override async Task FillAsync()
    {
        await using var connection = Open();
        await RunAsync(connection, "DROP TABLE IF EXISTS rentals", "CREATE TABLE rentals (id INTEGER, car TEXT)", "INSERT INTO rentals VALUES (1, 'a'), (2, 'b'), (3, 'c')");
    }

    public override async Task<int> CountAsync()
    {
        await using var connection = Open();
        return await CountAsync(connection);
    }
}

internal sealed class RedisStore(Servers servers, string name) : Store(servers)
{
    public override string Name => name;

    public IDatabase Database => Servers.Redis.GetDatabase();

    public IServer Server => Servers.Redis.GetServers().Single();

    public override async Task FillAsync()
    {
        foreach (var key in new RedisKey[] { "a", "b", "c" }) await Database.StringSetAsync(key, "car");
    }

    public override async Task<int> CountAsync() => (int)await Server.DatabaseSizeAsync();
}

internal sealed class DirectoryStore(Servers servers, string name = "cars") : Store(servers)
{
    // Not below the temporary directory: what is removed there is nobody's loss.
    public override string Name { get; } = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), $"agentguard-e2e-{Environment.ProcessId}-{name}");

    public override Task FillAsync()
    {
        Directory.CreateDirectory(Name);
        foreach (var file in new[] { "a", "b", "c" }) File.WriteAllText(Path.Combine(Name, file), "car");
        return Task.CompletedTask;
    }

    public override Task<int> CountAsync() => Task.FromResult(Directory.Exists(Name) ? Directory.GetFiles(Name).Length : 0);
}
