namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>A backup of something else is none, where both names are written out.</summary>
public sealed class OtherBackupTests
{
    private const string Fault = "{|AG0001:{|AG0002:{|AG0103:ExecuteNonQuery()|}|}|}";
    private const string Saved = "{|AG0001:{|AG0002:ExecuteNonQuery()|}|}";

    [Theory]
    [InlineData("Run(\"BACKUP DATABASE staging TO DISK = 'x'\").ExecuteNonQuery();", Fault)]
    [InlineData("BackupDatabase(\"staging\");", Fault)]
    [InlineData("await saver.BackupAsync(\"staging\");", Fault)]
    [InlineData("using var dump = Process.Start(\"pg_dump\", \"-d staging -f x.sql\"); dump.WaitForExit(); if (dump.ExitCode != 0) throw new InvalidOperationException();", Fault)]
    [InlineData("Run(\"BACKUP DATABASE [prod] TO DISK = 'x'\").ExecuteNonQuery();", Saved)]
    [InlineData("Run(\"BACKUP DATABASE \" + name + \" TO DISK = 'x'\").ExecuteNonQuery();", Saved)]
    [InlineData("Run(\"BACKUP DATABASE staging TO DISK = 'x'\").ExecuteNonQuery(); Run(\"BACKUP DATABASE prod TO DISK = 'y'\").ExecuteNonQuery();", Saved)]
    [InlineData("Run(\"BACKUP DATABASE staging TO DISK = 'x'\").ExecuteNonQuery(); await saver.BackupAllAsync();", Saved)]
    [InlineData("using var dump = Process.Start(\"pg_dump\", \"-Fc -f x.sql prod\"); dump.WaitForExit(); if (dump.ExitCode != 0) throw new InvalidOperationException();", Saved)]
    [InlineData("BackupDatabase(\"prod\");", Saved)]
    [InlineData("BackupDatabase(name);", Saved)]
    [InlineData("await saver.BackupToAsync(\"before the drop\");", Saved)]
    public Task Of_a_database(string backup, string execution) => Check($"{backup} Run(\"DROP DATABASE prod\").{execution};");

    [Theory]
    [InlineData("Run(\"BACKUP DATABASE shop TO DISK = 'x'\").ExecuteNonQuery();", Saved)]
    [InlineData("await saver.BackupTableAsync(\"customers\");", Fault)]
    [InlineData("await saver.BackupTableAsync(\"dbo.orders\");", Saved)]
    [InlineData("await saver.BackupAsync(\"shop\");", Saved)]
    [InlineData("BackupDatabase(\"shop\");", Saved)]
    public Task Of_a_table(string backup, string execution) => Check($"{backup} Run(\"DROP TABLE orders\").{execution};");

    [Theory]
    [InlineData("File.Copy(\"/etc/hostname\", \"/mnt/x\"); Directory.{|AG0103:Delete(\"/srv/data\", true)|};")]
    [InlineData("ZipFile.CreateFromDirectory(\"/srv/empty\", \"/mnt/x.zip\"); Directory.{|AG0103:Delete(\"/srv/data\", true)|};")]
    [InlineData("File.Copy(\"/srv/data/shop.db\", \"/mnt/x\"); Directory.Delete(\"/srv/data\", true);")]
    [InlineData("File.Copy(\"./data/shop.db\", \"/mnt/x\"); Directory.Delete(\"data/\", true);")]
    [InlineData("File.Copy(\"/srv/shop/data/shop.db\", \"/mnt/x\"); Directory.Delete(\"data\", true);")]
    [InlineData("ZipFile.CreateFromDirectory(\".\", \"/mnt/x.zip\"); Directory.Delete(\"/srv/data\", true);")]
    [InlineData("File.Copy(@\"data\\shop.db\", \"/mnt/x\"); Directory.Delete(\"data\", true);")]
    [InlineData("File.Copy(\"notes/readme.md\", \"/mnt/x\"); Directory.{|AG0103:Delete(\"data\", true)|};")]
    [InlineData("ZipFile.CreateFromDirectory(\"/srv/data\", \"/mnt/x.zip\"); Directory.Delete(\"/srv/data\", true);")]
    [InlineData("ZipFile.CreateFromDirectory(\"/srv\", \"/mnt/x.zip\"); Directory.Delete(\"/srv/data\", true);")]
    [InlineData("ZipFile.CreateFromDirectory(Directory.GetCurrentDirectory(), \"/mnt/x.zip\"); Directory.Delete(\"/srv/data\", true);")]
    public Task Of_a_folder(string code) => Check(code);

    // No word of AG0103 where the copy would not be of the folder even if its failure were not swallowed.
    [Theory]
    [InlineData("try { File.Copy(settings, settings + \".bak\"); } catch (IOException) { } Directory.{|AG0004:Delete(folder, true)|};")]
    [InlineData("try { File.Copy(Path.Combine(settings, \"a.json\"), \"/mnt/a.json\"); } catch (IOException) { } Directory.{|AG0004:Delete(folder, true)|};")]
    [InlineData("try { File.Copy(Path.Combine(folder, \"a.json\"), settings); } catch (IOException) { } Directory.{|AG0103:Delete(folder, true)|};")]
    [InlineData("var whole = folder; try { ZipFile.CreateFromDirectory(whole, settings); } catch (IOException) { } Directory.{|AG0103:Delete(folder, true)|};")]
    [InlineData("File.Copy(settings, settings + \".bak\"); Directory.{|AG0004:Delete(folder, true)|};")]
    [InlineData("var part = Path.Combine(folder, \"a.db\"); File.Copy(part, settings + \".bak\"); Directory.Delete(folder, true);")]
    public Task That_is_plainly_of_another_file(string code) => Check(code, ", string settings, string folder");

    private static Task Check(string code, string parameters = "") => Verify.Destructive($$"""
        using System.Data.Common;
        using System.Diagnostics;
        using System.IO.Compression;
        interface ISaver { Task BackupAsync(string database); Task BackupToAsync(string label); Task BackupAllAsync(); Task BackupTableAsync(string table); }
        class C(DbConnection connection, ISaver saver)
        {
            static extern void BackupDatabase(string database);
            DbCommand Run(string sql) { var command = connection.CreateCommand(); command.CommandText = sql; return command; }
            async Task M(string name{{parameters}}) { await Task.Yield(); {{code}} }
        }
        """);
}
