using AgentGuard;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace CarRental.Data;

/// <summary>Entity Framework and raw SQL. A comment at the end of a line names what is reported there.</summary>
public sealed class DatabaseMaintenance(RentalContext db, IHostEnvironment environment)
{
    public void Reset()
    {
        db.Database.EnsureDeleted(); // AG0001 AG0002 AG0003
        db.Database.EnsureCreated();
    }

    // The twin: attributes, which are enforced when the program runs.
    [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup]
    public void ResetGuarded()
    {
        db.Database.EnsureDeleted();
        db.Database.EnsureCreated();
    }

    public async Task PurgeRentals(DateTime before)
    {
        Console.WriteLine($"Purging rentals before {before:d}");
        await db.Rentals.ExecuteDeleteAsync(); // AG0001 AG0002 AG0003
    }

    // The twin does what its name says: a filter limits the rows.
    public async Task PurgeRentalsBefore(DateTime before) => await db.Rentals.Where(rental => rental.ReturnedAt < before).ExecuteDeleteAsync();

    public void DropLegacyTables(string suffix)
    {
        using var connection = new SqliteConnection("Data Source=rentals.db");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"DROP TABLE IF EXISTS rentals_{suffix}";
        command.ExecuteNonQuery(); // AG0001 AG0002 AG0003
    }

    // The twin: checks of one's own, which the analyzer follows through the method.
    public void DropLegacyTablesGuarded(string suffix)
    {
        if (!environment.IsDevelopment()) throw new InvalidOperationException("Legacy tables are dropped in development only.");

        Console.Write($"Type 'rentals_{suffix}' to drop it: ");
        if (Console.ReadLine() != $"rentals_{suffix}") return;

        using var connection = new SqliteConnection("Data Source=rentals.db");
        connection.Open();
        using var backup = new SqliteConnection("Data Source=rentals.backup.db");
        connection.BackupDatabase(backup);

        using var command = connection.CreateCommand();
        command.CommandText = $"DROP TABLE IF EXISTS rentals_{suffix}";
        command.ExecuteNonQuery();
    }
}
