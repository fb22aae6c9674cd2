namespace AgentGuard.Text.Shell;

internal static partial class ShellRules
{
    /// <summary>Amazon Web Services. The more special lines stand first; the last ones catch what has no line of its own.</summary>
    private const string Amazon = """
        harmless aws --generate-cli-skeleton
        harmless aws sqs delete-message|delete-message-batch
        harmless aws dynamodb delete-item
        harmless aws s3api delete-object|delete-object-tagging
        harmless aws ec2 delete-tags
        harmless aws cloudformation delete-change-set
        harmless aws lambda delete-alias
        harmless aws cloudwatch delete-alarms
        harmless aws ssm delete-activation
        harmless aws autoscaling delete-scheduled-action
        harmless aws elb|elbv2 deregister-targets|deregister-instances-from-load-balancer
        harmless aws ecs deregister-task-definition
        backs-up volume aws ec2 create-snapshot|create-snapshots
        backs-up compute aws ec2 create-image
        backs-up database aws rds create-db-snapshot|create-db-cluster-snapshot|start-export-task
        backs-up table aws dynamodb create-backup|export-table-to-point-in-time
        backs-up database aws redshift create-cluster-snapshot
        backs-up database aws elasticache create-snapshot
        backs-up volume aws backup start-backup-job
        compute aws ec2 terminate-instances|stop-instances
        volume aws ec2 delete-volume
        snapshot aws ec2 delete-snapshot|deregister-image
        identity aws ec2 delete-key-pair
        network aws ec2 delete-*|revoke-*|release-address|detach-*
        snapshot aws rds|redshift|docdb|neptune delete-db-snapshot|delete-db-cluster-snapshot|delete-cluster-snapshot
        backup aws rds|docdb|neptune delete-db-instance-automated-backup|delete-db-cluster-automated-backup
        database aws rds|docdb|neptune|redshift delete-db-instance|delete-db-cluster|delete-cluster|delete-global-cluster
        weakens database aws rds modify-db-instance|modify-db-cluster --no-deletion-protection
        weakens backup aws rds modify-db-instance|modify-db-cluster --backup-retention-period=0
        backup aws dynamodb delete-backup
        table aws dynamodb delete-table
        weakens backup aws dynamodb update-continuous-backups --point-in-time-recovery-specification=PointInTimeRecoveryEnabled=false
        database aws elasticache|memorydb delete-cache-cluster|delete-replication-group|delete-serverless-cache|delete-cluster
        snapshot aws elasticache|memorydb delete-snapshot
        backup aws fsx delete-backup
        file_share aws fsx|efs delete-file-system
        volume aws fsx delete-volume
        search_index aws opensearch|es delete-domain|delete-elasticsearch-domain
        bucket aws s3 rb
        bucket aws s3 rm --recursive
        bucket aws s3 sync --delete
        bucket aws s3api delete-bucket|delete-objects
        weakens bucket aws s3api delete-bucket-lifecycle|delete-bucket-policy|delete-bucket-encryption|delete-public-access-block
        weakens bucket aws s3api put-bucket-versioning --versioning-configuration=Status=Suspended
        backup aws backup delete-*|disassociate-recovery-point
        key aws kms schedule-key-deletion|disable-key|delete-*
        secret aws secretsmanager delete-secret|delete-resource-policy|remove-regions-from-replication
        secret aws ssm delete-parameter|delete-parameters
        identity aws iam|sso-admin|identitystore|cognito-idp delete-*|detach-*|remove-*
        stack aws cloudformation delete-stack|delete-stack-set|delete-stack-instances
        weakens stack aws cloudformation update-termination-protection --no-enable-termination-protection
        cluster aws eks|ecs|kafka|emr delete-cluster|terminate-job-flows
        compute aws eks|ecs delete-*|deregister-*|stop-task
        repository aws ecr|ecr-public delete-repository|batch-delete-image
        weakens repository aws ecr delete-lifecycle-policy
        compute aws lambda delete-function
        infrastructure aws logs delete-log-group|delete-log-stream
        dns aws route53 delete-*
        network aws cloudfront|apigateway|apigatewayv2|elb|elbv2 delete-*|deregister-*
        identity aws ses|sesv2 delete-*
        project aws organizations close-account|remove-account-from-organization|delete-organization
        infrastructure aws cloudtrail stop-logging|delete-trail
        infrastructure aws guardduty|config|securityhub delete-*|stop-configuration-recorder|disable-security-hub
        queue aws sqs delete-queue
        queue_purge aws sqs purge-queue
        topic aws sns delete-topic
        topic aws kinesis delete-stream
        database aws timestream-write delete-database
        table aws timestream-write|keyspaces delete-table
        database aws keyspaces delete-keyspace
        compute aws lightsail|sagemaker|batch|autoscaling delete-*|terminate-*
        infrastructure aws + delete-*|terminate-*|destroy-*|purge-*|batch-delete-*
        bucket s3cmd|s4cmd rb|del|rm --recursive|-r|--force !-n$
        bucket s5cmd rb
        bucket s5cmd rm
        stack eb terminate
        stack sam delete
        stack serverless|sls remove
        stack cdk|aws-cdk destroy
        cluster eksctl delete cluster|nodegroup
        stack amplify delete
        stack copilot app|env|svc delete
        """;

