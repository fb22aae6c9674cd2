using System.Text.RegularExpressions;
using AgentGuard.Text;
using AgentGuard.Text.Sql;

namespace AgentGuard.Tests.Text;

/// <summary>The cheap looks before the thorough ones: they never let through what would have been found, and do let through what is ordinary.</summary>
public sealed partial class GateTests
{
    [Fact]
    public void Nothing_that_destroys_passes_the_gate_of_SQL()
    {
        var missed = Corpus.ReadAll("Sql").Select(line => line.Text).Where(Missed).ToArray();
        Assert.True(missed.Length == 0, string.Join("\n", missed));
    }

    [Theory]
    [InlineData("/*!50000DROP TABLE t*/")]
    [InlineData("/*M!100100 DROP TABLE t*/")]
    [InlineData("SELECT 1;drop/**/table t")]
    [InlineData("\uFEFFDROP TABLE t")]
    [InlineData("SELECT $$x$$;DROP TABLE t")]
    [InlineData("DELIMITER xx\nxxDROP TABLE t")]
    [InlineData("SELECT Pg_Terminate_Backend(1)")]
    [InlineData("Sp_Detach_Db 'd'")]
    [InlineData("Xp_CmdShell 'rd /s /q D:\\data'")]
    [InlineData("WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone")]
    public void Odd_spellings_do_not_pass(string text)
    {
        Assert.Contains(SqlScanner.Scan(text), finding => finding.Effect == TextEffect.Destroys);
        Assert.True(SqlScanner.MayDestroy(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("SELECT r.id, r.car FROM rentals r JOIN customers c ON c.id = r.customer WHERE r.id = @id ORDER BY r.car LIMIT 10")]
    [InlineData("INSERT INTO rentals (id, car) VALUES (@p0, @p1) RETURNING id")]
    [InlineData("select dropped, deleted_at, updates, do_not_call from \"rentals\"")]
    [InlineData("BEGIN; SAVEPOINT a; COMMIT")]
    public void Ordinary_queries_pass_at_once(string text) => Assert.False(SqlScanner.MayDestroy(text));

    // The recognisers ask for words by literal; a verb that is new there must be new at the gate too.
    [Fact]
    public void Every_verb_of_the_recognisers_is_known()
    {
        string[] harmless = ["INSERT", "LOAD", "MERGE", "CREATE", "RENAME", "BACKUP", "EXPORT", "SET", "PRAGMA", "DISABLE", "SELECT", "DECLARE", "GRANT", ""];
        var source = File.ReadAllText(SourceOf("SqlRecognisers.cs")) + File.ReadAllText(SourceOf("SqlAdmin.cs"));
        var verbs = Case().Matches(source).SelectMany(match => Literal().Matches(match.Groups[1].Value)).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(verbs.Count > 25, $"{verbs.Count} verbs");
        Assert.All(verbs.Except(harmless), verb => Assert.True(SqlGate.MayDestroy(verb), verb));
        Assert.All(["SET", "PRAGMA", "DISABLE", "GRANT"], verb => Assert.True(SqlGate.MayMatter(verb), verb));
        Assert.All(SqlAdmin.FunctionNames, name => Assert.True(SqlGate.MayDestroy($"select {name}(1)")));
    }

    [Theory]
    [InlineData("GET", false)]
    [InlineData(" hset", false)]
    [InlineData("flushdb", true)]
    [InlineData(" FLUSHALL ", true)]
    [InlineData("CONFIG", true)]
    [InlineData("OBJECT", false)]
    [InlineData("EVAL return 1", true)]
    [InlineData("CLUSTER INFO", true)]
    [InlineData("", true)]
    public void Only_some_commands_of_Redis_are_looked_at(string command, bool looked) => Assert.Equal(looked, RedisScanner.MayDestroy(command));

    private static bool Missed(string text) => SqlScanner.Scan(text).Any(finding =>
        (finding.Effect == TextEffect.Destroys && !SqlScanner.MayDestroy(text)) || (finding.Effect != TextEffect.BacksUp && !SqlScanner.MayMatter(text)));

    private static string SourceOf(string file)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "AgentGuard.Analyzers.sln"))) directory = directory.Parent!;
        return Path.Combine(directory.FullName, "src", "Shared", "Text", "Sql", file);
    }

    [GeneratedRegex("""case ((?:"[A-Z]*"(?: or )?)+)""")]
    private static partial Regex Case();

    [GeneratedRegex("\"([A-Z]*)\"")]
    private static partial Regex Literal();
}
