namespace AgentGuard.Generators.Tests;

/// <summary>Text is looked at when it is about to run: what destroys is blocked, what does not is left alone, whoever wrote it.</summary>
public sealed class TextChannelTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("agentguard-test-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    public static TheoryData<string, string> SqlCalls => new()
    {
        { "command", "using var command = connection.CreateCommand(); command.CommandText = sql; command.ExecuteNonQuery();" },
        { "base class", "System.Data.Common.DbCommand command = connection.CreateCommand(); command.CommandText = sql; command.ExecuteScalar();" },
        { "interface", "System.Data.IDbCommand command = connection.CreateCommand(); command.CommandText = sql; command.ExecuteNonQuery();" },
        { "reader", "var command = new SqliteCommand(sql, connection); using var reader = command.ExecuteReader();" },
        { "async", "var command = new SqliteCommand(sql, connection); await command.ExecuteNonQueryAsync();" },
        { "reader async", "var command = new SqliteCommand(sql, connection); await using var reader = await command.ExecuteReaderAsync();" },
        { "dapper", "connection.Execute(sql);" },
        { "dapper async", "await connection.ExecuteAsync(sql);" },
        { "dapper query", "_ = connection.Query<int>(sql).ToList();" },
        { "ef raw", "using var context = new Context(connection); context.Database.ExecuteSqlRaw(sql);" },
        { "ef raw async", "using var context = new Context(connection); await context.Database.ExecuteSqlRawAsync(sql, CancellationToken.None);" },
        { "ef interpolated", "using var context = new Context(connection); context.Database.ExecuteSql(System.Runtime.CompilerServices.FormattableStringFactory.Create(sql));" },
    };

    [Theory]
    [MemberData(nameof(SqlCalls))]
    public async Task Sql_chosen_at_run_time(string name, string body)
    {
        Assert.NotEmpty(name);
        var program = new GuardedProgram($$"""
            using Dapper;
            using Microsoft.Data.Sqlite;
            using Microsoft.EntityFrameworkCore;

            public class Context(SqliteConnection connection) : DbContext
            {
                protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(connection);
            }

            public static class Test
            {
                public static async Task<string> Run()
                {
                    var file = Path.Combine(SetUp.Directory, "rentals.db");
                    using var connection = new SqliteConnection("Pooling=false;Data Source=" + file);
                    connection.Open();
                    using (var create = new SqliteCommand("CREATE TABLE IF NOT EXISTS rentals (id INTEGER); DELETE FROM rentals WHERE id > 0; INSERT INTO rentals VALUES (1), (2)", connection)) create.ExecuteNonQuery();
                    await Do(connection, 1);
                    try { await Do(connection, 2); }
                    catch (DestructiveOperationBlockedException blocked) { return $"{blocked.Guard}: {blocked.Operation} on {Path.GetFileName(blocked.Target)}, {Count(connection)} rows"; }
                    return "dropped: " + Count(connection);
                }

                static object Count(SqliteConnection connection)
                {
                    using var count = new SqliteCommand("SELECT count(*) FROM sqlite_master WHERE name = 'rentals'", connection);
                    if ((long)count.ExecuteScalar() == 0) return "no table";
                    count.CommandText = "SELECT count(*) FROM rentals";
                    return count.ExecuteScalar();
                }

                [RequiresEnvironment("Development")]
                static async Task Do(SqliteConnection connection, int userChoice)
                {
                    var sql = userChoice == 1 ? "SELECT 1" : "DROP " + "TABLE rentals";
                    {{body}}
                    await Task.Yield();
                }
            }
            """);
        Assert.Matches(@"^Environment: \w+\.\w+: DROP TABLE rentals on rentals.db, 2 rows$", Assert.IsType<string>(await program.RunAsync("Production", _directory)));
        Assert.Equal("dropped: no table", await program.RunAsync("Development", _directory));
    }

    [Theory]
    [InlineData("await client.PostAsync(\"graphql/v2\", new StringContent(body, null, \"application/json\"));")]
    [InlineData("await client.PostAsync(new Uri(\"https://backboard.railway.app/graphql/v2\"), new StringContent(body, null, \"application/json\"), CancellationToken.None);")]
    [InlineData("await client.PostAsJsonAsync(\"graphql/v2\", new { query = \"mutation { volumeDelete(volumeId: \\\"vol-1\\\") }\" });")]
    [InlineData("await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"graphql/v2\") { Content = new StringContent(body, null, \"application/json\") });")]
    public async Task A_request_is_blocked_before_it_is_sent(string send)
    {
        var program = new GuardedProgram($$"""
            using System.Net.Http;
            using System.Net.Http.Json;

            public static class Test
            {
                [RequiresEnvironment("Development")]
                public static async Task Run()
                {
                    var body = "{\"query\":\"mutation { " + "volumeDelete(volumeId: 1) }\"}";
                    using var client = new HttpClient(new Network()) { BaseAddress = new Uri("https://backboard.railway.app/") };
                    {{send}}
                }

                private sealed class Network : HttpMessageHandler
                {
                    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new Exception("sent");
                }
            }
            """);
        var blocked = Assert.IsType<Blocked>(await program.RunAsync("Production", _directory));
        Assert.Contains("volumeDelete", blocked.Operation);
        Assert.Equal("sent", (await Assert.ThrowsAsync<Exception>(() => program.RunAsync("Development", _directory))).Message);
    }

    [Theory]
    [InlineData("Process.Start(new ProcessStartInfo(\"rm\", \"-rf data\") { WorkingDirectory = directory })")]
    [InlineData("Process.Start(new ProcessStartInfo { FileName = \"rm\", ArgumentList = { \"-rf\", \"data\" }, WorkingDirectory = directory })")]
    [InlineData("new Process { StartInfo = new ProcessStartInfo(\"rm\", \"-rf data\") { WorkingDirectory = directory } }.Start()")]
    [InlineData("Process.Start(\"bash\", \"-c 'cd \" + directory + \" && rm -rf data'\")")]
    public async Task A_command_counts_from_the_directory_in_which_it_runs(string start)
    {
        var program = new GuardedProgram($$"""
            using System.Diagnostics;

            public static class Test
            {
                [RequiresTarget("/srv/dev/*")]
                public static void Run()
                {
                    var directory = Path.Combine(SetUp.Directory, "prod");
                    {{start}};
                }
            }
            """);
        Directory.CreateDirectory(Path.Combine(_directory, "prod", "data"));
        var blocked = Assert.IsType<Blocked>(await program.RunAsync("Development", _directory));
        Assert.Equal("Target", blocked.Guard);
        Assert.Contains(start.Contains("cd ") ? "cannot be read" : Path.Combine(_directory, "prod", "data"), blocked.Reason);
        Assert.True(Directory.Exists(Path.Combine(_directory, "prod", "data")));
    }

    [Fact]
    public async Task A_native_function_is_blocked_too()
    {
        var program = new GuardedProgram("""
            using System.Runtime.InteropServices;

            public static class Native
            {
                [DllImport("libc", EntryPoint = "system")]
                public static extern int Tidy(string what);
            }

            public static class Test
            {
                [RequiresEnvironment("Development")]
                public static int Run() => Native.Tidy("cd '" + SetUp.Directory + "' && rm -rf data");
            }
            """);
        var data = Directory.CreateDirectory(Path.Combine(_directory, "data")).FullName;
        Assert.Equal("Environment", Assert.IsType<Blocked>(await program.RunAsync("Production", _directory)).Guard);
        Assert.True(Directory.Exists(data));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(0, await program.RunAsync("Development", _directory));
        Assert.False(Directory.Exists(data));
    }

    [Theory]
    [InlineData("/srv/dev/*", "new CliWrap.Command().ExecuteAsync().GetAwaiter().GetResult()", false)]
    [InlineData("/srv/prod/*", "new CliWrap.Command().ExecuteAsync().GetAwaiter().GetResult()", true)]
    [InlineData("/srv/dev/*", "SimpleExec.Command.Run(\"rm\", \"-rf data\", \"/srv/prod\")", false)]
    [InlineData("/srv/prod/*", "SimpleExec.Command.Run(\"rm\", \"-rf data\", \"/srv/prod\")", true)]
    [InlineData("/srv/dev/*", "new Renci.SshNet.SshClient().RunCommand(\"rm -rf /srv/dev/data\")", false)]
    [InlineData("dev.example.com", "new Renci.SshNet.SshClient().RunCommand(\"rm -rf /srv/dev/data\")", true)]
    [InlineData("/srv/dev/*", "new Renci.SshNet.ShellStream().WriteLine(\"rm -rf /srv/dev/data\")", false)]
    [InlineData("*", "new System.Management.Automation.PowerShell().AddScript(\"Remove-Item -Recurse data\")", false)]
    [InlineData("/srv/dev/*", "new System.Management.Automation.PowerShell().AddScript(\"Remove-Item -Recurse /srv/dev/data\")", true)]
    public async Task Libraries_run_commands_in_other_places(string pattern, string call, bool runs)
    {
        var program = new GuardedProgram($$"""
            namespace CliWrap
            {
                public class Command
                {
                    public string TargetFilePath => "rm";
                    public string Arguments => "-rf data";
                    public string WorkingDirPath => "/srv/prod";
                    public Task ExecuteAsync() => Task.CompletedTask;
                }
            }

            namespace SimpleExec
            {
                public static class Command
                {
                    public static void Run(string name, string args = "", string workingDirectory = "") { }
                }
            }

            namespace Renci.SshNet
            {
                public class ConnectionInfo { public string Host => "dev.example.com"; }
                public interface IBaseClient { ConnectionInfo ConnectionInfo { get; } }
                public interface ISshClient : IBaseClient { void RunCommand(string commandText); }
                public class SshClient : ISshClient
                {
                    public ConnectionInfo ConnectionInfo => new();
                    public void RunCommand(string commandText) { }
                }
                public class ShellStream { public void WriteLine(string line) { } }
            }

            namespace System.Management.Automation
            {
                public class PowerShell { public PowerShell AddScript(string script) => this; }
            }

            public static class Test
            {
                [RequiresTarget("{{pattern}}")]
                public static void Run() => {{call}};
            }
            """);
        Assert.Equal(runs, await program.RunAsync("Development", _directory) is not Blocked);
    }
}
