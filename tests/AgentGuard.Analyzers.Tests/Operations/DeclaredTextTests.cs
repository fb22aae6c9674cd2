namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Texts that virtual members yield, and settings that have a text by default.</summary>
public sealed class DeclaredTextTests
{
    [Fact]
    public Task A_step_of_a_base_class() => Verify.Destructive("""
        using System.Data;
        using Dapper;
        abstract class Job(IDbConnection c)
        {
            protected abstract string Sql { get; }
            protected abstract string Build(string table);
            protected abstract IEnumerable<string> Statements();
            protected virtual string Clear => "TRUNCATE TABLE orders";
            protected virtual string Count => "SELECT COUNT(*) FROM orders";
            public void A() => c.{|all:Execute(Sql)|};
            public void B() => c.{|all:Execute(Build("orders"))|};
            public void D() { foreach (var s in Statements()) c.{|all:Execute(s)|}; }
            public void E() => c.{|all:Execute(Clear)|};
            public void F() => c.Execute(Count);
        }
        class Purge(IDbConnection c) : Job(c)
        {
            protected override string Sql => "DELETE FROM orders";
            protected override string Build(string table) => $"DROP TABLE {table}";
            protected override IEnumerable<string> Statements() => ["SELECT 1", "DROP TABLE orders"];
        }
        class Report(IDbConnection c) : Job(c)
        {
            protected override string Sql { get { return "SELECT 1"; } }
            protected override string Build(string table) => $"SELECT * FROM {table}";
            protected override IEnumerable<string> Statements() { yield return "SELECT 1"; }
            protected override string Clear => "SELECT 1";
            public void G() => c.Execute(Clear);
            public void H() => c.{|all:Execute(base.Clear)|};
        }
        """);

    [Fact]
    public Task A_step_of_an_interface() => Verify.Destructive("""
        using System.Data;
        using Dapper;
        interface IStep { string Sql { get; } string Name { get; } }
        class DropOrders : IStep { public string Sql => "DROP TABLE orders"; public string Name => "drop"; }
        class ReadOrders : IStep { public string Sql { get; } = "SELECT * FROM orders"; public string Name => "DROP TABLE orders"; }
        interface ISeed<T> { static abstract string ClearSql { get; } }
        class Seed : ISeed<int> { public static string ClearSql => "DELETE FROM orders"; }
        class C(IDbConnection c)
        {
            void A(IEnumerable<IStep> steps) { foreach (var s in steps) c.{|all:Execute(s.Sql)|}; }
            void B(IStep step) => c.{|all:Execute(step.Sql)|};
            void D() { IStep step = new ReadOrders(); c.Execute(step.Sql); }
            void E() { foreach (IStep step in new IStep[] { new ReadOrders() }) c.Execute(step.Sql); }
            void F() { foreach (IStep step in new IStep[] { new ReadOrders(), new DropOrders() }) c.{|all:Execute(step.Sql)|}; }
            void G(IStep step) => c.Execute($"INSERT INTO log VALUES ('{step.Name}')");
            void H<T>() where T : ISeed<int> => c.{|all:Execute(T.ClearSql)|};
        }
        """);

    [Fact]
    public Task A_program_of_a_base_class() => Verify.Destructive("""
        using System.Diagnostics;
        abstract class Tool
        {
            protected abstract string Exe { get; }
            protected void Run(string arguments) => Process.Start(Exe, arguments);
        }
        class Terraform : Tool
        {
            protected override string Exe => "terraform";
            public void Destroy() => {|all:Run("destroy -auto-approve")|};
            public void Plan() => Run("plan");
        }
        """);

    [Fact]
    public Task An_address_of_a_base_class() => Verify.Destructive("""
        using System.Net.Http;
        abstract class Api(HttpClient http)
        {
            protected abstract string BaseUrl { get; }
            protected Task Delete(string id) => http.{|all:DeleteAsync($"{BaseUrl}/volumes/{id}")|};
        }
        class Droplets(HttpClient http) : Api(http)
        {
            protected override string BaseUrl => "https://api.digitalocean.com/v2";
            public Task Remove(string id) => Delete(id);
        }
        """);

