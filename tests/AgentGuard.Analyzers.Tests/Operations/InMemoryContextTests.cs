namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A context that chooses a database in memory itself has nothing that anybody could miss.</summary>
public sealed class InMemoryContextTests
{
    private const string Contexts = """
        using Microsoft.EntityFrameworkCore;
        class Order { public int Id { get; set; } }
        class MemoryContext(string name) : DbContext
        {
            public DbSet<Order> Orders { get; set; }
            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.EnableDetailedErrors().UseInMemoryDatabase(name);
        }
        class DerivedContext() : MemoryContext("derived");
        sealed class SealedContext : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                base.OnConfiguring(options);
                options.UseSqlite("Data Source=:memory:");
            }
        }
        class FileContext : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=shop.db");
        }
        class OverridingContext() : MemoryContext("none")
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=shop.db");
        }
        class FallbackContext(DbContextOptions options) : DbContext(options)
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                if (!options.IsConfigured) options.UseInMemoryDatabase("fallback");
            }
        }
        class SeededContext(bool seed) : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                options.UseInMemoryDatabase("seeded", memory => memory.EnableNullChecks());
                if (seed) options.EnableSensitiveDataLogging();
            }
        }
        class RootedContext(Microsoft.EntityFrameworkCore.Storage.InMemoryDatabaseRoot root) : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                if (root == null) options.EnableDetailedErrors();
                if (root == null) options.UseInMemoryDatabase("rooted");
                else { options.UseInMemoryDatabase("rooted", root); }
            }
        }
        class ExpressionContext(bool first) : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options) => _ = first ? options.UseInMemoryDatabase("a") : options.UseInMemoryDatabase("b");
        }
        class LoopContext(string[] names) : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                foreach (var name in names) options.UseInMemoryDatabase(name);
            }
        }
        class LateContext : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                Action choose = () => options.UseInMemoryDatabase("late");
            }
        }
        class ChoosingContext(bool real) : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                options.UseInMemoryDatabase("choosing");
                if (real) options.UseSqlite("Data Source=shop.db");
            }
        }
        class EarlyContext(bool real) : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                if (real) return;
                options.UseInMemoryDatabase("early");
            }
        }
        class OpenContext(DbContextOptions options) : DbContext(options);

        """;

    [Theory]
    [InlineData("using var db = new MemoryContext(\"a\"); db.Database.EnsureDeleted();")]
    [InlineData("new MemoryContext(\"a\").Database.EnsureDeleted();")]
    [InlineData("using var db = new MemoryContext(\"a\"); db.Orders.ExecuteDelete();")]
    [InlineData("using var db = new MemoryContext(\"a\"); db.Orders.RemoveRange(db.Orders.ToList());")]
    [InlineData("using var db = new DerivedContext(); db.Database.EnsureDeleted();")]
    [InlineData("using var db = flag ? new MemoryContext(\"a\") : new DerivedContext(); db.Database.EnsureDeleted();")]
    [InlineData("using var db = new SeededContext(flag); db.Database.EnsureDeleted();")]
    [InlineData("using var db = new RootedContext(null); db.Database.EnsureDeleted();")]
    [InlineData("using var db = new ExpressionContext(flag); db.Database.EnsureDeleted();")]
    [InlineData("var builder = new DbContextOptionsBuilder(); builder.EnableDetailedErrors().UseInMemoryDatabase(\"a\"); using var db = new OpenContext(builder.Options); db.Database.EnsureDeleted();")]
    [InlineData("OpenContext db = null; try { db = new OpenContext(new DbContextOptionsBuilder().UseInMemoryDatabase(\"a\").Options); } finally { db?.Database.EnsureDeleted(); }")]
    [InlineData("_kept = new OpenContext(new DbContextOptionsBuilder().UseInMemoryDatabase(\"a\").Options); _kept.Database.EnsureDeleted(); _kept = null;", "OpenContext _kept;")]
    [InlineData("given.Database.EnsureDeleted();")]
    public Task Nothing_is_reported(string statements, string members = "") => Verify.Destructive(Contexts + $"class C {{ {members} void M(bool flag, SealedContext given) {{ {statements} }} }}");

    [Theory]
    [InlineData("using var db = new FileContext(); db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("using var db = new OverridingContext(); db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("using var db = new FallbackContext(options); db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("using var db = new ChoosingContext(flag); db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("using var db = new EarlyContext(flag); db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("using var db = new LoopContext([]); db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("using var db = new LateContext(); db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("var builder = new DbContextOptionsBuilder(options); if (flag) builder.UseInMemoryDatabase(\"a\"); else builder.UseSqlite(\"Data Source=shop.db\"); using var db = new OpenContext(builder.Options); db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("var builder = new DbContextOptionsBuilder(options); if (flag) builder.UseInMemoryDatabase(\"a\"); using var db = new OpenContext(builder.Options); db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("using var db = new OpenContext(options); db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("using DbContext db = flag ? new MemoryContext(\"a\") : new FileContext(); db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("OpenContext db = null; if (flag) db = new OpenContext(options); db?.Database.{|all:EnsureDeleted()|};")]
    [InlineData("given.Database.{|all:EnsureDeleted()|};")]
    public Task What_may_be_on_a_disk_is_reported(string statements) => Verify.Destructive(Contexts + $"class C {{ void M(bool flag, MemoryContext given, DbContextOptions options) {{ {statements} }} }}");
}
