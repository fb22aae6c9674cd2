using AgentGuard.Analyzers.Guards;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>A check of one path, host or connection says nothing of another one. Wherever there may be a link between the two, it counts.</summary>
public sealed class OtherTargetTests
{
    [Theory]
    [InlineData("void Run(string dir, string otherFolder) { if (otherFolder.StartsWith(\"/tmp/x\")) WipeFiles(dir); }")]
    [InlineData("void Run(string dir, string otherPath) { if (!otherPath.StartsWith(\"/srv/scratch\")) return; WipeFiles(dir); }")]
    [InlineData("void Run(string dir, string otherPath) { var full = Path.GetFullPath(otherPath); if (!full.StartsWith(\"/srv/scratch\")) return; WipeFiles(dir); }")]
    [InlineData("void Run(string dir, string otherPath) { if (!Path.GetFullPath(otherPath).StartsWith(\"/srv/scratch\")) return; WipeFiles(dir); }")]
    [InlineData("void Run(string dir, string otherPath) { if (!new DirectoryInfo(otherPath).FullName.StartsWith(\"/srv/scratch\")) return; Directory.CreateDirectory(dir); WipeFiles(dir); }")]
    [InlineData("static bool IsScratch(string path) => path.StartsWith(\"/srv/scratch\"); void Run(string dir, string otherPath) { if (IsScratch(otherPath)) WipeFiles(dir); }")]
    [InlineData("static void Ensure(string path) { if (!path.StartsWith(\"/srv/scratch\")) throw new InvalidOperationException(); } void Run(string dir, string otherPath) { Ensure(otherPath); WipeFiles(dir); }")]
    [InlineData("void Run(string root, string otherRoot) { if (!otherRoot.StartsWith(\"/srv/scratch\")) return; foreach (var dir in Directory.GetDirectories(root)) WipeFiles(dir); }")]
    [InlineData("void Run(string dir, string otherPath) { if (!dir.StartsWith(\"/srv/x\") && !otherPath.StartsWith(\"/srv/x\")) return; WipeFiles(dir); }")]
    [InlineData("void Run(string url, string otherUrl) { if (!new Uri(otherUrl).IsLoopback) return; Wipe(url); }")]
    [InlineData("void Run(string url, string otherUrl) { var uri = new Uri(otherUrl); if (uri.Host != \"localhost\") return; Wipe(url); }")]
    [InlineData("void Run(Uri url, Uri otherUrl) { if (otherUrl.Host != \"localhost\") return; Wipe(url); }")]
    [InlineData("void Run(DbConnection source, DbConnection target) { if (!source.Database.EndsWith(\"_test\")) return; Wipe(target); }")]
    [InlineData("void Run() { var dir = Environment.GetEnvironmentVariable(\"DATA_DIR\"); var otherPath = Environment.GetEnvironmentVariable(\"OTHER_DIR\"); if (otherPath.StartsWith(\"/srv/x\")) WipeFiles(dir); }")]
    [InlineData("void Run(string dir, string otherPath) { if (otherPath is not \"/srv/x\" and not \"/srv/y\") return; WipeFiles(dir); }")]
    [InlineData("void Run(string otherPath) { if (otherPath.StartsWith(\"/srv/x\")) WipeFiles(\"/srv/data\"); }")]
    [InlineData("void Run(string dir, string otherPath) { bool Ok(string path) => path.StartsWith(\"/srv/x\"); if (Ok(otherPath)) WipeFiles(dir); }")]
    [InlineData("void Run(string connectionString, string otherConnectionString) { if (otherConnectionString.Contains(\"localhost\")) { var store = new Store(connectionString); Wipe(store); } }")]
    [InlineData("void Run(string host, string otherHost) { if (otherHost != \"localhost\") return; var store = new Store($\"Host={host}\"); store.Drop(); Wipe(store); }")]
    public void Of_something_else(string code)
    {
        var state = Ask(code);
        Assert.Equal("nothing", GuardHarness.Present(state, code.Contains("WipeFiles(")));
        Assert.Equal(NearMissReason.OtherTarget, state.NearestMiss(GuardKinds.Environment, DestructiveKind.Directory)?.Reason);
    }

