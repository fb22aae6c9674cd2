namespace AgentGuard.Analyzers.CodeFixes.Tests;

public sealed class AwaitBackupTests
{
    [Theory]
    [InlineData("_ = backups.BackupDatabaseAsync(); // first")]
    [InlineData("backups.BackupDatabaseAsync(); // first")]
    public Task The_backup_is_awaited(string start) => VerifyFix.Turns<AwaitBackupFix>(
        AwaitBackupFix.Key,
        Source("async Task", start, "await db.Database.{|AG0103:EnsureDeletedAsync()|};"),
        Source("async Task", "await backups.BackupDatabaseAsync(); // first", "await db.Database.EnsureDeletedAsync();"));

    [Theory]
    [InlineData("void", "_ = backups.BackupDatabaseAsync();")]
    [InlineData("async Task", "try { await backups.BackupDatabaseAsync(); } catch (IOException) { }")]
    public Task Nothing_is_offered_where_it_cannot_be_awaited(string result, string start) =>
        VerifyFix.OffersNothing<AwaitBackupFix>(Source(result, start, "db.Database.{|AG0103:EnsureDeleted()|};"));

    private static string Source(string result, string start, string call) => $$"""
        #pragma warning disable CS4014
        using AgentGuard;

        interface IBackups
        {
            Task BackupDatabaseAsync();
        }

        class Fleet(DbContext db, IBackups backups)
        {
            [RequiresEnvironment("Development"), RequiresConfirmation]
            public {{result}} Reset()
            {
                // Everything goes.
                {{start}}
                {{call}}
            }

            [RequiresEnvironment("Development"), RequiresConfirmation]
            public {{result}} ResetAgain()
            {
                {{start}}
                {{call}}
            }
        }
        """;
}