    [Fact]
    public Task Settings() => Verify.Destructive("""
        using System.Data;
        using Dapper;
        using Microsoft.Extensions.Configuration;
        class Options
        {
            public string Sql { get; set; } = "TRUNCATE TABLE orders";
            public string Query { get; set; } = "SELECT 1";
            public string Other { get; set; }
        }
        interface IOptions { Options Value { get; } }
        class C(IDbConnection c, Options options, IOptions wrapped, IConfiguration config)
        {
            void A() => c.{|all:Execute(options.Sql)|};
            void B() => c.{|all:Execute(wrapped.Value.Sql)|};
            void D() { c.Execute(options.Query); c.Execute(options.Other); }
            void E() => c.{|all:Execute(config.GetValue("Sql", "TRUNCATE TABLE orders"))|};
            void F() => c.Execute(config.GetValue("Sql", "SELECT 1"));
            void G(string sql = "TRUNCATE TABLE orders") => c.{|all:Execute(sql)|};
            void H(string sql = "SELECT 1") => c.Execute(sql);
            void I(string table, string where = "") => c.Execute($"DELETE FROM {table} {where}");
            void J() => I("orders", "WHERE id = 1");
            void K() { var own = new Options { Sql = "SELECT 1" }; c.Execute(own.Sql); }
            void L() { var own = new Options(); own.Sql = "SELECT 1"; c.Execute(own.Sql); }
        }
        """);

    [Fact]
    public Task What_a_method_hands_out() => Verify.Destructive("""
        using System.Data;
        using Dapper;
        class C(IDbConnection c)
        {
            static async Task<string> LoadAsync() { await Task.Yield(); return "DROP TABLE orders"; }
            static Task<string> Load() => Task.FromResult("DROP TABLE orders");
            static ValueTask<string> Query() => new("SELECT 1");
            static bool TryGet(string table, out string sql) { sql = $"DROP TABLE {table}"; return true; }
            static bool TryRead(out string sql) { sql = "SELECT 1"; return true; }
            async Task A() => await c.{|all:ExecuteAsync(await LoadAsync())|};
            async Task B() => await c.{|all:ExecuteAsync(await Load().ConfigureAwait(false))|};
            async Task D() => await c.ExecuteAsync(await Query());
            void E() { if (TryGet("orders", out var sql)) c.{|all:Execute(sql)|}; }
            void F() { if (TryRead(out var sql)) c.Execute(sql); }
            void G() => c.{|all:Execute(FormattableString.Invariant($"DROP TABLE {DateTime.Today:yyyy}"))|};
        }
        """);

    [Fact]
    public Task A_text_that_a_constructor_is_handed() => Verify.Destructive("""
        using System.Data;
        using Dapper;
        abstract class Cleaner(IDbConnection c, string sql) { public void Run() => c.Execute(sql); public Task RunAsync() => c.ExecuteAsync(sql); }
        class OrderCleaner(IDbConnection c) : {|all:Cleaner(c, "DELETE FROM orders")|};
        class Report(IDbConnection c) : Cleaner(c, "SELECT 1");
        class SqlTask
        {
            readonly string _sql;
            public SqlTask(string sql) => _sql = sql;
            public void Run(IDbConnection c) => c.Execute(_sql);
            public Task RunAsync(IDbConnection c) => c.ExecuteAsync(_sql);
        }
        class Old : SqlTask { public Old() {|all:: base("DROP TABLE orders")|} { } }
        class C(IDbConnection c)
        {
            void A() => {|all:new SqlTask("DROP TABLE orders")|}.Run(c);
            void B() { SqlTask task = {|all:new("DROP TABLE orders")|}; task.Run(c); }
            void D(string given) { new SqlTask("SELECT 1").Run(c); new SqlTask(given).Run(c); }
        }
        """);
}
