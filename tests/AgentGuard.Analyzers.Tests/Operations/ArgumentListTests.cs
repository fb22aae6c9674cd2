namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Arguments that reach a command line one by one: each is one word of it, in its place.</summary>
public sealed class ArgumentListTests
{
    private static Task Helper(string helper, string parameters, string calls) => Verify.Destructive($$"""
        using System.Diagnostics;
        class C(bool force)
        {
            static string Quote(string s) => $"\"{s}\"";
            static void Fill(List<string> list) => list.Add("delete");
            static void Run(string exe, {{parameters}})
            {
                {{helper}}
            }
            void M(string given, string[] others)
            {
                {{calls}}
            }
        }
        """);

    [Theory]
    [InlineData("var psi = new ProcessStartInfo(exe); foreach (var a in args) psi.ArgumentList.Add(a); Process.Start(psi).WaitForExit();")]
    [InlineData("var psi = new ProcessStartInfo { FileName = exe }; foreach (string a in args) { if (a is null) continue; psi.ArgumentList.Add(a); } Process.Start(psi);")]
    [InlineData("using var p = new Process(); p.StartInfo.FileName = exe; foreach (var a in args) p.StartInfo.ArgumentList.Add(a); p.Start();")]
    [InlineData("var psi = new ProcessStartInfo(exe); for (var i = 0; i < args.Length; i++) psi.ArgumentList.Add(args[i]); Process.Start(psi);")]
    [InlineData("var psi = new ProcessStartInfo(exe); Array.ForEach(args, psi.ArgumentList.Add); Process.Start(psi);")]
    [InlineData("var psi = new ProcessStartInfo(exe); Array.ForEach(args, a => psi.ArgumentList.Add(a)); Process.Start(psi);")]
    [InlineData("var psi = new ProcessStartInfo(exe); args.ToList().ForEach(psi.ArgumentList.Add); Process.Start(psi);")]
    [InlineData("var psi = new ProcessStartInfo(exe); foreach (var a in args.Where(x => x.Length > 0)) psi.ArgumentList.Add(a); Process.Start(psi);")]
    [InlineData("var list = new List<string>(); list.AddRange(args); Process.Start(exe, list);")]
    [InlineData("var list = new List<string>(); foreach (var a in args) list.Add(a); Process.Start(new ProcessStartInfo(exe, list));")]
    [InlineData("Process.Start(exe, [.. args]);")]
    [InlineData("Process.Start(exe, args.ToArray());")]
    [InlineData("Process.Start(exe, string.Join(\" \", args.Select(Quote)));")]
    [InlineData("Process.Start(exe, string.Join(' ', args.Select(a => a.Contains(' ') ? \"\\\"\" + a + \"\\\"\" : a)));")]
    public async Task A_helper_hands_all_its_arguments_on(string helper)
    {
        const string Calls = """
            {|all:Run("docker", "volume", "rm", "pgdata")|};
            {|all:Run("kubectl", "delete", "namespace", given)|};
            {|AG0001:{|AG0002:Run("shutdown", "/s", "/t", "60")|}|};
            {|AG0004:Run("rm", "-rf", "/srv/data")|};
            {|AG0004:Run("bash", "-c", "rm -rf /srv/data")|};
            Run("kubectl", "get", "pods", "delete");
            Run("kubectl", "delete", "-f", "a.yaml", "--dry-run=client");
            Run("helm", "uninstall", "x", "--dry-run");
            Run("git", "log", "--author", "reset");
            Run("echo", "rm", "-rf", "/srv/data");
            Run("docker", others);
            Run(given, "volume", "rm");
            """;
        await Helper(helper, "params string[] args", Calls);
    }

    [Theory]
    [InlineData("IEnumerable<string> args", "new[] { \"volume\", \"rm\", given }")]
    [InlineData("IReadOnlyList<string> args", "[\"volume\", \"rm\", given]")]
    [InlineData("IReadOnlyList<string> args", "new List<string> { \"volume\", \"rm\", given }")]
    [InlineData("List<string> args", "new() { \"volume\", \"rm\", given }")]
    [InlineData("params ReadOnlySpan<string> args", "\"volume\", \"rm\", given")]
    [InlineData("params IEnumerable<string> args", "\"volume\", \"rm\", given")]
    public Task Whatever_kind_of_list_it_is(string parameter, string arguments) => Helper(
        "var psi = new ProcessStartInfo(exe); foreach (var a in args) psi.ArgumentList.Add(a); Process.Start(psi);",
        parameter,
        "{|all:Run(\"docker\", " + arguments + ")|}; Run(\"echo\", " + arguments + ");");

