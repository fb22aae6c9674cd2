// Stand-ins for Azure libraries: names and parameters as they are documented, no bodies.
#pragma warning disable
using System;
using System.Threading;
using System.Threading.Tasks;
namespace Azure.ResourceManager.Sql {
    public class SqlDatabaseResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class SqlServerResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class ManagedDatabaseResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class ManagedInstanceResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class ElasticPoolResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class LongTermRetentionBackupResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.PostgreSql.FlexibleServers {
    public class PostgreSqlFlexibleServerResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class PostgreSqlFlexibleServerDatabaseResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.MySql.FlexibleServers {
    public class MySqlFlexibleServerResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class MySqlFlexibleServerDatabaseResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.CosmosDB {
    public class CosmosDBAccountResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class CosmosDBSqlDatabaseResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class CosmosDBSqlContainerResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class MongoDBDatabaseResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class MongoDBCollectionResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.Redis {
    public class RedisResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.Storage {
    public class StorageAccountResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class BlobContainerResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class FileShareResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class StorageQueueResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class TableResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class ImmutabilityPolicyResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.KeyVault {
    public class KeyVaultResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class ManagedHsmResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.ContainerService {
    public class ContainerServiceManagedClusterResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class ContainerServiceAgentPoolResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.ContainerRegistry {
    public class ContainerRegistryResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.Network {
    public class VirtualNetworkResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class SubnetResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class NetworkSecurityGroupResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class PublicIPAddressResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class LoadBalancerResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.Dns {
    public class DnsZoneResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.AppService {
    public class WebSiteResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class AppServicePlanResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.ServiceBus {
    public class ServiceBusNamespaceResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class ServiceBusQueueResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class ServiceBusTopicResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.EventHubs {
    public class EventHubsNamespaceResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class EventHubResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.RecoveryServices {
    public class RecoveryServicesVaultResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.RecoveryServicesBackup {
    public class BackupProtectedItemResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class BackupProtectionPolicyResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.Messaging.ServiceBus { public class ServiceBusReceiver { public virtual Task<int> PurgeMessagesAsync(DateTimeOffset? beforeEnqueueTime = null, CancellationToken cancellationToken = default) => throw null; } }
namespace Azure.Messaging.ServiceBus.Administration { public class ServiceBusAdministrationClient {
    public virtual Task<object> DeleteQueueAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<object> DeleteTopicAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<object> DeleteSubscriptionAsync(string topicName, string subscriptionName, CancellationToken cancellationToken = default) => throw null;
} }
namespace Azure.Security.KeyVault.Keys { public class KeyClient {
    public virtual object StartDeleteKey(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> StartDeleteKeyAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object PurgeDeletedKey(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> PurgeDeletedKeyAsync(string name, CancellationToken cancellationToken = default) => throw null;
    public virtual object BackupKey(string name, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> BackupKeyAsync(string name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Azure.Storage.Files.DataLake {
    public class DataLakeFileSystemClient { public virtual object Delete(CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(CancellationToken cancellationToken = default) => throw null; public virtual object DeleteIfExists(CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteIfExistsAsync(CancellationToken cancellationToken = default) => throw null; public virtual object DeleteDirectory(string path, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteDirectoryAsync(string path, CancellationToken cancellationToken = default) => throw null; }
    public class DataLakeServiceClient { public virtual object DeleteFileSystem(string fileSystemName, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteFileSystemAsync(string fileSystemName, CancellationToken cancellationToken = default) => throw null; }
    public class DataLakeDirectoryClient { public virtual object Delete(CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(CancellationToken cancellationToken = default) => throw null; public virtual object DeleteIfExists(CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteIfExistsAsync(CancellationToken cancellationToken = default) => throw null; }
}

namespace Azure.Search.Documents.Indexes { public class SearchIndexClient {
    public virtual object DeleteIndex(string indexName, System.Threading.CancellationToken cancellationToken = default) => throw null; public virtual System.Threading.Tasks.Task<object> DeleteIndexAsync(string indexName, System.Threading.CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteSynonymMap(string synonymMapName, System.Threading.CancellationToken cancellationToken = default) => throw null; public virtual System.Threading.Tasks.Task<object> DeleteSynonymMapAsync(string synonymMapName, System.Threading.CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteKnowledgeBase(string knowledgeBaseName, object matchConditions = null, System.Threading.CancellationToken cancellationToken = default) => throw null; public virtual System.Threading.Tasks.Task<object> DeleteKnowledgeBaseAsync(string knowledgeBaseName, object matchConditions = null, System.Threading.CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteKnowledgeSource(string sourceName, object matchConditions = null, System.Threading.CancellationToken cancellationToken = default) => throw null; public virtual System.Threading.Tasks.Task<object> DeleteKnowledgeSourceAsync(string sourceName, object matchConditions = null, System.Threading.CancellationToken cancellationToken = default) => throw null;
} }
namespace Microsoft.Azure.Documents {
    public interface IDocumentClient { Task<object> DeleteDatabaseAsync(System.Uri databaseUri, object options = null); Task<object> DeleteDocumentCollectionAsync(System.Uri documentCollectionUri, object options = null); Task<object> DeleteDocumentAsync(System.Uri documentUri, object options = null, CancellationToken cancellationToken = default); }
}
namespace Microsoft.Azure.ServiceBus.Management { public class ManagementClient {
    public virtual Task DeleteQueueAsync(string queuePath, CancellationToken cancellationToken = default) => throw null; public virtual Task DeleteTopicAsync(string topicPath, CancellationToken cancellationToken = default) => throw null; public virtual Task DeleteSubscriptionAsync(string topicPath, string subscriptionName, CancellationToken cancellationToken = default) => throw null; public virtual Task DeleteRuleAsync(string topicPath, string subscriptionName, string ruleName, CancellationToken cancellationToken = default) => throw null;
} }
namespace Microsoft.Azure.Management.ResourceManager.Fluent.Core.CollectionActions {
    public interface ISupportsDeletingByName { void DeleteByName(string name); Task DeleteByNameAsync(string name, CancellationToken cancellationToken = default); }
    public interface ISupportsDeletingById { void DeleteById(string id); Task DeleteByIdAsync(string id, CancellationToken cancellationToken = default); }
    public interface ISupportsDeletingByResourceGroup { void DeleteByResourceGroup(string resourceGroupName, string name); Task DeleteByResourceGroupAsync(string resourceGroupName, string name, CancellationToken cancellationToken = default); }
}
namespace Microsoft.Azure.Management.ResourceManager.Fluent {
    public interface IResourceGroups : Core.CollectionActions.ISupportsDeletingByName { void BeginDeleteByName(string name); Task BeginDeleteByNameAsync(string name, CancellationToken cancellationToken = default); }
}
namespace Azure.ResourceManager.AppContainers {
    public class ContainerAppResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class ContainerAppManagedEnvironmentResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.Synapse {
    public class SynapseWorkspaceResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class SynapseSqlPoolResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.Kusto {
    public class KustoClusterResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class KustoDatabaseResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.DataFactory {
    public class DataFactoryResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.ContainerInstance {
    public class ContainerGroupResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.ApiManagement {
    public class ApiManagementServiceResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.CognitiveServices {
    public class CognitiveServicesAccountResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.MachineLearning {
    public class MachineLearningWorkspaceResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.Search {
    public class SearchServiceResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.NetApp {
    public class NetAppVolumeResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class CapacityPoolResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.ElasticSan {
    public class ElasticSanResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class ElasticSanVolumeResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.OperationalInsights {
    public class OperationalInsightsWorkspaceResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.DataProtectionBackup {
    public class DataProtectionBackupVaultResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class DataProtectionBackupInstanceResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.MongoCluster {
    public class MongoClusterResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.RedisEnterprise {
    public class RedisEnterpriseClusterResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class RedisEnterpriseDatabaseResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.MariaDB {
    public class MariaDBServerResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
namespace Azure.ResourceManager.EventGrid {
    public class EventGridTopicResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
    public class EventGridDomainResource { public virtual object Delete(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteAsync(Azure.WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw null; }
}