    /// <summary>Microsoft Azure.</summary>
    private const string Azure = """
        backs-up disk az snapshot create
        backs-up database az sql db export|copy
        backs-up volume az backup protection backup-now
        project=a-resource-group-with-everything-in-it az group delete
        project az account subscription|management-group cancel|delete
        compute az vm|vmss|webapp|functionapp|containerapp|container|appservice delete|deallocate
        compute az appservice plan delete
        disk az disk delete
        snapshot az snapshot|image delete
        cluster az aks delete
        compute az aks nodepool delete
        repository az acr delete|purge
        repository az acr repository|manifest delete|untag
        database az sql server|db|mi|midb|elastic-pool delete
        database az cosmosdb delete
        database az cosmosdb sql|mongodb|gremlin|cassandra|table database|keyspace|table delete
        collection az cosmosdb sql|mongodb|gremlin container|collection|graph delete
        database az postgres|mysql|mariadb delete
        database az postgres|mysql|mariadb server|flexible-server|db delete
        database az postgres|mysql|mariadb flexible-server db delete
        database az redis delete
        cache az redis flush
        database az redisenterprise delete
        bucket az storage account delete
        container az storage container delete
        bucket az storage blob delete-batch
        bucket az storage blob sync --delete-destination
        bucket az storage fs delete
        directory az storage fs directory delete
        bucket az storage remove --recursive
        file_share az storage share|share-rm delete
        queue az storage queue delete
        queue_purge az storage message clear
        table az storage table delete
        key az keyvault key delete|purge
        secret az keyvault secret|certificate delete|purge
        secret az keyvault delete|purge
        search_index az search service delete
        network az network nsg|vnet|public-ip|lb|application-gateway|firewall|nic|private-endpoint|front-door delete
        network az network vnet subnet delete
        network az network nsg rule delete
        dns az network dns|private-dns zone|record-set delete
        dns az network dns|private-dns record-set a|aaaa|cname|mx|ns|ptr|soa|srv|txt delete
        queue az servicebus namespace|queue delete
        topic az servicebus topic delete
        topic az eventhubs namespace|eventhub delete
        backup az backup protection disable
        backup az backup vault|policy|container delete
        weakens infrastructure az lock delete
        weakens infrastructure az resource|group lock delete
        stack az deployment group|sub|mg create --mode=Complete
        stack az deployment group delete
        stack az stack group|sub|mg delete
        identity az ad app|sp|user|group delete
        identity az role assignment|definition delete
        infrastructure az monitor + delete
        infrastructure az resource delete
        repository az repos delete
        project az devops project delete
        stack azd down
        bucket azcopy remove|rm
        bucket azcopy sync --delete-destination=true
        cluster kubelogin remove-tokens
        """;

    /// <summary>Google Cloud.</summary>
    private const string Google = """
        backs-up disk gcloud compute disks snapshot
        backs-up disk gcloud compute snapshots create
        backs-up database gcloud sql backups create
        backs-up database gcloud sql export
        backs-up database gcloud firestore export
        backs-up database gcloud spanner backups create
        project gcloud projects delete
        compute gcloud compute instances delete|stop
        compute gcloud compute instance-groups managed delete
        disk gcloud compute disks delete
        snapshot gcloud compute snapshots|images delete
        network gcloud compute networks|firewall-rules|routers|forwarding-rules|addresses|routes delete
        network gcloud compute networks subnets delete
        cluster gcloud container clusters delete
        compute gcloud container node-pools delete
        repository gcloud container images|hub delete
        repository gcloud artifacts repositories|docker|packages delete
        repository gcloud artifacts docker images delete
        database gcloud sql instances|databases delete
        backup gcloud sql backups delete
        database gcloud sql instances restore-backup
        identity gcloud sql users delete
        database gcloud spanner databases|instances delete
        backup gcloud spanner backups delete
        database gcloud bigtable instances|clusters delete
        table gcloud bigtable instances tables delete
        database gcloud firestore databases delete
        rows gcloud firestore bulk-delete
        rows gcloud firestore documents delete
        cluster gcloud alloydb clusters|instances delete
        backup gcloud alloydb backups delete
        database gcloud redis instances delete
        cache gcloud memcache instances delete
        file_share gcloud filestore instances delete
        bucket gcloud storage buckets delete
        bucket gcloud storage rm -r|-R|--recursive
        bucket gcloud storage objects delete
        bucket gcloud storage rsync --delete-unmatched-destination-objects
        compute gcloud functions|run|app delete
        compute gcloud run services|jobs delete
        compute gcloud app services|versions|instances delete
        topic gcloud pubsub topics|subscriptions delete
        key gcloud kms keys versions destroy
        secret gcloud secrets delete
        secret gcloud secrets versions destroy
        dns gcloud dns managed-zones|record-sets delete
        identity gcloud iam service-accounts|roles delete
        identity gcloud iam service-accounts keys delete
        stack gcloud deployment-manager deployments delete
        cluster gcloud dataproc clusters delete
        bucket gsutil rb
        bucket gsutil rm -r|-R
        bucket gsutil rm -a
        bucket gsutil rsync -d !-n$
        schema bq rm -r
        schema bq rm -d
        table bq rm -t
        table bq rm
        project firebase|firebase-tools projects:delete
        collection firebase|firebase-tools firestore:delete
        database firebase|firebase-tools database:remove
        compute firebase|firebase-tools functions:delete|hosting:disable
        table cbt deletetable
        """;
}