    [Theory]
    [InlineData("static bool IsScratch(string path) => path.StartsWith(\"/srv/scratch\"); void Run(string dir, string otherPath) { if (IsScratch(dir)) WipeFiles(dir); }", "environment")]
    [InlineData("static void Ensure(string path) { if (!path.StartsWith(\"/srv/scratch\")) throw new InvalidOperationException(); } void Run(string dir, string otherPath) { Ensure(dir); WipeFiles(dir); }", "environment")]
    [InlineData("void Run(string root, string name) { var dir = Path.Combine(root, name); if (!root.StartsWith(\"/srv/scratch\")) return; WipeFiles(dir); }", "environment")]
    [InlineData("void Run(string dir) { var full = Path.GetFullPath(dir); if (!full.StartsWith(\"/srv/scratch\")) return; WipeFiles(dir); }", "environment")]
    [InlineData("void Run(string dirPath) { var info = new DirectoryInfo(dirPath); if (!info.FullName.StartsWith(\"/srv/scratch\")) return; WipeFiles(dirPath); }", "environment")]
    [InlineData("void Run(string dirPath) { var info = new DirectoryInfo(dirPath); if (!dirPath.StartsWith(\"/srv/scratch\")) return; WipeFiles(info); }", "environment")]
    [InlineData("void Run(string root) { if (!root.StartsWith(\"/srv/scratch\")) return; foreach (var dir in Directory.GetDirectories(root)) WipeFiles(dir); }", "environment")]
    [InlineData("void Run(string dir, string otherPath) { if (otherPath != dir) return; if (!otherPath.StartsWith(\"/srv/scratch\")) return; WipeFiles(dir); }", "environment")]
    [InlineData("void Run(string dir, string root) { if (!dir.StartsWith(root)) return; WipeFiles(dir); }", "environment")]
    [InlineData("readonly string _root; readonly string _dir; void Run(string name) { if (!_root.StartsWith(\"/srv/scratch\")) return; WipeFiles(_dir); }", "environment")]
    [InlineData("readonly string _root; void Run(string dir) { if (!_root.StartsWith(\"/srv/scratch\")) return; WipeFiles(dir); }", "environment")]
    [InlineData("void Run(string dir, Options options) { if (options.Environment != \"Development\") return; WipeFiles(dir); }", "environment")]
    [InlineData("void Run(string dir, string environment) { if (environment != \"Development\") return; WipeFiles(dir); }", "environment")]
    [InlineData("void Run(string dir, string otherPath) { if (!env.IsDevelopment()) return; if (!otherPath.StartsWith(\"/srv/x\")) return; WipeFiles(dir); }", "environment")]
    [InlineData("void Run(string dir, string otherPath) { if (!dir.StartsWith(\"/srv/x\") || !otherPath.StartsWith(\"/srv/x\")) return; WipeFiles(dir); }", "environment")]
    [InlineData("void Run(DbConnection source, DbConnection target) { if (!target.Database.EndsWith(\"_test\")) return; Wipe(target); }", "environment")]
    [InlineData("void Run(DbConnection connection, string connectionString) { if (!connectionString.Contains(\"localhost\")) return; Wipe(connection); }", "environment")]
    [InlineData("void Run(DbConnection connection) { using var command = connection.CreateCommand(); if (!connection.Database.EndsWith(\"_test\")) return; Wipe(command); }", "environment")]
    [InlineData("DbConnection _db; void Run(string otherConnectionString) { if (!otherConnectionString.Contains(\"localhost\")) return; Wipe(_db); }", "environment")]
    [InlineData("void Run(string host) { if (host != \"localhost\") return; Wipe(); }", "environment")]
    [InlineData("void Run(string[] args) { var dir = args[0]; var otherPath = args[1]; if (otherPath.StartsWith(\"/srv/x\")) WipeFiles(dir); }", "environment")]
    [InlineData("void Run(string otherPath) { var dir = Environment.GetEnvironmentVariable(\"DATA_DIR\"); if (dir is null) dir = otherPath; if (otherPath.StartsWith(\"/srv/x\")) WipeFiles(dir); }", "environment")]
    [InlineData("void Run(string dir, string otherPath) { var typed = Console.ReadLine(); if (typed != otherPath) return; WipeFiles(dir); }", "confirmation")]
    [InlineData("void Run(string dir, string typedName) { var typed = Console.ReadLine(); if (typed != \"yes\") return; if (!dir.StartsWith(\"/srv/x\")) return; WipeFiles(dir); }", "environment, confirmation")]
    [InlineData("void Run(string dir, string otherPath) { var name = env.EnvironmentName; if (name != \"Development\") return; WipeFiles(dir); }", "environment")]
    [InlineData("void Run(string dir, string allowedEnvironment) { if (env.EnvironmentName != \"Test\") return; WipeFiles(dir); }", "environment")]
    [InlineData("void Run(string dir) { bool Ok(string path) => path.StartsWith(\"/srv/x\"); if (Ok(dir)) WipeFiles(dir); }", "environment")]
    [InlineData("void Run(List<string> dirs) { foreach (var dir in dirs.Where(d => d.StartsWith(\"/srv/x\"))) { if (!dir.StartsWith(\"/srv/x\")) continue; WipeFiles(dir); } }", "environment")]
    [InlineData("void Run(string[] dirs, string rootPath) { dirs.ToList().ForEach(dir => { if (rootPath.StartsWith(\"/srv/x\")) WipeFiles(dir); }); }", "environment")]
    [InlineData("void Run(string dir, string otherPath) { (string a, string b) = (dir, otherPath); if (a.StartsWith(\"/srv/x\") && b.Length > 0) { dir = a; WipeFiles(dir); } }", "environment")]
    [InlineData("void Run(string connectionString) { if (connectionString.Contains(\"localhost\")) { var store = new Store(connectionString); Wipe(store); } }", "environment")]
    [InlineData("void Run(string host, string database) { if (host != \"localhost\") return; var store = new Store($\"Host={host};Database={database}\"); Wipe(store); }", "environment")]
    [InlineData("void Run(string host) { var settings = new DbConnectionStringBuilder(); settings[\"Host\"] = host; if (host != \"localhost\") return; Wipe(new Store(settings.ToString())); }", "environment")]
    [InlineData("void Run(Store store, string connectionString) { if (connectionString.Contains(\"localhost\")) Wipe(store); }", "environment")]
    [InlineData("void Run(string otherConnectionString) { var store = new Store(); if (otherConnectionString.Contains(\"localhost\")) Wipe(store); }", "environment")]
    public void That_may_be_linked(string code, string proven) => Assert.Equal(proven, GuardHarness.Present(Ask(code), code.Contains("WipeFiles(")));

    private static GuardState Ask(string code) =>
        GuardHarness.AskAll(GuardHarness.FileFor(code, "members") + "\npublic class Store { public Store() { } public Store(string connectionString) { } public void Drop() { } }").Single().State;
}
