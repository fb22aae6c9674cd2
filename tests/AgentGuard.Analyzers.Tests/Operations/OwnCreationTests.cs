using System.Text.RegularExpressions;

namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>What the same code has created through a client is its own, as long as it is certain that it has.</summary>
public sealed class OwnCreationTests
{
    private const string Clients = """
        using Amazon.EC2;
        using Amazon.S3;
        using Azure.Storage.Blobs;
        namespace Amazon.EC2
        {
            public interface IAmazonEC2
            {
                Task<VolumeResponse> CreateVolumeAsync(object request);
                Task<VolumeResponse> DescribeVolumesAsync(object request);
                Task AttachVolumeAsync(string volumeId);
                Task DeleteVolumeAsync(DeleteVolumeRequest request);
                Task<Reservation> RunInstancesAsync(object request);
                Task TerminateInstancesAsync(TerminateInstancesRequest request);
            }
            public class Volume { public string VolumeId { get; set; } }
            public class VolumeResponse { public Volume Volume { get; set; } public List<Volume> Volumes { get; set; } }
            public class DeleteVolumeRequest { public string VolumeId { get; set; } }
            public class Instance { public string InstanceId { get; set; } }
            public class Reservation { public List<Instance> Instances { get; set; } }
            public class TerminateInstancesRequest { public List<string> InstanceIds { get; set; } }
        }
        namespace Amazon.S3
        {
            public interface IAmazonS3
            {
                Task PutBucketAsync(string bucketName);
                Task PutBucketAsync(PutBucketRequest request);
                Task EnsureBucketExistsAsync(string bucketName);
                Task DeleteBucketAsync(string bucketName, CancellationToken cancellation = default);
            }
            public class PutBucketRequest { public string BucketName { get; set; } public string Like { get; set; } }
        }
        namespace Azure.Storage.Blobs
        {
            public abstract class Response<T> { public T Value { get; set; } }
            public abstract class BlobServiceClient
            {
                public abstract BlobContainerClient GetBlobContainerClient(string blobContainerName);
                public abstract Task<Response<BlobContainerClient>> CreateBlobContainerAsync(string blobContainerName);
                public abstract BlobContainerClient CreateBlobContainerClient(string blobContainerName);
                public abstract Task DeleteBlobContainerAsync(string blobContainerName);
            }
            public abstract class BlobContainerClient { public abstract Task CreateAsync(); public abstract Task CreateIfNotExistsAsync(); public abstract Task DeleteAsync(); public abstract Task DeleteIfExistsAsync(); }
        }

        """;

    [Theory]
    [InlineData("var made = await ec2.CreateVolumeAsync(null); await Delete(made.Volume.VolumeId);")]
    [InlineData("var made = await ec2.CreateVolumeAsync(null); try { Work(); } finally { await Delete(made.Volume.VolumeId); }")]
    [InlineData("var made = await ec2.CreateVolumeAsync(null); try { Work(); } catch { await Delete(made.Volume.VolumeId); throw; }")]
    [InlineData("string id = null; try { id = (await ec2.CreateVolumeAsync(null)).Volume.VolumeId; Work(); } finally { if (id != null) await Delete(id); }")]
    [InlineData("var ids = new List<string>(); try { ids.Add((await ec2.CreateVolumeAsync(null)).Volume.VolumeId); } catch { foreach (var id in ids) await Delete(id); throw; }")]
    [InlineData("var id = await NewVolumeAsync(); await Delete(id);")]
    public Task What_came_out_of_a_creation(string code) => Check(Regex.Replace(code, @"await Delete\(([\w.]+)\)", "await ec2.DeleteVolumeAsync(new() { VolumeId = $1 })"));

