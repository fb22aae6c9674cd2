namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A data adapter runs its select command when it fills a table.</summary>
public class AdapterTests
{
    [Fact]
    public Task The_command_of_an_adapter_runs() => InClass("""
        void Created(DataTable t) { using var k = sql.CreateCommand(); k.CommandText = "TRUNCATE TABLE orders"; using var a = new NpgsqlDataAdapter(k); a.{|all:Fill(t)|}; }
        void Inline(DataTable t) => new NpgsqlDataAdapter(new NpgsqlCommand("DROP TABLE orders", sql)).{|all:Fill(t)|};
        void Initializer(DataSet s) { var a = new NpgsqlDataAdapter { SelectCommand = new NpgsqlCommand("DROP TABLE orders", sql) }; a.{|all:Fill(s)|}; }
        void Assigned(DataTable t) { var a = new NpgsqlDataAdapter(); a.SelectCommand = new NpgsqlCommand("DROP TABLE orders", sql); a.{|all:Fill(t)|}; }
        void Any(DbDataAdapter a, DbCommand k, DataTable t) { k.CommandText = "DELETE FROM orders"; a.SelectCommand = k; a.{|all:Fill(t)|}; }
        """);

    [Fact]
    public Task A_helper_that_fills_a_table_runs_what_it_is_handed() => InClass("""
        DataTable Query(string text) { using var k = new NpgsqlCommand(text, sql); using var a = new NpgsqlDataAdapter(k); var t = new DataTable(); a.Fill(t); return t; }
        void Drop() => {|all:Query("DROP TABLE orders")|};
        void Read() => Query("SELECT * FROM orders");
        """);

    [Fact]
    public Task The_commands_for_changed_rows_run_when_it_updates() => InClass("""
        void Delete(DataTable t) { var a = new NpgsqlDataAdapter(); a.DeleteCommand = new NpgsqlCommand("DELETE FROM orders", sql); a.{|all:Update(t)|}; }
        void Update(DataTable t) { var a = new NpgsqlDataAdapter { UpdateCommand = new NpgsqlCommand("UPDATE orders SET total = 0", sql) }; a.{|all:Update(t)|}; }
        void Text(DbDataAdapter a, DataSet s) { a.DeleteCommand.CommandText = "TRUNCATE TABLE orders"; a.{|all:Update(s)|}; }
        void One(DataTable t) { var a = new NpgsqlDataAdapter(); a.DeleteCommand = new NpgsqlCommand("DELETE FROM orders WHERE id = @id", sql); a.UpdateCommand = new NpgsqlCommand("UPDATE orders SET total = @total WHERE id = @id", sql); a.Update(t); }
        void Given(NpgsqlDataAdapter a, DataTable t) => a.Update(t);
        void Filled(DataTable t) { var a = new NpgsqlDataAdapter("SELECT * FROM orders", sql); a.DeleteCommand = new NpgsqlCommand("DELETE FROM orders", sql); a.Fill(t); }
        """);

    [Fact]
    public Task A_text_is_reported_once() => InClass("""
        void Text(DataTable t) { using var a = {|all:new NpgsqlDataAdapter("DROP TABLE orders", sql)|}; a.Fill(t); }
        """);

    [Fact]
    public Task Queries_fill_a_table() => InClass("""
        void Read(DataTable t) { using var k = new NpgsqlCommand("SELECT * FROM orders", sql); using var a = new NpgsqlDataAdapter(k); a.Fill(t); }
        void Some(DataTable t, int id) { using var k = sql.CreateCommand(); k.CommandText = "DELETE FROM orders WHERE id = @id RETURNING *"; new NpgsqlDataAdapter(k).Fill(t); }
        void Given(NpgsqlDataAdapter a, NpgsqlCommand k, DataTable t) { a.Fill(t); new NpgsqlDataAdapter(k).Fill(t); }
        void Array(int[] values) => System.Array.Fill(values, 0);
        """);

    private static Task InClass(string members) => Verify.Destructive($$"""
        using System.Data; using System.Data.Common;
        using Npgsql;
        class C(NpgsqlConnection sql)
        {
            {{members}}
        }
        """);
}
