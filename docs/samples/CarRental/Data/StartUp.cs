using AgentGuard;
using Microsoft.EntityFrameworkCore;

namespace CarRental.Data;

/// <summary>What an agent writes when a migration fails: wipe, create again, go on.</summary>
public sealed class StartUp(RentalContext db)
{
    public async Task MigrateAsync()
    {
        try
        {
            await db.Database.MigrateAsync();
        }
        catch (Exception exception)
        {
            Console.WriteLine($"Migration failed ({exception.Message}), starting afresh.");
            await db.Database.EnsureDeletedAsync(); // AG0001 AG0002 AG0003 AG0201
            await db.Database.EnsureCreatedAsync();
        }
    }

    // The twin: a failed migration stays a failure, and starting afresh is a command of its own.
    public async Task MigrateGuardedAsync() => await db.Database.MigrateAsync();

    public async Task StartAfreshAsync()
    {
        Guard.RequireEnvironment("Development");
        await Guard.RequireConfirmationAsync("rentals.db");
        await Guard.RequireBackupAsync("rentals.db");
        await db.Database.EnsureDeletedAsync();
        await db.Database.EnsureCreatedAsync();
    }
}
