namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Helpers that delete what a query or filter selects that they are handed.</summary>
public class HandedSetTests
{
    [Fact]
    public Task A_query_that_is_handed_on() => InContext("""
        static void Clear<T>(IQueryable<T> rows) => rows.ExecuteDelete();
        static Task ClearAsync<T>(IQueryable<T> rows, CancellationToken stop = default) where T : class { return rows.AsNoTracking().ExecuteDeleteAsync(stop); }
        void All() => {|all:Clear(db.Orders)|};
        void Ordered() { var all = db.Orders.OrderBy(o => o.Id); {|all:Clear(all)|}; }
        Task Named() => {|all:ClearAsync(stop: default, rows: db.Set<Order>())|};
        void Some(int id) => Clear(db.Orders.Where(o => o.Id == id));
        void Unknown(IQueryable<Order> orders) => Clear(orders);
        """);

    [Fact]
    public Task An_extension_method() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore;
        class Order { public int Id { get; set; } }
        class Db : DbContext { public DbSet<Order> Orders { get; set; } }
        static class Extensions
        {
            public static int Purge<T>(this IQueryable<T> rows) => rows.ExecuteDelete();
            public static void PurgeAll<T>(this IQueryable<T> rows) => rows.Purge();
            static void M(Db db, int id)
            {
                db.Orders.{|all:Purge()|};
                {|all:Purge(db.Orders)|};
                db.Orders.{|all:PurgeAll()|};
                db.Orders.Where(o => o.Id == id).Purge();
                db.Orders.Where(o => o.Id == id).PurgeAll();
            }
        }
        """);

    [Fact]
    public Task A_filter_that_is_handed_on() => InContext("""
        void Delete(System.Linq.Expressions.Expression<Func<Order, bool>> filter) => db.Orders.Where(filter).ExecuteDelete();
        void Within(System.Linq.Expressions.Expression<Func<Order, bool>> filter, int tenant) => db.Orders.Where(o => o.Tenant == tenant).Where(filter).ExecuteDelete();
        void All() => {|all:Delete(o => true)|};
        void AnyKey() => {|all:Delete(o => o.Id > 0)|};
        void Some(int id) => Delete(o => o.Id == id);
        void AllOfTenant(int id) => Within(o => true, id);
        """);

    [Fact]
    public Task A_filter_of_documents() => Verify.Destructive("""
        using MongoDB.Driver;
        class Order { public int Id { get; set; } }
        interface IStore { Task Delete(FilterDefinition<Order> filter); }
        class Store(IMongoCollection<Order> orders) : IStore { public Task Delete(FilterDefinition<Order> filter) => orders.DeleteManyAsync(filter); }
        class C(IStore store)
        {
            Task All() => store.{|all:Delete(Builders<Order>.Filter.Empty)|};
            Task Some(int id) => store.Delete(Builders<Order>.Filter.Eq(o => o.Id, id));
        }
        """);

    [Fact]
    public Task A_guard_at_the_call_or_in_the_helper_counts() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Hosting;
        class Order { public int Id { get; set; } }
        class Db : DbContext { public DbSet<Order> Orders { get; set; } }
        class C(Db db, IHostEnvironment env)
        {
            void Clear<T>(IQueryable<T> rows) { if (!env.IsDevelopment()) return; rows.ExecuteDelete(); }
            void All(bool confirmed) { if (confirmed) {|AG0003:Clear(db.Orders)|}; }
        }
        """);

    [Fact]
    public Task An_attribute_holds_at_the_helper_only() => Verify.Destructive("""
        using AgentGuard;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } }
        public class Db : DbContext { public DbSet<Order> Orders { get; set; } }
        public class C(Db db)
        {
            [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup]
            public void Clear<T>(IQueryable<T> rows) => rows.ExecuteDelete();
            public void All() => Clear(db.Orders);
        }
        """);

    [Fact]
    public Task A_database_in_memory_is_nobody_s_loss() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore;
        class Order { public int Id { get; set; } }
        class Db(DbContextOptions options) : DbContext(options) { public DbSet<Order> Orders { get; set; } }
        class C
        {
            static void Clear<T>(IQueryable<T> rows) => rows.ExecuteDelete();
            void M()
            {
                var db = new Db(new DbContextOptionsBuilder().UseInMemoryDatabase("x").Options);
                Clear(db.Orders);
            }
        }
        """);

    [Theory]
    [InlineData("FromSqlRaw(\"SELECT * FROM orders\")")]
    [InlineData("FromSql($\"SELECT o.* FROM dbo.orders AS o ORDER BY id\")")]
    [InlineData("FromSqlRaw(\"SELECT * FROM orders WHERE 1 = 1\")")]
    [InlineData("FromSqlRaw(\"SELECT * FROM orders\").AsNoTracking()")]
    [InlineData("FromSqlInterpolated($\"SELECT * FROM orders\").Where(o => true)")]
    public Task A_query_in_sql_for_all_rows(string query) => InContext($$"""void M() => db.Orders.{{query}}.{|all:ExecuteDelete()|};""");

    [Theory]
    [InlineData("FromSqlRaw(\"SELECT * FROM orders WHERE id = 5\")")]
    [InlineData("FromSql($\"SELECT * FROM orders WHERE id = {id}\")")]
    [InlineData("FromSqlRaw(\"SELECT TOP 5 * FROM orders\")")]
    [InlineData("FromSqlRaw(\"SELECT * FROM orders LIMIT 5\")")]
    [InlineData("FromSqlRaw(\"SELECT * FROM orders o JOIN old ON old.id = o.id\")")]
    [InlineData("FromSqlRaw(\"SELECT * FROM (SELECT * FROM orders WHERE id = 5) o\")")]
    [InlineData("FromSqlRaw(\"EXEC OldOrders\")")]
    [InlineData("FromSqlRaw(sql)")]
    [InlineData("FromSqlRaw(\"SELECT * FROM orders \" + sql)")]
    [InlineData("FromSqlRaw(\"SELECT * FROM orders\").Where(o => o.Id == id)")]
    [InlineData("FromSqlRaw(\"SELECT max(id) id, tenant FROM orders GROUP BY tenant\")")]
    public Task A_query_in_sql_for_some_rows(string query) => InContext($$"""void M(int id, string sql) => db.Orders.{{query}}.ExecuteDelete();""");

    private static Task InContext(string members) => Verify.Destructive($$"""
        using Microsoft.EntityFrameworkCore;
        class Order { public int Id { get; set; } public int Tenant { get; set; } }
        class Db : DbContext { public DbSet<Order> Orders { get; set; } }
        class C(Db db)
        {
            {{members}}
        }
        """);

    [Fact]
    public Task A_repository_by_its_generic_interface() => Verify.Destructive("""
        using System.Linq.Expressions;
        using Microsoft.EntityFrameworkCore;
        class Order { public int Id { get; set; } }
        interface IRepository<T> { Task DeleteAsync(Expression<Func<T, bool>> filter); }
        class Repository<T>(DbContext db) : IRepository<T> where T : class
        {
            public Task DeleteAsync(Expression<Func<T, bool>> filter) => db.Set<T>().Where(filter).ExecuteDeleteAsync();
        }
        class C(IRepository<Order> orders)
        {
            Task All() => orders.{|all:DeleteAsync(_ => true)|};
            Task One(int id) => orders.DeleteAsync(o => o.Id == id);
        }
        """);
}
