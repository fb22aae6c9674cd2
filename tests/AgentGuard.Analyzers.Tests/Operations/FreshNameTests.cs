namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>What has a name that the same code has made up is its own, as long as it is certain that it has.</summary>
public sealed class FreshNameTests
{
    [Theory]
    [InlineData("Path.Combine(root, Guid.NewGuid().ToString())")]
    [InlineData("Path.Combine(root, \"run\", Path.GetRandomFileName(), \"out\")")]
    [InlineData("Path.Join(root, $\"run-{Guid.NewGuid():N}\")")]
    [InlineData("root + \"/\" + Guid.NewGuid()")]
    [InlineData("$\"{root}/{Guid.NewGuid().ToString(\"N\").Substring(0, 8)}\"")]
    [InlineData("string.Format(\"{0}/{1}\", root, Guid.NewGuid())")]
    [InlineData("Path.GetFullPath(Path.Combine(root, Guid.NewGuid().ToString()))")]
    [InlineData("Path.Combine(root, \"t\" + Guid.NewGuid().ToString(\"N\")[..8])")]
    [InlineData("Path.Combine(root, $\"run-{DateTime.UtcNow:yyyyMMdd-HHmmss}\")")]
    [InlineData("Path.Combine(root, DateTime.Now.ToString(\"yyyy-MM-dd HH.mm.ss\"))")]
    [InlineData("root + \"/\" + DateTime.UtcNow.Ticks")]
    [InlineData("$\"{root}/{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}\"")]
    [InlineData("$\"{root}/run-{Random.Shared.NextInt64():x}\"")]
    [InlineData("Path.Combine(root, \"run\" + new Random().Next())")]
    public Task A_folder_with_a_new_name_is_its_own(string path) => Delete(path, "Directory.Delete(path, true); new DirectoryInfo(path).Delete(true);");

    [Theory]
    [InlineData("Path.Combine(root, name)")]
    [InlineData("Path.Combine(root, Guid.NewGuid().ToString(), \"..\", name)")]
    [InlineData("Path.Combine(Guid.NewGuid().ToString(), \"/srv/data\")")]
    [InlineData("Path.Combine(Guid.NewGuid().ToString(), name)")]
    [InlineData("name ?? Path.Combine(root, Guid.NewGuid().ToString())")]
    [InlineData("name.Length > 1 ? root : Guid.NewGuid().ToString()")]
    [InlineData("$\"{root}/{(name is null ? Guid.NewGuid().ToString() : name)}\"")]
    [InlineData("Find(Guid.NewGuid())")]
    [InlineData("Combine(root, Guid.NewGuid().ToString())")]
    [InlineData("root.Replace(\"x\", Guid.NewGuid().ToString())")]
    [InlineData("Path.GetDirectoryName(Path.Combine(root, Guid.NewGuid().ToString()))")]
    [InlineData("Path.Combine(root, $\"logs-{DateTime.UtcNow:yyyyMMdd}\")")]
    [InlineData("Path.Combine(root, DateTime.UtcNow.AddDays(-30).ToString(\"yyyyMMddHHmmss\"))")]
    [InlineData("Path.Combine(root, $\"{File.GetCreationTime(name):yyyyMMddHHmmss}\")")]
    [InlineData("Path.Combine(root, DateTime.Now.ToString(\"HHmmss\"))")]
    [InlineData("Path.Combine(root, DateTime.Parse(name).Ticks.ToString())")]
    [InlineData("Path.Combine(root, \"run\" + Random.Shared.Next(100))")]
    [InlineData("Path.Combine(root, \"run\" + new Random(42).Next())")]
    public Task One_that_may_have_another_name_is_not(string path) => Delete(path, "Directory.{|AG0004:Delete(path, true)|};");

    [Fact]
    public Task What_was_moved_there_may_be_somebody_elses() => Verify.Destructive("""
        class C
        {
            void M(string data)
            {
                var trash = data + Guid.NewGuid();
                Directory.Move(data, trash);
                Directory.{|AG0004:Delete(trash, true)|};
            }
        }
        """);

    [Fact]
    public Task A_resource_that_is_got_by_a_new_name_is_its_own() => Verify.Destructive("""
        using MongoDB.Driver;
        public class C(IMongoClient mongo, string given)
        {
            private readonly string _name = $"orders-{Guid.NewGuid():N}";
            private readonly string _given = given;
            private string _changed = Guid.NewGuid().ToString();
            public void Change(string name) => _changed = name;
            public async Task M(IMongoDatabase db)
            {
                await mongo.DropDatabaseAsync(_name);
                db.DropCollection(_name);
                await db.GetCollection<string>(_name).DeleteManyAsync(_ => true);
                var orders = db.GetCollection<string>(_name);
                await orders.DeleteManyAsync(_ => true);
                await mongo.{|all:DropDatabaseAsync(_given)|};
                await mongo.{|all:DropDatabaseAsync(_changed)|};
                await db.GetCollection<string>(_given).{|all:DeleteManyAsync(_ => true)|};
                await db.GetCollection<string>(_name).Database.GetCollection<string>("orders").{|all:DeleteManyAsync(_ => true)|};
                await Named(_name).{|all:DeleteManyAsync(_ => true)|};
            }
            private IMongoCollection<string> Named(string name) => Find(mongo, name);
            public static IMongoCollection<string> Find(IMongoClient mongo, string name) => null;
        }
        public class Renaming(IMongoDatabase db)
        {
            private readonly string _trash = Guid.NewGuid().ToString();
            public void M()
            {
                db.RenameCollection("orders", _trash);
                db.{|all:DropCollection(_trash)|};
            }
        }
        """);

