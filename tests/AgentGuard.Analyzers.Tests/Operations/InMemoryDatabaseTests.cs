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

    [Theory]
    [InlineData("db.Orders.RemoveRange(db.Orders);")]
    [InlineData("db.Orders.ExecuteDelete();")]
    [InlineData("db.Orders.AsNoTracking().ExecuteDelete();")]
    [InlineData("foreach (var order in db.Orders) db.Orders.Remove(order);")]
    [InlineData("real.Orders.{|all:ExecuteDelete()|};")]
    [InlineData("real.Orders.{|all:RemoveRange(real.Orders)|};")]
    public Task A_set_is_in_the_database_of_the_context_that_it_is_read_from(string statements) => Verify.Destructive($$"""
        using Microsoft.EntityFrameworkCore;
        class Order { public int Id { get; set; } }
        class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Order> Orders => Set<Order>(); }
        class C
        {
            private readonly Db db = new(new DbContextOptionsBuilder<Db>().UseInMemoryDatabase("a").Options);
            void M(Db real) { {{statements}} }
        }
        """);

    [Theory]
    [InlineData("static void Run(SqliteConnection c, string sql) { using var command = c.CreateCommand(); command.CommandText = sql; command.ExecuteNonQuery(); }", "using var c = new SqliteConnection(\"Data Source=:memory:\"); Run(c, \"DELETE FROM a\");")]
    [InlineData("static void Run(SqliteConnection c, string sql) { using var command = c.CreateCommand(); command.CommandText = sql; command.ExecuteNonQuery(); }", "using var c = new SqliteConnection(given); {|all:Run(c, \"DELETE FROM a\")|}; Run(new SqliteConnection(\"Data Source=:memory:\"), \"SELECT 1\");")]
    [InlineData("", "var db = Factory.Create(); Factory.Destroy(db);")]
    [InlineData("", "IDbContextFactory<Db> memory = new MemoryFactory(); using var db = memory.CreateDbContext(); db.Database.EnsureDeleted();")]
    [InlineData("", "factory.CreateDbContext().Database.{|all:EnsureDeleted()|};")]
    [InlineData("", "var services = new ServiceCollection(); services.AddLogging().AddDbContext<Db>(o => o.UseInMemoryDatabase(\"a\")); using var scope = services.BuildServiceProvider().CreateScope(); var db = scope.ServiceProvider.GetRequiredService<Db>(); db.Database.EnsureDeleted();")]
    [InlineData("", "var services = new ServiceCollection(); services.AddDbContext<Db>(o => o.UseSqlite(given)); using var scope = services.BuildServiceProvider().CreateScope(); var db = scope.ServiceProvider.GetRequiredService<Db>(); db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("", "var services = new ServiceCollection(); var other = new ServiceCollection(); other.AddDbContext<Db>(o => o.UseInMemoryDatabase(\"a\")); services.AddDbContext<Db>(o => o.UseSqlite(given)); services.BuildServiceProvider().GetRequiredService<Db>().Database.{|all:EnsureDeleted()|};")]
    public Task Contexts_and_connections_that_come_by_another_way(string members, string statements) => Verify.Destructive($$"""
        {{Head.Replace("using Microsoft.Data.Sqlite;", "using Microsoft.Data.Sqlite;\nusing Microsoft.Extensions.DependencyInjection;")}}
        static class Factory
        {
            public static Db Create() => new(new DbContextOptionsBuilder<Db>().UseInMemoryDatabase("a").Options);
            public static void Destroy(Db db) { db.Database.EnsureDeleted(); db.Dispose(); }
        }
        public static class OpenFactory { public static void Destroy(DbContext db) => db.Database.{|all:EnsureDeleted()|}; }
        class MemoryFactory : IDbContextFactory<Db> { public Db CreateDbContext() => Factory.Create(); }
        class C { {{members}} void M(string given, IDbContextFactory<Db> factory) { {{statements}} OpenFactory.Destroy(Factory.Create()); Factory.Destroy(Factory.Create()); } }
        """);

    [Fact]
    public Task The_database_of_a_container_goes_with_it() => Verify.Destructive("""
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        namespace DotNet.Testcontainers.Containers { public interface IContainer { } public class DockerContainer : IContainer { } }
        namespace Testcontainers.PostgreSql
        {
            public sealed class PostgreSqlContainer : DotNet.Testcontainers.Containers.DockerContainer { public string GetConnectionString() => "x"; }
            public sealed class PostgreSqlBuilder { public PostgreSqlContainer Build() => null; }
        }
        namespace Respawn { public class Respawner { public Task ResetAsync(System.Data.Common.DbConnection connection) => null; } }
        class Configured { public string GetConnectionString() => "x"; }
        class Db(DbContextOptions<Db> options) : DbContext(options);
        class Fixture
        {
            private readonly Testcontainers.PostgreSql.PostgreSqlContainer _container = new Testcontainers.PostgreSql.PostgreSqlBuilder().Build();
            private readonly Configured _configured = new();
            async Task M(Respawn.Respawner respawner)
            {
                await using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite(_container.GetConnectionString()).Options);
                await db.Database.EnsureDeletedAsync();
                await using var connection = new SqliteConnection(_container.GetConnectionString());
                await respawner.ResetAsync(connection);
                using var command = new SqliteCommand("DROP TABLE a", connection);
                command.ExecuteNonQuery();
                await using var other = new SqliteConnection(_configured.GetConnectionString());
                await respawner.{|all:ResetAsync(other)|};
            }
        }
        """);
}
