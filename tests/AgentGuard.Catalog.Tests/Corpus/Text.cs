// Words of destruction that are only words.
using System; using System.Collections.Generic; using System.Linq; using System.Text.RegularExpressions; using Microsoft.Extensions.Logging; using Microsoft.Extensions.Logging.Abstractions;

public class Words
{
    private const string Help = "Run DROP TABLE orders by hand.";
    private static readonly Regex Danger = new("DROP\\s+TABLE|TRUNCATE|rm -rf", RegexOptions.IgnoreCase);

    public void Mentioned(ILogger logger, string input)
    {
        logger.LogInformation("DROP TABLE orders"); logger.LogWarning("rm -rf / was refused"); Console.WriteLine("DELETE FROM orders"); Console.WriteLine(Help); Danger.IsMatch(input); Danger.Replace(input, ""); throw new InvalidOperationException("TRUNCATE TABLE orders is not allowed");
    }

    public IEnumerable<string> Built(string table)
    {
        var statements = new List<string>(); statements.Add("DROP DATABASE shop"); statements.Add($"DROP TABLE {table}"); statements.Remove("DROP DATABASE shop"); statements.RemoveAll(s => s.StartsWith("TRUNCATE")); statements.Clear();
        var names = new[] { nameof(System.IO.Directory.Delete), nameof(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade.EnsureDeleted) }; var lookup = names.ToDictionary(n => n, n => "FLUSHALL"); lookup.Remove("a"); return statements.Where(s => s.Contains("DELETE"));
    }

    public bool Parsed(string text) => text.Contains("DROP TABLE", StringComparison.Ordinal) || text == "terraform destroy" || text.EndsWith("--force");
}

public class OwnApi
{
    public void DeleteItem(int id) { } public void Remove(string name) { } public void Drop() { } public void Purge() { } public void Clear() { } public void Reset() { } public void Flush() { } public void Terminate() { } public static void Delete(string path, bool recursive) { } public void EnsureDeleted() { } public void DropDatabase(string name) { } public void FlushAllDatabases() { } public void DeleteTable(string name) { } public void Shutdown() { }

    public void Call(OwnApi other)
    {
        other.DeleteItem(1); other.Remove("a"); other.Drop(); other.Purge(); other.Clear(); other.Reset(); other.Flush(); other.Terminate(); Delete("a", true); other.EnsureDeleted(); other.DropDatabase("a"); other.FlushAllDatabases(); other.DeleteTable("a"); other.Shutdown();
    }
}
