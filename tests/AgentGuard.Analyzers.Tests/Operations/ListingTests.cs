namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Stores that are emptied by listing what is in them and deleting each of it.</summary>
public sealed class ListingTests
{
    // As the libraries have them; the catalogue's own tests read the real ones.
    private const string Libraries = """
        using Amazon.S3;
        using Amazon.S3.Model;
        using Azure.Data.Tables;
        using Azure.Storage.Blobs;
        using Azure.Storage.Blobs.Models;
        using Azure.Storage.Blobs.Specialized;
        using Microsoft.Azure.Cosmos;
        using StackExchange.Redis;
        namespace Amazon.S3
        {
            public interface IAmazonS3
            {
                Task<ListObjectsV2Response> ListObjectsV2Async(ListObjectsV2Request request, CancellationToken cancellationToken = default);
                Task<object> GetObjectAsync(string bucketName, string key, CancellationToken cancellationToken = default);
                Task CopyObjectAsync(string from, string key, string to, string toKey, CancellationToken cancellationToken = default);
                Task DeleteObjectAsync(string bucketName, string key, CancellationToken cancellationToken = default);
                Task DeleteObjectAsync(DeleteObjectRequest request, CancellationToken cancellationToken = default);
                Task DeleteObjectsAsync(DeleteObjectsRequest request, CancellationToken cancellationToken = default);
                IS3PaginatorFactory Paginators { get; }
            }
        }
        namespace Amazon.S3.Model
        {
            public class S3Object { public string Key { get; set; } public long Size { get; set; } public DateTime LastModified { get; set; } }
            public class KeyVersion { public string Key { get; set; } }
            public class ListObjectsV2Request { public string BucketName { get; set; } public string Prefix { get; set; } public string ContinuationToken { get; set; } }
            public class ListObjectsV2Response { public List<S3Object> S3Objects { get; set; } public string NextContinuationToken { get; set; } }
            public class DeleteObjectRequest { public string BucketName { get; set; } public string Key { get; set; } }
            public class DeleteObjectsRequest { public string BucketName { get; set; } public List<KeyVersion> Objects { get; set; } public void AddKey(string key) { } }
            public interface IS3PaginatorFactory { Pages ListObjectsV2(ListObjectsV2Request request); }
            public class Pages { public IAsyncEnumerable<S3Object> S3Objects { get; } public IAsyncEnumerable<ListObjectsV2Response> Responses { get; } }
        }
        namespace Azure.Storage.Blobs.Models
        {
            public class BlobItem { public string Name { get; } public DateTime LastModified { get; } }
            public class GetBlobsOptions { public string Prefix { get; set; } }
        }
        namespace Azure.Storage.Blobs.Specialized { public class BlobBaseClient { public Task DeleteAsync() => null; public Task DeleteIfExistsAsync() => null; public Task<object> DownloadAsync() => null; } }
        namespace Azure.Storage.Blobs
        {
            public class BlobClient : BlobBaseClient { }
            public class BlobContainerClient
            {
                public IEnumerable<BlobItem> GetBlobs(GetBlobsOptions options = null, CancellationToken cancellationToken = default) => null;
                public IAsyncEnumerable<BlobItem> GetBlobsAsync(GetBlobsOptions options = null, CancellationToken cancellationToken = default) => null;
                public BlobClient GetBlobClient(string name) => null;
                public Task DeleteBlobAsync(string blobName) => null;
                public void DeleteBlobIfExists(string blobName) { }
            }
        }
        namespace Azure.Data.Tables
        {
            public interface ITableEntity { string PartitionKey { get; } string RowKey { get; } }
            public enum TableTransactionActionType { Delete, UpsertMerge }
            public class TableTransactionAction { public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity) { } }
            public class TableClient
            {
                public IEnumerable<T> Query<T>(System.Linq.Expressions.Expression<Func<T, bool>> filter, CancellationToken cancellationToken = default) => null;
                public IEnumerable<T> Query<T>(string filter = null, CancellationToken cancellationToken = default) => null;
                public void DeleteEntity(string partitionKey, string rowKey, CancellationToken cancellationToken = default) { }
                public void DeleteEntity(ITableEntity entity, CancellationToken cancellationToken = default) { }
                public void SubmitTransaction(IEnumerable<TableTransactionAction> actions) { }
            }
        }
        namespace Microsoft.Azure.Cosmos
        {
            public class QueryDefinition { public QueryDefinition(string query) { } public QueryDefinition WithParameter(string name, object value) => this; }
            public class QueryRequestOptions { public object PartitionKey { get; set; } public int MaxItemCount { get; set; } }
            public abstract class FeedIterator<T> { public bool HasMoreResults { get; } public Task<FeedResponse<T>> ReadNextAsync(CancellationToken cancellationToken = default) => null; }
            public abstract class FeedResponse<T> : List<T> { public IEnumerable<T> Resource { get; } }
            public abstract class Container
            {
                public FeedIterator<T> GetItemQueryIterator<T>(string queryText = null, string continuationToken = null, QueryRequestOptions requestOptions = null) => null;
                public FeedIterator<T> GetItemQueryIterator<T>(QueryDefinition queryDefinition, string continuationToken = null, QueryRequestOptions requestOptions = null) => null;
                public Task DeleteItemAsync<T>(string id, object partitionKey) => null;
            }
        }
        namespace StackExchange.Redis { public struct RedisKey { public static implicit operator RedisKey(string key) => default; } public interface IDatabase { bool KeyDelete(RedisKey key, int flags = 0); } }
        class Row : ITableEntity { public string PartitionKey { get; set; } public string RowKey { get; set; } public string id { get; set; } }
        """;

