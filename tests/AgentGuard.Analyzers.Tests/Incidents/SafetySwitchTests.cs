namespace AgentGuard.Analyzers.Tests.Incidents;

/// <summary>AG0203. The types are stand-ins of the same names: which members real libraries have is the matter of the catalogue's tests.</summary>
public class SafetySwitchTests
{
    private const string Libraries = """
        namespace Amazon.RDS.Model
        {
            public class DeleteDBInstanceRequest { public string DBInstanceIdentifier { get; set; } = ""; public bool? SkipFinalSnapshot { get; set; } public bool? DeleteAutomatedBackups { get; set; } }
            public class ModifyDBInstanceRequest { public bool DeletionProtection { get; set; } public int BackupRetentionPeriod { get; set; } }
        }
        namespace Amazon.S3 { public enum VersionStatus { Off, Enabled, Suspended } }
        namespace Amazon.S3.Model
        {
            public class DeleteObjectRequest { public bool BypassGovernanceRetention { get; set; } }
            public class S3BucketVersioningConfig { public VersionStatus Status { get; set; } }
        }
        namespace Amazon.DynamoDBv2.Model { public class UpdateTableRequest { public bool DeletionProtectionEnabled { get; set; } } public class PointInTimeRecoverySpecification { public bool PointInTimeRecoveryEnabled { get; set; } } }
        namespace Amazon.SecretsManager.Model { public class DeleteSecretRequest { public bool ForceDeleteWithoutRecovery { get; set; } public int RecoveryWindowInDays { get; set; } } }
        namespace Amazon.CDK { public enum RemovalPolicy { RETAIN, DESTROY, SNAPSHOT } }
        namespace Amazon.CDK.AWS.S3 { public class BucketProps { public RemovalPolicy? RemovalPolicy { get; set; } public bool? AutoDeleteObjects { get; set; } public bool? Versioned { get; set; } } }
        namespace EvolveDb.Configuration { public interface IEvolveConfiguration { bool IsEraseDisabled { get; set; } bool MustEraseOnValidationError { get; set; } } }
        namespace EvolveDb { public class Evolve : EvolveDb.Configuration.IEvolveConfiguration { public bool IsEraseDisabled { get; set; } public bool MustEraseOnValidationError { get; set; } } }
        namespace Microsoft.SqlServer.Dac { public class DacDeployOptions { public bool BlockOnPossibleDataLoss { get; set; } public bool DropObjectsNotInSource { get; set; } } }
        namespace Pulumi { public abstract class ResourceOptions { public bool? Protect { get; set; } } public class CustomResourceOptions : ResourceOptions { } }
        namespace System.Data.Entity.Migrations { public class DbMigrationsConfiguration { public bool AutomaticMigrationDataLossAllowed { get; set; } } }
        namespace Ours { public class Store { public bool Guarded { get; set; } public void Unlock(bool everything) { } } public class DeleteDBInstanceRequest { public bool SkipFinalSnapshot { get; set; } } }
        """;

