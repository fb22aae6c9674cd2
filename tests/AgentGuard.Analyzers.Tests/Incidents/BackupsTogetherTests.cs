namespace AgentGuard.Analyzers.Tests.Incidents;

/// <summary>AG0202.</summary>
public class BackupsTogetherTests
{
    private static readonly CaseSet Cases = new("AG0202", """
        //+ volume and snapshot
        void M(RailwayClient c) { c.DeleteVolume("v"); c.DeleteSnapshot("s"); }
        //+ snapshot first
        void M(RailwayClient c) { c.DeleteSnapshot("s"); c.DeleteVolume("v"); }
        //+ snapshots in a loop
        void M(RailwayClient c, string[] all) { foreach (var s in all) c.DeleteSnapshot(s); c.DeleteVolume("v"); }
        //+ database and backup
        void M(RailwayClient c) { c.DeleteDatabase("orders"); c.DeleteBackup("b"); }
        //+ bucket with backups
        void M(RailwayClient c) { c.DeleteDatabase("orders"); c.DeleteBucket("orders-backups"); }
        //+ bucket of snapshots
        void M(RailwayClient c) { c.DeleteVolume("orders"); c.DeleteBucket("orderSnapshots"); }
        //+ database and dump file
        void M(DbContext db) { db.Database.EnsureDeleted(); File.Delete("orders.dump"); }
        //+ dump file by name of the variable
        void M(DbContext db, string backupPath) { db.Database.EnsureDeleted(); File.Delete(backupPath); }
        //+ directory of backups
        void M(DbContext db, string root) { Directory.Delete(Path.Combine(root, "backups"), true); db.Database.EnsureDeleted(); }
        //+ dump file by its info
        void M(DbContext db) { db.Database.EnsureDeleted(); new FileInfo("orders.bak").Delete(); }
        //+ backup in a helper
        private void Clean(RailwayClient c) => c.DeleteBackup("b");
        void M(RailwayClient c) { c.DeleteVolume("v"); Clean(c); }
        //+ volume in a helper
        private void Clean(RailwayClient c) => c.DeleteVolume("v");
        void M(RailwayClient c) { Clean(c); c.DeleteSnapshot("s"); }
        //+ in one if
        void M(RailwayClient c, bool all) { if (all) { c.DeleteVolume("v"); c.DeleteSnapshot("s"); } }
        //+ under two conditions
        void M(RailwayClient c, bool a, bool b) { if (a) c.DeleteVolume("v"); if (b) c.DeleteSnapshot("s"); }
        //+ in a lambda and beside it
        void M(RailwayClient c) { Task.Run(() => c.DeleteSnapshot("s")); c.DeleteVolume("v"); }
        //+ retention set to zero
        public int BackupRetentionPeriod { get; set; }
        void M(RailwayClient c) { BackupRetentionPeriod = 0; c.DeleteDatabase("orders"); }
        //+ backups switched off
        public bool BackupsEnabled { get; set; }
        void M(RailwayClient c, C other) { other.BackupsEnabled = false; c.DeleteDatabase("orders"); }
        //+ recovery to a point in time switched off
        public bool PointInTimeRecoveryEnabled { get; set; }
        void M(RailwayClient c, C other) { other.PointInTimeRecoveryEnabled = false; c.DeleteDatabase("orders"); }
        //+ recovery kept for no day
        public int RecoveryWindowInDays { get; set; }
        void M(RailwayClient c, C other) { other.RecoveryWindowInDays = 0; c.DeleteDatabase("orders"); }

        //- a connection that is not recovered
        public bool AutomaticRecoveryEnabled { get; set; }
        public bool TopologyRecoveryEnabled { get; set; }
        void M(RailwayClient c, C other) { other.AutomaticRecoveryEnabled = false; other.TopologyRecoveryEnabled = false; c.DeleteDatabase("orders"); }
        //- volume only
        void M(RailwayClient c) { c.DeleteVolume("v"); }
        //- snapshot only
        void M(RailwayClient c) { c.DeleteSnapshot("s"); }
        //- old snapshots
        void M(RailwayClient c, IEnumerable<string> old) { foreach (var s in old) c.DeleteSnapshot(s); foreach (var s in old) c.DeleteBackup(s); }
        //- machine and snapshot
        void M(RailwayClient c) { c.DeleteMachine("m"); c.DeleteSnapshot("s"); }
        //- two commands
        void M(RailwayClient c, string command) { switch (command) { case "volume": c.DeleteVolume("v"); break; case "snapshot": c.DeleteSnapshot("s"); break; } }
        //- either or
        void M(RailwayClient c, bool volume) { if (volume) c.DeleteVolume("v"); else c.DeleteSnapshot("s"); }
        //- handlers of two commands
        void M(RailwayClient c) { Action a = () => c.DeleteVolume("v"); Action b = () => c.DeleteSnapshot("s"); }
        //- two methods
        void M(RailwayClient c) => c.DeleteVolume("v");
        void N(RailwayClient c) => c.DeleteSnapshot("s");
        //- arms of a switch
        Task M(RailwayClient c, int n, Action<Action> run) => n switch { 1 => Task.Run(() => c.DeleteVolume("v")), _ => Task.Run(() => c.DeleteSnapshot("s")) };
        //- database and log file
        void M(DbContext db) { db.Database.EnsureDeleted(); File.Delete("orders.log"); }
        //- database and temporary directory
        void M(DbContext db, string work) { db.Database.EnsureDeleted(); Directory.Delete(work, true); }
        //- two databases
        void M(RailwayClient c) { c.DeleteDatabase("orders"); c.DeleteDatabase("customers"); }
        //- database and an ordinary bucket
        void M(RailwayClient c) { c.DeleteDatabase("orders"); c.DeleteBucket("orders-images"); }
        //- retention that stays
        public int BackupRetentionPeriod { get; set; }
        void M(RailwayClient c) { BackupRetentionPeriod = 30; c.DeleteDatabase("orders"); }
        //- snapshot and bucket
        void M(RailwayClient c) { c.DeleteSnapshot("s"); c.DeleteBucket("images"); }
        //- backup file that is made
        void M(DbContext db) { File.Copy("orders.db", "orders.bak"); db.Database.EnsureDeleted(); }
        //- the snapshot of a model is generated source
        void M(DbContext db, string folder, object modelSnapshot)
        {
            var modelSnapshotFile = Path.Combine(folder, modelSnapshot.GetType().Name + ".cs");
            File.Delete(modelSnapshotFile);
            db.Database.EnsureDeleted();
        }
        //- dump file only
        void M() { File.Delete("orders.dump"); }
        """);

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case(string name) => Cases.CheckAsync(name);

    [Fact]
    public void There_are_enough_cases() => Cases.AreEnough();
}
