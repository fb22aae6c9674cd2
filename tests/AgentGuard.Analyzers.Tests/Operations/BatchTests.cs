namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Batches of database commands: a command that is created with its text counts there, any other where the batch is executed.</summary>
public class BatchTests
{
    [Fact]
    public Task Commands_with_their_text() => InClass("""
        async Task Initializer() { await using var batch = new NpgsqlBatch(connection) { BatchCommands = { {|all:new("DROP TABLE orders")|}, new("SELECT 1") } }; await batch.ExecuteNonQueryAsync(); }
        async Task Added() { var batch = new NpgsqlBatch(connection); batch.BatchCommands.Add({|all:new NpgsqlBatchCommand("TRUNCATE orders")|}); await batch.ExecuteNonQueryAsync(); }
        async Task Loop(List<string> tables) { var batch = new NpgsqlBatch(connection); foreach (var table in tables) batch.BatchCommands.Add({|all:new NpgsqlBatchCommand($"TRUNCATE {table}")|}); await batch.ExecuteNonQueryAsync(); }
        """);

    [Fact]
    public Task Commands_that_get_their_text() => InClass("""
        async Task Any(DbConnection any) { await using var batch = any.CreateBatch(); var command = batch.CreateBatchCommand(); command.CommandText = "DROP TABLE orders"; batch.BatchCommands.Add(command); await batch.{|all:ExecuteNonQueryAsync()|}; }
        async Task Held() { await using var batch = new NpgsqlBatch(connection); var command = new NpgsqlBatchCommand(); command.CommandText = "TRUNCATE orders"; batch.BatchCommands.Add(command); await batch.{|all:ExecuteNonQueryAsync()|}; }
        void Added() { using var batch = new NpgsqlBatch(connection); batch.BatchCommands.Add(new NpgsqlBatchCommand { CommandText = "TRUNCATE orders" }); batch.{|all:ExecuteNonQuery()|}; }
        void Initializer() { using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand { CommandText = "DROP TABLE orders" } } }; using var reader = batch.{|all:ExecuteReader()|}; }
        async Task Loop(DbConnection any, List<string> tables) { await using var batch = any.CreateBatch(); foreach (var table in tables) { var command = batch.CreateBatchCommand(); command.CommandText = $"TRUNCATE TABLE {table}"; batch.BatchCommands.Add(command); } await batch.{|all:ExecuteNonQueryAsync()|}; }
        """);

    [Fact]
    public Task Ordinary_commands() => InClass("""
        async Task Insert(DbConnection any) { await using var batch = any.CreateBatch(); var command = batch.CreateBatchCommand(); command.CommandText = "INSERT INTO orders VALUES (1)"; batch.BatchCommands.Add(command); await batch.ExecuteNonQueryAsync(); }
        async Task Given(DbBatch batch) => await batch.ExecuteNonQueryAsync();
        async Task Filtered() { await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new("DELETE FROM orders WHERE id = 5") } }; await batch.ExecuteNonQueryAsync(); }
        """);

    private static Task InClass(string members) => Verify.Destructive($$"""
        using System.Data.Common;
        using Npgsql;
        class C(NpgsqlConnection connection)
        {
            {{members}}
        }
        """);
}