    private static Task InCode(string members) => Verify.Destructive($$"""
        {{Libraries}}
        class C(IAmazonS3 s3, BlobContainerClient container, TableClient table, Container items, IDatabase cache, string bucket)
        {
            void Handle(object thing) { }
            {{members}}
        }
        """);

    [Fact]
    public Task Every_object_of_a_bucket() => InCode("""
        async Task Each() { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }); foreach (var o in found.S3Objects) { Console.WriteLine(o.Key); await s3.{|all:DeleteObjectAsync(bucket, o.Key)|}; } }
        async Task Request() { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }); foreach (var o in found.S3Objects) await s3.{|all:DeleteObjectAsync(new DeleteObjectRequest { BucketName = bucket, Key = o.Key })|}; }
        async Task AtOnce() { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }); await Task.WhenAll(found.S3Objects.Select(o => s3.{|all:DeleteObjectAsync(bucket, o.Key)|})); }
        async Task Gathered() { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }); var keys = new List<KeyVersion>(); foreach (var o in found.S3Objects) keys.Add(new KeyVersion { Key = o.Key }); await s3.{|all:DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = bucket, Objects = keys })|}; }
        async Task Named() { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }); var gone = new DeleteObjectsRequest { BucketName = bucket }; foreach (var o in found.S3Objects) gone.{|all:AddKey(o.Key)|}; await s3.DeleteObjectsAsync(gone); }
        async Task Streamed() { await foreach (var o in s3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = bucket }).S3Objects) await s3.{|all:DeleteObjectAsync(bucket, o.Key)|}; }
        async Task ByPage() { await foreach (var page in s3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = bucket }).Responses) foreach (var o in page.S3Objects) await s3.{|all:DeleteObjectAsync(bucket, o.Key)|}; }
        async Task Paged()
        {
            var request = new ListObjectsV2Request { BucketName = bucket };
            ListObjectsV2Response found;
            do
            {
                found = await s3.ListObjectsV2Async(request);
                await s3.{|all:DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = bucket, Objects = found.S3Objects.Select(o => new KeyVersion { Key = o.Key }).ToList() })|};
                request.ContinuationToken = found.NextContinuationToken;
            }
            while (found.NextContinuationToken != null);
        }
        """);

    [Fact]
    public Task Some_objects_of_a_bucket() => InCode("""
        async Task Below(string user) { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, Prefix = user }); foreach (var o in found.S3Objects) await s3.DeleteObjectAsync(bucket, o.Key); }
        async Task BelowLater(string user) { var request = new ListObjectsV2Request { BucketName = bucket }; request.Prefix = user; var found = await s3.ListObjectsV2Async(request); foreach (var o in found.S3Objects) await s3.DeleteObjectAsync(bucket, o.Key); }
        async Task Handed(ListObjectsV2Request request) { var found = await s3.ListObjectsV2Async(request); foreach (var o in found.S3Objects) await s3.DeleteObjectAsync(bucket, o.Key); }
        async Task Old() { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }); foreach (var o in found.S3Objects.Where(o => o.LastModified < DateTime.UtcNow.AddDays(-7))) await s3.DeleteObjectAsync(bucket, o.Key); }
        async Task Checked() { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }); foreach (var o in found.S3Objects) if (o.Size == 0) await s3.DeleteObjectAsync(bucket, o.Key); }
        async Task Skipped() { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }); foreach (var o in found.S3Objects) { if (o.Key == "keep") continue; await s3.DeleteObjectAsync(bucket, o.Key); } }
        async Task GatheredSome() { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }); var keys = new List<KeyVersion>(); foreach (var o in found.S3Objects) if (o.Size == 0) keys.Add(new KeyVersion { Key = o.Key }); await s3.DeleteObjectsAsync(new DeleteObjectsRequest { Objects = keys }); }
        async Task Others() { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }); foreach (var o in found.S3Objects) await s3.DeleteObjectAsync("thumbnails", o.Key + ".png"); }
        async Task Inbox() { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }); foreach (var o in found.S3Objects) { Handle(await s3.GetObjectAsync(bucket, o.Key)); await s3.DeleteObjectAsync(bucket, o.Key); } }
        async Task Moved() { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }); foreach (var o in found.S3Objects) { await s3.CopyObjectAsync(bucket, o.Key, "archive", o.Key); await s3.DeleteObjectAsync(bucket, o.Key); } }
        async Task MovedBefore() { var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }); foreach (var o in found.S3Objects) await s3.CopyObjectAsync(bucket, o.Key, "archive", o.Key); await s3.DeleteObjectsAsync(new DeleteObjectsRequest { Objects = found.S3Objects.Select(o => new KeyVersion { Key = o.Key }).ToList() }); }
        async Task Given(List<string> keys) { foreach (var key in keys) await s3.DeleteObjectAsync(bucket, key); }
        async Task One(string key) => await s3.DeleteObjectAsync(bucket, key);
        """);

