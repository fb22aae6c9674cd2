// Stand-ins for AWS SDK clients: names and parameters as the SDK documents them, no bodies.
#pragma warning disable
using System.Threading;
using System.Threading.Tasks;
namespace Amazon.RDS { public interface IAmazonRDS {
    Task<object> DeleteDBInstanceAsync(Model.DeleteDBInstanceRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteDBClusterAsync(Model.DeleteDBClusterRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteGlobalClusterAsync(Model.DeleteGlobalClusterRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteTenantDatabaseAsync(Model.DeleteTenantDatabaseRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteDBSnapshotAsync(Model.DeleteDBSnapshotRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteDBClusterSnapshotAsync(Model.DeleteDBClusterSnapshotRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteDBInstanceAutomatedBackupAsync(Model.DeleteDBInstanceAutomatedBackupRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteDBClusterAutomatedBackupAsync(Model.DeleteDBClusterAutomatedBackupRequest request, CancellationToken cancellationToken = default);
    Task<object> ModifyDBInstanceAsync(Model.ModifyDBInstanceRequest request, CancellationToken cancellationToken = default);
    Task<object> ModifyDBClusterAsync(Model.ModifyDBClusterRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteDBSubnetGroupAsync(Model.DeleteDBSubnetGroupRequest request, CancellationToken cancellationToken = default);
    Task<object> RebootDBInstanceAsync(Model.RebootDBInstanceRequest request, CancellationToken cancellationToken = default);
    Task<object> CreateDBSnapshotAsync(Model.CreateDBSnapshotRequest request, CancellationToken cancellationToken = default);
    Task<object> CreateDBClusterSnapshotAsync(Model.CreateDBClusterSnapshotRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.RDS.Model {
    public class DeleteDBInstanceRequest { public bool DeleteAutomatedBackups { get; set; } public bool SkipFinalSnapshot { get; set; } public string DBInstanceIdentifier { get; set; } }
    public class DeleteDBClusterRequest { public bool DeleteAutomatedBackups { get; set; } public bool SkipFinalSnapshot { get; set; } public string DBClusterIdentifier { get; set; } }
    public class DeleteGlobalClusterRequest { public string GlobalClusterIdentifier { get; set; } }
    public class DeleteTenantDatabaseRequest { public string TenantDBName { get; set; } }
    public class DeleteDBSnapshotRequest { public string DBSnapshotIdentifier { get; set; } }
    public class DeleteDBClusterSnapshotRequest { public string DBClusterSnapshotIdentifier { get; set; } }
    public class DeleteDBInstanceAutomatedBackupRequest { public string DbiResourceId { get; set; } }
    public class DeleteDBClusterAutomatedBackupRequest { public string DbClusterResourceId { get; set; } }
    public class ModifyDBInstanceRequest { public bool DeletionProtection { get; set; } public string DBInstanceIdentifier { get; set; } public int BackupRetentionPeriod { get; set; } }
    public class ModifyDBClusterRequest { public bool DeletionProtection { get; set; } public string DBClusterIdentifier { get; set; } public int BackupRetentionPeriod { get; set; } }
    public class DeleteDBSubnetGroupRequest { public string DBSubnetGroupName { get; set; } }
    public class RebootDBInstanceRequest {  }
    public class CreateDBSnapshotRequest {  }
    public class CreateDBClusterSnapshotRequest {  }
}
namespace Amazon.EKS { public interface IAmazonEKS {
    Task<object> DeleteClusterAsync(Model.DeleteClusterRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteNodegroupAsync(Model.DeleteNodegroupRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteFargateProfileAsync(Model.DeleteFargateProfileRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteAddonAsync(Model.DeleteAddonRequest request, CancellationToken cancellationToken = default);
    Task<object> DeregisterClusterAsync(Model.DeregisterClusterRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.EKS.Model {
    public class DeleteClusterRequest { public string Name { get; set; } }
    public class DeleteNodegroupRequest { public string NodegroupName { get; set; } }
    public class DeleteFargateProfileRequest { public string FargateProfileName { get; set; } }
    public class DeleteAddonRequest { public string AddonName { get; set; } }
    public class DeregisterClusterRequest { public string Name { get; set; } }
}
namespace Amazon.Backup { public interface IAmazonBackup {
    Task<object> DeleteRecoveryPointAsync(Model.DeleteRecoveryPointRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteBackupVaultAsync(Model.DeleteBackupVaultRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteBackupPlanAsync(Model.DeleteBackupPlanRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteBackupSelectionAsync(Model.DeleteBackupSelectionRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteBackupVaultLockConfigurationAsync(Model.DeleteBackupVaultLockConfigurationRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteBackupVaultAccessPolicyAsync(Model.DeleteBackupVaultAccessPolicyRequest request, CancellationToken cancellationToken = default);
    Task<object> DisassociateRecoveryPointAsync(Model.DisassociateRecoveryPointRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Backup.Model {
    public class DeleteRecoveryPointRequest { public string RecoveryPointArn { get; set; } }
    public class DeleteBackupVaultRequest { public string BackupVaultName { get; set; } }
    public class DeleteBackupPlanRequest { public string BackupPlanId { get; set; } }
    public class DeleteBackupSelectionRequest { public string SelectionId { get; set; } }
    public class DeleteBackupVaultLockConfigurationRequest { public string BackupVaultName { get; set; } }
    public class DeleteBackupVaultAccessPolicyRequest { public string BackupVaultName { get; set; } }
    public class DisassociateRecoveryPointRequest { public string RecoveryPointArn { get; set; } }
}
namespace Amazon.CloudFormation { public interface IAmazonCloudFormation {
    Task<object> DeleteStackAsync(Model.DeleteStackRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteStackSetAsync(Model.DeleteStackSetRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteStackInstancesAsync(Model.DeleteStackInstancesRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.CloudFormation.Model {
    public class DeleteStackRequest { public string StackName { get; set; } }
    public class DeleteStackSetRequest { public string StackSetName { get; set; } }
    public class DeleteStackInstancesRequest { public string StackSetName { get; set; } }
}
namespace Amazon.KeyManagementService { public interface IAmazonKeyManagementService {
    Task<object> ScheduleKeyDeletionAsync(Model.ScheduleKeyDeletionRequest request, CancellationToken cancellationToken = default);
    Task<object> DisableKeyAsync(Model.DisableKeyRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteImportedKeyMaterialAsync(Model.DeleteImportedKeyMaterialRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteCustomKeyStoreAsync(Model.DeleteCustomKeyStoreRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.KeyManagementService.Model {
    public class ScheduleKeyDeletionRequest { public string KeyId { get; set; } }
    public class DisableKeyRequest { public string KeyId { get; set; } }
    public class DeleteImportedKeyMaterialRequest { public string KeyId { get; set; } }
    public class DeleteCustomKeyStoreRequest { public string CustomKeyStoreId { get; set; } }
}
namespace Amazon.SecretsManager { public interface IAmazonSecretsManager {
    Task<object> DeleteSecretAsync(Model.DeleteSecretRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteResourcePolicyAsync(Model.DeleteResourcePolicyRequest request, CancellationToken cancellationToken = default);
    Task<object> RemoveRegionsFromReplicationAsync(Model.RemoveRegionsFromReplicationRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.SecretsManager.Model {
    public class DeleteSecretRequest { public bool ForceDeleteWithoutRecovery { get; set; } public string SecretId { get; set; } }
    public class DeleteResourcePolicyRequest { public string SecretId { get; set; } }
    public class RemoveRegionsFromReplicationRequest { public string SecretId { get; set; } }
}
namespace Amazon.ElastiCache { public interface IAmazonElastiCache {
    Task<object> DeleteCacheClusterAsync(Model.DeleteCacheClusterRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteReplicationGroupAsync(Model.DeleteReplicationGroupRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteServerlessCacheAsync(Model.DeleteServerlessCacheRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteSnapshotAsync(Model.DeleteSnapshotRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteServerlessCacheSnapshotAsync(Model.DeleteServerlessCacheSnapshotRequest request, CancellationToken cancellationToken = default);
    Task<object> CreateSnapshotAsync(Model.CreateSnapshotRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.ElastiCache.Model {
    public class DeleteCacheClusterRequest { public string CacheClusterId { get; set; } }
    public class DeleteReplicationGroupRequest { public string ReplicationGroupId { get; set; } }
    public class DeleteServerlessCacheRequest { public string ServerlessCacheName { get; set; } }
    public class DeleteSnapshotRequest { public string SnapshotName { get; set; } }
    public class DeleteServerlessCacheSnapshotRequest { public string ServerlessCacheSnapshotName { get; set; } }
    public class CreateSnapshotRequest {  }
}
namespace Amazon.Redshift { public interface IAmazonRedshift {
    Task<object> DeleteClusterAsync(Model.DeleteClusterRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteClusterSnapshotAsync(Model.DeleteClusterSnapshotRequest request, CancellationToken cancellationToken = default);
    Task<object> CreateClusterSnapshotAsync(Model.CreateClusterSnapshotRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Redshift.Model {
    public class DeleteClusterRequest { public bool SkipFinalClusterSnapshot { get; set; } public string ClusterIdentifier { get; set; } }
    public class DeleteClusterSnapshotRequest { public string SnapshotIdentifier { get; set; } }
    public class CreateClusterSnapshotRequest {  }
}
namespace Amazon.ElasticFileSystem { public interface IAmazonElasticFileSystem {
    Task<object> DeleteFileSystemAsync(Model.DeleteFileSystemRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteMountTargetAsync(Model.DeleteMountTargetRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteReplicationConfigurationAsync(Model.DeleteReplicationConfigurationRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.ElasticFileSystem.Model {
    public class DeleteFileSystemRequest { public string FileSystemId { get; set; } }
    public class DeleteMountTargetRequest { public string MountTargetId { get; set; } }
    public class DeleteReplicationConfigurationRequest { public string SourceFileSystemId { get; set; } }
}
namespace Amazon.FSx { public interface IAmazonFSx {
    Task<object> DeleteFileSystemAsync(Model.DeleteFileSystemRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteVolumeAsync(Model.DeleteVolumeRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteBackupAsync(Model.DeleteBackupRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteSnapshotAsync(Model.DeleteSnapshotRequest request, CancellationToken cancellationToken = default);
    Task<object> CreateBackupAsync(Model.CreateBackupRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.FSx.Model {
    public class DeleteFileSystemRequest { public string FileSystemId { get; set; } }
    public class DeleteVolumeRequest { public string VolumeId { get; set; } }
    public class DeleteBackupRequest { public string BackupId { get; set; } }
    public class DeleteSnapshotRequest { public string SnapshotId { get; set; } }
    public class CreateBackupRequest {  }
}
namespace Amazon.DocDB { public interface IAmazonDocDB {
    Task<object> DeleteDBClusterAsync(Model.DeleteDBClusterRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteDBInstanceAsync(Model.DeleteDBInstanceRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteDBClusterSnapshotAsync(Model.DeleteDBClusterSnapshotRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.DocDB.Model {
    public class DeleteDBClusterRequest { public bool SkipFinalSnapshot { get; set; } public string DBClusterIdentifier { get; set; } }
    public class DeleteDBInstanceRequest { public string DBInstanceIdentifier { get; set; } }
    public class DeleteDBClusterSnapshotRequest { public string DBClusterSnapshotIdentifier { get; set; } }
}
namespace Amazon.Neptune { public interface IAmazonNeptune {
    Task<object> DeleteDBClusterAsync(Model.DeleteDBClusterRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteDBInstanceAsync(Model.DeleteDBInstanceRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteDBClusterSnapshotAsync(Model.DeleteDBClusterSnapshotRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Neptune.Model {
    public class DeleteDBClusterRequest { public bool SkipFinalSnapshot { get; set; } public string DBClusterIdentifier { get; set; } }
    public class DeleteDBInstanceRequest { public string DBInstanceIdentifier { get; set; } }
    public class DeleteDBClusterSnapshotRequest { public string DBClusterSnapshotIdentifier { get; set; } }
}
namespace Amazon.OpenSearchService { public interface IAmazonOpenSearchService {
    Task<object> DeleteDomainAsync(Model.DeleteDomainRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.OpenSearchService.Model {
    public class DeleteDomainRequest { public string DomainName { get; set; } }
}
namespace Amazon.IdentityManagement { public interface IAmazonIdentityManagementService {
    Task<object> DeleteUserAsync(Model.DeleteUserRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteRoleAsync(Model.DeleteRoleRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteGroupAsync(Model.DeleteGroupRequest request, CancellationToken cancellationToken = default);
    Task<object> DeletePolicyAsync(Model.DeletePolicyRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteAccessKeyAsync(Model.DeleteAccessKeyRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.IdentityManagement.Model {
    public class DeleteUserRequest { public string UserName { get; set; } }
    public class DeleteRoleRequest { public string RoleName { get; set; } }
    public class DeleteGroupRequest { public string GroupName { get; set; } }
    public class DeletePolicyRequest { public string PolicyArn { get; set; } }
    public class DeleteAccessKeyRequest { public string AccessKeyId { get; set; } }
}
namespace Amazon.Route53 { public interface IAmazonRoute53 {
    Task<object> DeleteHostedZoneAsync(Model.DeleteHostedZoneRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteHealthCheckAsync(Model.DeleteHealthCheckRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteTrafficPolicyAsync(Model.DeleteTrafficPolicyRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Route53.Model {
    public class DeleteHostedZoneRequest { public string Id { get; set; } }
    public class DeleteHealthCheckRequest { public string HealthCheckId { get; set; } }
    public class DeleteTrafficPolicyRequest { public string Id { get; set; } }
}
namespace Amazon.ECS { public interface IAmazonECS {
    Task<object> DeleteClusterAsync(Model.DeleteClusterRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteServiceAsync(Model.DeleteServiceRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.ECS.Model {
    public class DeleteClusterRequest { public string Cluster { get; set; } }
    public class DeleteServiceRequest { public string Service { get; set; } }
}
namespace Amazon.ECR { public interface IAmazonECR {
    Task<object> DeleteRepositoryAsync(Model.DeleteRepositoryRequest request, CancellationToken cancellationToken = default);
    Task<object> BatchDeleteImageAsync(Model.BatchDeleteImageRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteLifecyclePolicyAsync(Model.DeleteLifecyclePolicyRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.ECR.Model {
    public class DeleteRepositoryRequest { public bool Force { get; set; } public string RepositoryName { get; set; } }
    public class BatchDeleteImageRequest { public string RepositoryName { get; set; } }
    public class DeleteLifecyclePolicyRequest { public string RepositoryName { get; set; } }
}
namespace Amazon.Lambda { public interface IAmazonLambda {
    Task<object> DeleteFunctionAsync(Model.DeleteFunctionRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Lambda.Model {
    public class DeleteFunctionRequest { public string FunctionName { get; set; } }
}
namespace Amazon.CloudWatchLogs { public interface IAmazonCloudWatchLogs {
    Task<object> DeleteLogGroupAsync(Model.DeleteLogGroupRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteLogStreamAsync(Model.DeleteLogStreamRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.CloudWatchLogs.Model {
    public class DeleteLogGroupRequest { public string LogGroupName { get; set; } }
    public class DeleteLogStreamRequest { public string LogStreamName { get; set; } }
}
namespace Amazon.SimpleNotificationService { public interface IAmazonSimpleNotificationService {
    Task<object> DeleteTopicAsync(Model.DeleteTopicRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.SimpleNotificationService.Model {
    public class DeleteTopicRequest { public string TopicArn { get; set; } }
}
namespace Amazon.Kinesis { public interface IAmazonKinesis {
    Task<object> DeleteStreamAsync(Model.DeleteStreamRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Kinesis.Model {
    public class DeleteStreamRequest { public string StreamName { get; set; } }
}
namespace Amazon.Organizations { public interface IAmazonOrganizations {
    Task<object> CloseAccountAsync(Model.CloseAccountRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteOrganizationAsync(Model.DeleteOrganizationRequest request, CancellationToken cancellationToken = default);
    Task<object> RemoveAccountFromOrganizationAsync(Model.RemoveAccountFromOrganizationRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Organizations.Model {
    public class CloseAccountRequest { public string AccountId { get; set; } }
    public class DeleteOrganizationRequest {  }
    public class RemoveAccountFromOrganizationRequest { public string AccountId { get; set; } }
}
namespace Amazon.CloudTrail { public interface IAmazonCloudTrail {
    Task<object> DeleteTrailAsync(Model.DeleteTrailRequest request, CancellationToken cancellationToken = default);
    Task<object> StopLoggingAsync(Model.StopLoggingRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.CloudTrail.Model {
    public class DeleteTrailRequest { public string Name { get; set; } }
    public class StopLoggingRequest { public string Name { get; set; } }
}
namespace Amazon.CloudFront { public interface IAmazonCloudFront {
    Task<object> DeleteDistributionAsync(Model.DeleteDistributionRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.CloudFront.Model {
    public class DeleteDistributionRequest { public string Id { get; set; } }
}
namespace Amazon.ElasticLoadBalancingV2 { public interface IAmazonElasticLoadBalancingV2 {
    Task<object> DeleteLoadBalancerAsync(Model.DeleteLoadBalancerRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteTargetGroupAsync(Model.DeleteTargetGroupRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.ElasticLoadBalancingV2.Model {
    public class DeleteLoadBalancerRequest { public string LoadBalancerArn { get; set; } }
    public class DeleteTargetGroupRequest { public string TargetGroupArn { get; set; } }
}
namespace Amazon.SimpleSystemsManagement { public interface IAmazonSimpleSystemsManagement {
    Task<object> DeleteParameterAsync(Model.DeleteParameterRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteParametersAsync(Model.DeleteParametersRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.SimpleSystemsManagement.Model {
    public class DeleteParameterRequest { public string Name { get; set; } }
    public class DeleteParametersRequest { public System.Collections.Generic.List<string> Names { get; set; } }
}
namespace Amazon.CognitoIdentityProvider { public interface IAmazonCognitoIdentityProvider {
    Task<object> DeleteUserPoolAsync(Model.DeleteUserPoolRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.CognitoIdentityProvider.Model {
    public class DeleteUserPoolRequest { public string UserPoolId { get; set; } }
}
namespace Amazon.Keyspaces { public interface IAmazonKeyspaces {
    Task<object> DeleteKeyspaceAsync(Model.DeleteKeyspaceRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteTableAsync(Model.DeleteTableRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Keyspaces.Model {
    public class DeleteKeyspaceRequest { public string KeyspaceName { get; set; } }
    public class DeleteTableRequest { public string TableName { get; set; } public string KeyspaceName { get; set; } }
}
namespace Amazon.Rekognition { public interface IAmazonRekognition {
    Task<object> DeleteCollectionAsync(Model.DeleteCollectionRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Rekognition.Model {
    public class DeleteCollectionRequest { public string CollectionId { get; set; } }
}
namespace Amazon.AutoScaling { public interface IAmazonAutoScaling {
    Task<object> DeleteAutoScalingGroupAsync(Model.DeleteAutoScalingGroupRequest request, CancellationToken cancellationToken = default);
    Task<object> TerminateInstanceInAutoScalingGroupAsync(Model.TerminateInstanceInAutoScalingGroupRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.AutoScaling.Model {
    public class DeleteAutoScalingGroupRequest { public string AutoScalingGroupName { get; set; } }
    public class TerminateInstanceInAutoScalingGroupRequest { public string InstanceId { get; set; } }
}
namespace Amazon.SimpleEmailServiceV2 { public interface IAmazonSimpleEmailServiceV2 {
    Task<object> DeleteEmailIdentityAsync(Model.DeleteEmailIdentityRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteContactListAsync(Model.DeleteContactListRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.SimpleEmailServiceV2.Model {
    public class DeleteEmailIdentityRequest { public string EmailIdentity { get; set; } }
    public class DeleteContactListRequest { public string ContactListName { get; set; } }
}
namespace Amazon.Glue { public interface IAmazonGlue {
    Task<object> DeleteDatabaseAsync(Model.DeleteDatabaseRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteTableAsync(Model.DeleteTableRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Glue.Model {
    public class DeleteDatabaseRequest { public string Name { get; set; } }
    public class DeleteTableRequest { public string Name { get; set; } }
}
namespace Amazon.StepFunctions { public interface IAmazonStepFunctions {
    Task<object> DeleteStateMachineAsync(Model.DeleteStateMachineRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.StepFunctions.Model {
    public class DeleteStateMachineRequest { public string StateMachineArn { get; set; } }
}
namespace Amazon.RDSDataService { public interface IAmazonRDSDataService {
    Task<object> ExecuteStatementAsync(Model.ExecuteStatementRequest request, CancellationToken cancellationToken = default);
    Task<object> BatchExecuteStatementAsync(Model.BatchExecuteStatementRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.RDSDataService.Model {
    public class ExecuteStatementRequest { public string Sql { get; set; } }
    public class BatchExecuteStatementRequest { public string Sql { get; set; } }
}
namespace Amazon.RedshiftDataAPIService { public interface IAmazonRedshiftDataAPIService {
    Task<object> ExecuteStatementAsync(Model.ExecuteStatementRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.RedshiftDataAPIService.Model {
    public class ExecuteStatementRequest { public string Sql { get; set; } }
}
namespace Amazon.Athena { public interface IAmazonAthena {
    Task<object> StartQueryExecutionAsync(Model.StartQueryExecutionRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Athena.Model {
    public class StartQueryExecutionRequest { public string QueryString { get; set; } }
}
namespace Amazon.TimestreamWrite { public interface IAmazonTimestreamWrite {
    Task<object> DeleteDatabaseAsync(Model.DeleteDatabaseRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteTableAsync(Model.DeleteTableRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.TimestreamWrite.Model {
    public class DeleteDatabaseRequest { public string DatabaseName { get; set; } }
    public class DeleteTableRequest { public string TableName { get; set; } }
}
namespace Amazon.MemoryDB { public interface IAmazonMemoryDB {
    Task<object> DeleteClusterAsync(Model.DeleteClusterRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteSnapshotAsync(Model.DeleteSnapshotRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.MemoryDB.Model {
    public class DeleteClusterRequest { public string ClusterName { get; set; } }
    public class DeleteSnapshotRequest { public string SnapshotName { get; set; } }
}
namespace Amazon.DSQL { public interface IAmazonDSQL {
    Task<object> DeleteClusterAsync(Model.DeleteClusterRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.DSQL.Model {
    public class DeleteClusterRequest { public string Identifier { get; set; } }
}
namespace Amazon.Glacier { public interface IAmazonGlacier {
    Task<object> DeleteVaultAsync(Model.DeleteVaultRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Glacier.Model {
    public class DeleteVaultRequest { public string VaultName { get; set; } }
}
namespace Amazon.S3Tables { public interface IAmazonS3Tables {
    Task<object> DeleteTableBucketAsync(Model.DeleteTableBucketRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteTableAsync(Model.DeleteTableRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteNamespaceAsync(Model.DeleteNamespaceRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.S3Tables.Model {
    public class DeleteTableBucketRequest { public string TableBucketARN { get; set; } }
    public class DeleteTableRequest { public string Name { get; set; } }
    public class DeleteNamespaceRequest { public string Namespace { get; set; } }
}
namespace Amazon.OpenSearchServerless { public interface IAmazonOpenSearchServerless {
    Task<object> DeleteCollectionAsync(Model.DeleteCollectionRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.OpenSearchServerless.Model {
    public class DeleteCollectionRequest { public string Id { get; set; } }
}
namespace Amazon.BedrockAgent { public interface IAmazonBedrockAgent {
    Task<object> DeleteKnowledgeBaseAsync(Model.DeleteKnowledgeBaseRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.BedrockAgent.Model {
    public class DeleteKnowledgeBaseRequest { public string KnowledgeBaseId { get; set; } }
}
namespace Amazon.Kafka { public interface IAmazonKafka {
    Task<object> DeleteClusterAsync(Model.DeleteClusterRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Kafka.Model {
    public class DeleteClusterRequest { public string ClusterArn { get; set; } }
}
namespace Amazon.MQ { public interface IAmazonMQ {
    Task<object> DeleteBrokerAsync(Model.DeleteBrokerRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.MQ.Model {
    public class DeleteBrokerRequest { public string BrokerId { get; set; } }
}
namespace Amazon.ElasticMapReduce { public interface IAmazonElasticMapReduce {
    Task<object> TerminateJobFlowsAsync(Model.TerminateJobFlowsRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.ElasticMapReduce.Model {
    public class TerminateJobFlowsRequest { public string[] JobFlowIds { get; set; } }
}
namespace Amazon.ElasticBeanstalk { public interface IAmazonElasticBeanstalk {
    Task<object> TerminateEnvironmentAsync(Model.TerminateEnvironmentRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteApplicationAsync(Model.DeleteApplicationRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.ElasticBeanstalk.Model {
    public class TerminateEnvironmentRequest { public string EnvironmentName { get; set; } }
    public class DeleteApplicationRequest { public string ApplicationName { get; set; } }
}
namespace Amazon.Amplify { public interface IAmazonAmplify {
    Task<object> DeleteAppAsync(Model.DeleteAppRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Amplify.Model {
    public class DeleteAppRequest { public string AppId { get; set; } }
}
namespace Amazon.CodeCommit { public interface IAmazonCodeCommit {
    Task<object> DeleteRepositoryAsync(Model.DeleteRepositoryRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.CodeCommit.Model {
    public class DeleteRepositoryRequest { public string RepositoryName { get; set; } }
}
namespace Amazon.Lightsail { public interface IAmazonLightsail {
    Task<object> DeleteRelationalDatabaseAsync(Model.DeleteRelationalDatabaseRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteInstanceAsync(Model.DeleteInstanceRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteDiskAsync(Model.DeleteDiskRequest request, CancellationToken cancellationToken = default);
    Task<object> DeleteBucketAsync(Model.DeleteBucketRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.Lightsail.Model {
    public class DeleteRelationalDatabaseRequest { public string RelationalDatabaseName { get; set; } }
    public class DeleteInstanceRequest { public string InstanceName { get; set; } }
    public class DeleteDiskRequest { public string DiskName { get; set; } }
    public class DeleteBucketRequest { public string BucketName { get; set; } }
}
namespace Amazon.DirectoryService { public interface IAmazonDirectoryService {
    Task<object> DeleteDirectoryAsync(Model.DeleteDirectoryRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.DirectoryService.Model {
    public class DeleteDirectoryRequest { public string DirectoryId { get; set; } }
}
namespace Amazon.WorkSpaces { public interface IAmazonWorkSpaces {
    Task<object> TerminateWorkspacesAsync(Model.TerminateWorkspacesRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.WorkSpaces.Model {
    public class TerminateWorkspacesRequest { public string[] TerminateWorkspaceRequests { get; set; } }
}
namespace Amazon.APIGateway { public interface IAmazonAPIGateway {
    Task<object> DeleteRestApiAsync(Model.DeleteRestApiRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.APIGateway.Model {
    public class DeleteRestApiRequest { public string RestApiId { get; set; } }
}
namespace Amazon.ApiGatewayV2 { public interface IAmazonApiGatewayV2 {
    Task<object> DeleteApiAsync(Model.DeleteApiRequest request, CancellationToken cancellationToken = default);
} }
namespace Amazon.ApiGatewayV2.Model {
    public class DeleteApiRequest { public string ApiId { get; set; } }
}