    [Theory]
    [InlineData("string path = null; try { path = Path.Combine(root, Path.GetRandomFileName()); Directory.CreateDirectory(path); } catch { Directory.Delete(path, true); throw; }")]
    [InlineData("_path = Path.Combine(root, Guid.NewGuid().ToString()); if (_path != null) { Directory.Delete(_path, true); _path = null; }")]
    public Task Null_before_or_after_is_nothing_that_could_go(string statements) => Verify.Destructive($$"""
        class C { private string _path; void M(string root) { {{statements}} } }
        """);

    [Theory]
    [InlineData("string path = null; if (root.Length > 1) path = root; Directory.{|AG0004:Delete(path, true)|};")]
    [InlineData("_path = Path.Combine(root, Guid.NewGuid().ToString()); Directory.{|AG0004:Delete(_path, true)|}; _path = null; _path = root;")]
    [InlineData("string path = null; Directory.{|AG0004:Delete(path, true)|};")]
    public Task Null_beside_a_name_that_was_given_changes_nothing(string statements) => Verify.Destructive($$"""
        class C { private string _path; void M(string root) { {{statements}} } }
        """);

    [Theory]
    [InlineData("File.Move(root + \".new\", root, true);")]
    [InlineData("Directory.Move(path, root);")]
    [InlineData("foreach (var file in Directory.GetFiles(path)) File.Move(file, Path.Combine(root, Path.GetFileName(file)));")]
    [InlineData("Console.WriteLine(\"Renamed 3 files, rename table next\");")]
    public Task What_is_moved_elsewhere_was_never_there(string statement) => Delete("Path.Combine(root, Guid.NewGuid().ToString(\"N\"))", $"{statement} Directory.Delete(path, true);");

    [Theory]
    [InlineData("File.Move(root, Path.Combine(path, name));")]
    [InlineData("var there = path; Directory.Move(root, there);")]
    [InlineData("new DirectoryInfo(root).MoveTo(path);")]
    [InlineData("new DirectoryInfo(root).MoveTo(new DirectoryInfo(path).FullName);")]
    public Task What_is_moved_there_is_reported(string statement) => Delete("Path.Combine(root, Guid.NewGuid().ToString(\"N\"))", $"{statement} Directory.{{|AG0004:Delete(path, true)|}};");

    [Theory]
    [InlineData("root + \"_\" + DateTime.UtcNow.Ticks")]
    [InlineData("$\"{root}_{DateTime.UtcNow:yyyyMMddHHmmss}\"")]
    [InlineData("root + DateTimeOffset.UtcNow.ToUnixTimeSeconds()")]
    [InlineData("root + DateTime.Now.ToString(\"yyyyMMddHHmmss\")")]
    [InlineData("Named(root)")]
    public Task What_is_moved_under_the_name_of_a_moment_is_reported(string path) => Delete(path, "Directory.Move(root, path); Directory.{|AG0004:Delete(path, true)|};");

    [Fact]
    public Task What_another_type_has_moved_there_is_reported() => Verify.Destructive("""
        static class Trash
        {
            public static string Away(string data) { var there = data + Guid.NewGuid(); Directory.Move(data, there); return there; }
        }
        static class Folders
        {
            internal static void Remove(string path) => Directory.{|AG0004:Delete(path, true)|};
            internal static void Drop(string path) => Directory.Delete(path, true);
        }
        class C
        {
            void M(string data) => Directory.{|AG0004:Delete(Trash.Away(data), true)|};
            void N(string data) => Folders.Drop(data + Guid.NewGuid());
        }
        class D
        {
            void M(string data) { var there = data + Guid.NewGuid(); Directory.Move(data, there); Folders.Remove(there); }
        }
        """);

