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

    private static Task Delete(string path, string statement) => Verify.Destructive($$"""
        class C
        {
            void M(string root, string name)
            {
                var path = {{path}};
                {{statement}}
            }
            static string Find(Guid key) => "/srv/data";
            static string Combine(string root, string name) => root + "/data";
        }
        """);
}