    [Theory]
    [InlineData("await ec2.CreateVolumeAsync(null); await ec2.{|all:DeleteVolumeAsync(new() { VolumeId = name })|};")]
    [InlineData("var id = (await ec2.CreateVolumeAsync(null)).Volume.VolumeId; if (name != null) id = name; await ec2.{|all:DeleteVolumeAsync(new() { VolumeId = id })|};")]
    [InlineData("var id = name ?? (await ec2.CreateVolumeAsync(null)).Volume.VolumeId; await ec2.{|all:DeleteVolumeAsync(new() { VolumeId = id })|};")]
    [InlineData("var found = await ec2.DescribeVolumesAsync(null); await ec2.{|all:DeleteVolumeAsync(new() { VolumeId = found.Volume.VolumeId })|};")]
    [InlineData("var ids = new List<string> { name }; ids.Add((await ec2.CreateVolumeAsync(null)).Volume.VolumeId); foreach (var id in ids) await ec2.{|all:DeleteVolumeAsync(new() { VolumeId = id })|};")]
    [InlineData("var made = await ec2.RunInstancesAsync(null); await ec2.{|all:DeleteVolumeAsync(new() { VolumeId = made.Instances.Single().InstanceId })|};")]
    [InlineData("var id = CreateVolume(name); await ec2.{|all:DeleteVolumeAsync(new() { VolumeId = id })|};")]
    public Task What_may_have_come_from_elsewhere(string code) => Check(code);

    [Theory]
    [InlineData("var run = await ec2.RunInstancesAsync(null); var ids = run.Instances.Select(i => i.InstanceId).ToList(); await ec2.TerminateInstancesAsync(new() { InstanceIds = ids });")]
    [InlineData("var run = await ec2.RunInstancesAsync(null); await ec2.TerminateInstancesAsync(new() { InstanceIds = [run.Instances[0].InstanceId] });")]
    [InlineData("await s3.PutBucketAsync(name); Work(); await s3.DeleteBucketAsync(name);")]
    [InlineData("await s3.PutBucketAsync(new PutBucketRequest { BucketName = name }); try { Work(); } finally { await s3.DeleteBucketAsync(name); }")]
    [InlineData("const string Probe = \"probe\"; await s3.PutBucketAsync(Probe); await s3.DeleteBucketAsync(\"probe\");")]
    [InlineData("var made = (await blobs.CreateBlobContainerAsync(name)).Value; await made.DeleteIfExistsAsync();")]
    [InlineData("var made = blobs.GetBlobContainerClient(name); await made.CreateAsync(); Work(); await made.DeleteAsync();")]
    [InlineData("await blobs.CreateBlobContainerAsync(name); await blobs.DeleteBlobContainerAsync(name);")]
    public Task By_its_name_or_its_object(string code) => Check(code);

    [Theory]
    [InlineData("await s3.EnsureBucketExistsAsync(name); await s3.{|all:DeleteBucketAsync(name)|};")]
    [InlineData("await s3.{|all:DeleteBucketAsync(name)|}; await s3.PutBucketAsync(name);")]
    [InlineData("await s3.PutBucketAsync(name); await other.{|all:DeleteBucketAsync(name)|};")]
    [InlineData("await s3.PutBucketAsync(name); name = \"orders\"; await s3.{|all:DeleteBucketAsync(name)|};")]
    [InlineData("if (name.Length > 3) await s3.PutBucketAsync(name); await s3.{|all:DeleteBucketAsync(name)|};")]
    [InlineData("try { await s3.PutBucketAsync(name); } finally { await s3.{|all:DeleteBucketAsync(name)|}; }")]
    [InlineData("await s3.PutBucketAsync(new PutBucketRequest { BucketName = \"new\", Like = name }); await s3.{|all:DeleteBucketAsync(name)|};")]
    [InlineData("var made = blobs.GetBlobContainerClient(name); await made.CreateIfNotExistsAsync(); await made.{|all:DeleteAsync()|};")]
    [InlineData("var made = blobs.CreateBlobContainerClient(name); await made.{|all:DeleteAsync()|};")]
    [InlineData("await s3.PutBucketAsync(name); foreach (var next in new[] { \"a\" }) { await s3.{|all:DeleteBucketAsync(name)|}; name = next; }")]
    public Task By_another_name_or_not_for_certain(string code) => Check(code);