    [Fact]
    public Task Every_blob_of_a_container() => InCode("""
        async Task Each() { await foreach (var blob in container.GetBlobsAsync()) await container.{|all:DeleteBlobAsync(blob.Name)|}; }
        void Parallelly() => Parallel.ForEach(container.GetBlobs(), blob => container.{|all:DeleteBlobIfExists(blob.Name)|});
        async Task Client() { await foreach (var blob in container.GetBlobsAsync()) await container.GetBlobClient(blob.Name).{|all:DeleteIfExistsAsync()|}; }
        async Task HeldClient() { foreach (var blob in container.GetBlobs(new GetBlobsOptions())) { var client = container.GetBlobClient(blob.Name); await client.{|all:DeleteAsync()|}; } }

        async Task Below() { await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = "tmp/" })) await container.DeleteBlobAsync(blob.Name); }
        void Old(DateTime cutoff) { foreach (var blob in container.GetBlobs()) if (blob.LastModified < cutoff) container.DeleteBlobIfExists(blob.Name); }
        void Cached() { foreach (var blob in container.GetBlobs()) cache.KeyDelete(blob.Name); }
        async Task Inbox() { await foreach (var blob in container.GetBlobsAsync()) { var client = container.GetBlobClient(blob.Name); Handle(await client.DownloadAsync()); await client.DeleteAsync(); } }
        async Task One(string name) => await container.GetBlobClient(name).DeleteIfExistsAsync();
        """);

    [Fact]
    public Task Every_entity_of_a_table() => InCode("""
        void Each() { foreach (var row in table.Query<Row>()) table.{|all:DeleteEntity(row.PartitionKey, row.RowKey)|}; }
        void Whole() { foreach (var row in table.Query<Row>(r => true)) table.{|all:DeleteEntity(row)|}; }
        void Held() { var all = table.Query<Row>("").ToList(); all.ForEach(row => table.{|all:DeleteEntity(row.PartitionKey, row.RowKey)|}); }
        void Together() { var actions = new List<TableTransactionAction>(); foreach (var row in table.Query<Row>()) actions.Add({|all:new TableTransactionAction(TableTransactionActionType.Delete, row)|}); table.SubmitTransaction(actions); }

        void Filtered(string user) { foreach (var row in table.Query<Row>(r => r.PartitionKey == user)) table.DeleteEntity(row); }
        void FilteredByText(string user) { foreach (var row in table.Query<Row>($"PartitionKey eq '{user}'")) table.DeleteEntity(row.PartitionKey, row.RowKey); }
        void First() { foreach (var row in table.Query<Row>().Take(5)) table.DeleteEntity(row); }
        void Written() { var actions = new List<TableTransactionAction>(); foreach (var row in table.Query<Row>()) actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertMerge, row)); table.SubmitTransaction(actions); }
        """);

    [Fact]
    public Task Every_item_of_a_container() => InCode("""
        async Task Each() { var pages = items.GetItemQueryIterator<Row>("SELECT * FROM c"); while (pages.HasMoreResults) foreach (var row in await pages.ReadNextAsync()) await items.{|all:DeleteItemAsync<Row>(row.id, row.PartitionKey)|}; }
        async Task Selected() { var pages = items.GetItemQueryIterator<Row>(new QueryDefinition("select c.id, c.pk from c")); while (pages.HasMoreResults) { var page = await pages.ReadNextAsync(); foreach (var row in page) await items.{|all:DeleteItemAsync<Row>(row.id, row.PartitionKey)|}; } }
        async Task All() { var pages = items.GetItemQueryIterator<Row>(); while (pages.HasMoreResults) { var page = await pages.ReadNextAsync(); foreach (var row in page.Resource) await items.{|all:DeleteItemAsync<Row>(row.id, row.PartitionKey)|}; } }

        async Task Filtered() { var pages = items.GetItemQueryIterator<Row>("SELECT * FROM c WHERE c.expired = true"); while (pages.HasMoreResults) foreach (var row in await pages.ReadNextAsync()) await items.DeleteItemAsync<Row>(row.id, row.PartitionKey); }
        async Task OfTenant(string tenant) { var pages = items.GetItemQueryIterator<Row>("SELECT * FROM c", requestOptions: new QueryRequestOptions { PartitionKey = tenant }); while (pages.HasMoreResults) foreach (var row in await pages.ReadNextAsync()) await items.DeleteItemAsync<Row>(row.id, tenant); }
        async Task WithParameter(string user) { var pages = items.GetItemQueryIterator<Row>(new QueryDefinition("SELECT * FROM c WHERE c.user = @u").WithParameter("@u", user)); while (pages.HasMoreResults) foreach (var row in await pages.ReadNextAsync()) await items.DeleteItemAsync<Row>(row.id, row.PartitionKey); }
        """);
}
