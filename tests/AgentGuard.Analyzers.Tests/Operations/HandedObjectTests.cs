namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Commands, requests and steps that a caller makes and a helper runs.</summary>
public sealed class HandedObjectTests
{
    [Theory]
    [InlineData("{|all:ExecuteNonQuery(new SqliteCommand(\"DROP TABLE t\", c))|};")]
    [InlineData("ExecuteNonQuery(new SqliteCommand(\"SELECT 1\", c));")]
    [InlineData("ExecuteNonQuery(given);")]
    [InlineData("{|all:Twice(new SqliteCommand(\"DROP TABLE t\", c), true)|};")]
    [InlineData("{|all:Outer(new SqliteCommand(\"DROP TABLE t\", c))|};")]
    [InlineData("{|all:Make(\"DROP TABLE t\")|};")]
    [InlineData("Make(\"SELECT 1\");")]
    [InlineData("Filtered(new SqliteCommand(\"DELETE FROM t\", c));")]
    [InlineData("Replaced(new SqliteCommand(\"DROP TABLE t\", c));")]
    [InlineData("var command = c.CreateCommand(); command.CommandText = \"DROP TABLE t\"; {|all:ExecuteNonQuery(command)|}; command.CommandText = \"SELECT 1\"; ExecuteNonQuery(command);")]
    [InlineData("new SqliteCommand(\"DROP TABLE t\", c).{|all:Run()|};")]
    [InlineData("new SqliteCommand(\"SELECT 1\", c).Run();")]
    [InlineData("foreach (var each in new[] { new SqliteCommand(\"SELECT 1\", c), new SqliteCommand(\"DROP TABLE t\", c) }) each.{|all:ExecuteNonQuery()|};")]
    [InlineData("foreach (var each in new[] { new SqliteCommand(\"SELECT 1\", c) }) each.ExecuteNonQuery();")]
    public Task A_command(string calls) => Verify.Destructive($$"""
        using System.Data.Common;
        using Microsoft.Data.Sqlite;
        static class Extensions
        {
            public static int Run(this SqliteCommand command) { command.CommandTimeout = 60; return command.ExecuteNonQuery(); }
        }
        class C(SqliteConnection c)
        {
            static int ExecuteNonQuery(DbCommand cmd, bool open = true) { if (open) cmd.Connection.Open(); return cmd.ExecuteNonQuery(); }
            static int Twice(DbCommand cmd, bool log) => log ? cmd.ExecuteNonQuery() : cmd.ExecuteNonQuery();
            static int Outer(DbCommand cmd) => ExecuteNonQuery(cmd, false);
            int Make(string sql) => ExecuteNonQuery(new SqliteCommand(sql, c));
            static void Filtered(DbCommand cmd) { cmd.CommandText += " WHERE id = 1"; cmd.ExecuteNonQuery(); }
            static void Replaced(DbCommand cmd) { cmd.CommandText = "SELECT 1"; cmd.ExecuteNonQuery(); }
            void M(DbCommand given)
            {
                {{calls}}
            }
        }
        """);

    [Fact]
    public Task A_process() => Verify.Destructive("""
        using System.Diagnostics;
        class C
        {
            static void Run(ProcessStartInfo psi) { psi.UseShellExecute = false; using var p = Process.Start(psi); p.WaitForExit(); }
            static void Run(Process p) { p.Start(); p.WaitForExit(); }
            static void Dry(ProcessStartInfo psi) { psi.ArgumentList.Add("--dry-run=client"); Process.Start(psi); }
            void M(ProcessStartInfo given)
            {
                {|all:Run(new ProcessStartInfo("terraform", "destroy -auto-approve"))|};
                Run(new ProcessStartInfo("terraform", "plan"));
                Run(given);
                {|all:Run(new ProcessStartInfo { FileName = "terraform", ArgumentList = { "destroy", "-auto-approve" } })|};
                var psi = new ProcessStartInfo("kubectl");
                psi.ArgumentList.Add("delete");
                psi.ArgumentList.Add("namespace");
                psi.ArgumentList.Add("prod");
                {|all:Run(psi)|};
                Dry(psi);
                {|all:Run(new Process { StartInfo = new ProcessStartInfo("terraform", "destroy -auto-approve") })|};
                var process = new Process();
                process.StartInfo.FileName = "terraform";
                process.StartInfo.Arguments = "destroy -auto-approve";
                {|all:Run(process)|};
                process.StartInfo.Arguments = "plan";
                Run(process);
            }
        }
        """);

    [Fact]
    public Task A_fluent_command() => Verify.Destructive("""
        using CliWrap;
        class C
        {
            static async Task Run(Command command) => await command.ExecuteAsync();
            async Task M()
            {
                await {|all:Run(Cli.Wrap("terraform").WithArguments("destroy -auto-approve"))|};
                await Run(Cli.Wrap("terraform").WithArguments("plan"));
            }
        }
        """);

    [Fact]
    public Task A_request() => Verify.Destructive("""
        using System.Net.Http;
        class C(HttpClient http)
        {
            async Task Send(HttpRequestMessage message) { (await http.SendAsync(message)).EnsureSuccessStatusCode(); }
            async Task M(string id)
            {
                await {|all:Send(new HttpRequestMessage(HttpMethod.Delete, $"https://api.digitalocean.com/v2/volumes/{id}"))|};
                await Send(new HttpRequestMessage(HttpMethod.Get, $"https://api.digitalocean.com/v2/volumes/{id}"));
                var request = new HttpRequestMessage { Method = HttpMethod.Delete, RequestUri = new Uri($"https://api.digitalocean.com/v2/volumes/{id}") };
                await {|all:Send(request)|};
            }
        }
        """);

    [Fact]
    public Task An_own_object() => Verify.Destructive("""
        using System.Data;
        using System.Diagnostics;
        using Dapper;
        record Query(string Sql, object Args = null);
        class Cmd { public string Sql { get; set; } public int Timeout { get; set; } }
        class C(IDbConnection c)
        {
            Task<int> Exec(Query q) => c.ExecuteAsync(q.Sql, q.Args);
            Task<int> Exec(CommandDefinition d) => c.ExecuteAsync(d);
            Task<int> Exec(Cmd cmd) => c.ExecuteAsync(cmd.Sql);
            Task<int> Filtered(Cmd cmd) => c.ExecuteAsync(cmd.Sql + " WHERE id = 1");
            Task All(IEnumerable<Cmd> commands) => Task.WhenAll(commands.Select(command => c.ExecuteAsync(command.Sql)));
            async Task M(Query given)
            {
                await {|all:Exec(new Query("DELETE FROM Orders"))|};
                await Exec(new Query("DELETE FROM Orders WHERE id = @id", new { id = 1 }));
                await Exec(given);
                await {|all:Exec(new CommandDefinition("TRUNCATE TABLE Orders"))|};
                await Exec(new CommandDefinition("SELECT 1"));
                await {|all:Exec(new Cmd { Sql = "DROP TABLE Orders", Timeout = 5 })|};
                await Exec(new Cmd { Sql = "SELECT 1" });
                await Filtered(new Cmd { Sql = "DELETE FROM Orders" });
                var cmd = new Cmd();
                cmd.Sql = "DROP TABLE Orders";
                await {|all:Exec(cmd)|};
                new List<Cmd> { new() { Sql = "SELECT 1" }, new() { Sql = "DROP TABLE Orders" } }.ForEach(one => c.{|all:Execute(one.Sql)|});
            }
        }
        """);
}
