namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Updates of linq2db that say one by one what is set.</summary>
public sealed class SetUpdateTests
{
    [Theory]
    [InlineData("db.GetTable<Order>().Set(o => o.Name, (string)null).{|all:Update()|};")]
    [InlineData("await db.GetTable<Order>().Set(o => o.Id, o => o.Id + 1).Set(o => o.Name, \"\").{|all:UpdateAsync()|};")]
    [InlineData("await db.GetTable<Order>().AsUpdatable().Set(o => o.Name, \"\").{|all:UpdateAsync()|};")]
    [InlineData("var all = db.GetTable<Order>().Set(o => o.Name, \"\"); all.{|all:Update()|};")]
    [InlineData("db.GetTable<Order>().Where(o => true).Set(o => o.Name, \"\").{|all:Update()|};")]
    [InlineData("db.GetTable<Order>().Where(o => o.Id == id).Set(o => o.Name, \"\").Update();")]
    [InlineData("db.GetTable<Order>().Where(o => o.Id == id).Set(o => o.Name, \"\").Set(o => o.Id, o => o.Id).Update();")]
    [InlineData("await db.GetTable<Order>().Where(o => o.Id == id).AsUpdatable().Set(o => o.Name, \"\").UpdateAsync();")]
    [InlineData("db.GetTable<Order>().Set(o => o.Id, o => o.Id + 1).Update();")]
    [InlineData("db.GetTable<Order>().AsUpdatable().Set(o => o.Id, o => o.Id + 1).Set(o => o.Name, o => o.Name + \"x\").Update();")]
    public Task Of_every_row(string statements) => Verify.Destructive($$"""
        using System.Linq.Expressions;
        using LinqToDB;
        using LinqToDB.Linq;
        namespace LinqToDB.Linq { public interface IUpdatable<T> { } }
        namespace LinqToDB
        {
            public interface IDataContext { }
            public interface ITable<T> : IQueryable<T> { }
            public static class DataExtensions { public static ITable<T> GetTable<T>(this IDataContext context) where T : class => null; }
            public static class LinqExtensions
            {
                public static IUpdatable<T> AsUpdatable<T>(this IQueryable<T> source) => null;
                public static IUpdatable<T> Set<T, TV>(this IQueryable<T> source, Expression<Func<T, TV>> extract, TV value) => null;
                public static IUpdatable<T> Set<T, TV>(this IQueryable<T> source, Expression<Func<T, TV>> extract, Expression<Func<T, TV>> update) => null;
                public static IUpdatable<T> Set<T, TV>(this IUpdatable<T> source, Expression<Func<T, TV>> extract, TV value) => null;
                public static IUpdatable<T> Set<T, TV>(this IUpdatable<T> source, Expression<Func<T, TV>> extract, Expression<Func<T, TV>> update) => null;
                public static int Update<T>(this IUpdatable<T> source) => 0;
                public static Task<int> UpdateAsync<T>(this IUpdatable<T> source, CancellationToken token = default) => null;
            }
        }
        class Order { public int Id { get; set; } public string Name { get; set; } }
        class C(IDataContext db)
        {
            async Task M(int id) { {{statements}} await Task.Yield(); }
        }
        """);
}
