// Listings of which only some are deleted, or of which each is read, copied or counted first.
using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;
using Amazon.DynamoDBv2; using Amazon.DynamoDBv2.Model; using Amazon.S3; using Amazon.S3.Model; using Azure.Data.Tables; using Azure.Storage.Blobs; using Azure.Storage.Blobs.Models; using Dapper.Contrib.Extensions; using DbUp; using DbUp.Engine; using Microsoft.Azure.Cosmos;

public class Listings
{
    public async Task Bucket(IAmazonS3 s3, string bucket, string user)
    {
        var found = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, Prefix = user });
        foreach (var one in found.S3Objects) await s3.DeleteObjectAsync(bucket, one.Key);
        var all = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket });
        await s3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = bucket, Objects = all.S3Objects.Where(one => one.LastModified < DateTime.UtcNow.AddDays(-30)).Select(one => new KeyVersion { Key = one.Key }).ToList() });
        foreach (var one in all.S3Objects) { using var content = await s3.GetObjectAsync(bucket, one.Key); await s3.DeleteObjectAsync(bucket, one.Key); }
        foreach (var key in await s3.GetAllObjectKeysAsync(bucket, user, null)) await s3.DeleteAsync(bucket, key, null);
    }

    public async Task Container(BlobContainerClient container)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, "tmp/", default)) await container.DeleteBlobAsync(blob.Name);
        await foreach (var blob in container.GetBlobsAsync()) if (blob.Properties.LastModified < DateTimeOffset.UtcNow.AddDays(-1)) await container.GetBlobClient(blob.Name).DeleteIfExistsAsync();
        foreach (var blob in container.GetBlobs(new GetBlobsOptions { Prefix = "a" })) container.DeleteBlobIfExists(blob.Name);
        foreach (var blob in container.GetBlobs()) Console.WriteLine(blob.Name);
    }

    public async Task Table(TableClient table, string user)
    {
        foreach (var row in table.Query<TableEntity>(one => one.PartitionKey == user)) table.DeleteEntity(row.PartitionKey, row.RowKey);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {user}"))) await table.DeleteEntityAsync(row);
        await table.SubmitTransactionAsync(table.Query<TableEntity>().Select(row => new TableTransactionAction(TableTransactionActionType.UpdateMerge, row)));
    }

    public async Task Items(Microsoft.Azure.Cosmos.Container items, string user)
    {
        using var pages = items.GetItemQueryIterator<Dictionary<string, string>>(new QueryDefinition("SELECT * FROM c WHERE c.user = @user").WithParameter("@user", user));
        while (pages.HasMoreResults) foreach (var row in await pages.ReadNextAsync()) await items.DeleteItemAsync<object>(row["id"], new PartitionKey(user));
        using var partition = items.GetItemQueryIterator<Dictionary<string, string>>("SELECT * FROM c", requestOptions: new QueryRequestOptions { PartitionKey = new PartitionKey(user) });
        while (partition.HasMoreResults) foreach (var row in await partition.ReadNextAsync()) await items.DeleteItemAsync<object>(row["id"], new PartitionKey(user));
    }

    public async Task Scan(IAmazonDynamoDB db)
    {
        var old = await db.ScanAsync(new ScanRequest { TableName = "orders", FilterExpression = "expires < :now" });
        foreach (var row in old.Items) await db.DeleteItemAsync("orders", new Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> { ["Id"] = row["Id"] });
    }

    public void Rows(System.Data.IDbConnection db, Doc doc) { db.Delete(doc); foreach (var row in db.GetAll<Doc>()) if (row.Old) db.Delete(row); }

    public void Scripts(string connection) => DeployChanges.To.SqlDatabase(connection).WithScript("1", "CREATE TABLE orders (id int)").WithScripts(new SqlScript("2", "ALTER TABLE orders ADD name text")).Build().PerformUpgrade();

    public class Doc { public bool Old { get; set; } }
}
