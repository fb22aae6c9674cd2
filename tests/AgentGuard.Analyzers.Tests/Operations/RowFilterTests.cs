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
}
