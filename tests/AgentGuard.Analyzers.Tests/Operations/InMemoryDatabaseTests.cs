namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Connections and options of a database in memory or in a temporary file, wherever they are put together.</summary>
public sealed class InMemoryDatabaseTests
{
    private const string Head = """
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        class Db(DbContextOptions<Db> options) : DbContext(options);
        static class Choosing
        {
            public static DbContextOptionsBuilder<Db> UseInMemoryDatabase(this DbContextOptionsBuilder<Db> builder, bool really) { builder.UseSqlite("Data Source=/srv/shop.db"); return builder; }
        }
        """;

    [Theory]
    [InlineData("static Db Create() { var options = new DbContextOptionsBuilder<Db>().UseInMemoryDatabase(\"a\").Options; return new Db(options); }", "using var db = Create();")]
    [InlineData("static Db Create() => new(new DbContextOptionsBuilder<Db>().UseInMemoryDatabase(\"a\").Options);", "using var db = Create();")]
    [InlineData("static DbContextOptions<Db> Options => new DbContextOptionsBuilder<Db>().UseInMemoryDatabase(\"a\").Options;", "using var db = new Db(Options);")]
    [InlineData("static DbContextOptions<Db> Options() => new DbContextOptionsBuilder<Db>().UseInMemoryDatabase(\"a\").Options;", "using var db = new Db(Options());")]
    [InlineData("private readonly SqliteConnection _connection = new(\"DataSource=:memory:\"); Db Create() => new(new DbContextOptionsBuilder<Db>().UseSqlite(_connection).Options);", "using var db = Create();")]
    [InlineData("", "var file = Path.Combine(Path.GetTempPath(), \"a.db\"); using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite($\"Data Source={file}\").Options);")]
    [InlineData("", "using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite(new SqliteConnectionStringBuilder { Mode = SqliteOpenMode.Memory, DataSource = \"a\" }.ToString()).Options);")]
    public Task Nothing_is_reported(string members, string statements) => Verify.Destructive($$"""
        {{Head}}
        class C { {{members}} void M(bool test, string given) { {{statements}} db.Database.EnsureDeleted(); } }
        """);

    [Theory]
    [InlineData("static Db Create(bool test, string given) => test ? new(new DbContextOptionsBuilder<Db>().UseInMemoryDatabase(\"a\").Options) : new(new DbContextOptionsBuilder<Db>().UseSqlite(given).Options);", "using var db = Create(test, given);")]
    [InlineData("", "using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite(test ? \"Data Source=:memory:\" : given).Options);")]
    [InlineData("", "using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite(given ?? \"Data Source=:memory:\").Options);")]
    [InlineData("", "using var db = new Db(new DbContextOptionsBuilder<Db>().UseInMemoryDatabase(true).Options);")]
    [InlineData("", "using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite(\"Data Source=/srv/:memory:.db\").Options);")]
    [InlineData("", "using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite(\"Data Source=/srv/shop.db;Application Name=:memory:\").Options);")]
    [InlineData("", "using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite(\"Data Source=cache.db\").Options);")]
    public Task What_may_be_on_a_disk_is_reported(string members, string statements) => Verify.Destructive($$"""
        {{Head}}
        class C { {{members}} void M(bool test, string given) { {{statements}} db.Database.{|all:EnsureDeleted()|}; } }
        """);

    [Fact]
    public Task Each_branch_of_a_connection_string_must_say_so() => Verify.Destructive("""
        using Microsoft.Data.Sqlite;
        class C
        {
            void M(bool test, string given)
            {
                using var either = new SqliteConnection(test ? "Data Source=:memory:" : given);
                using var command = new SqliteCommand("DROP TABLE a", either);
                command.{|all:ExecuteNonQuery()|};
                using var memory = new SqliteConnection(test ? "Data Source=:memory:" : "Data Source=a;Mode=Memory");
                using var other = new SqliteCommand("DROP TABLE a", memory);
                other.ExecuteNonQuery();
            }
        }
        """);

    [Fact]
    public Task A_document_store_in_a_stream_in_memory() => Verify.Destructive("""
        using LiteDB;
        namespace LiteDB
        {
            public interface ILiteCollection<T> { int DeleteAll(); }
            public interface ILiteDatabase { bool DropCollection(string name); ILiteCollection<string> GetCollection(string name); }
            public class LiteDatabase : ILiteDatabase
            {
                public LiteDatabase(string connectionString) { }
                public LiteDatabase(Stream stream) { }
                public extern bool DropCollection(string name);
                public extern ILiteCollection<string> GetCollection(string name);
            }
        }
        class C
        {
            private readonly LiteDatabase _memory = new(new MemoryStream());
            private readonly LiteDatabase _file = new("shop.db");
            private readonly LiteDatabase _copy = new(new MemoryStream(File.ReadAllBytes("shop.db")));
            void M(Stream stream)
            {
                _memory.DropCollection("orders");
                _memory.GetCollection("orders").DeleteAll();
                new LiteDatabase(":memory:").DropCollection("orders");
                _file.{|all:DropCollection("orders")|};
                _copy.{|all:DropCollection("orders")|};
                new LiteDatabase(stream).{|all:DropCollection("orders")|};
            }
        }
        """);
}
