using Amazon;
using Amazon.DynamoDBv2;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.S3;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using k8s;
using MongoDB.Bson;
using MongoDB.Driver;
using StackExchange.Redis;

namespace AgentGuard.EndToEnd.Tests;

/// <summary>What the guards read from the real clients, configured as people configure them. No client is connected, and no call is sent.</summary>
[Collection(nameof(Servers))]
public sealed class CloudTargetTests : IDisposable
{
    private static readonly BasicAWSCredentials Keys = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI");
    private static readonly TableSharedKeyCredential TableKey = new("cars", Convert.ToBase64String(new byte[32]));

    private static readonly Dictionary<string, (Func<Task> Run, string[] Names)> Operations = new()
    {
        ["MongoDB DropDatabase"] = Do(() => CloudDestruction.DropDatabase(Mongo()), "shop", "db1.dev.example.com", "db2.dev.example.com/shop"),
        ["MongoDB DropCollection"] = (() => CloudDestruction.DropCollectionAsync(Mongo().GetDatabase("shop")), ["rentals", "db1.dev.example.com", "shop/rentals"]),
        ["MongoDB DeleteMany"] = Do(() => CloudDestruction.DeleteMany(Mongo().GetDatabase("shop").GetCollection<BsonDocument>("rentals")), "shop.rentals", "db1.dev.example.com", "db2.dev.example.com/shop.rentals"),
        ["MongoDB RunCommand"] = Do(() => CloudDestruction.RunCommand(Mongo().GetDatabase("shop")), "shop", "db1.dev.example.com/shop"),
        ["MongoDB RunCommandAsync, document"] = (() => CloudDestruction.RunDocumentAsync(Mongo().GetDatabase("shop")), ["shop", "db1.dev.example.com/shop"]),
        ["MongoDB RunCommand, object"] = Do(() => CloudDestruction.Chosen(Mongo().GetDatabase("shop"), new ObjectCommand<BsonDocument>(new { drop = "rentals" })), "shop", "db1.dev.example.com/shop"),
        ["S3 bucket"] = (() => CloudDestruction.DeleteBucketAsync(new AmazonS3Client(Keys, RegionEndpoint.EUCentral1)), ["cars", "eu-central-1", "eu-central-1/cars"]),
        ["S3 bucket by request, own server"] = (() => CloudDestruction.DeleteBucketRequestAsync(new AmazonS3Client(Keys, new AmazonS3Config { ServiceURL = "http://minio.dev.example.com:9000" })), ["cars", "minio.dev.example.com", "minio.dev.example.com/cars"]),
        ["EC2 volume"] = (() => CloudDestruction.DeleteVolumeAsync(new AmazonEC2Client(Keys, RegionEndpoint.USEast1)), ["vol-1", "us-east-1", "us-east-1/vol-1"]),
        ["EC2 instances"] = (() => CloudDestruction.TerminateInstancesAsync(new AmazonEC2Client(Keys, RegionEndpoint.USEast1)), ["i-1,i-2", "i-1", "i-2", "us-east-1", "us-east-1/i-2"]),
        ["DynamoDB table"] = (() => CloudDestruction.DeleteTableAsync(new AmazonDynamoDBClient(Keys, new AmazonDynamoDBConfig { ServiceURL = "http://localhost:8000" })), ["rentals", "localhost", "localhost/rentals"]),
        ["Azure blob container"] = Do(() => CloudDestruction.DeleteContainer(new BlobContainerClient(new Uri("https://shop.blob.core.windows.net/cars?sv=2022&sig=c2VjcmV0"))), "shop.blob.core.windows.net", "https://shop.blob.core.windows.net/cars"),
        ["Azure blob container by service"] = (() => CloudDestruction.DeleteContainerAsync(new BlobServiceClient("UseDevelopmentStorage=true")), ["cars", "127.0.0.1", "127.0.0.1/cars"]),
        ["Azure table"] = (() => CloudDestruction.DeleteTableAsync(new TableClient(new Uri("https://shop.table.core.windows.net"), "rentals", TableKey)), ["shop.table.core.windows.net", "https://shop.table.core.windows.net/rentals"]),
        ["Azure table by service"] = Do(() => CloudDestruction.DeleteTable(new TableServiceClient(new Uri("https://shop.table.core.windows.net"), TableKey)), "rentals", "shop.table.core.windows.net", "shop.table.core.windows.net/rentals"),
        ["Kubernetes namespace"] = (() => CloudDestruction.DeleteNamespaceAsync(Cluster()), ["shop", "k8s.dev.example.com", "k8s.dev.example.com/shop"]),
        ["Kubernetes namespace by interface"] = Do(() => CloudDestruction.DeleteNamespace(Cluster()), "shop", "k8s.dev.example.com", "k8s.dev.example.com/shop"),
        ["Kubernetes deployment"] = (() => CloudDestruction.DeleteDeploymentAsync(Cluster()), ["web", "k8s.dev.example.com", "k8s.dev.example.com/web"]),
        ["Kubernetes namespace with messages"] = (() => CloudDestruction.DeleteNamespaceWithMessagesAsync(Cluster()), ["shop", "k8s.dev.example.com"]),
        ["Redis server that is not there"] = Do(() => Destruction.RedisFlush(Cache().GetServer("cache.invalid", 6379)), "database 0", "cache.invalid", "cache.invalid/database 0"),
        ["Redis database that is not there"] = Do(() => Destruction.RedisExecute(Cache().GetDatabase()), "cache.invalid"),
    };

    private readonly string _directory = Directory.CreateTempSubdirectory("agentguard-e2e-").FullName;

    public static TheoryData<string> Names => new(Operations.Keys);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_target_is_read_from_the_client(string name)
    {
        var person = new Person(answer: false);
        Guard.Configure(guards =>
        {
            guards.EnvironmentName = "Development";
            guards.Confirmation = person;
            guards.Backups = new Vault(TimeSpan.FromMinutes(1));
            guards.AuditFile = Path.Combine(_directory, "audit.jsonl");
        });
        var (run, names) = Operations[name];
        var blocked = await Assert.ThrowsAsync<DestructiveOperationBlockedException>(run);
        Assert.Equal(BlockingGuard.Confirmation, blocked.Guard);

        var asked = Assert.Single(person.Asked);
        Assert.Equal(names[0], asked.Target);
        Assert.Subset(asked.Details!.Identities.ToHashSet(), names.ToHashSet());
        Assert.DoesNotContain("c2VjcmV0", string.Join(" ", asked.Details.Identities));
    }

    [Fact]
    public async Task A_command_of_MongoDB_that_destroys_nothing_is_sent()
    {
        Guard.Configure(guards => guards.EnvironmentName = "Production");
        await Assert.ThrowsAsync<TimeoutException>(() => Task.Run(() => CloudDestruction.Chosen(Mongo().GetDatabase("shop"), "{ ping: 1 }")));
    }

    private static MongoClient Mongo() => new("mongodb://user:hunter2@db1.dev.example.com:27017,db2.dev.example.com:27018/?serverSelectionTimeoutMS=1");

    private static Kubernetes Cluster() => new(new KubernetesClientConfiguration { Host = "https://k8s.dev.example.com:6443" });

    private static ConnectionMultiplexer Cache() => ConnectionMultiplexer.Connect("cache.invalid:6379,abortConnect=false,connectTimeout=50,connectRetry=0");

    private static (Func<Task>, string[]) Do(Action run, params string[] names) => (() => Task.Run(run), names);
}
