namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Scripts that a member writes to a file and then has a program run.</summary>
public sealed class WrittenScriptTests
{
    private static Task Body(string body, string attributes = "") => Verify.Destructive($$"""
        using System.Diagnostics;
        using AgentGuard;
        using Microsoft.Extensions.Hosting;
        class C(IHostEnvironment env)
        {
            {{attributes}}
            void M(string folder, string text)
            {
                {{body}}
            }
        }
        """);

    [Fact]
    public Task By_a_path_in_view() => Body("""
        File.WriteAllText("/tmp/clean.sql", "DROP DATABASE shop;");
        Process.{|all:Start("psql", "-f /tmp/clean.sql")|};
        File.WriteAllText("/tmp/clean.sh", "#!/bin/sh\ndropdb shop\n");
        Process.{|all:Start("bash", "/tmp/clean.sh")|};
        File.WriteAllLines("/tmp/all.sh", ["#!/bin/sh", "cd /srv", "dropdb shop"]);
        Process.{|all:Start("/tmp/all.sh")|};
        File.WriteAllText("/tmp/tree.py", "import shutil\nshutil.rmtree('/data')\n");
        Process.{|AG0004:Start("python3", "/tmp/tree.py")|};
        """);

    [Fact]
    public Task By_a_variable() => Body("""
        var script = Path.Combine(Path.GetTempPath(), "clean.sh");
        File.WriteAllText(script, "dropdb shop");
        File.SetUnixFileMode(script, UnixFileMode.UserExecute);
        Process.{|all:Start("sh", script)|};
        var batch = Path.Combine(folder, "clean.ps1");
        File.WriteAllText(batch, "kubectl delete namespace shop");
        var start = new ProcessStartInfo("pwsh") { ArgumentList = { "-File", batch } };
        Process.{|all:Start(start)|};
        """);

    [Fact]
    public Task By_a_writer() => Body("""
        using (var script = new StreamWriter("/tmp/clean.sh")) { script.WriteLine("#!/bin/sh"); script.WriteLine("dropdb shop"); }
        Process.{|all:Start("bash", "/tmp/clean.sh")|};
        var path = Path.Combine(folder, "all.sh");
        using (var script = File.CreateText(path)) { script.Write("cd /srv"); script.Write("dropdb shop"); }
        Process.{|all:Start("sh", path)|};
        using (var file = File.Create("/tmp/other.sql")) using (var script = new StreamWriter(file)) { script.WriteLine("DROP DATABASE shop;"); }
        Process.{|all:Start("psql", "-f /tmp/other.sql")|};
        """);

    [Fact]
    public Task A_writer_of_something_else() => Body("""
        using (var script = new StreamWriter("/tmp/clean.sh")) { script.WriteLine("dropdb shop"); }
        Process.Start("bash", "/tmp/build.sh");
        using (var log = new StreamWriter("/tmp/log.txt")) { log.WriteLine("dropdb shop"); }
        Process.Start("less", "/tmp/log.txt");
        using (var script = new StreamWriter("/tmp/list.sh")) { script.WriteLine("echo dropdb shop"); script.WriteLine(text); }
        Process.Start("bash", "/tmp/list.sh");
        using (var dump = new StreamWriter("/tmp/dump.sql")) { dump.WriteLine("DROP TABLE orders;"); dump.WriteLine("CREATE TABLE orders (id int);"); }
        Process.Start("gzip", "/tmp/dump.sql");
        Process.Start("/usr/bin/code", "/tmp/dump.sql");
        using (var script = new StringWriter()) { script.WriteLine("dropdb shop"); Process.Start("echo", script.ToString()); }
        """);

    [Fact]
    public Task Guarded() => Body("""
        File.WriteAllText("/tmp/clean.sh", "rm -rf /srv/data");
        if (env.IsDevelopment()) Process.Start("bash", "/tmp/clean.sh");
        """);

    [Fact]
    public Task No_attribute_is_enforced() => Body("""
        File.WriteAllText("/tmp/clean.sh", "dropdb shop");
        Process.{|AG0105:Start("bash", "/tmp/clean.sh")|};
        """,
        "[RequiresEnvironment(\"Development\"), RequiresConfirmation, RequiresBackup]");

    [Fact]
    public Task Harmless_or_not_run() => Body("""
        File.WriteAllText("/tmp/list.sh", "ls -l");
        Process.Start("bash", "/tmp/list.sh");
        File.WriteAllText("/srv/migrations/drop.sql", "DROP TABLE orders;");
        Process.Start("git", "add .");
        var report = Path.Combine(folder, "report.sql");
        File.WriteAllText(report, "DROP TABLE orders;");
        Console.WriteLine(report);
        File.Delete(report);
        File.WriteAllText("/tmp/other.sh", text);
        Process.Start("bash", "/tmp/other.sh");
        """);
}
