namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Statements that take a portion of a table, in a loop that ends when nothing is left.</summary>
public sealed class PortionTests
{
    [Fact]
    public Task Until_nothing_is_left() => InCode("""
        void While() { while (db.{|all:Execute("DELETE TOP (1000) FROM Orders")|} > 0) { } }
        async Task Do() { int n; do { n = await db.{|all:ExecuteAsync("DELETE TOP (1000) FROM dbo.Orders")|}; } while (n > 0); }
        void Break() { while (true) { var n = db.{|all:Execute("DELETE FROM orders LIMIT 500")|}; if (n == 0) break; } }
        void InItself() { while (db.{|all:Execute("DELETE FROM orders WHERE ctid IN (SELECT ctid FROM orders LIMIT 1000)")|} > 0) { } }
        void ByKey() { while (db.{|all:Execute("DELETE FROM orders WHERE id IN (SELECT TOP (1000) id FROM orders)")|} > 0) { } }
        void Expression() { while (db.{|all:Execute("WITH c AS (SELECT TOP (100) * FROM orders) DELETE FROM c")|} > 0) { } }
        void Command() { using var command = db.CreateCommand(); command.CommandText = "DELETE TOP (500) FROM Orders"; int n; do { n = command.{|all:ExecuteNonQuery()|}; } while (n > 0); }
        """);

    [Fact]
    public Task Some_of_it() => InCode("""
        void Once() => db.Execute("DELETE TOP (1000) FROM Orders");
        void Old() { while (db.Execute("DELETE TOP (1000) FROM Orders WHERE Created < @d") > 0) { } }
        void OldByKey() { while (db.Execute("DELETE FROM orders WHERE id IN (SELECT id FROM orders WHERE created < now() LIMIT 1000)") > 0) { } }
        void Daily(CancellationToken stop) { while (!stop.IsCancellationRequested) { db.Execute("DELETE TOP (10) FROM Queue"); Thread.Sleep(1000); } }
        void Down(int left) { while (left > 0) { left--; db.Execute("DELETE TOP (1) FROM Queue"); } }
        void Dequeue() { object job; while ((job = db.ExecuteScalar("DELETE TOP (1) FROM Queue OUTPUT deleted.Payload")) != null) Console.WriteLine(job); }
        void Returned() { while (db.Execute("DELETE FROM jobs WHERE id IN (SELECT id FROM jobs LIMIT 1) RETURNING *") > 0) { } }
        void Read() { while (db.Execute("SELECT TOP (10) * FROM Orders") > 0) { } }
        void Command() { using var command = db.CreateCommand(); command.CommandText = "DELETE TOP (500) FROM Orders"; command.ExecuteNonQuery(); }
        """);

    // The text says nothing of the whole, so that no check of it at run time would refuse.
    [Fact]
    public Task No_attribute_is_enforced() => InCode("""
        [AgentGuard.RequiresEnvironment("Development"), AgentGuard.RequiresConfirmation, AgentGuard.RequiresBackup]
        void While() { while (db.{|AG0105:Execute("DELETE TOP (1000) FROM Orders")|} > 0) { } }
        """);

    private static Task InCode(string members) => Verify.Destructive($$"""
        using Dapper;
        using System.Data;
        class C(IDbConnection db)
        {
            {{members}}
        }
        """);
}