    private static readonly CaseSet Cases = new("AG0203", """
        //+ final snapshot skipped
        object M() => new Amazon.RDS.Model.DeleteDBInstanceRequest { DBInstanceIdentifier = "x", SkipFinalSnapshot = true };
        //+ final snapshot skipped later
        void M() { var request = new Amazon.RDS.Model.DeleteDBInstanceRequest(); request.SkipFinalSnapshot = true; }
        //+ by a constant
        const bool Skip = true;
        object M() => new Amazon.RDS.Model.DeleteDBInstanceRequest { SkipFinalSnapshot = Skip };
        //+ by a local
        object M() { var skip = true; return new Amazon.RDS.Model.DeleteDBInstanceRequest { SkipFinalSnapshot = skip }; }
        //+ on one way
        object M(bool fast) => new Amazon.RDS.Model.DeleteDBInstanceRequest { SkipFinalSnapshot = fast ? true : false };
        //+ automated backups too
        object M() => new Amazon.RDS.Model.DeleteDBInstanceRequest { DeleteAutomatedBackups = true };
        //+ deletion protection off
        object M() => new Amazon.RDS.Model.ModifyDBInstanceRequest { DeletionProtection = false };
        //+ retention of nothing
        object M() => new Amazon.RDS.Model.ModifyDBInstanceRequest { BackupRetentionPeriod = 0 };
        //+ governance bypassed
        object M() => new Amazon.S3.Model.DeleteObjectRequest { BypassGovernanceRetention = true };
        //+ versioning suspended
        object M() => new Amazon.S3.Model.S3BucketVersioningConfig { Status = Amazon.S3.VersionStatus.Suspended };
        //+ table protection off
        object M() => new Amazon.DynamoDBv2.Model.UpdateTableRequest { DeletionProtectionEnabled = false };
        //+ point in time recovery off
        object M() => new Amazon.DynamoDBv2.Model.PointInTimeRecoverySpecification { PointInTimeRecoveryEnabled = false };
        //+ secret without recovery
        object M() => new Amazon.SecretsManager.Model.DeleteSecretRequest { ForceDeleteWithoutRecovery = true };
        //+ removal policy
        object M() => new Amazon.CDK.AWS.S3.BucketProps { RemovalPolicy = Amazon.CDK.RemovalPolicy.DESTROY };
        //+ objects deleted with the bucket
        object M() => new Amazon.CDK.AWS.S3.BucketProps { AutoDeleteObjects = true };
        //+ erase allowed
        void M(EvolveDb.Evolve evolve) => evolve.IsEraseDisabled = false;
        //+ erase on error
        void M(EvolveDb.Evolve evolve) => evolve.MustEraseOnValidationError = true;
        //+ data loss allowed in deployment
        object M() => new Microsoft.SqlServer.Dac.DacDeployOptions { BlockOnPossibleDataLoss = false };
        //+ inherited property
        object M() => new Pulumi.CustomResourceOptions { Protect = false };
        //+ automatic migrations
        class Config : System.Data.Entity.Migrations.DbMigrationsConfiguration { public Config() { AutomaticMigrationDataLossAllowed = true; } }
        //+ own line of the catalogue
        void M(Ours.Store store) => store.Guarded = false;
        //+ argument by own line
        void M(Ours.Store store) => store.Unlock(everything: true);
        //+ foreign keys off in SQL
        void M(DbContext db) => db.Database.ExecuteSqlRaw("SET FOREIGN_KEY_CHECKS=0; DELETE FROM orders WHERE id = 5");
        //+ foreign keys off and no table rebuilt
        void M(DbContext db) { var d = db.Database; d.ExecuteSqlRaw("PRAGMA foreign_keys = 0"); d.ExecuteSqlRaw("CREATE TABLE n (id int)"); d.ExecuteSqlRaw("DELETE FROM o WHERE id = 5"); }
        //+ triggers off in SQL
        void M(DbContext db) => db.Database.ExecuteSqlRaw("ALTER TABLE orders DISABLE TRIGGER ALL");

        //- final snapshot taken
        object M() => new Amazon.RDS.Model.DeleteDBInstanceRequest { SkipFinalSnapshot = false };
        //- deletion protection on
        object M() => new Amazon.RDS.Model.ModifyDBInstanceRequest { DeletionProtection = true };
        //- decided elsewhere
        object M(bool protect) => new Amazon.RDS.Model.ModifyDBInstanceRequest { DeletionProtection = protect };
        //- retention of a month
        object M() => new Amazon.RDS.Model.ModifyDBInstanceRequest { BackupRetentionPeriod = 30 };
        //- nothing said
        object M() => new Amazon.RDS.Model.DeleteDBInstanceRequest { DBInstanceIdentifier = "x" };
        //- governance kept
        object M() => new Amazon.S3.Model.DeleteObjectRequest { BypassGovernanceRetention = false };
        //- versioning on
        object M() => new Amazon.S3.Model.S3BucketVersioningConfig { Status = Amazon.S3.VersionStatus.Enabled };
        //- protection of a table on
        object M() => new Amazon.DynamoDBv2.Model.UpdateTableRequest { DeletionProtectionEnabled = true };
        //- recovery window
        object M() => new Amazon.SecretsManager.Model.DeleteSecretRequest { RecoveryWindowInDays = 30 };
        //- retained
        object M() => new Amazon.CDK.AWS.S3.BucketProps { RemovalPolicy = Amazon.CDK.RemovalPolicy.RETAIN, Versioned = true };
        //- snapshot on removal
        object M() => new Amazon.CDK.AWS.S3.BucketProps { RemovalPolicy = Amazon.CDK.RemovalPolicy.SNAPSHOT };
        //- erase disabled
        void M(EvolveDb.Evolve evolve) { evolve.IsEraseDisabled = true; evolve.MustEraseOnValidationError = false; }
        //- data loss blocked
        object M() => new Microsoft.SqlServer.Dac.DacDeployOptions { BlockOnPossibleDataLoss = true, DropObjectsNotInSource = false };
        //- another library's property
        object M() => new Ours.DeleteDBInstanceRequest { SkipFinalSnapshot = true };
        //- reading it
        bool? M(Amazon.RDS.Model.DeleteDBInstanceRequest request) => request.SkipFinalSnapshot;
        //- comparing it
        bool M(Amazon.RDS.Model.DeleteDBInstanceRequest request) => request.SkipFinalSnapshot == true;
        //- own switch on
        void M(Ours.Store store) { store.Guarded = true; store.Unlock(everything: false); }
        //- foreign keys off for as long as a table is rebuilt
        void M(DbContext db) { var d = db.Database; d.ExecuteSqlRaw("PRAGMA foreign_keys = 0"); d.ExecuteSqlRaw("CREATE TABLE n (id int)"); d.ExecuteSqlRaw("INSERT INTO n SELECT id FROM o"); d.ExecuteSqlRaw("DROP TABLE o"); d.ExecuteSqlRaw("ALTER TABLE n RENAME TO o"); d.ExecuteSqlRaw("PRAGMA foreign_keys = 1"); }
        //- foreign keys on in SQL
        void M(DbContext db) => db.Database.ExecuteSqlRaw("SET FOREIGN_KEY_CHECKS=1");
        //- own field of that name
        private bool SkipFinalSnapshot;
        void M() { SkipFinalSnapshot = true; Console.WriteLine(SkipFinalSnapshot); }
        """, Libraries, "P:Ours.Store.Guarded weakens when value = false\nM:Ours.Store.Unlock weakens when everything = true\n");

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case(string name) => Cases.CheckAsync(name);

    [Fact]
    public void There_are_enough_cases() => Cases.AreEnough();

    [Fact]
    public async Task A_command_that_switches_something_off_is_reported_once()
    {
        var build = new Build { Source = "public class C { public void M(Microsoft.Data.Sqlite.SqliteConnection c) { using var off = c.CreateCommand(); off.CommandText = \"PRAGMA foreign_keys = OFF\"; off.ExecuteNonQuery(); } }" };
        Assert.Equal(["AG0203"], (await build.RunAsync()).Select(diagnostic => diagnostic.Id));
    }
}
