namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Filters and lists that start empty and are filled before they are used.</summary>
public class RowFilterTests
{
    [Fact]
    public Task A_list_that_is_filled_in_a_loop_is_not_all_rows() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore;
        class Rental { public int Id { get; set; } }
        class Db : DbContext { public DbSet<Rental> Rentals => Set<Rental>(); }
        class C
        {
            void M(Db db, IEnumerable<Rental> found)
            {
                var old = new List<Rental>();
                foreach (var rental in found) if (rental.Id < 5) old.Add(rental);
                db.Rentals.RemoveRange(old);
                var set = new HashSet<Rental>();
                foreach (var rental in found) set.Add(rental);
                db.Rentals.RemoveRange(set);
                var queue = new Queue<Rental>();
                foreach (var rental in found) queue.Enqueue(rental);
                db.RemoveRange(queue);
                var added = new List<Rental>();
                added.AddRange(found);
                db.Rentals.RemoveRange(added.ToArray());
                var all = db.Set<Rental>();
                all.Add(new Rental());
                db.{|all:RemoveRange(all)|};
                all.{|all:ExecuteDelete()|};
            }
        }
        """);

    [Fact]
    public Task A_filter_is_narrowed_by_and() => Verify.Destructive("""
        using MongoDB.Driver;
        class Order { public int Id { get; set; } public string Tenant { get; set; } }
        class C
        {
            void M(IMongoCollection<Order> orders, string tenant, bool optional)
            {
                var narrowed = Builders<Order>.Filter.Empty;
                narrowed &= Builders<Order>.Filter.Eq(o => o.Tenant, tenant);
                if (optional) narrowed &= Builders<Order>.Filter.Lt(o => o.Id, 5);
                orders.DeleteMany(narrowed);
                var joined = Builders<Order>.Filter.Empty & Builders<Order>.Filter.Eq(o => o.Tenant, tenant);
                orders.DeleteMany(joined);
                var empty = Builders<Order>.Filter.Empty;
                orders.{|all:DeleteMany(empty)|};
                empty &= Builders<Order>.Filter.Empty;
                orders.{|all:DeleteMany(empty)|};
                var maybe = Builders<Order>.Filter.Empty;
                if (optional) maybe &= Builders<Order>.Filter.Eq(o => o.Tenant, tenant);
                orders.{|all:DeleteMany(maybe)|};
            }
        }
        """);

    [Fact]
    public Task A_document_that_is_filled_afterwards_is_a_filter() => Verify.Destructive("""
        using MongoDB.Bson;
        using MongoDB.Driver;
        class C
        {
            void M(IMongoCollection<BsonDocument> orders, string tenant, Dictionary<string, string> terms, bool optional)
            {
                var byIndexer = new BsonDocument();
                byIndexer["tenant"] = tenant;
                orders.DeleteMany(byIndexer);
                var byAdd = new BsonDocument();
                byAdd.Add("tenant", tenant).Add("state", 1);
                orders.DeleteMany(byAdd);
                var bySet = new BsonDocument();
                bySet.Set("tenant", tenant);
                orders.DeleteMany(bySet);
                var byLoop = new BsonDocument();
                foreach (var term in terms) byLoop.Add(term.Key, term.Value);
                orders.DeleteMany(byLoop);
                var never = new BsonDocument();
                orders.{|all:DeleteMany(never)|};
                var maybe = new BsonDocument();
                if (optional) maybe["tenant"] = tenant;
                orders.{|all:DeleteMany(maybe)|};
                var renewed = new BsonDocument();
                renewed["tenant"] = tenant;
                renewed = new BsonDocument();
                orders.{|all:DeleteMany(renewed)|};
            }
        }
        """);

    [Theory]
    [InlineData("o => o.Id > 0 || o.Id <= 0")]
    [InlineData("o => o.Total > 5 || 5m >= o.Total")]
    [InlineData("o => o.Tenant == tenant || o.Tenant != tenant")]
    [InlineData("o => o.Total != 1 || o.Total != 2")]
    [InlineData("o => o.Open || !o.Open")]
    [InlineData("o => o == o")]
    [InlineData("o => o.Total == o.Total")]
    [InlineData("o => o.Total >= o.Total")]
    [InlineData("o => o.Tenant.Equals(o.Tenant)")]
    [InlineData("o => o != null")]
    [InlineData("o => o.Id != 0")]
    [InlineData("o => o.Id > 0 && true")]
    [InlineData("o => o.Id == 5 || true")]
    [InlineData("o => !(o.Id <= 5 && false)")]
    [InlineData("o => -1 < o.Id")]
    [InlineData("o => o.OrderId != Guid.Empty")]
    [InlineData("o => o.Tenant.Contains(\"\")")]
    [InlineData("o => o.Tenant.Length >= 0")]
    [InlineData("o => EF.Functions.Like(o.Tenant, \"%\")")]
    public Task A_predicate_that_every_row_fits_is_no_filter(string predicate) => Predicate(predicate, "{|all:ExecuteDelete()|}");

    [Theory]
    [InlineData("o => o.Total > 0")]
    [InlineData("o => o.Id > 5 || o.Id < 5")]
    [InlineData("o => o.Id == 5 || all")]
    [InlineData("o => all || o.Tenant == tenant")]
    [InlineData("o => (tenant == null || o.Tenant == tenant) && o.Open")]
    [InlineData("o => o.Total == 1 || o.Total == 2")]
    [InlineData("o => o.Open || !o.Sent")]
    [InlineData("o => o.Total == o.Paid")]
    [InlineData("o => o.Tenant != null")]
    [InlineData("o => o.Parent.Id > 0")]
    [InlineData("o => !(o.Id > 0)")]
    [InlineData("o => o.Tenant.Contains(tenant)")]
    [InlineData("o => o.Tenant.Length > 0")]
    [InlineData("o => o.Total != o.Total")]
    [InlineData("o => EF.Functions.Like(o.Tenant, \"a%\")")]
    [InlineData("o => o.Expires < DateTime.MaxValue")]
    public Task A_predicate_that_rows_decide_is_a_filter(string predicate) => Predicate(predicate, "ExecuteDelete()");

    private static Task Predicate(string predicate, string call) => Verify.Destructive($$"""
        using Microsoft.EntityFrameworkCore;
        class Order { public int Id { get; set; } public Guid OrderId { get; set; } public Order Parent { get; set; } public string Tenant { get; set; } public decimal Total { get; set; } public decimal Paid { get; set; } public bool Open { get; set; } public bool Sent { get; set; } public DateTime Expires { get; set; } }
        class C { void M(DbContext db, string tenant, bool all) => db.Set<Order>().Where({{predicate}}).{{call}}; }
        """);

    [Fact]
    public Task Filters_of_document_stores() => Verify.Destructive("""
        using MongoDB.Bson;
        using MongoDB.Driver;
        class Order { public ObjectId Id { get; set; } public string Tenant { get; set; } }
        class C
        {
            void M(IMongoCollection<Order> orders, IMongoCollection<BsonDocument> documents, string tenant)
            {
                var filter = Builders<Order>.Filter;
                orders.{|all:DeleteMany(filter.Where(_ => true))|};
                orders.{|all:DeleteMany(filter.Exists(o => o.Id))|};
                orders.{|all:DeleteMany(filter.Exists("_id"))|};
                orders.{|all:DeleteMany(filter.Ne(o => o.Id, ObjectId.Empty))|};
                orders.{|all:DeleteMany(filter.Or(filter.Eq(o => o.Tenant, tenant), filter.Empty))|};
                orders.{|all:DeleteMany(filter.And(filter.Empty, filter.Exists("_id")))|};
                orders.{|all:DeleteMany(filter.Regex(o => o.Tenant, ".*"))|};
                orders.{|all:DeleteMany(filter.Empty | filter.Eq(o => o.Tenant, tenant))|};
                orders.{|all:DeleteMany(o => o.Id != ObjectId.Empty)|};
                documents.{|all:DeleteMany(new BsonDocument("_id", new BsonDocument("$exists", true)))|};
                documents.{|all:DeleteMany(new BsonDocument("_id", new BsonDocument("$ne", BsonNull.Value)))|};
                documents.{|all:DeleteMany("{ \"_id\": { \"$exists\": true } }")|};
                documents.{|all:DeleteMany("{ _id: { $ne: null } }")|};

                orders.DeleteMany(filter.Where(o => o.Tenant == tenant));
                orders.DeleteMany(filter.Exists(o => o.Tenant));
                orders.DeleteMany(filter.Exists(o => o.Id, false));
                orders.DeleteMany(filter.Ne(o => o.Tenant, tenant));
                orders.DeleteMany(filter.And(filter.Empty, filter.Eq(o => o.Tenant, tenant)));
                orders.DeleteMany(filter.Regex(o => o.Tenant, "^a.*"));
                documents.DeleteMany(new BsonDocument("tenant", new BsonDocument("$exists", true)));
                documents.DeleteMany(new BsonDocument("tenant", tenant));
                documents.DeleteMany("{ _id: { $exists: false } }");
                documents.DeleteMany("{ deleted: { $exists: true } }");
            }
        }
        """);

    [Fact]
    public Task Operators_that_hand_on_every_row() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore;
        class Order { public int Id { get; set; } }
        class C
        {
            void M(DbContext db, int count)
            {
                db.Set<Order>().Take(int.MaxValue).{|all:ExecuteDelete()|};
                db.Set<Order>().Skip(0).{|all:ExecuteDelete()|};
                db.Set<Order>().Distinct().{|all:ExecuteDelete()|};
                db.Set<Order>().Take(5).ExecuteDelete();
                db.Set<Order>().Take(count).ExecuteDelete();
                db.Set<Order>().OrderBy(o => o.Id).Skip(10).ExecuteDelete();
            }
        }
        """);

    [Fact]
    public Task A_specification_is_a_filter() => Verify.Destructive("""
        using System.Linq.Expressions;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Bson;
        using MongoDB.Driver;
        class Order { public int Id { get; set; } public bool Done { get; set; } }
        abstract class Specification<T>
        {
            public abstract Expression<Func<T, bool>> ToExpression();
            public static implicit operator Expression<Func<T, bool>>(Specification<T> one) => one.ToExpression();
        }
        class DoneOrders : Specification<Order> { public override Expression<Func<Order, bool>> ToExpression() => o => o.Done; }
        class NamedOrders(string name) : Specification<Order> { public override Expression<Func<Order, bool>> ToExpression() => o => o.Done; }
        class C
        {
            void M(DbSet<Order> orders, IMongoCollection<Order> documents)
            {
                orders.Where(new DoneOrders()).ExecuteDelete();
                orders.RemoveRange(orders.Where(new DoneOrders()));
                orders.Where(new NamedOrders("")).ExecuteDelete();
                documents.DeleteMany(new DoneOrders());
                documents.{|all:DeleteMany(new BsonDocument())|};
                documents.{|all:DeleteMany(new JsonFilterDefinition<Order>("{}"))|};
            }
        }
        """);

    [Theory]
    [InlineData("var ids = db.Set<Order>().Select(o => o.Id).ToList(); db.Set<Order>().Where(o => ids.Contains(o.Id)).{|all:ExecuteDelete()|};")]
    [InlineData("var ids = db.Set<Order>().AsNoTracking().Select(o => o.Id).ToHashSet(); if (ids.Count > 0) db.Set<Order>().Where(o => ids.Contains(o.Id)).{|all:ExecuteDelete()|};")]
    [InlineData("var ids = db.Set<Order>().Where(o => o.Done).Select(o => o.Id).ToList(); db.Set<Order>().Where(o => ids.Contains(o.Id)).ExecuteDelete();")]
    [InlineData("var ids = db.Set<Order>().Select(o => o.Id).ToList(); ids.RemoveAt(0); db.Set<Order>().Where(o => ids.Contains(o.Id)).ExecuteDelete();")]
    [InlineData("var ids = db.Set<Order>().Select(o => o.Id).ToList(); Keep(ids); db.Set<Order>().Where(o => ids.Contains(o.Id)).ExecuteDelete();")]
    [InlineData("var ids = db.Set<Customer>().Select(o => o.Id).ToList(); db.Set<Order>().Where(o => ids.Contains(o.Id)).ExecuteDelete();")]
    [InlineData("var ids = db.Set<Order>().Select(o => o.Id).ToList(); db.Set<Order>().Where(o => !ids.Contains(o.Id)).ExecuteDelete();")]
    [InlineData("var ids = db.Set<Order>().Select(o => o.Id).ToList(); db.Set<Order>().Where(o => ids.Contains(o.CustomerId)).ExecuteDelete();")]
    [InlineData("var ids = db.Set<Order>().Select(o => o.CustomerId).ToList(); db.Set<Order>().Where(o => ids.Contains(o.Id)).ExecuteDelete();")]
    public Task Keys_that_were_read_from_the_same_rows(string code) => Verify.Destructive($$"""
        using Microsoft.EntityFrameworkCore;
        class Order { public int Id { get; set; } public int CustomerId { get; set; } public bool Done { get; set; } }
        class Customer { public int Id { get; set; } }
        class C { void M(DbContext db) { {{code}} } void Keep(List<int> ids) { } }
        """);
}
