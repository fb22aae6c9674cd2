using AgentGuard.Analyzers.Guards;
using AgentGuard.Analyzers.Guards.Flow;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>What looks like a guard and is none, each beside the real one.</summary>
public sealed class LookalikeTests
{
    [Theory]
    [InlineData("var ok = AnsiConsole.Confirm(\"?\"); int x, y; (x, (ok, y)) = Next(); if (ok) Wipe();", "nothing")]
    [InlineData("var ok = AnsiConsole.Confirm(\"?\"); (int, bool) x; int y; ((_, ok), y) = Other(); if (ok) Wipe();", "nothing")]
    [InlineData("var (x, (ok, y)) = Next(); if (ok) Wipe();", "nothing")]
    [InlineData("if (Next() is (var x, (var ok, _)) && ok) Wipe();", "nothing")]
    [InlineData("bool ok; int x; (x, ok) = (1, AnsiConsole.Confirm(\"?\")); if (ok) Wipe();", "confirmation")]
    [InlineData("_force = false; int x; (x, _force) = (1, true); if (_force) Wipe();", "nothing")]
    public void Deconstruction(string code, string proven) => Check(code, "bool _force; static (int, (bool, int)) Next() => (1, (true, 2)); static ((int, bool), int) Other() => ((1, true), 2);", proven);

    [Theory]
    [InlineData("Fail(); Wipe();", "[Mine.DoesNotReturn] static void Fail() { }", "nothing")]
    [InlineData("Fail(); Wipe();", "[DoesNotReturn] static void Fail() { Work(); }", "nothing")]
    [InlineData("Fail(); Wipe();", "[DoesNotReturn] static void Fail() => throw new InvalidOperationException();", "never reached")]
    [InlineData("Fail(); Wipe();", "[DoesNotReturn] void Fail() => Environment.Exit(1);", "never reached")]
    [InlineData("new Thrower().Fail(); Wipe();", "class Thrower { [DoesNotReturn] public virtual void Fail() => throw new InvalidOperationException(); }", "never reached")]
    [InlineData("Environment.FailFast(\"\"); Wipe();", "", "never reached")]
    [InlineData("Check(env.IsDevelopment()); Wipe();", "static void Check([DoesNotReturnIf(false)] bool holds) { }", "nothing")]
    [InlineData("Check(!env.IsDevelopment()); Wipe();", "static void Check([DoesNotReturnIf(true)] bool holds) { Work(); }", "nothing")]
    [InlineData("Check(env.IsDevelopment()); Wipe();", "static void Check([Mine.DoesNotReturnIf(false)] bool holds) { }", "nothing")]
    [InlineData("Check(env.IsDevelopment()); Wipe();", "static extern void Check([Mine.DoesNotReturnIf(false)] bool holds);", "nothing")]
    [InlineData("Check(env.IsDevelopment()); Wipe();", "static extern void Check([DoesNotReturnIf(false)] bool holds);", "environment")]
    [InlineData("Check(env.IsDevelopment()); Wipe();", "static void Check([DoesNotReturnIf(false)] bool holds) { if (!holds) throw new InvalidOperationException(); }", "environment")]
    public void Contracts_with_the_compiler(string code, string members, string proven) => Check(code, members, proven, """
        namespace Mine
        {
            public sealed class DoesNotReturnAttribute : System.Attribute;
            public sealed class DoesNotReturnIfAttribute(bool value) : System.Attribute { public bool Value => value; }
        }
        """);

    [Theory]
    [InlineData("new StreamReader(\"answers.txt\").ReadLine() == \"yes\"", "nothing")]
    [InlineData("new StringReader(\"yes\").ReadLine() == \"yes\"", "nothing")]
    [InlineData("Process.Start(\"x\").StandardOutput.ReadLine() == \"yes\"", "nothing")]
    [InlineData("new StreamReader(new System.Net.Sockets.TcpClient().GetStream()).ReadLine() == \"yes\"", "nothing")]
    [InlineData("_file.ReadLine() == \"yes\"", "nothing")]
    [InlineData("input.ReadLine() == \"yes\"", "nothing")]
    [InlineData("_script.ReadLine() == \"yes\"", "nothing")]
    [InlineData("Console.ReadLine() == \"yes\"", "confirmation")]
    [InlineData("Console.In.ReadLine() == \"yes\"", "confirmation")]
    [InlineData("_input.ReadLine() == \"yes\"", "confirmation")]
    [InlineData("_in.ReadLineAsync().Result == \"yes\"", "confirmation")]
    [InlineData("new StreamReader(Console.OpenStandardInput()).ReadLine() == \"yes\"", "confirmation")]
    public void Who_answers(string test, string proven) => Check($"TextReader input = new StringReader(\"yes\"); if ({test}) Wipe();", """
        TextReader _input; readonly TextReader _in = Console.In; StreamReader _file; readonly TextReader _script = new StringReader("yes");
        """, proven);

