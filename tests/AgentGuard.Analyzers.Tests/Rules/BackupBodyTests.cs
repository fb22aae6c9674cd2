namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>Methods that are only named like a backup: what they do must be able to save something, and their failure must stop the call.</summary>
public sealed class BackupBodyTests
{
    private const string Stubs = """
        using AgentGuard;
        using Microsoft.Extensions.Logging;
        public static class Store { [Destructive(DestructiveKind.Table)] public static void Drop() { } }
        public interface ISaver { void Save(string path); Task SaveAsync(string path); }

        """;

    [Theory]
    [InlineData("void Backup() { }")]
    [InlineData("void Backup() { var path = Path.Combine(\"backups\", $\"{DateTime.UtcNow:yyyyMMdd}.bak\"); Console.WriteLine($\"Backup written to {path}\"); }")]
    [InlineData("void Backup() => Directory.CreateDirectory(\"backups\");")]
    [InlineData("void Backup() { if (!Directory.Exists(\"backups\")) Directory.CreateDirectory(\"backups\"); log.LogInformation(\"saved {Id}\", Guid.NewGuid().ToString(\"N\")); }")]
    [InlineData("void Backup() => Guard.RecordBackup(\"shop\", \"s3://backups/shop\");")]
    [InlineData("void Backup() { Inner(); } void Inner() { Further(); } static void Further() { }")]
    [InlineData("void Backup() { Inner(); void Inner() => Console.WriteLine(\"saved\"); }")]
    [InlineData("void Backup() { var text = new System.Text.StringBuilder().Append(\"a\").ToString(); Console.WriteLine(text.Trim()); }")]
    public Task One_that_only_says_so_is_none(string method) => Verify.Destructive(In("Backup(); Store.{|AG0001:{|AG0002:{|AG0102:Drop()|}|}|};", method));

    [Theory]
    [InlineData("void Backup() { try { File.Copy(\"app.db\", \"app.bak\"); } catch (Exception e) { Console.WriteLine(e.Message); } }")]
    [InlineData("void Backup() { try { File.Copy(\"app.db\", \"app.bak\"); } catch { } }")]
    [InlineData("void Backup() { try { saver.Save(\"app.bak\"); } catch (IOException e) { log.LogError(e, \"no backup\"); return; } }")]
    [InlineData("void Backup() { try { Inner(); } catch (Exception) { } } void Inner() => saver.Save(\"app.bak\");")]
    [InlineData("void Backup() { Inner(); } void Inner() { try { saver.Save(\"app.bak\"); } catch { } }")]
    [InlineData("void Backup() { Directory.CreateDirectory(\"backups\"); try { saver.Save(\"app.bak\"); Console.WriteLine(\"saved\"); } catch { Console.WriteLine(\"not saved\"); } }")]
    [InlineData("void Backup() { foreach (var file in new[] { \"a\", \"b\" }) { try { saver.Save(file); } catch { } } }")]
    public Task One_that_goes_on_when_saving_has_failed_is_AG0103(string method) => Verify.Destructive(In("Backup(); Store.{|AG0001:{|AG0002:{|AG0103:Drop()|}|}|};", method));

    [Fact]
    public Task One_that_is_awaited_and_goes_on_when_saving_has_failed_is_AG0103() => Verify.Destructive(In(
        "await BackupAsync(); Store.{|AG0001:{|AG0002:{|AG0103:Drop()|}|}|};",
        "async Task BackupAsync() { try { await saver.SaveAsync(\"app.bak\"); } catch (Exception e) { log.LogError(e, \"no backup\"); } }"));

    [Theory]
    [InlineData("void Backup() => saver.Save(\"app.bak\");")]
    [InlineData("void Backup() { Inner(); } void Inner() { saver.Save(\"app.bak\"); }")]
    [InlineData("void Backup() { try { saver.Save(\"app.bak\"); } catch (Exception e) { Console.WriteLine(e.Message); throw; } }")]
    [InlineData("void Backup() { try { saver.Save(\"app.bak\"); } catch (FileNotFoundException) { } }")]
    [InlineData("void Backup() { try { saver.Save(\"app.bak\"); } catch (Exception e) when (e is TimeoutException) { } }")]
    [InlineData("void Backup() { try { saver.Save(\"app.bak\"); } catch (Exception e) { Fail(e); } } void Fail(Exception e) => throw new InvalidOperationException(\"no backup\", e);")]
    [InlineData("bool _failed; void Backup() { try { saver.Save(\"app.bak\"); } catch { _failed = true; } }")]
    [InlineData("void Backup() { var done = false; try { saver.Save(\"app.bak\"); done = true; } catch { } if (!done) throw new InvalidOperationException(); }")]
    [InlineData("void Backup() { for (var i = 0; ; i++) { try { saver.Save(\"app.bak\"); return; } catch { if (i == 3) throw; } } }")]
    [InlineData("void Backup() { for (var i = 0; i < 3; i++) { try { saver.Save(\"app.bak\"); return; } catch { Thread.Sleep(100); } } throw new TimeoutException(); }")]
    [InlineData("void Backup() { try { Directory.CreateDirectory(\"backups\"); } catch { } saver.Save(\"app.bak\"); }")]
    [InlineData("void Backup() => Task.Run(Inner).Wait(); void Inner() => saver.Save(\"app.bak\");")]
    [InlineData("void Backup() { if (File.Exists(\"app.db\")) saver.Save(\"app.bak\"); }")]
    public Task One_that_saves_is_believed(string method) => Verify.Destructive(In("Backup(); Store.{|AG0001:{|AG0002:Drop()|}|};", method));

    private static string In(string code, string members) => Stubs + $$"""
        class C(ISaver saver, ILogger log)
        {
            async Task M() { await Task.Yield(); {{code}} }
            {{members}}
        }
        """;
}
