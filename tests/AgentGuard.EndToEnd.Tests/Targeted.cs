using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using StackExchange.Redis;

namespace AgentGuard.EndToEnd.Tests;

/// <summary>Calls that are meant for one target only. What they get in the end, the caller decides.</summary>
[RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup(MaxAgeMinutes = 60)]
public static class Targeted
{
    [RequiresTarget("127.0.0.1/rental_shop")]
    public static void Npgsql(NpgsqlConnection connection) => new NpgsqlCommand("DROP TABLE rentals", connection).ExecuteNonQuery();

    [RequiresTarget("db.prod.example.com", "127.0.0.1/rental_*")]
    public static Task DapperAsync(NpgsqlConnection connection) => connection.ExecuteAsync("DELETE FROM rentals");

    [RequiresTarget("127.0.0.1/rental_shop")]
    public static Task EntityFrameworkAsync(DbContext context) => context.Database.ExecuteSqlRawAsync("TRUNCATE rentals");

    [RequiresTarget("127.0.0.1/rental_shop")]
    public static Task EnsureDeletedAsync(DbContext context) => context.Database.EnsureDeletedAsync();

    [RequiresTarget("127.0.0.1/rental_shop")]
    public static Task ExecuteDeleteAsync(Shop context) => context.Rentals.ExecuteDeleteAsync();

    [RequiresTarget("*/rentals.db")]
    public static void Sqlite(SqliteConnection connection) => new SqliteCommand("DELETE FROM rentals", connection).ExecuteNonQuery();

    [RequiresTarget("*/rentals.db")]
    public static void SqliteEntityFramework(DbContext context) => context.Database.EnsureDeleted();

    [RequiresTarget("127.0.0.1/database 0")]
    public static Task FlushDatabaseAsync(IServer server, int database) => server.FlushDatabaseAsync(database);

    [RequiresTarget("cache.dev.example.com")]
    public static void FlushAll(IServer server) => server.FlushAllDatabases();

    [RequiresTarget("127.0.0.1")]
    public static RedisResult FlushByText(IDatabase database) => database.Execute("FLUSHDB");

    [RequiresTarget("*-cars")]
    public static void Directory(string path) => System.IO.Directory.Delete(path, recursive: true);
}
