namespace AgentGuard.Analyzers.Tests.Operations;

public class CommandTextTests
{
    [Fact]
    public Task Command_lines_of_processes() => Verify.Destructive("""
        using System.Diagnostics;
        class C
        {
            void M(string dir)
            {
                Process.{|AG0004:Start("rm", "-rf /data")|};
                Process.{|AG0004:Start("rm", "-rf " + dir)|};
                Process.Start("echo", "rm -rf /data");
                Process.{|AG0004:Start(new ProcessStartInfo("bash", "-c \"rm -rf /data\""))|};
                var list = new ProcessStartInfo { FileName = "rm" };
                list.ArgumentList.Add("-rf");
                list.ArgumentList.Add("/data");
                Process.{|AG0004:Start(list)|};
                var process = new Process();
                process.StartInfo.FileName = "terraform";
                process.StartInfo.Arguments = "destroy -auto-approve";
                process.{|all:Start()|};
                Process.Start("terraform", "plan");
            }
        }
        """);

    [Fact]
    public Task A_command_of_a_data_source_is_reported_where_it_is_executed() => Verify.Destructive("""
        using Npgsql;
        class Nodes(NpgsqlDataSource source)
        {
            public Task<int> Clear() => source.CreateCommand("DELETE FROM nodes").{|all:ExecuteNonQueryAsync()|};
            public async Task Drop()
            {
                await using var command = source.CreateCommand("DROP TABLE nodes");
                await command.{|all:ExecuteNonQueryAsync()|};
            }
            public Task<int> Forget(int id) => source.CreateCommand($"DELETE FROM nodes WHERE id = {id}").ExecuteNonQueryAsync();
        }
        """);

    [Fact]
    public Task Requests_to_infrastructure() => Verify.Destructive("""
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        class C
        {
            async Task M(HttpClient client, string id)
            {
                var body = JsonSerializer.Serialize(new { query = "mutation($id: String!) { volumeDelete(volumeId: $id) }", variables = new { id } });
                await client.{|all:PostAsync("https://backboard.railway.app/graphql/v2", new StringContent(body))|};
                await client.{|all:PostAsJsonAsync("https://backboard.railway.app/graphql/v2", new { query = "mutation { volumeDelete(volumeId: \"1\") }" })|};
                await client.PostAsJsonAsync("https://backboard.railway.app/graphql/v2", new { query = "query { volumes { id } }" });
                await client.DeleteAsync("/api/todos/5");
                var request = new HttpRequestMessage(HttpMethod.Post, "https://backboard.railway.app/graphql/v2") { Content = new StringContent($"{{\"query\":\"mutation {{ volumeDelete(volumeId: \\\"{id}\\\") }}\"}}") };
                await client.{|all:SendAsync(request)|};
            }
        }
        """);

    [Fact]
    public Task Command_lines_that_a_fluent_chain_builds() => Verify.Destructive("""
        using CliWrap;
        using CliWrap.Buffered;
        using CliWrap.EventStream;
        class C
        {
            async Task M(bool quiet)
            {
                await Cli.Wrap("rm").WithArguments("-rf /srv/data").{|AG0004:ExecuteAsync()|};
                await Cli.Wrap("rm").WithArguments("-rf /srv/data").{|AG0004:ExecuteBufferedAsync()|};
                await Cli.Wrap("rm").WithArguments(["-rf", "/srv/data"]).WithValidation(CommandResultValidation.None).{|AG0004:ExecuteBufferedAsync()|};
                await foreach (var line in Cli.Wrap("rm").WithArguments("-rf /srv/data").{|AG0004:ListenAsync()|}) { }
                Cli.Wrap("rm").WithArguments("-rf /srv/data").{|AG0004:Observe()|};
                var rm = Cli.Wrap("rm");
                await rm.WithArguments("-rf /srv/data").{|AG0004:ExecuteAsync()|};
                var git = Cli.Wrap("git");
                if (quiet) git = git.WithValidation(CommandResultValidation.None);
                await git.WithArguments("fetch --prune").ExecuteBufferedAsync();
                await git.WithArguments(["status"]).ExecuteAsync();
            }
        }
        """);

    [Fact]
    public Task What_an_extension_block_extends_is_its_argument() => Verify.Destructive("""
        using Shop;
        namespace Shop
        {
            public class Job { public string Line { get; set; } }
            public static class Jobs { extension(Job job) { public void Run() { } } }
        }
        class C
        {
            void M()
            {
                new Job { Line = "rm -rf /srv/data" }.{|AG0004:Run()|};
                new Job { Line = "ls /srv/data" }.Run();
            }
        }
        """, additionalFiles: ("AgentGuard.Operations.txt", "M:Shop.Jobs.Run  runs shell from job.Line"));
}
