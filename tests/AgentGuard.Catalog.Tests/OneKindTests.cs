using AgentGuard.Analyzers.Catalog;
using AgentGuard.Text;

namespace AgentGuard.Catalog.Tests;

/// <summary>The same operation destroys the same kind, whether a client of a library, a command line or a statement does it: otherwise it asks for other guards.</summary>
public class OneKindTests
{
    [Theory]
    [InlineData("Amazon.ElastiCache.IAmazonElastiCache.DeleteCacheClusterAsync", "aws elasticache delete-cache-cluster --cache-cluster-id x")]
    [InlineData("Amazon.ElastiCache.IAmazonElastiCache.DeleteReplicationGroupAsync", "aws elasticache delete-replication-group --replication-group-id x")]
    [InlineData("Amazon.ElastiCache.IAmazonElastiCache.DeleteServerlessCacheAsync", "aws elasticache delete-serverless-cache --serverless-cache-name x")]
    [InlineData("Azure.ResourceManager.Redis.RedisResource.Delete", "az redis delete --name x")]
    [InlineData("Google.Cloud.Redis.V1.CloudRedisClient.DeleteInstance", "gcloud redis instances delete x")]
    [InlineData("Amazon.ECR.IAmazonECR.DeleteRepositoryAsync", "aws ecr delete-repository --repository-name x")]
    [InlineData("Amazon.ECR.IAmazonECR.BatchDeleteImageAsync", "aws ecr batch-delete-image --repository-name x")]
    [InlineData("Azure.ResourceManager.ContainerRegistry.ContainerRegistryResource.Delete", "az acr delete --name x")]
    [InlineData("Google.Cloud.ArtifactRegistry.V1.ArtifactRegistryClient.DeleteRepository", "gcloud artifacts repositories delete x")]
    [InlineData("Amazon.Glue.IAmazonGlue.DeleteDatabaseAsync", "aws glue delete-database --name x")]
    [InlineData("Amazon.Glue.IAmazonGlue.DeleteTableAsync", "aws glue delete-table --name x")]
    [InlineData("Amazon.EC2.IAmazonEC2.DeleteKeyPairAsync", "aws ec2 delete-key-pair --key-name x")]
    [InlineData("Amazon.IdentityManagement.IAmazonIdentityManagementService.DeleteAccessKeyAsync", "aws iam delete-access-key --access-key-id x")]
    [InlineData("Azure.ResourceManager.Storage.StorageAccountResource.Delete", "az storage account delete --name x")]
    [InlineData("EvolveDb.Evolve.Erase", "evolve erase postgresql")]
    [InlineData("Microsoft.SqlServer.Management.Smo.Server.DetachDatabase", "sqlcmd -Q \"EXEC sp_detach_db 'x'\"")]
    public void A_client_and_a_command_line_agree(string member, string command)
    {
        var entry = Assert.Single(CatalogIndex.BuiltIn.Entries, candidate => candidate.Effect == CatalogEffect.Destroys && candidate.Id.ToString().Split('(', '[')[0].EndsWith(member, StringComparison.Ordinal));
        Assert.Equal(entry.Kinds.Single(), Assert.Single(ShellScanner.Scan(command)).Kind);
    }
}
