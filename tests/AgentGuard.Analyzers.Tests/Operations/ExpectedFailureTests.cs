namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>What a test expects to fail is not reported, and only that.</summary>
public sealed class ExpectedFailureTests
{
    [Theory]
    [InlineData("Assert.Throws<InvalidOperationException>(() => db.Set<Order>().ExecuteDelete());")]
    [InlineData("await Assert.ThrowsAsync<InvalidOperationException>(() => db.Set<Order>().ExecuteDeleteAsync());")]
    [InlineData("await Assert.ThrowsAnyAsync<Exception>(async () => await db.Set<Order>().ExecuteDeleteAsync());")]
    [InlineData("Assert.Throws<InvalidOperationException>(() => { db.Set<Order>().ExecuteDelete(); });")]
    [InlineData("await Assert.ThrowsAsync<Exception>(async () => { if (flag) { await db.Set<Order>().ExecuteDeleteAsync(); } else { db.Set<Order>().ExecuteDelete(); } });")]
    [InlineData("Assert.Throws<InvalidOperationException>(creator.Delete);")]
    [InlineData("try { Assert.Throws<InvalidOperationException>(creator.Delete); } finally { db.Dispose(); }")]
    [InlineData("Assert.Throws<InvalidOperationException>(() => { db.Database.ExecuteSqlRaw(\"DROP TABLE orders\"); });")]
    [InlineData("Assert.Throws<InvalidOperationException>(() => { using var other = new DbContext(null); other.Set<Order>().ExecuteDelete(); });")]
    [InlineData("Check.That(() => db.Set<Order>().ExecuteDelete(), Throws.Exception);")]
    [InlineData("Check.That(async () => await db.Set<Order>().ExecuteDeleteAsync(), Throws.InstanceOf<ObjectDisposedException>().With.Property(\"ObjectName\").EqualTo(\"db\"));")]
    [InlineData("Check.That(async () => { await using var other = new DbContext(null); await other.Set<Order>().ExecuteDeleteAsync(); }, Throws.ArgumentNullException.With.Property(\"ParamName\").EqualTo(nameof(flag)));")]
    public Task Nothing_is_reported(string statement) => Verify.Destructive(Test(statement));

    [Theory]
    [InlineData("Assert.Throws<InvalidOperationException>(() => { db.Set<Order>().{|all:ExecuteDelete()|}; Run(null); });")]
    [InlineData("Assert.Throws<Exception>(() => { if (creator.Exists()) db.Set<Order>().{|all:ExecuteDelete()|}; });")]
    [InlineData("Assert.True(db.Set<Order>().{|all:ExecuteDelete()|} > 0);")]
    [InlineData("Assert.Throws<Exception>(() => Run(() => db.Set<Order>().{|all:ExecuteDelete()|}));")]
    [InlineData("Mine.Assert.Throws<Exception>(() => db.Set<Order>().{|all:ExecuteDelete()|});")]
    [InlineData("try { if (flag) Assert.Throws<Exception>(() => db.Set<Order>().{|all:ExecuteDelete()|}); } catch { }")]
    [InlineData("Check.That(() => db.Set<Order>().{|all:ExecuteDelete()|}, Throws.Nothing);")]
    [InlineData("Check.That(() => db.Set<Order>().{|all:ExecuteDelete()|}, Is.EqualTo(1));")]
    [InlineData("Check.That(db.Set<Order>().{|all:ExecuteDelete()|}, Is.EqualTo(1));")]
    [InlineData("Check.That(() => { db.Set<Order>().{|all:ExecuteDelete()|}; Run(null); }, Throws.Exception);")]
    public Task What_may_succeed_is_reported(string statement) => Verify.Destructive(Test(statement));

    private static string Test(string statement) => $$"""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Storage;
        using NUnit.Framework;
        using Assert = Xunit.Assert;
        using Check = NUnit.Framework.Assert;
        class Order { public int Id { get; set; } }
        class C
        {
            async Task M(DbContext db, IRelationalDatabaseCreator creator, bool flag) { {{statement}} await Task.Yield(); }
            static void Run(Action action) => action();
        }
        namespace Mine { static class Assert { public static void Throws<T>(Action action) => action(); } }
        """;
}
