using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using StackExchange.Redis;

namespace AgentGuard.EndToEnd.Tests;

/// <summary>Destructive calls as people write them. Nothing here checks anything: the attributes of the type do.</summary>
[RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup(MaxAgeMinutes = 60)]
internal static class Destruction
{
    public static void NpgsqlExecute(NpgsqlConnection connection) => new NpgsqlCommand("DROP TABLE rentals", connection).ExecuteNonQuery();

    public static Task NpgsqlExecuteAsync(NpgsqlConnection connection) => new NpgsqlCommand("TRUNCATE rentals", connection).ExecuteNonQueryAsync();

    public static object? NpgsqlScalar(NpgsqlConnection connection) => new NpgsqlCommand("DELETE FROM rentals", connection).ExecuteScalar();

    public static async Task NpgsqlReaderAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand { Connection = connection, CommandText = "DROP TABLE IF EXISTS rentals CASCADE" };
        await using var reader = await command.ExecuteReaderAsync();
    }

    public static async Task BaseClass(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "DROP " + "SCHEMA public CASCADE";
        await command.ExecuteNonQueryAsync();
    }

    public static async Task DataSource(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("DELETE FROM rentals WHERE 1 = 1");
        await command.ExecuteNonQueryAsync();
    }

    public static void Procedural(NpgsqlConnection connection) => new NpgsqlCommand("DO $$ BEGIN EXECUTE 'DROP TABLE rentals'; END $$", connection).ExecuteNonQuery();

    public static void EnsureDeleted(DbContext context) => context.Database.EnsureDeleted();

    public static Task EnsureDeletedAsync(DbContext context) => context.Database.EnsureDeletedAsync();

    public static void ExecuteSqlRaw(DbContext context) => context.Database.ExecuteSqlRaw("DROP TABLE rentals");

    public static Task ExecuteSqlRawAsync(DbContext context) => context.Database.ExecuteSqlRawAsync("DELETE FROM rentals");

    public static void ExecuteSql(DbContext context, int n) => context.Database.ExecuteSql($"DELETE FROM rentals WHERE {n} = {n} OR 1 = 1");

    public static void ExecuteDelete(Shop context) => context.Rentals.ExecuteDelete();

    public static Task ExecuteDeleteAsync(Shop context) => context.Rentals.ExecuteDeleteAsync();

    public static Task ExecuteUpdateAsync(Shop context) => context.Rentals.ExecuteUpdateAsync(set => set.SetProperty(rental => rental.Car, "gone"));

    public static void DapperExecute(DbConnection connection) => connection.Execute("DROP TABLE rentals");

    public static Task DapperExecuteAsync(DbConnection connection) => connection.ExecuteAsync("DELETE FROM rentals");

    public static Task DapperScalarAsync(DbConnection connection) => connection.ExecuteScalarAsync<int>("DROP TABLE rentals; SELECT 1");

    public static void DapperQuery(DbConnection connection) => _ = connection.Query<int>("DELETE FROM rentals RETURNING 1").ToList();

    public static void SqliteExecute(SqliteConnection connection) => new SqliteCommand("DROP TABLE rentals", connection).ExecuteNonQuery();

    public static object? SqliteChosen(SqliteConnection connection, bool everything) =>
        new SqliteCommand(everything ? "DELETE FROM rentals" : "SELECT 1", connection).ExecuteScalar();

    public static void RedisFlush(IServer server) => server.FlushDatabase(0);

    public static Task RedisFlushAllAsync(IServer server) => server.FlushAllDatabasesAsync();

    public static void RedisExecute(IDatabase database) => database.Execute("FLUSHDB");

    public static Task RedisExecuteAsync(IDatabase database) => database.ExecuteAsync("FLUSHALL", "SYNC");

    public static void ProcessText(string path) => Finish(Process.Start("rm", "-rf " + path));

    public static void ProcessList(string path) => Finish(Process.Start("rm", ["-r", "-f", path]));

    public static void ProcessStartInfo(string path) => Finish(Process.Start(new ProcessStartInfo { FileName = "rm", ArgumentList = { "--recursive", "--force", path } })!);

    public static void ProcessShell(string path)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo("bash", ["-c", $"echo cleaning && rm -rf '{path}'"]) { RedirectStandardOutput = true } };
        process.Start();
        process.WaitForExit();
    }

    private static void Finish(Process process)
    {
        using (process) process.WaitForExit();
    }

    public static void DeleteDirectory(string path) => Directory.Delete(path, recursive: true);

    public static void DeleteDirectoryInfo(DirectoryInfo directory) => directory.Delete(recursive: true);
}

/// <summary>The model of the tests.</summary>
public class Shop(DbContextOptions options) : DbContext(options)
{
    public DbSet<Rental> Rentals => Set<Rental>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Rental>().ToTable("rentals");
        model.Entity<Rental>().Property(rental => rental.Id).HasColumnName("id");
        model.Entity<Rental>().Property(rental => rental.Car).HasColumnName("car");
    }
}

/// <summary>A row of the tests.</summary>
public class Rental
{
    public int Id { get; set; }

    public string Car { get; set; } = "";
}
