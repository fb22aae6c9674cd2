namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Deletions that are built by a chain of calls on one object.</summary>
public class RowBuilderTests
{
    private const string Libraries = """
        namespace SqlSugar
        {
            public interface ISqlSugarClient { IDeleteable<T> Deleteable<T>(); IDeleteable<T> Deleteable<T>(T row); IDeleteable<T> Deleteable<T>(dynamic key); }
            public interface IDeleteable<T> { IDeleteable<T> AS(string table); IDeleteable<T> Where(System.Linq.Expressions.Expression<Func<T, bool>> filter); IDeleteable<T> Where(string text, object parameters = null); IDeleteable<T> Where(T row); IDeleteable<T> In(int key); int ExecuteCommand(); Task<bool> ExecuteCommandHasChangeAsync(); }
        }
        namespace FreeSql
        {
            public interface IDelete<T> { IDelete<T> Where(System.Linq.Expressions.Expression<Func<T, bool>> filter); IDelete<T> WhereIf(bool condition, System.Linq.Expressions.Expression<Func<T, bool>> filter); IDelete<T> Where(string text, object parameters = null); IDelete<T> WithTransaction(System.Data.Common.DbTransaction transaction); int ExecuteAffrows(); Task<int> ExecuteAffrowsAsync(CancellationToken cancellation = default); }
        }
        public interface IFreeSql { FreeSql.IDelete<T> Delete<T>(); FreeSql.IDelete<T> Delete<T>(object key); }
        namespace SqlKata { public class Query { public Query Where(string column, object value) => this; public Query When(bool condition, Func<Query, Query> then) => this; } }
        namespace SqlKata.Execution
        {
            using SqlKata;
            public class QueryFactory { public Query Query(string table) => new(); }
            public static class QueryExtensions { public static int Delete(this Query query, int? timeout = null) => 0; public static Task<int> UpdateAsync(this Query query, object data) => null; }
        }
        namespace NHibernate { public interface ISession { System.Linq.IQueryable<T> Query<T>(); void Delete(object row); int Delete(string query); } }
        namespace NHibernate.Linq { public static class DmlExtensionMethods { public static int Delete<T>(this System.Linq.IQueryable<T> source) => 0; } }
        """;

    [Fact]
    public Task Every_row_goes_without_a_condition() => Verify.Destructive($$"""
        using NHibernate; using NHibernate.Linq; using SqlKata.Execution; using SqlSugar;
        class Order { public int Id { get; set; } public bool Old { get; set; } }
        class C
        {
            void Sugar(ISqlSugarClient db)
            {
                db.Deleteable<Order>().{|all:ExecuteCommand()|};
                db.Deleteable<Order>().AS("orders").{|all:ExecuteCommand()|};
                db.Deleteable<Order>().Where(x => true).{|all:ExecuteCommand()|};
                var all = db.Deleteable<Order>();
                all.{|all:ExecuteCommandHasChangeAsync()|};
            }
            void Free(IFreeSql db)
            {
                db.Delete<Order>().Where("1=1").{|all:ExecuteAffrows()|};
                db.Delete<Order>().Where(x => true).WithTransaction(null).{|all:ExecuteAffrowsAsync()|};
                var some = db.Delete<Order>().WithTransaction(null).Where("1=1");
                some.{|all:ExecuteAffrows()|};
            }
            void Kata(QueryFactory db)
            {
                db.Query("orders").{|all:Delete()|};
                db.Query("orders").{|all:UpdateAsync(new { Old = true })|};
            }
            void Hibernate(ISession session)
            {
                session.Query<Order>().{|all:Delete()|};
                session.{|all:Delete("from Order")|};
                session.{|all:Delete("from Order o")|};
                session.{|all:Delete("FROM System.Object")|};
            }
        }
        {{Libraries}}
        """);

    [Fact]
    public Task A_condition_a_key_or_a_row_picks_some() => Verify.Destructive($$"""
        using NHibernate; using NHibernate.Linq; using SqlKata.Execution; using SqlSugar;
        class Order { public int Id { get; set; } public bool Old { get; set; } }
        class C
        {
            void Sugar(ISqlSugarClient db, Order order, int id)
            {
                db.Deleteable<Order>().Where(x => x.Id == id).ExecuteCommand();
                db.Deleteable<Order>().Where("id = @id", new { id }).ExecuteCommand();
                db.Deleteable<Order>().In(id).ExecuteCommand();
                db.Deleteable<Order>(order).ExecuteCommand();
                db.Deleteable<Order>(id).ExecuteCommand();
                var row = new Order();
                row.Id = id;
                db.Deleteable<Order>().Where(row).ExecuteCommand();
            }
            void Free(IFreeSql db, int id, bool old)
            {
                db.Delete<Order>().Where(x => x.Id == id).ExecuteAffrows();
                db.Delete<Order>().Where("id = @id", new { id }).ExecuteAffrows();
                db.Delete<Order>().WhereIf(old, x => x.Old).ExecuteAffrows();
                db.Delete<Order>(id).ExecuteAffrows();
            }
            // FreeSql runs nothing where no condition was put on it.
            void Nothing(IFreeSql db)
            {
                db.Delete<Order>().ExecuteAffrows();
                db.Delete<Order>().WithTransaction(null).ExecuteAffrowsAsync();
                var none = db.Delete<Order>();
                none.ExecuteAffrows();
            }
            void Kata(QueryFactory db, int id)
            {
                db.Query("orders").Where("Id", id).Delete();
                db.Query("orders").Where("Id", id).UpdateAsync(new { Old = true });
                db.Query("orders").When(id > 0, q => q.Where("Id", id)).Delete();
            }
            void Hibernate(ISession session, Order order, int id, string query)
            {
                session.Query<Order>().Where(o => o.Id == id).Delete();
                session.Delete("from Order o where o.Id = 5");
                session.Delete($"from Order o where o.Id = {id}");
                session.Delete(query);
                session.Delete(order);
            }
        }
        {{Libraries}}
        """);

    [Fact]
    public Task A_builder_is_narrowed_in_place() => Verify.Destructive($$"""
        using SqlKata; using SqlKata.Execution; using SqlSugar;
        class Order { public int Id { get; set; } }
        class C
        {
            void Sugar(ISqlSugarClient db, int? id)
            {
                var some = db.Deleteable<Order>();
                if (id is { } known) some.Where(x => x.Id == known);
                some.ExecuteCommand();
            }
            void Kata(QueryFactory db, int id)
            {
                var some = db.Query("orders");
                some.Where("Id", id);
                some.Delete();
                var handed = db.Query("orders");
                Narrow(handed, id);
                handed.Delete();
            }
            void Narrow(Query query, int id) => query.Where("Id", id);
            int Wipe(Query query) => query.Delete();
            int WipeSome(Query query, int id) { query.Where("Id", id); return query.Delete(); }
            void Helpers(QueryFactory db) { {|all:Wipe(db.Query("orders"))|}; WipeSome(db.Query("orders"), 1); }
        }
        {{Libraries}}
        """);
}
