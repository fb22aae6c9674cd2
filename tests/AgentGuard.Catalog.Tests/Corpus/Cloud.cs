// Single objects, acknowledged messages, dry runs, reads, creations, and settings that protect.
using System; using System.Collections.Generic; using System.Diagnostics; using System.Threading.Tasks;
using Amazon.DynamoDBv2; using Amazon.DynamoDBv2.Model; using Amazon.EC2; using Amazon.EC2.Model; using Amazon.S3; using Amazon.S3.Model; using Amazon.SQS; using Amazon.SQS.Model;
using Azure.Data.Tables; using Azure.Search.Documents; using Azure.Storage.Blobs; using Azure.Storage.Files.Shares; using Azure.Storage.Queues; using Confluent.Kafka; using Docker.DotNet; using Docker.DotNet.Models; using k8s; using k8s.Models; using Microsoft.Azure.Cosmos; using Octokit; using RabbitMQ.Client; using Renci.SshNet;

public class Amazon1
{
    public async Task Storage(IAmazonS3 s3, string bucket, string key)
    {
        await s3.DeleteObjectAsync(bucket, key); await s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = bucket, Key = key }); await s3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = bucket, Objects = [new KeyVersion { Key = key }] }); await s3.DeleteObjectTaggingAsync(new DeleteObjectTaggingRequest()); await s3.DeleteBucketTaggingAsync(bucket); await s3.PutBucketAsync(bucket); await s3.ListBucketsAsync(); await s3.DeleteCORSConfigurationAsync(bucket); await s3.AbortMultipartUploadAsync(bucket, key, "id"); await s3.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = bucket, VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled } });
    }

    public async Task Tables(IAmazonDynamoDB db, Dictionary<string, global::Amazon.DynamoDBv2.Model.AttributeValue> key)
    {
        await db.DeleteItemAsync("orders", key); await db.DeleteItemAsync(new DeleteItemRequest { TableName = "orders", Key = key }); await db.PutItemAsync("orders", key); await db.UpdateItemAsync(new UpdateItemRequest()); await db.DescribeTableAsync("orders"); await db.CreateTableAsync(new CreateTableRequest()); await db.BatchWriteItemAsync(new BatchWriteItemRequest()); await db.UpdateContinuousBackupsAsync(new UpdateContinuousBackupsRequest { PointInTimeRecoverySpecification = new PointInTimeRecoverySpecification { PointInTimeRecoveryEnabled = true } }); key.Remove("a"); key.Clear();
    }

    public async Task Machines(IAmazonEC2 ec2)
    {
        await ec2.TerminateInstancesAsync(new TerminateInstancesRequest { DryRun = true, InstanceIds = ["i-1"] }); await ec2.DeleteVolumeAsync(new DeleteVolumeRequest { DryRun = true, VolumeId = "vol-1" }); await ec2.StopInstancesAsync(new StopInstancesRequest()); await ec2.RebootInstancesAsync(new RebootInstancesRequest()); await ec2.DetachVolumeAsync(new DetachVolumeRequest { VolumeId = "vol-1" }); await ec2.DeleteTagsAsync(new global::Amazon.EC2.Model.DeleteTagsRequest()); await ec2.DisassociateAddressAsync(new DisassociateAddressRequest()); await ec2.DescribeVolumesAsync(new DescribeVolumesRequest()); await ec2.CreateSnapshotAsync(new CreateSnapshotRequest()); await ec2.ResetImageAttributeAsync(new ResetImageAttributeRequest()); var dry = new DeleteSnapshotRequest { SnapshotId = "s" }; dry.DryRun = true; await ec2.DeleteSnapshotAsync(dry); await ec2.CancelSpotFleetRequestsAsync(new CancelSpotFleetRequestsRequest { TerminateInstances = false });
    }

    public async Task Queues(IAmazonSQS sqs, string url, string receipt)
    {
        await sqs.DeleteMessageAsync(url, receipt); await sqs.DeleteMessageAsync(new DeleteMessageRequest { QueueUrl = url }); await sqs.DeleteMessageBatchAsync(new DeleteMessageBatchRequest()); await sqs.CreateQueueAsync("q"); await sqs.RemovePermissionAsync(url, "label"); await sqs.SendMessageAsync(url, "PurgeQueue");
    }
}

public class Azure1
{
    public async Task Blobs(BlobContainerClient container, BlobServiceClient service, BlobClient blob, string name)
    {
        container.DeleteBlob(name); await container.DeleteBlobAsync(name); await container.DeleteBlobIfExistsAsync(name); blob.Delete(); blob.DeleteIfExists(); await blob.DeleteAsync(); await blob.DeleteIfExistsAsync(); await container.CreateIfNotExistsAsync(); await blob.UploadAsync(BinaryData.FromString("")); await service.CreateBlobContainerAsync(name); container.GetBlobClient(name).Delete(); container.Exists();
    }

