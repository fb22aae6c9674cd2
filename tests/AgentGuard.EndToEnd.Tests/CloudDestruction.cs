using Amazon.DynamoDBv2;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.S3;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using k8s;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AgentGuard.EndToEnd.Tests;

/// <summary>Destructive calls on the clients of stores and clouds. None is ever sent: somebody is asked, sees what would be hit, and says no.</summary>
[RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup(MaxAgeMinutes = 60)]
internal static class CloudDestruction
{
    public static void DropDatabase(IMongoClient client) => client.DropDatabase("shop");

    public static Task DropCollectionAsync(IMongoDatabase database) => database.DropCollectionAsync("rentals");

    public static void DeleteMany(IMongoCollection<BsonDocument> rentals) => rentals.DeleteMany(FilterDefinition<BsonDocument>.Empty);

    public static void RunCommand(IMongoDatabase database) => database.RunCommand<BsonDocument>("{ drop: 'rentals' }");

    public static Task RunDocumentAsync(IMongoDatabase database) => database.RunCommandAsync<BsonDocument>(new BsonDocument("dropDatabase", 1));

    public static BsonDocument Chosen(IMongoDatabase database, Command<BsonDocument> command) => database.RunCommand(command);

    public static Task DeleteBucketAsync(IAmazonS3 client) => client.DeleteBucketAsync("cars");

    public static Task DeleteBucketRequestAsync(AmazonS3Client client) => client.DeleteBucketAsync(new Amazon.S3.Model.DeleteBucketRequest { BucketName = "cars" });

    public static Task DeleteVolumeAsync(AmazonEC2Client client) => client.DeleteVolumeAsync(new DeleteVolumeRequest("vol-1"));

    public static Task TerminateInstancesAsync(IAmazonEC2 client) => client.TerminateInstancesAsync(new TerminateInstancesRequest(["i-1", "i-2"]));

    public static Task DeleteTableAsync(IAmazonDynamoDB client) => client.DeleteTableAsync("rentals");

    public static void DeleteContainer(BlobContainerClient container) => container.Delete();

    public static Task DeleteContainerAsync(BlobServiceClient service) => service.DeleteBlobContainerAsync("cars");

    public static Task DeleteTableAsync(TableClient table) => table.DeleteAsync();

    public static void DeleteTable(TableServiceClient service) => service.DeleteTable("rentals");

    public static Task DeleteNamespaceAsync(Kubernetes client) => client.CoreV1.DeleteNamespaceAsync("shop");

    public static void DeleteNamespace(IKubernetes client) => client.CoreV1.DeleteNamespace("shop");

    public static Task DeleteDeploymentAsync(IKubernetes client) => client.AppsV1.DeleteNamespacedDeploymentAsync("web", "shop");

    public static Task DeleteNamespaceWithMessagesAsync(Kubernetes client) => client.CoreV1.DeleteNamespaceWithHttpMessagesAsync("shop");
}
