namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Commands and statements that are written to the standard input of a program.</summary>
public class TypedInputTests
{
    [Fact]
    public Task Into_a_client_of_a_database() => InClass("""
        void Started() { var psql = Process.Start(new ProcessStartInfo("psql") { RedirectStandardInput = true }); psql.StandardInput.{|all:WriteLine("DROP DATABASE orders")|}; }
        async Task Later() { using var p = Process.Start(new ProcessStartInfo { FileName = "sqlcmd", RedirectStandardInput = true }); await p.StandardInput.{|all:WriteAsync("DROP TABLE Orders")|}; }
        void Writer() { using var p = Process.Start("mysql", "-u root"); using var input = p.StandardInput; input.{|all:WriteLine("DROP TABLE orders;")|}; }
        void InContainer() { using var p = Process.Start(new ProcessStartInfo("docker", "exec -i db psql -U postgres")); p.StandardInput.{|all:WriteLine("DROP DATABASE orders")|}; }
        void Cache() { using var p = Process.Start("redis-cli", "-h cache"); p.StandardInput.{|AG0004:WriteLine("FLUSHALL")|}; }
        void Documents() { using var p = Process.Start("mongosh", "shop"); p.StandardInput.{|all:WriteLine("db.dropDatabase()")|}; }
        void Query() { using var p = Process.Start("psql", "shop"); p.StandardInput.WriteLine("SELECT 1;"); }
        void Create() { using var p = Process.Start("psql", "shop"); p.StandardInput.WriteLine(); p.StandardInput.WriteLine(5); p.StandardInput.Close(); }
        """);

    [Fact]
    public Task Into_a_shell() => InClass("""
        void Bash() { var p = new Process { StartInfo = { FileName = "bash", RedirectStandardInput = true } }; p.Start(); p.StandardInput.{|AG0004:WriteLine("rm -rf /var/lib/data")|}; }
        void Assigned() { var info = new ProcessStartInfo(); info.FileName = "/bin/sh"; using var p = new Process(); p.StartInfo = info; p.Start(); p.StandardInput.{|AG0004:WriteLine("rm -rf /srv/data")|}; }
        void Cmd() { using var p = Process.Start("cmd.exe"); p.StandardInput.{|AG0004:WriteLine(@"rd /s /q C:\data")|}; }
        void PowerShell() { using var p = Process.Start("powershell", "-NoProfile -Command -"); p.StandardInput.{|AG0004:WriteLine(@"Remove-Item -Recurse -Force C:\data")|}; }
        void Remote() { using var p = Process.Start("ssh", "root@db bash -s"); p.StandardInput.{|AG0004:WriteLine("rm -rf /var/lib/postgresql")|}; }
        void Login() { using var p = Process.Start("ssh", "root@db"); p.StandardInput.{|AG0004:WriteLine("rm -rf /var/lib/postgresql")|}; }
        void Cluster() { using var p = Process.Start("bash"); p.StandardInput.{|all:WriteLine("kubectl delete namespace shop")|}; }
        void List() { using var p = Process.Start("bash"); p.StandardInput.WriteLine("ls -la"); p.StandardInput.WriteLine("echo rm -rf /"); }
        """);

    [Fact]
    public Task By_a_field_or_a_helper() => Verify.Destructive("""
        using System.Diagnostics;
        class Shell
        {
            private readonly StreamWriter _input;
            public Shell() { var process = Process.Start(new ProcessStartInfo("psql")); _input = process.StandardInput; }
            private void Run(string sql) => _input.WriteLine(sql);
            public void Reset() => {|all:Run("DROP TABLE orders;")|};
            public void Show() => Run("SELECT 1;");
            public void Direct() => _input.{|all:WriteLine("TRUNCATE orders")|};
        }
        """);

    [Fact]
    public Task Before_the_program_starts() => Verify.Destructive("""
        using CliWrap;
        using CliWrap.Buffered;
        class C
        {
            async Task M(string text)
            {
                await ("DROP TABLE orders" | Cli.Wrap("psql")).{|all:ExecuteAsync()|};
                await Cli.Wrap("psql").WithStandardInputPipe(PipeSource.FromString("DROP DATABASE shop")).WithArguments("-U app").{|all:ExecuteBufferedAsync()|};
                var both = Cli.Wrap("yes") | Cli.Wrap("terraform").WithArguments("destroy");
                await both.{|all:ExecuteAsync()|};
                await ("SELECT 1" | Cli.Wrap("psql")).ExecuteAsync();
                await ("DROP TABLE orders" | Cli.Wrap("cat")).ExecuteAsync();
                await (text | Cli.Wrap("psql")).ExecuteAsync();
            }
        }
        """);

    [Fact]
    public Task Other_programs_and_writers() => InClass("""
        void Pager() { using var p = Process.Start("less"); p.StandardInput.WriteLine("DROP TABLE orders;"); }
        void Unknown(string program) { using var p = Process.Start(program); p.StandardInput.WriteLine("DROP TABLE orders;"); }
        void Given(Process p) => p.StandardInput.WriteLine("DROP TABLE orders;");
        void File() { using var file = new StreamWriter("reset.sql"); file.WriteLine("DROP TABLE orders;"); }
        void Text() { var text = new StringWriter(); text.Write("rm -rf /"); Console.Out.WriteLine("DROP TABLE orders"); Console.WriteLine("rm -rf /"); }
        """);

    [Fact]
    public Task Written_before_it_is_said_what_is_written_to() => InClass("""
        void Drop() => _input.{|all:WriteLine("DROP DATABASE orders")|};
        private readonly StreamWriter _input = Process.Start("psql", "shop").StandardInput;
        """);

    [Fact]
    public Task In_a_long_file() => InClass($$"""
        void Drop() { using var p = Process.Start("psql", "shop"); p.StandardInput.{|all:WriteLine("DROP DATABASE orders")|}; }
        // {{new string('.', 40_000)}}
        void Clear() { using var p = Process.Start("redis-cli", "-h cache"); var input = p.StandardInput; input.{|AG0004:WriteLine("FLUSHALL")|}; }
        """);

    [Fact]
    public Task A_guard_attribute_cannot_hold() => Verify.Destructive("""
        using System.Diagnostics;
        public class C
        {
            [AgentGuard.RequiresEnvironment("Development"), AgentGuard.RequiresConfirmation, AgentGuard.RequiresBackup]
            public void M() { using var p = Process.Start("psql", "shop"); p.StandardInput.{|AG0105:WriteLine("DROP TABLE orders")|}; }
        }
        """);

    private static Task InClass(string members) => Verify.Destructive($$"""
        using System.Diagnostics;
        class C
        {
            {{members}}
        }
        """);
}
