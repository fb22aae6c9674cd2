// Stand-ins for classes whose properties switch a protection off: names as the documentation has them.
#pragma warning disable
namespace Amazon.RDS.Model {
    public partial class CreateDBInstanceRequest { public int BackupRetentionPeriod { get; set; } }
}
namespace Amazon.CloudFormation.Model {
    public partial class UpdateTerminationProtectionRequest { public bool EnableTerminationProtection { get; set; } }
}
namespace Pulumi {
    public partial class ResourceOptions { public bool Protect { get; set; } }
}
namespace Pulumi.Aws.Rds {
    public partial class InstanceArgs { public bool SkipFinalSnapshot { get; set; } public bool DeletionProtection { get; set; } }
    public partial class ClusterArgs { public bool SkipFinalSnapshot { get; set; } }
}
namespace Pulumi.Aws.S3 {
    public partial class BucketArgs { public bool ForceDestroy { get; set; } }
}
namespace Pulumi.Gcp.Sql {
    public partial class DatabaseInstanceArgs { public bool DeletionProtection { get; set; } }
}
namespace Azure.ResourceManager.KeyVault.Models {
    public partial class KeyVaultProperties { public bool EnablePurgeProtection { get; set; } public bool EnableSoftDelete { get; set; } }
}
namespace Azure.Provisioning.KeyVault {
    public partial class KeyVaultProperties { public bool EnablePurgeProtection { get; set; } }
}
namespace System.Data.Entity.Migrations {
    public partial class DbMigrationsConfiguration { public bool AutomaticMigrationDataLossAllowed { get; set; } }
}