    public async Task Others(QueueClient queue, TableClient table, ShareFileClient file, ShareDirectoryClient folder, global::Azure.Search.Documents.SearchClient search, Container cosmos, Database database)
    {
        await queue.DeleteMessageAsync("id", "pop"); queue.DeleteMessage("id", "pop"); await queue.CreateIfNotExistsAsync(); await table.DeleteEntityAsync("p", "r"); table.DeleteEntity("p", "r"); await table.CreateIfNotExistsAsync(); await file.DeleteAsync(); await file.DeleteIfExistsAsync(); await folder.DeleteFileAsync("a"); await folder.DeleteAsync(); await search.DeleteDocumentsAsync("id", new[] { "1" }); search.DeleteDocuments("id", new[] { "1" });
        await cosmos.DeleteItemAsync<Order>("1", new PartitionKey("p")); await cosmos.DeleteItemStreamAsync("1", new PartitionKey("p")); await cosmos.ReadItemAsync<Order>("1", new PartitionKey("p")); await database.CreateContainerIfNotExistsAsync("c", "/p"); cosmos.CreateTransactionalBatch(new PartitionKey("p")).DeleteItem("1"); await database.ReadAsync();
    }
}

public class Clusters
{
    public async Task Kubernetes(IKubernetes client)
    {
        await client.CoreV1.ListNamespacedPodAsync("default"); await client.CoreV1.DeleteNamespacedPodAsync("web", "default"); await client.CoreV1.DeleteNamespaceAsync("team", dryRun: "All"); await client.AppsV1.DeleteNamespacedDeploymentAsync("web", "default", dryRun: "All"); await client.CoreV1.DeleteNamespacedEventAsync("e", "default"); await client.CoordinationV1.DeleteNamespacedLeaseAsync("l", "default"); await client.CoreV1.ReadNamespaceAsync("team"); await client.CoreV1.CreateNamespaceAsync(new V1Namespace()); await client.AppsV1.ReadNamespacedReplicaSetAsync("a", "b"); await client.AppsV1.ReplaceNamespacedDeploymentAsync(new V1Deployment(), "a", "b"); await client.DiscoveryV1.DeleteNamespacedEndpointSliceAsync("a", "b"); new V1Pod().Metadata?.Labels.Clear();
    }

    public async Task Containers(DockerClient docker)
    {
        await docker.Containers.StopContainerAsync("a", new ContainerStopParameters()); await docker.Containers.RemoveContainerAsync("a", new()); await docker.Containers.RemoveContainerAsync("a", new ContainerRemoveParameters { Force = false }); await docker.Containers.KillContainerAsync("a", new ContainerKillParameters()); await docker.Containers.RestartContainerAsync("a", new ContainerRestartParameters()); await docker.Images.DeleteImageAsync("a", new ImageDeleteParameters()); await docker.Images.PruneImagesAsync(); await docker.Volumes.ListAsync(new VolumesListParameters()); await docker.Volumes.CreateAsync(new VolumesCreateParameters()); await docker.Plugin.DisablePluginAsync("a", new PluginDisableParameters());
    }

    public async Task Messages(IProducer<string, string> producer, IConsumer<string, string> consumer, IAdminClient admin, IChannel channel, BasicProperties properties)
    {
        producer.Flush(TimeSpan.FromSeconds(1)); producer.AbortTransaction(); consumer.Unassign(); consumer.Unsubscribe(); consumer.Commit(); admin.GetMetadata(TimeSpan.FromSeconds(1)); await channel.BasicAckAsync(1, false); await channel.BasicNackAsync(1, false, true); await channel.QueueDeclareAsync("q"); await channel.TxRollbackAsync(); properties.ClearHeaders(); properties.ClearPriority(); await channel.QueueDeleteAsync("q", false, ifEmpty: true); await channel.ExchangeDeleteAsync("x", ifUnused: true); await channel.QueueUnbindAsync("q", "x", "k"); new global::Confluent.Kafka.Headers().Remove("a");
    }

    public async Task Platforms(IGitHubClient github, SftpClient sftp, SshClient ssh)
    {
        await github.Issue.Comment.Delete("o", "r", 1); await github.Issue.Labels.Delete("o", "r", "l"); await github.Issue.Milestone.Delete("o", "r", 1); await github.Repository.Get("o", "r"); await github.Gist.Delete("1"); await github.Repository.Content.DeleteFile("o", "r", "p", new DeleteFileRequest("m", "s")); sftp.DeleteFile("/var/tmp/a"); sftp.DeleteDirectory("/var/tmp/empty"); ssh.RunCommand("ls -la /"); ssh.RunCommand("echo rm -rf /"); ssh.CreateCommand("df -h"); sftp.RenameFile("a", "b");
    }
}

public class Shells
{
    public void Run(string name)
    {
        Process.Start("git", "status"); Process.Start("echo", "rm -rf /"); Process.Start("terraform", "plan"); Process.Start("kubectl", "get pods"); Process.Start("ls"); Process.Start("shutdown", "/a"); Process.Start(new ProcessStartInfo("dotnet", "build")); Process.Start(new ProcessStartInfo { FileName = "docker", Arguments = "ps -a" }); Process.Start("psql", "-c \"SELECT 1\""); Process.Start("aws", "s3 ls"); Process.Start("az", "group list"); Process.Start("explorer.exe", name); Process.Start("grep", "-r \"DROP TABLE\" .");
        var start = new ProcessStartInfo("git"); start.ArgumentList.Add("log"); start.ArgumentList.Clear(); start.Environment.Clear(); start.Environment.Remove("A"); Process.Start(start); CliWrap.Cli.Wrap("git").WithArguments("fetch --prune").ToString();
    }
}