    [Fact]
    public Task What_an_object_has_created_it_may_take_away() => Verify.Destructive(Clients + """
        public sealed class Fixture(IAmazonEC2 ec2, string given)
        {
            private string _volume;
            private string _other;
            public async Task InitializeAsync() { _volume = (await ec2.CreateVolumeAsync(null)).Volume.VolumeId; _other = given; }
            public async Task DisposeAsync()
            {
                await ec2.DeleteVolumeAsync(new() { VolumeId = _volume });
                await ec2.{|all:DeleteVolumeAsync(new() { VolumeId = _other })|};
            }
        }
        """);

    [Fact]
    public Task What_creates_nothing_where_there_is_something() => Verify.Destructive("""
        using System.IO.Abstractions;
        using Amazon.SQS;
        namespace System.IO.Abstractions
        {
            public interface IFileSystem { IDirectory Directory { get; } }
            public interface IDirectory { void CreateDirectory(string path); void Delete(string path, bool recursive); }
        }
        namespace Amazon.SQS
        {
            public interface IAmazonSQS { Task<QueueResponse> CreateQueueAsync(string queueName); Task DeleteQueueAsync(string queueUrl, CancellationToken cancellationToken = default); }
            public class QueueResponse { public string QueueUrl { get; set; } }
        }
        public class C(IFileSystem files, IAmazonSQS sqs)
        {
            public async Task M(string path)
            {
                Directory.{|AG0004:Delete(Directory.CreateDirectory(path).FullName, true)|};
                files.Directory.CreateDirectory(path);
                files.Directory.{|AG0004:Delete(path, true)|};
                var made = await sqs.CreateQueueAsync(path);
                await sqs.{|all:DeleteQueueAsync(made.QueueUrl)|};
            }
        }
        """);

    [Fact]
    public Task A_collection_of_a_document_store() => Verify.Destructive("""
        using MongoDB.Driver;
        public class C(IMongoDatabase db)
        {
            public async Task M()
            {
                await db.CreateCollectionAsync("probe");
                await db.DropCollectionAsync("probe");
                await db.{|all:DropCollectionAsync("orders")|};
                var orders = db.GetCollection<string>("orders");
                await orders.InsertManyAsync([]);
                await orders.{|all:DeleteManyAsync(_ => true)|};
            }
        }
        """);

    private static Task Check(string code) => Verify.Destructive(Clients + $$"""
        class C(IAmazonEC2 ec2, IAmazonS3 s3, IAmazonS3 other, BlobServiceClient blobs)
        {
            async Task M(string name)
            {
                {{code}}
            }
            private async Task<string> NewVolumeAsync() { var made = await ec2.CreateVolumeAsync(null); return made.Volume.VolumeId; }
            private static string CreateVolume(string name) => name;
            private static void Work() { }
        }
        """);

    [Fact]
    public Task A_table_that_the_same_member_makes_or_that_is_temporary_by_its_name() => Verify.Destructive("""
        using LinqToDB;
        namespace LinqToDB
        {
            public interface IDataContext { }
            public interface ITable<T> { }
            public enum TableOptions { NotSet, CreateIfNotExists }
            public static class DataExtensions
            {
                public static ITable<T> CreateTable<T>(this IDataContext db, string tableName = null, TableOptions tableOptions = default) => null;
                public static void DropTable<T>(this IDataContext db, string tableName = null) { }
            }
            public static class LinqExtensions { public static int Drop<T>(this ITable<T> target) => 0; }
        }
        class Row { }
        class C
        {
            void M(IDataContext db, ITable<Row> given, string name)
            {
                var stage = db.CreateTable<Row>("stage");
                stage.Drop();
                db.DropTable<Row>("#stage");
                var perhaps = db.CreateTable<Row>("stage", TableOptions.CreateIfNotExists);
                perhaps.{|all:Drop()|};
                given.{|all:Drop()|};
                var either = name == "a" ? db.CreateTable<Row>("stage") : given;
                either.{|all:Drop()|};
                db.{|all:DropTable<Row>("stage2")|};
                db.{|all:DropTable<Row>(name)|};
            }
        }
        """);
}
