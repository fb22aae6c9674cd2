namespace AgentGuard.Analyzers.Tests.Incidents;

/// <summary>Attempts to get a clean build without a real guard. One guard would be enough for each call, so a fake that counted would silence it. <c>//-</c> marks a stated limit.</summary>
public class GamingTests
{
    private const string Prelude = """
        using AgentGuard;
        using System.Diagnostics;
        using System.Text;
        using Microsoft.Extensions.Hosting;

        """;

    private static readonly CaseSet Cases = new("AG", """
        //+ condition true
        void M(string path) { if (true) Directory.Delete(path, true); }
        //+ constant named like a confirmation
        const bool Confirmed = true;
        void M(string path) { if (Confirmed) Directory.Delete(path, true); }
        //+ readonly field named like a confirmation
        private static readonly bool Confirmed = true;
        void M(string path) { if (Confirmed) Directory.Delete(path, true); }
        //+ local named like a confirmation
        void M(string path) { bool confirmed = true; if (confirmed) Directory.Delete(path, true); }
        //+ confirmation computed from constants
        void M(string path) { var confirmed = 1 == 1; if (confirmed) Directory.Delete(path, true); }
        //+ confirmation or true
        void M(string path, bool confirmed) { if (confirmed || true) Directory.Delete(path, true); }
        //+ not false
        void M(string path) { if (!false) Directory.Delete(path, true); }
        //+ clock
        void M(string path) { if (DateTime.Now.Year > 2000) Directory.Delete(path, true); }
        //+ condition that always holds
        void M(string path) { if (path.Length >= 0) Directory.Delete(path, true); }
        //+ endless loop left at once
        void M(string path) { while (true) { Directory.Delete(path, true); break; } }
        //+ helper that always says development
        private static bool IsDevelopment() => true;
        void M(string path) { if (IsDevelopment()) Directory.Delete(path, true); }
        //+ helper that always says yes
        private static bool Confirm() => true;
        void M(string path) { if (Confirm()) Directory.Delete(path, true); }
        //+ helper that prints and says yes
        private static bool Confirm(string what) { Console.WriteLine("Delete " + what + "?"); return true; }
        void M(string path) { if (Confirm(path)) Directory.Delete(path, true); }
        //+ helper that ensures nothing
        private static void EnsureDevelopment() { }
        void M(string path) { EnsureDevelopment(); Directory.Delete(path, true); }
        //+ helper that only looks for null
        private static bool IsDevelopment(string name) => name != null;
        void M(string path) { if (IsDevelopment(path)) Directory.Delete(path, true); }
        //+ declared environment guard that lies
        [EnvironmentGuard] private static bool Safe => true;
        void M(string path) { if (Safe) Directory.Delete(path, true); }
        //+ declared confirmation guard that lies
        [ConfirmationGuard] private static void Ask() { }
        void M(string path) { Ask(); Directory.Delete(path, true); }
        //+ declared backup guard that lies
        [BackupGuard] private static Task Keep() => Task.CompletedTask;
        async Task M(string path) { await Keep(); Directory.Delete(path, true); }
        //+ backup that does nothing
        private static void Backup() { }
        void M(string path) { Backup(); Directory.Delete(path, true); }
        //+ prompt whose answer is dropped
        void M(string path) { Console.Write("sure?"); Console.ReadLine(); Directory.Delete(path, true); }
        //+ prompt whose answer is not looked at
        void M(string path) { var answer = Console.ReadLine(); Directory.Delete(path, true); Console.WriteLine(answer); }
        //+ prompt or true
        void M(string path) { if (Console.ReadLine() == "yes" || true) Directory.Delete(path, true); }
        //+ guard swallowed
        void M(string path) { try { Guard.RequireEnvironment("Development"); } catch { } Directory.Delete(path, true); }
        //+ guard swallowed and logged
        void M(string path) { try { Guard.RequireEnvironment("Development"); } catch (Exception e) { Console.WriteLine(e); } Directory.Delete(path, true); }
        //+ deletion in the guard's finally
        void M(string path) { try { Guard.RequireEnvironment("Development"); } finally { Directory.Delete(path, true); } }
        //+ copy swallowed
        void M(string path) { try { File.Copy(path + "/a", "/srv/b"); } catch (IOException) { } Directory.Delete(path, true); }
        //+ environment variable set by the program
        void M(string path) { Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Development"); if (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == "Development") Directory.Delete(path, true); }
        //+ environment name set by the program
        void M(string path, IHostEnvironment env) { env.EnvironmentName = "Development"; if (env.IsDevelopment()) Directory.Delete(path, true); }
        //+ consent file written by the program
        void M(string path) { File.WriteAllText("consent", "yes"); if (File.ReadAllText("consent") == "yes") Directory.Delete(path, true); }
        //+ switch set by the program
        void M(string path) { AppContext.SetSwitch("wipe", true); if (AppContext.TryGetSwitch("wipe", out var found) && found) Directory.Delete(path, true); }
        //+ guard after the call
        void M(string path) { Directory.Delete(path, true); Guard.RequireEnvironment("Development"); }
        //+ guard on one of two ways
        void M(string path, bool careful) { if (careful) Guard.RequireEnvironment("Development"); Directory.Delete(path, true); }
        //+ check inverted
        void M(string path, IHostEnvironment env) { if (env.IsProduction()) Directory.Delete(path, true); }
        //+ check with an empty body
        void M(string path, IHostEnvironment env) { if (env.IsDevelopment()) { } Directory.Delete(path, true); }
        //+ unrelated variable
        void M(string path) { if (Environment.GetEnvironmentVariable("HOME") != null) Directory.Delete(path, true); }
        //+ assertion only
        void M(string path, IHostEnvironment env) { Debug.Assert(env.IsDevelopment()); Directory.Delete(path, true); }
        //+ guard in debug builds only
        void M(string path)
        {
        #if DEBUG
            Guard.RequireEnvironment("Development");
        #endif
            Directory.Delete(path, true);
        }
        //+ answer overwritten
        void M(string path) { var yes = Console.ReadLine() == "yes"; yes = true; if (yes) Directory.Delete(path, true); }
        //+ it exists
        void M(string path) { if (Directory.Exists(path)) Directory.Delete(path, true); }
        //+ lambda
        void M(string path) { Action wipe = () => Directory.Delete(path, true); wipe(); }
        //+ method group
        void M(string path) { Action<string, bool> wipe = Directory.Delete; wipe(path, true); }
        //+ local function
        void M(string path) { Wipe(); void Wipe() => Directory.Delete(path, true); }
        //+ task
        Task M(string path) => Task.Run(() => Directory.Delete(path, true));
        //+ for each
        void M(List<string> paths) => paths.ForEach(p => Directory.Delete(p, true));
        //+ iterator
        IEnumerable<int> M(string path) { Directory.Delete(path, true); yield return 1; }
        //+ property
        string Path { get { Directory.Delete("/srv/shop", true); return ""; } }
        //+ static constructor
        static C() { Directory.Delete("/srv/shop", true); }
        //+ dispose
        class Cleaner : IDisposable { public void Dispose() => Directory.Delete("/srv/shop", true); }
        //+ wrapper of ones own
        static void Tidy(string path) => Directory.Delete(path, true);
        void M(string path) => Tidy(path);
        //+ default method of an interface
        interface IWipe { void Wipe(string path) => Directory.Delete(path, true); }
        //+ operator
        class Eraser { public static Eraser operator !(Eraser e) { Directory.Delete("/srv/shop", true); return e; } }
        //+ named arguments in another order
        void M(string path) => Directory.Delete(recursive: true, path: path);
        //+ recursion in a variable
        void M(string path) { var deep = true; Directory.Delete(path, deep); }
        //+ directory as an object
        void M(string path) { var directory = new DirectoryInfo(path); directory.Delete(true); }
        //+ null-conditional call
        void M(DirectoryInfo? directory) => directory?.Delete(recursive: true);
        //+ temporary path that climbs out
        void M() => Directory.Delete(Path.Combine(Path.GetTempPath(), "../srv"), true);
        //+ partial class
        partial class Half { void M(string path) => Directory.Delete(path, true); }
        partial class Half { bool Confirmed => true; }
        //+ always true filter
        class Order { public int Id { get; set; } }
        void M(DbContext db) => db.Set<Order>().Where(o => true).ExecuteDelete();
        //+ filter that compares a column with itself
        class Order { public int Id { get; set; } }
        void M(DbContext db) => db.Set<Order>().Where(o => o.Id == o.Id).ExecuteDelete();
        //+ SQL in pieces
        void M(DbContext db) => db.Database.ExecuteSqlRaw("DR" + "OP TA" + "BLE orders");
        //+ SQL in a constant
        const string Text = "DROP TABLE orders";
        void M(DbContext db) => db.Database.ExecuteSqlRaw(Text);
        //+ SQL in a readonly field
        private static readonly string Text = "DROP TABLE orders";
        void M(DbContext db) => db.Database.ExecuteSqlRaw(Text);
        //+ SQL by format
        void M(DbContext db) => db.Database.ExecuteSqlRaw(string.Format("{0} TABLE orders", "DROP"));
        //+ SQL by interpolation
        void M(DbContext db) { var verb = "DROP"; db.Database.ExecuteSqlRaw($"{verb} TABLE orders"); }
        //+ SQL by join
        void M(DbContext db) => db.Database.ExecuteSqlRaw(string.Join(" ", "DROP", "TABLE", "orders"));
        //+ SQL by builder
        void M(DbContext db) { var sql = new StringBuilder(); sql.Append("DROP "); sql.Append("TABLE orders"); db.Database.ExecuteSqlRaw(sql.ToString()); }
        //+ SQL by replacement
        void M(DbContext db) => db.Database.ExecuteSqlRaw("DR0P TABLE orders".Replace("0", "O"));
        //+ SQL with comments
        void M(DbContext db) => db.Database.ExecuteSqlRaw("drop/* just tidying */table -- up\n orders");
        //+ SQL behind a harmless statement
        void M(DbContext db) => db.Database.ExecuteSqlRaw("SELECT 1; DROP TABLE orders");
        //+ SQL in EXEC
        void M(DbContext db) => db.Database.ExecuteSqlRaw("EXEC('DROP TABLE orders')");
        //+ SQL with a tautology
        void M(DbContext db) => db.Database.ExecuteSqlRaw("DELETE FROM orders WHERE 1=1");
        //+ SQL through a helper
        private static void Run(DbContext db, string sql) => db.Database.ExecuteSqlRaw(sql);
        void M(DbContext db) => Run(db, "DROP TABLE orders");
        //+ SQL through a command
        void M(System.Data.Common.DbConnection c) { var command = c.CreateCommand(); command.CommandText = "DROP TABLE orders"; command.ExecuteNonQuery(); }

        //+ call on a dynamic variable in view
        void M(DbContext db) { dynamic database = db.Database; database.EnsureDeleted(); }
        //+ reflection on a type in view
        void M(DbContext db) => db.Database.GetType().GetMethod("EnsureDeleted")!.Invoke(db.Database, null);

        //+ reflection by the types that the method takes
        void M(string path) => typeof(Directory).GetMethod("Delete", [typeof(string), typeof(bool)])!.Invoke(null, [path, true]);
        //+ each file of a tree by itself
        void M(string path) { foreach (var file in Directory.GetFiles(path, "*", SearchOption.AllDirectories)) File.Delete(file); }
        //+ each row by itself
        void M(DbContext db) { foreach (var order in db.Set<C>()) db.Remove(order); db.SaveChanges(); }
        //+ text from Base64
        void M(DbContext db) => db.Database.ExecuteSqlRaw(Encoding.UTF8.GetString(Convert.FromBase64String("RFJPUCBUQUJMRSBvcmRlcnM=")));

        //- call through dynamic
        void M(dynamic database) => database.EnsureDeleted();
        //- call through reflection
        void M(Type type, DbContext db) => type.GetMethod("EnsureDeleted")!.Invoke(db.Database, null);
        //- each file by itself
        void M(string path) { foreach (var file in Directory.GetFiles(path)) File.Delete(file); }
        //- text from a file
        void M(DbContext db) => db.Database.ExecuteSqlRaw(File.ReadAllText("drop.sql"));
        //- text from a resource
        private static readonly System.Resources.ResourceManager Texts = new("Texts", typeof(C).Assembly);
        void M(DbContext db) => db.Database.ExecuteSqlRaw(Texts.GetString("drop")!);
        //- text from arithmetic
        void M(DbContext db) => db.Database.ExecuteSqlRaw(new string("ESNQ!U@CMD!n".Select(letter => (char)(letter ^ 1)).ToArray()));
        """, Prelude);

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Attempt(string name) => Cases.CheckAsync(name);

    [Fact]
    public void There_are_at_least_sixty() => Assert.InRange(Cases.Reported.Count + Cases.Ordinary.Count, 60, int.MaxValue);

    [Fact]
    public void Every_limit_is_stated()
    {
        var page = File.ReadAllText(Path.Combine(TestPaths.Root, "docs", "agents.md"));
        Assert.All(Cases.Ordinary, limit => Assert.Contains($"**{limit}**", page));
    }
}