    [Fact]
    public Task A_list_that_the_caller_fills() => Helper(
        "var psi = new ProcessStartInfo(exe); foreach (var a in args) psi.ArgumentList.Add(a); Process.Start(psi);",
        "IEnumerable<string> args",
        """
        var list = new List<string> { "volume" };
        list.Add("rm");
        if (force) list.Add("-f");
        list.Add(given);
        {|all:Run("docker", list)|};
        {|all:Run("docker", list.ToArray())|};
        {|all:Run("docker", "volume rm pgdata".Split(' '))|};
        var filled = new List<string>();
        Fill(filled);
        Run("kubectl", filled);
        var other = new List<string>();
        other.Add("get");
        other.Add("delete");
        Run("kubectl", other);
        """);

    [Theory]
    [InlineData("var psi = new ProcessStartInfo(command[0]); for (var i = 1; i < command.Length; i++) psi.ArgumentList.Add(command[i]); Process.Start(psi);")]
    [InlineData("Process.Start(command[0], command[1..]);")]
    [InlineData("Process.Start(command[0], command.Skip(1));")]
    [InlineData("Process.Start(command.First(), string.Join(' ', command.Skip(1)));")]
    [InlineData("var psi = new ProcessStartInfo(command[0]); foreach (var a in command.Skip(1)) psi.ArgumentList.Add(a); Process.Start(psi);")]
    public Task The_program_is_the_first_of_them(string helper) => Verify.Destructive($$"""
        using System.Diagnostics;
        class C
        {
            static void Run(params string[] command)
            {
                {{helper}}
            }
            void M(string given)
            {
                {|all:Run("docker", "volume", "rm", given)|};
                {|AG0001:{|AG0002:Run("shutdown", "/s", "/t", "60")|}|};
                Run("kubectl", "get", "pods", "delete");
                Run("kubectl", "delete", "namespace", given, "--dry-run=client");
                Run("echo", "docker", "volume", "rm");
            }
        }
        """);

    [Fact]
    public Task A_list_in_the_same_method() => Verify.Destructive("""
        using System.Diagnostics;
        class C
        {
            void M(string name, string[] names)
            {
                var one = new ProcessStartInfo("docker");
                foreach (var a in new[] { "volume", "rm", name }) one.ArgumentList.Add(a);
                Process.{|all:Start(one)|};
                var two = new ProcessStartInfo("kubectl");
                foreach (var a in new[] { "get", "pods", "delete" }) two.ArgumentList.Add(a);
                Process.Start(two);
                var three = new ProcessStartInfo("docker");
                three.ArgumentList.Add("volume");
                three.ArgumentList.Add("rm");
                foreach (var volume in names) three.ArgumentList.Add(volume);
                Process.{|all:Start(three)|};
                foreach (var verb in new[] { "get", "delete" })
                {
                    var each = new ProcessStartInfo("kubectl");
                    each.ArgumentList.Add(verb);
                    each.ArgumentList.Add("namespace");
                    each.ArgumentList.Add(name);
                    Process.{|all:Start(each)|};
                    Process.{|all:Start("kubectl", [verb, "namespace", name])|};
                }
            }
        }
        """);

    [Fact]
    public Task A_builder_of_arguments() => Verify.Destructive("""
        using CliWrap;
        class C
        {
            static async Task Run(string exe, params string[] args) => await Cli.Wrap(exe).WithArguments(b => { foreach (var a in args) b.Add(a); }).ExecuteAsync();
            static async Task Whole(string exe, params string[] args) => await Cli.Wrap(exe).WithArguments(b => b.Add("-q").Add(args)).ExecuteAsync();
            async Task M(string name)
            {
                await {|all:Run("docker", "volume", "rm", name)|};
                await Run("kubectl", "get", "pods", "delete");
                await {|AG0004:Whole("rm", "-rf", name)|};
                await Whole("echo", "rm", "-rf", name);
            }
        }
        """);

    [Fact]
    public Task In_an_object_beside_the_program() => Verify.Destructive("""
        using System.Diagnostics;
        record Line(string File, string[] Args);
        class Settings { public string[] Args { get; set; } = []; }
        class C
        {
            static void Run(Line line) => Process.Start(line.File, line.Args);
            static void Fill(Line line) { var info = new ProcessStartInfo(line.File); foreach (var word in line.Args) info.ArgumentList.Add(word); Process.Start(info); }
            void M(string name, Line given, Settings settings)
            {
                {|all:Run(new Line("terraform", ["destroy", "-auto-approve"]))|};
                {|all:Run(new("kubectl", new[] { "delete", "namespace", name }))|};
                {|all:Fill(new("kubectl", ["delete", "namespace", name]))|};
                var line = new Line("docker", ["volume", "rm", name]);
                Process.{|all:Start(line.File, line.Args)|};
                var own = new Settings { Args = ["destroy"] };
                Process.{|all:Start("terraform", own.Args)|};
                Run(new Line("terraform", ["plan"]));
                Fill(new("kubectl", ["get", "namespace", name]));
                Run(new Line("git", ["commit", "-m", "terraform destroy"]));
                Run(given);
                Process.Start("terraform", settings.Args);
            }
        }
        """);
}