    [Fact]
    public Task A_database_under_a_new_name_in_the_connection_string() => Verify.Destructive("""
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Npgsql;
        public static class StandInDbContextOptionsExtensions
        {
            public static DbContextOptionsBuilder<T> UseSqlServer<T>(this DbContextOptionsBuilder<T> builder, string connectionString) where T : DbContext => builder;
            public static DbContextOptionsBuilder<T> UseNpgsql<T>(this DbContextOptionsBuilder<T> builder, string connectionString) where T : DbContext => builder;
        }
        public class Db(DbContextOptions<Db> options) : DbContext(options);
        public class Order { public int Id { get; set; } }
        public class C : IDisposable
        {
            private readonly string _name = $"test_{Guid.NewGuid():N}";
            private readonly Db _db;
            private readonly Db _server;
            public C(string given)
            {
                _db = new Db(new DbContextOptionsBuilder<Db>().UseSqlServer($"Server=.;Database={_name};Encrypt=false").Options);
                _server = new Db(new DbContextOptionsBuilder<Db>().UseSqlServer($"Server={_name};Database=shop").Options);
            }
            public void Dispose() { _db.Set<Order>().ExecuteDelete(); _db.Database.EnsureDeleted(); _server.Database.{|all:EnsureDeleted()|}; }
            void M(string given)
            {
                new Db(new DbContextOptionsBuilder<Db>().UseSqlite($"Data Source={Guid.NewGuid()}.db").Options).Database.EnsureDeleted();
                new Db(new DbContextOptionsBuilder<Db>().UseSqlite($"Data Source={given}.db").Options).Database.{|all:EnsureDeleted()|};
                new Db(new DbContextOptionsBuilder<Db>().UseNpgsql(new NpgsqlConnectionStringBuilder(given) { Database = _name }.ConnectionString).Options).Database.EnsureDeleted();
                new Db(new DbContextOptionsBuilder<Db>().UseNpgsql(new NpgsqlConnectionStringBuilder(given) { ApplicationName = _name }.ConnectionString).Options).Database.{|all:EnsureDeleted()|};
                using var connection = new NpgsqlConnection("Host=localhost;Database=" + _name);
                new NpgsqlCommand("TRUNCATE orders", connection).ExecuteNonQuery();
                new NpgsqlCommand("DROP DATABASE shop", connection).{|all:ExecuteNonQuery()|};
                new NpgsqlCommand("TRUNCATE shop.public.orders", connection).{|all:ExecuteNonQuery()|};
            }
        }
        """);

    [Fact]
    public Task Names_that_an_object_or_a_server_tells() => Verify.Destructive("""
        using MongoDB.Driver;
        using RabbitMQ.Client;
        public class C(IMongoClient mongo, IChannel channel)
        {
            private readonly IMongoDatabase _own = mongo.GetDatabase("it_" + Guid.NewGuid());
            private readonly IMongoDatabase _shop = mongo.GetDatabase("shop");
            async Task M(IMongoCollection<string> orders, string given)
            {
                mongo.DropDatabase(_own.DatabaseNamespace.DatabaseName);
                mongo.{|all:DropDatabase(_shop.DatabaseNamespace.DatabaseName)|};
                await orders.UpdateManyAsync("{ v: 1 }", Builders<string>.Update.Rename("Old", "New"));
                var queue = await channel.QueueDeclareAsync();
                await channel.QueueDeleteAsync(queue.QueueName);
                var named = await channel.QueueDeclareAsync(queue: given);
                await channel.{|all:QueueDeleteAsync(named.QueueName)|};
                // Its own library keeps the name in a field, and has extensions beside the methods.
                var reply = (await channel.QueueDeclareAsync(durable: false, exclusive: true)).QueueName;
                await channel.QueueDeleteAsync(reply, ifUnused: false);
                await channel.{|all:QueueDeleteAsync((await channel.QueueDeclareAsync(durable: false, exclusive: true, queue: given)).QueueName)|};
            }
        }
        namespace RabbitMQ.Client
        {
            public class DeclaredQueue { public readonly string QueueName; }
            public class QueueDeclareOk { public string QueueName { get; } }
            public interface IChannel { Task<uint> QueueDeleteAsync(string queue, bool ifUnused = false, bool ifEmpty = false); Task<QueueDeclareOk> QueueDeclareAsync(string queue = "", bool durable = false); }
            public static class IChannelExtensions { public static Task<DeclaredQueue> QueueDeclareAsync(this IChannel channel, bool durable, bool exclusive, string queue = "") => null; }
        }
        """);

    [Fact]
    public Task Folders_that_a_fixture_keeps_in_a_list() => Verify.Destructive("""
        public class Fixture(string given) : IDisposable
        {
            private readonly List<string> _own = [];
            private readonly List<string> _mixed = new();
            public string GetFolder()
            {
                var folder = NewFolder();
                _own.Add(folder);
                _mixed.Add(folder);
                Directory.CreateDirectory(folder);
                return folder;
            }
            public void Keep() => _mixed.Add(given);
            private static string NewFolder()
            {
                var folder = Path.GetRandomFileName();
                if (Directory.Exists(folder)) folder += DateTime.Now.ToString("HHmmssffff");
                return folder;
            }
            private static string OldFolder(string name) => name.Length > 3 ? name : Path.GetRandomFileName();
            public void Dispose()
            {
                foreach (var folder in _own) Directory.Delete(folder, true);
                foreach (var folder in _mixed) Directory.{|AG0004:Delete(folder, true)|};
                Directory.{|AG0004:Delete(OldFolder(given), true)|};
            }
        }
        """);

    private static Task Delete(string path, string statement) => Verify.Destructive($$"""
        class C
        {
            void M(string root, string name)
            {
                var path = {{path}};
                {{statement}}
            }
            static string Named(string root) => root + "-" + Guid.NewGuid();
            static string Find(Guid key) => "/srv/data";
            static string Combine(string root, string name) => root + "/data";
        }
        """);
}