    [Theory]
    [InlineData("await backups.CreateBackupAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);", "nothing")]
    [InlineData("await backups.CreateBackupAsync().ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);", "nothing")]
    [InlineData("await EnsureAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);", "nothing")]
    [InlineData("await backups.CreateBackupAsync().ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext);", "backup")]
    [InlineData("await backups.CreateBackupAsync().ConfigureAwait(false);", "backup")]
    [InlineData("await EnsureAsync().ConfigureAwait(ConfigureAwaitOptions.None);", "environment")]
    public void Failures_that_are_suppressed(string code, string proven) =>
        Check(code + " Wipe();", "async Task EnsureAsync() { await Task.Yield(); if (!env.IsDevelopment()) throw new InvalidOperationException(); }", proven);

    [Fact]
    public void A_class_of_that_name_is_not_the_run_time()
    {
        var state = GuardHarness.AskAll("""
            namespace Mine { using AgentGuard; public class Job { public void Run() { AgentGuard.Guard.RequireEnvironment("Development"); Wipe(); } } }
            namespace AgentGuard { public static class Guard { public static void RequireEnvironment(params string[] names) { } } }
            """).Single().State;
        Assert.Equal("nothing", GuardHarness.Present(state));
    }

    [Theory]
    [InlineData("Guard.RecordBackup(\"shop\", \"/b/x\");", "nothing")]
    [InlineData("backups.ExportMetrics();", "nothing")]
    [InlineData("backups.DumpState();", "nothing")]
    [InlineData("backups.ArchiveLogs();", "nothing")]
    [InlineData("backups.TakeScreenSnapshot();", "nothing")]
    [InlineData("Process.Start(\"pg_dump\", \"--version\").WaitForExit();", "nothing")]
    [InlineData("Process.Start(\"pg_dump\", \"-V\").WaitForExit();", "nothing")]
    [InlineData("Process.Start(\"mysqldump\", \"--help\").WaitForExit();", "nothing")]
    [InlineData("Process.Start(\"pg_dump\", \"-Fc -f /backup/orders.dump orders\").WaitForExit();", "backup")]
    [InlineData("backups.ExportOrders();", "backup")]
    [InlineData("backups.CreateSnapshot();", "backup")]
    public void Backups_of_something_else(string code, string proven) => Check(
        code + " Wipe();",
        "IMore backups; interface IMore { void ExportMetrics(); void DumpState(); void ArchiveLogs(); void TakeScreenSnapshot(); void ExportOrders(); void CreateSnapshot(); }",
        proven);

    [Theory]
    [InlineData("new Exception().Dump();", "nothing")]
    [InlineData("env.Dump();", "nothing")]
    [InlineData("backups.Dump(\"orders\");", "backup")]
    public void Showing_a_value_is_no_backup_of_it(string code, string proven) => Check(code + " Wipe();", "", proven, """
        public static class Shown
        {
            public static extern void Dump(this Exception error);
            public static extern T Dump<T>(this T value);
            public static extern void Dump(this IBackups backups, string name);
        }
        """);

    [Theory]
    [InlineData("if (user.EmailConfirmed) Wipe();", "nothing")]
    [InlineData("if (!user.PhoneNumberConfirmed) return; Wipe();", "nothing")]
    [InlineData("if (user.IsAccountConfirmed) Wipe();", "nothing")]
    [InlineData("if (user.DeletionConfirmed) Wipe();", "confirmation")]
    [InlineData("if (new[] { \"--force\" }.Contains(\"--force\")) Wipe();", "nothing")]
    [InlineData("string[] all = [\"--force\"]; if (all.Contains(\"--force\")) Wipe();", "nothing")]
    [InlineData("if (args.Contains(\"--force\")) Wipe();", "confirmation")]
    public void Names_of_something_else(string code, string proven) => Check(
        code,
        "string[] args; User user; class User { public bool EmailConfirmed { get; set; } public bool PhoneNumberConfirmed { get; set; } public bool IsAccountConfirmed { get; set; } public bool DeletionConfirmed { get; set; } }",
        proven);

    private static void Check(string code, string members, string proven, string declarations = "")
    {
        var isAsync = code.Contains("await");
        var file = $"{declarations}\npublic class Job {{ IHostEnvironment env; IBackups backups; public {(isAsync ? "async Task" : "void")} Run() {{ {code} }} {members} }}";
        if (members.Contains("IMore backups")) file = file.Replace(" IBackups backups;", "");
        Assert.Equal(proven, GuardHarness.Present(GuardHarness.AskAll(file).Single().State));
    }
}
