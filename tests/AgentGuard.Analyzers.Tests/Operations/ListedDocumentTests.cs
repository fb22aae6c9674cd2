namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Collections of documents that are emptied one by one, by the key of each document that a query without a filter has found.</summary>
public sealed class ListedDocumentTests
{
    // As the library has it.
    private const string Library = """
        using System.Linq.Expressions;
        using MongoDB.Bson;
        using MongoDB.Driver;
        namespace MongoDB.Bson { public class BsonDocument { public object this[string name] => null; } }
        namespace MongoDB.Driver
        {
            public abstract class FilterDefinition<T> { public static FilterDefinition<T> Empty { get; } public static implicit operator FilterDefinition<T>(BsonDocument document) => null; }
            public sealed class FilterDefinitionBuilder<T> { public FilterDefinition<T> Eq<TField>(string field, TField value) => null; public FilterDefinition<T> Eq<TField>(Expression<Func<T, TField>> field, TField value) => null; }
            public static class Builders<T> { public static FilterDefinitionBuilder<T> Filter { get; } = new(); }
            public interface IFindFluent<T> { IFindFluent<T> Limit(int? limit); Task<List<T>> ToListAsync(CancellationToken cancellation = default); List<T> ToList(); }
            public interface IAsyncCursor<T> { Task<List<T>> ToListAsync(CancellationToken cancellation = default); }
            public interface IMongoCollection<T>
            {
                Task<IAsyncCursor<T>> FindAsync(FilterDefinition<T> filter, CancellationToken cancellation = default);
                Task DeleteOneAsync(FilterDefinition<T> filter, CancellationToken cancellation = default);
                void DeleteOne(FilterDefinition<T> filter, CancellationToken cancellation = default);
                Task InsertOneAsync(T document, CancellationToken cancellation = default);
            }
            public static class IMongoCollectionExtensions
            {
                public static IFindFluent<T> Find<T>(this IMongoCollection<T> collection, FilterDefinition<T> filter) => null;
                public static IFindFluent<T> Find<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter) => null;
                public static Task DeleteOneAsync<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, CancellationToken cancellation = default) => null;
                public static IQueryable<T> AsQueryable<T>(this IMongoCollection<T> collection) => null;
            }
        }
        public class Order { public int Id { get; set; } public bool Paid { get; set; } }
        public class Line { public int Id { get; set; } public int OrderId { get; set; } }

        """;

    [Fact]
    public Task Every_document_of_a_collection() => InCode("""
        void ByBuilder() { foreach (var d in documents.Find(FilterDefinition<BsonDocument>.Empty).ToList()) documents.{|all:DeleteOne(Builders<BsonDocument>.Filter.Eq("_id", d["_id"]))|}; }
        async Task ByPredicate() { var all = await orders.Find(_ => true).ToListAsync(); foreach (var o in all) await orders.{|all:DeleteOneAsync(x => x.Id == o.Id)|}; }
        async Task TheOtherWay() { foreach (var o in await orders.Find(new BsonDocument()).ToListAsync()) await orders.{|all:DeleteOneAsync(x => o.Id == x.Id)|}; }
        async Task ByField() { foreach (var o in orders.AsQueryable()) await orders.{|all:DeleteOneAsync(Builders<Order>.Filter.Eq(x => x.Id, o.Id))|}; }
        async Task ByCursor() { var found = await documents.FindAsync(new BsonDocument()); foreach (var d in await found.ToListAsync()) await documents.{|all:DeleteOneAsync(Builders<BsonDocument>.Filter.Eq("_id", d["_id"]))|}; }
        """);

    [Fact]
    public Task Some_documents_of_a_collection() => InCode("""
        async Task Filtered() { foreach (var o in await orders.Find(o => o.Paid).ToListAsync()) await orders.DeleteOneAsync(x => x.Id == o.Id); }
        async Task First() { foreach (var o in await orders.Find(_ => true).Limit(10).ToListAsync()) await orders.DeleteOneAsync(x => x.Id == o.Id); }
        async Task Checked() { foreach (var o in await orders.Find(_ => true).ToListAsync()) if (o.Paid) await orders.DeleteOneAsync(x => x.Id == o.Id); }
        async Task FromAnother() { foreach (var o in await gone.Find(_ => true).ToListAsync()) await orders.DeleteOneAsync(x => x.Id == o.Id); }
        async Task OneOfEach() { foreach (var o in await orders.Find(_ => true).ToListAsync()) await lines.DeleteOneAsync(x => x.OrderId == o.Id); }
        async Task Replaced() { foreach (var o in await orders.Find(_ => true).ToListAsync()) { await orders.DeleteOneAsync(x => x.Id == o.Id); o.Paid = true; await orders.InsertOneAsync(o); } }
        async Task Given(List<int> ids) { foreach (var id in ids) await orders.DeleteOneAsync(x => x.Id == id); }
        async Task One(int id) => await orders.DeleteOneAsync(x => x.Id == id);
        """);

    private static Task InCode(string members) => Verify.Destructive(Library + $"class C(IMongoCollection<BsonDocument> documents, IMongoCollection<Order> orders, IMongoCollection<Order> gone, IMongoCollection<Line> lines)\n{{\n{members}\n}}");
}
