namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A query filter of the model that lets only one tenant's rows through narrows every query of the set.</summary>
public sealed class QueryFilterTests
{
    [Theory]
    [InlineData("b.Entity<Row>().HasQueryFilter(r => r.Tenant == Tenant);")]
    [InlineData("b.Entity<Row>(e => { e.HasKey(r => r.Id); e.HasQueryFilter(r => !r.Gone && r.Tenant == Tenant); });")]
    [InlineData("b.Entity<Row>().HasQueryFilter(r => EF.Property<string>(r, \"Tenant\") == Current.Tenant);")]
    [InlineData("b.Entity<Base>().HasQueryFilter(r => Tenant == r.Tenant);")]
    public Task One_tenants_rows_are_some(string model) => Check(model, """
        db.Rows.ExecuteDelete();
        db.Set<Row>().ExecuteUpdate(s => s.SetProperty(r => r.Gone, true));
        db.Rows.AsNoTracking().OrderBy(r => r.Id).ExecuteDelete();
        db.RemoveRange(db.Rows);
        db.Rows.IgnoreQueryFilters().Where(r => r.Tenant == "a").ExecuteDelete();
        db.Rows.IgnoreQueryFilters().{|all:ExecuteDelete()|};
        db.Others.{|all:ExecuteDelete()|};
        """);

    [Theory]
    [InlineData("b.Entity<Row>().HasQueryFilter(r => !r.Gone);")]
    [InlineData("b.Entity<Row>().HasQueryFilter(r => r.Gone == ShowsGone);")]
    [InlineData("b.Entity<Row>().HasQueryFilter(r => r.Tenant == \"a\");")]
    [InlineData("b.Entity<Row>().HasQueryFilter(r => Tenant == null || r.Tenant == Tenant);")]
    [InlineData("b.Entity<Row>().HasQueryFilter(r => r.Tenant != Tenant);")]
    [InlineData("b.Entity<Row>().HasQueryFilter(r => Tenant == Current.Tenant);")]
    [InlineData("if (ShowsGone) b.Entity<Row>().HasQueryFilter(r => r.Tenant == Tenant);")]
    [InlineData("b.Entity<Row>().HasQueryFilter(r => r.Tenant == Tenant); b.Entity<Row>().HasQueryFilter(r => !r.Gone);")]
    [InlineData("b.Entity<Other>().HasQueryFilter(r => r.Tenant == Tenant);")]
    public Task Other_filters_leave_all_there_are(string model) => Check(model, """
        db.Rows.{|all:ExecuteDelete()|};
        db.Set<Row>().{|all:ExecuteUpdate(s => s.SetProperty(r => r.Gone, true))|};
        """);

    private static Task Check(string model, string statements) => Verify.Destructive($$"""
        using Microsoft.EntityFrameworkCore;
        static class Current { public static string Tenant => Environment.UserName; }
        class Base { public int Id { get; set; } public string Tenant { get; set; } }
        class Row : Base { public bool Gone { get; set; } }
        class Other { public int Id { get; set; } public string Tenant { get; set; } }
        class Db(DbContextOptions<Db> options, string tenant) : DbContext(options)
        {
            public string Tenant { get; } = tenant;
            public bool ShowsGone { get; set; }
            public DbSet<Row> Rows => Set<Row>();
            public DbSet<Other> Others => Set<Other>();
            protected override void OnModelCreating(ModelBuilder b) { {{model}} }
        }
        class C { void M(Db db) { {{statements}} } }
        """);
}
