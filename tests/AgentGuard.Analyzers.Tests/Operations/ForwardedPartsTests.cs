namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Helpers that put one text together from several parameters.</summary>
public sealed class ForwardedPartsTests
{
    [Fact]
    public Task Program_and_arguments() => Verify.Destructive("""
        using System.Diagnostics;
        class Runner
        {
            public void Go(string file, string args) => Process.Start(file, args);
        }
        class C
        {
            static void Run(string file, string args) => Process.Start(file, args);
            static void Inline(string file, string args) => Process.Start(new ProcessStartInfo(file, args));
            static void Local(string file, string args) { var psi = new ProcessStartInfo(file, args); Process.Start(psi); }
            static void Initializer(string file, string args)
            {
                var psi = new ProcessStartInfo { FileName = file, Arguments = args, UseShellExecute = false };
                using var process = Process.Start(psi);
                process.WaitForExit();
            }
            static void Assigned(string file, string args)
            {
                var process = new Process();
                process.StartInfo.FileName = file;
                process.StartInfo.Arguments = args;
                process.Start();
            }
            static void Outer(string verb, string what) => Run("kubectl", verb + " " + what);
            static void Twice(string file, string args, bool quiet) { if (quiet) Process.Start(file, args); else Process.Start(file, args); }
            void M(Runner runner, string given)
            {
                {|all:Run("kubectl", "delete namespace prod")|};
                Run("kubectl", "get pods");
                Run("echo", "kubectl delete namespace prod");
                Run(given, "delete namespace prod");
                {|all:Run(args: "delete namespace prod", file: "kubectl")|};
                {|all:Inline("kubectl", "delete namespace prod")|};
                {|all:Local("kubectl", "delete namespace prod")|};
                {|all:Initializer("kubectl", "delete namespace prod")|};
                {|all:Assigned("kubectl", "delete namespace prod")|};
                {|all:Outer("delete", "namespace prod")|};
                Outer("get", "namespace prod");
                {|all:Twice("kubectl", "delete namespace prod", true)|};
                runner.{|all:Go("kubectl", "delete namespace prod")|};
                {|all:Inner("kubectl", "delete namespace prod")|};
                void Inner(string file, string args) => Process.Start(file, args);
            }
        }
        """);

    [Fact]
    public Task Fluent_commands() => Verify.Destructive("""
        using CliWrap;
        namespace CliWrap
        {
            public class Command
            {
                public string TargetFilePath { get; }
                public string Arguments { get; }
                public Command WithArguments(string arguments) => this;
                public Task ExecuteAsync(CancellationToken cancellationToken = default) => null;
            }
            public static class Cli { public static Command Wrap(string targetFilePath) => new Command(); }
        }
        class C
        {
            static async Task Run(string file, string args) => await Cli.Wrap(file).WithArguments(args).ExecuteAsync();
            async Task M()
            {
                await {|all:Run("terraform", "destroy -auto-approve")|};
                await Run("terraform", "plan");
            }
        }
        """);

    [Fact]
    public Task Verb_and_address() => Verify.Destructive("""
        using System.Net.Http;
        class C(HttpClient client)
        {
            Task Send(HttpMethod method, string url) => client.SendAsync(new HttpRequestMessage(method, url));
            async Task M()
            {
                await {|all:Send(HttpMethod.Delete, "https://api.digitalocean.com/v2/volumes/7")|};
                await Send(HttpMethod.Get, "https://api.digitalocean.com/v2/volumes/7");
            }
        }
        """);

    [Fact]
    public Task Parts_of_a_statement() => Verify.Destructive("""
        using System.Data.Common;
        using Dapper;
        class C
        {
            static void Run(DbConnection c, string verb, string table, string filter = "") => c.Execute($"{verb} {table} {filter}");
            void M(DbConnection c, string name)
            {
                {|all:Run(c, "DROP TABLE", name)|};
                {|all:Run(c, "DELETE FROM", "t")|};
                Run(c, "DELETE FROM", "t", "WHERE id = 1");
                Run(c, "SELECT * FROM", "t");
            }
        }
        """);

    [Fact]
    public Task Objects_that_a_helper_makes() => Verify.Destructive("""
        using System.Data.Common;
        using System.Diagnostics;
        class C(DbConnection c)
        {
            DbCommand Make(string sql)
            {
                var command = c.CreateCommand();
                command.CommandText = sql;
                return command;
            }
            static ProcessStartInfo Psi(string f, string a) => new(f, a);
            static ProcessStartInfo Info(string f, string a) => new() { FileName = f, Arguments = a };
            void M(string given)
            {
                Make("DROP TABLE t").{|all:ExecuteNonQuery()|};
                Make("SELECT 1").ExecuteNonQuery();
                Make(given).ExecuteNonQuery();
                using var command = Make("DROP TABLE t");
                command.{|all:ExecuteNonQuery()|};
                Process.{|all:Start(Psi("kubectl", "delete namespace prod"))|};
                Process.Start(Psi("kubectl", "get pods"));
                var info = Info("kubectl", "delete namespace prod");
                Process.{|all:Start(info)|};
            }
        }
        """);

    [Fact]
    public Task A_lambda_in_a_local() => Verify.Destructive("""
        using System.Data.Common;
        using Dapper;
        class C
        {
            void M(DbConnection c)
            {
                Action<string> run = s => c.Execute(s);
                {|all:run("DROP TABLE t")|};
                run("SELECT 1");
                run.{|all:Invoke("DROP TABLE t")|};
                Func<string, string, int> both = (verb, table) => c.Execute(verb + " " + table);
                {|all:both("DROP TABLE", "t")|};
                both("SELECT * FROM", "t");
            }
        }
        """);

    // An interpreter is called from everywhere: the calls of helpers around it are a product of hundreds, its own are all read.
    [Fact]
    public Task Each_of_very_many_calls() => Verify.Destructive($$"""
        using System.Diagnostics;
        static class C
        {
            static void Run(string file, string args) => Process.Start(file, args);
            {{Lines(300, static i => $$"""static void M{{i}}() => {|all:Run("kubectl", "delete namespace n{{i}}")|};""")}}
            {{Lines(50, static i => $$"""static void A{{i}}(string args) => Run("kubectl", args);""")}}
            {{Lines(50, static i => $$"""static void B{{i}}(string args) { {{Lines(50, static j => $"A{j}(args);")}} }""")}}
            {{Lines(50, static i => $$"""static void D{{i}}(string args) { {{Lines(50, static j => $"B{j}(args);")}} }""")}}
            static void Outer(string file, string args) => Run(file, args);
            static void Last() => {|all:Outer("kubectl", "delete namespace prod")|};
        }
        """);

    private static string Lines(int count, Func<int, string> line) => string.Join("\n", Enumerable.Range(0, count).Select(line));
}
