// Stand-ins for Google Cloud clients: names and parameters as they are documented, no bodies.
#pragma warning disable
using System.Threading;
using System.Threading.Tasks;
namespace Google.Cloud.Storage.V1 { public abstract class StorageClient {
    public virtual object DeleteBucket(string bucket, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteBucketAsync(string bucket, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.BigQuery.V2 { public abstract class BigQueryClient {
    public virtual object ExecuteQuery(string sql, object parameters, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> ExecuteQueryAsync(string sql, object parameters, CancellationToken cancellationToken = default) => throw null;
    public virtual object CreateQueryJob(string sql, object parameters, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> CreateQueryJobAsync(string sql, object parameters, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteDataset(string datasetId, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteDatasetAsync(string datasetId, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteTable(string datasetId, string tableId, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteTableAsync(string datasetId, string tableId, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.BigQuery.V2 {
    public sealed class DeleteDatasetOptions { }
    public class BigQueryDataset { public void Delete(DeleteDatasetOptions options = null) => throw null; public Task DeleteAsync(DeleteDatasetOptions options = null, CancellationToken cancellationToken = default) => throw null; }
    public class BigQueryTable { public void Delete(object options = null) => throw null; public Task DeleteAsync(object options = null, CancellationToken cancellationToken = default) => throw null; }
}
namespace Google.Cloud.Spanner.Data {
    public abstract class SpannerCommand : System.Data.Common.DbCommand { }
    public abstract class SpannerConnection : System.Data.Common.DbConnection { public SpannerCommand CreateDdlCommand(string ddlStatement, params string[] extraDdlStatements) => throw null; public SpannerCommand CreateDmlCommand(string dmlStatement, object dmlParameters = null) => throw null; }
}
namespace Google.Cloud.Spanner.Admin.Database.V1 { public abstract class DatabaseAdminClient {
    public virtual object DeleteBackupSchedule(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteBackupScheduleAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object DropDatabase(string database, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DropDatabaseAsync(string database, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteBackup(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteBackupAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Spanner.Admin.Instance.V1 { public abstract class InstanceAdminClient {
    public virtual object DeleteInstance(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteInstanceAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Compute.V1 { public abstract class InstancesClient {
    public virtual object Delete(string project, string zone, string instance, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(string project, string zone, string instance, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Compute.V1 { public abstract class DisksClient {
    public virtual object Delete(string project, string zone, string disk, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(string project, string zone, string disk, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Compute.V1 { public abstract class SnapshotsClient {
    public virtual object Delete(string project, string snapshot, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(string project, string snapshot, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Compute.V1 { public abstract class ImagesClient {
    public virtual object Delete(string project, string image, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(string project, string image, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Compute.V1 { public abstract class NetworksClient {
    public virtual object Delete(string project, string network, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(string project, string network, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Compute.V1 { public abstract class FirewallsClient {
    public virtual object Delete(string project, string firewall, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(string project, string firewall, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Container.V1 { public abstract class ClusterManagerClient {
    public virtual object DeleteCluster(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteClusterAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteNodePool(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteNodePoolAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Bigtable.Admin.V2 { public abstract class BigtableTableAdminClient {
    public virtual object DeleteTable(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteTableAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object DropRowRange(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DropRowRangeAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteBackup(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteBackupAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Bigtable.Admin.V2 { public abstract class BigtableInstanceAdminClient {
    public virtual object DeleteCluster(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteClusterAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteInstance(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteInstanceAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Firestore.Admin.V1 { public abstract class FirestoreAdminClient {
    public virtual object DeleteDatabase(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteDatabaseAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteBackup(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteBackupAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteBackupSchedule(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteBackupScheduleAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.PubSub.V1 { public abstract class PublisherServiceApiClient {
    public virtual object DeleteTopic(string topic, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteTopicAsync(string topic, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.PubSub.V1 { public abstract class SubscriberServiceApiClient {
    public virtual object DeleteSubscription(string subscription, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteSubscriptionAsync(string subscription, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteSnapshot(string snapshot, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteSnapshotAsync(string snapshot, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.SecretManager.V1 { public abstract class SecretManagerServiceClient {
    public virtual object DeleteSecret(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteSecretAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object DestroySecretVersion(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DestroySecretVersionAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Kms.V1 { public abstract class KeyManagementServiceClient {
    public virtual object DestroyCryptoKeyVersion(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DestroyCryptoKeyVersionAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.ResourceManager.V3 { public abstract class ProjectsClient {
    public virtual object DeleteProject(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteProjectAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Run.V2 { public abstract class ServicesClient {
    public virtual object DeleteService(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteServiceAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.ArtifactRegistry.V1 { public abstract class ArtifactRegistryClient {
    public virtual object DeleteRepository(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteRepositoryAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Redis.V1 { public abstract class CloudRedisClient {
    public virtual object DeleteInstance(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteInstanceAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.AlloyDb.V1 { public abstract class AlloyDBAdminClient {
    public virtual object DeleteCluster(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteClusterAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteInstance(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteInstanceAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteBackup(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteBackupAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Apis.SQLAdmin.v1beta4 {
    public class InstancesResource { public virtual object Delete(string project, string instance) => throw null; }
    public class DatabasesResource { public virtual object Delete(string project, string instance, string database) => throw null; }
    public class BackupRunsResource { public virtual object Delete(string project, string instance, long id) => throw null; public virtual object Insert(object body, string project, string instance) => throw null; }
}
namespace Google.Cloud.Logging.V2 { public abstract class LoggingServiceV2Client {
    public virtual object DeleteLog(string logName, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteLogAsync(string logName, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Filestore.V1 { public abstract class CloudFilestoreManagerClient {
    public virtual object DeleteInstance(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteInstanceAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteBackup(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteBackupAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteSnapshot(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteSnapshotAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Dataproc.V1 { public abstract class ClusterControllerClient {
    public virtual object DeleteCluster(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteClusterAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.Functions.V2 { public abstract class FunctionServiceClient {
    public virtual object DeleteFunction(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteFunctionAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.GkeBackup.V1 { public abstract class BackupForGKEClient {
    public virtual object DeleteBackup(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteBackupAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteBackupPlan(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteBackupPlanAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.AIPlatform.V1 { public abstract class IndexServiceClient {
    public virtual object DeleteIndex(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteIndexAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Google.Cloud.DiscoveryEngine.V1 { public abstract class DataStoreServiceClient {
    public virtual object DeleteDataStore(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteDataStoreAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
