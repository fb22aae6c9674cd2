namespace AgentGuard.Package.Tests;

/// <summary>A console program with three destructive calls, written as somebody who has never heard of guards would write it.</summary>
internal static class DemoProject
{
    public const string EFCoreVersion = "10.0.14";

    /// <summary>The file with the destructive calls.</summary>
    public const string Fleet = """
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;

        namespace Demo;

        public sealed class Car
        {
            public int Id { get; set; }
        }

        public sealed class FleetContext : DbContext
        {
            public DbSet<Car> Cars => Set<Car>();

            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=data/fleet.db;Pooling=False");
        }

        public static class Fleet
        {
            public static void RemoveExports(string path)
            {
                Directory.Delete(path, true);
            }

            public static void DropLog(SqliteConnection connection)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "DROP TABLE audit_log";
                command.ExecuteNonQuery();
            }

            public static void Reset(FleetContext db)
            {
                db.Database.EnsureDeleted();
            }
        }

        """;

    /// <summary>What must be reported in it.</summary>
    public static readonly string[] FleetWarnings =
    [
        "Fleet.cs:22 AG0004",
        "Fleet.cs:29 AG0001",
        "Fleet.cs:29 AG0002",
        "Fleet.cs:29 AG0003",
        "Fleet.cs:34 AG0001",
        "Fleet.cs:34 AG0002",
        "Fleet.cs:34 AG0003",
    ];

    /// <summary>The rest: commands, a way to confirm without a terminal, and a backup that is recorded.</summary>
    public const string Program = """
        using AgentGuard;
        using Demo;
        using Microsoft.Data.Sqlite;

        // Confirmed by a token that an operator issues; this program only knows the key to verify it with.
        if (File.Exists("approval.key")) Guard.Configure(options => options.Confirmation = ApprovalTokenConfirmation.FromKeyFile("approval.key"));

        using var db = new FleetContext();
        using var connection = new SqliteConnection("Data Source=data/fleet.db;Pooling=False");
        switch (args[0])
        {
            case "seed":
                Directory.CreateDirectory("data");
                Directory.CreateDirectory("exports");
                File.WriteAllText("exports/cars.csv", "1;2;3");
                db.Database.EnsureCreated();
                db.Cars.AddRange(new Car(), new Car(), new Car());
                db.SaveChanges();
                connection.Open();
                using (var command = connection.CreateCommand())
                {
                    command.CommandText = "CREATE TABLE audit_log (id INTEGER); INSERT INTO audit_log VALUES (1), (2)";
                    command.ExecuteNonQuery();
                }

                break;
            case "backup":
                Directory.CreateDirectory("backups");
                File.Copy("data/fleet.db", "backups/fleet.db", overwrite: true);
                Guard.RecordBackup(Path.GetFullPath("data/fleet.db"), Path.GetFullPath("backups/fleet.db"));
                break;
            case "exports":
                Fleet.RemoveExports("exports");
                break;
            case "drop":
                connection.Open();
                Fleet.DropLog(connection);
                break;
            case "reset":
                Fleet.Reset(db);
                break;
        }

        Console.WriteLine("done: " + args[0]);

        """;

    /// <summary>The same program in one file, with two of the calls in top-level statements.</summary>
    public static string SingleFile { get; } = Program
        .Replace("using Demo;\n", "")
        .Replace("using Microsoft.Data.Sqlite;\n", "using Microsoft.Data.Sqlite;\nusing Microsoft.EntityFrameworkCore;\n")
        .Replace("Fleet.RemoveExports(\"exports\")", "Directory.Delete(\"exports\", true)")
        .Replace("Fleet.Reset(db)", "db.Database.EnsureDeleted()")
        + Fleet[Fleet.IndexOf("public sealed class Car", StringComparison.Ordinal)..Fleet.IndexOf("    public static void RemoveExports", StringComparison.Ordinal)]
        + Fleet[Fleet.IndexOf("    public static void DropLog", StringComparison.Ordinal)..Fleet.IndexOf("    public static void Reset", StringComparison.Ordinal)].TrimEnd()
        + "\n}\n";

    /// <summary>What must be reported in it.</summary>
    public static readonly string[] SingleFileWarnings =
    [
        "app.cs:36 AG0004",
        "app.cs:43 AG0001",
        "app.cs:43 AG0002",
        "app.cs:43 AG0003",
        "app.cs:66 AG0001",
        "app.cs:66 AG0002",
        "app.cs:66 AG0003",
    ];
}
