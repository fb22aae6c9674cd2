using AgentGuard.Text;

namespace AgentGuard.Tests.Text;

public sealed class SqlRobustnessTests
{
    [Fact]
    public void A_million_bent_inputs_are_scanned_without_an_exception_and_none_slips_through_the_gate()
    {
        var seeds = Corpus.ReadAll("Sql").Select(line => line.Text).ToArray();
        Parallel.For(0, 8, part =>
        {
            var mutations = new Mutations(seeds, part);
            for (var i = 0; i < 125_000; i++)
            {
                var text = mutations.Next();
                foreach (var finding in SqlScanner.Scan(text))
                {
                    Assert.InRange(finding.Start + finding.Length, finding.Start + 1, Math.Max(1, text.Length));
                    if (finding.Effect == TextEffect.Destroys && !SqlScanner.MayDestroy(text)) Assert.Fail($"passes the gate: {text}");
                    if (finding.Effect != TextEffect.BacksUp && !SqlScanner.MayMatter(text)) Assert.Fail($"passes the wider gate: {text}");
                }
            }
        });
    }

    private static readonly string[] Repetitions =
    [
        "(", ")", "/*", "/* */", "*/", "'", "\"", "`", "[", "]", "$", "$$", "$a$", "$a", "q'[", "q'(", "\\'", "\\", "#", "-- ", "--1", ";", "\n", "E'",
        "a", "1", ".", "a.", "@", "@a=", "DROP TABLE ", "DROP TABLE a;", "DROP TABLE a,", "DELETE FROM t ", "DELETE FROM t WHERE (", "(DELETE FROM t WHERE ",
        "(1=1) AND ", "(1)=", "((1=1) OR ", "NOT ", "1=1 OR ", "CASE ", "CASE WHEN 1 THEN ", "BEGIN ", "BEGIN END ", "END ", "EXEC('", "EXEC('a') ",
        "SET @a='x';", "SET @a=@a+@a;", "EXEC(@a);", "DO $$", "MERGE t WHEN NOT MATCHED BY SOURCE ", "MERGE INTO t USING s ON 1=1 WHEN NOT MATCHED BY SOURCE AND (1=1) ",
        "UPDATE t SET a=(", "UPDATE t SET a=1,", "UPDATE t SET a = a ", "WITH a AS (", "WITH a AS (SELECT 1) ", "CREATE PROCEDURE p AS BEGIN ",
        "CREATE FUNCTION f ", "EXPLAIN ", "EXPLAIN ANALYZE ", "ALTER TABLE t DROP a,", "ALTER TABLE t ", "a JOIN b ", "\uE000", "\uE000 ", "GO\n", "/\n", "DELIMITER $\n",
        "INSERT INTO a SELECT * FROM b ", "CREATE TABLE a(b);DROP TABLE a;", "DROP SCHEMA a;DROP TABLE a.b;", "IF 1=1 ", "x AS (", "TOP ((", "/*!", "{", "a[", "[a]",
        "f(", "f(a,", "EXISTS(", "id IN (", "1 BETWEEN 0 AND ", "PREPARE p AS ", "N'", "_utf8'", "U&'", ":a", "::", "a||", "DECLARE @x = '",
    ];

    [Fact]
    public void Work_grows_with_the_length_only()
    {
        var faults = Repetitions.SelectMany(piece => new[] { ("", ""), ("DELETE FROM t WHERE a = ", ""), ("", ")"), ("", "')") }, Fault).OfType<string>().ToArray();
        Assert.True(faults.Length == 0, string.Join("\n", faults));

        // Eight times the text may take about eight times the work, counted in looks at tokens. A square would take 64 times.
        static string? Fault(string piece, (string Before, string Closer) around)
        {
            var small = Looks(piece, around, 1_000);
            var big = Looks(piece, around, 8_000);
            return big <= 10 * small + 1_000 ? null : $"{small} looks become {big}: {around.Before}{piece}{around.Closer}";
        }

        static long Looks(string piece, (string Before, string Closer) around, int count)
        {
            SqlScanner.Scan(around.Before + Repeat.Text(piece, count) + Repeat.Text(around.Closer, count), out var looks);
            return looks;
        }
    }

    [Fact]
    public void A_megabyte_of_anything_is_scanned_in_no_time() => Repeat.Check(SqlScanner.Scan, Repetitions);

    [Fact]
    public void Text_wrapped_deeper_than_anyone_looks_is_reported()
    {
        var text = "DROP TABLE t";
        for (var i = 0; i < 60; i++) text = $"DO $q{i}$ BEGIN EXECUTE $r{i}$ {text} $r{i}$; END $q{i}$";
        Assert.NotEmpty(SqlScanner.Scan(text));
    }

    [Fact]
    public void Text_that_doubles_itself_is_reported()
    {
        var text = "DECLARE @a varchar(max) = 'SELECT 1 ';" + string.Concat(Enumerable.Repeat("SET @a = @a + @a;", 64)) + "EXEC(@a)";
        Assert.NotEmpty(SqlScanner.Scan(text));
    }

    [Theory]
    [InlineData("\uE000", true)]
    [InlineData("\uE000 FROM t", true)]
    [InlineData("SELECT 1; \uE000", true)]
    [InlineData("EXEC(\uE000)", false)]
    [InlineData("EXEC \uE000", true)]
    [InlineData("DROP \uE000", true)]
    [InlineData("\uE000x", true)]
    [InlineData("SELECT * FROM \uE000", false)]
    [InlineData("EXPLAIN \uE000", false)]
    [InlineData("DELETE FROM \uE000", false)]
    [InlineData("'\uE000'", false)]
    [InlineData("SELECT 1", false)]
    [InlineData("", false)]
    public void Text_is_opaque_where_the_verb_is_not_known(string text, bool expected) => Assert.Equal(expected, SqlScanner.IsOpaque(text));

    [Fact]
    public void A_finding_says_where_its_statement_stands()
    {
        var finding = Assert.Single(SqlScanner.Scan("SELECT 1; DROP TABLE users; SELECT 2"));
        Assert.Equal(("DROP TABLE", 10, 16), (finding.Verb, finding.Start, finding.Length));
    }

    [Fact]
    public void A_finding_inside_a_literal_stands_in_the_literal()
    {
        var text = "EXEC('SELECT 1; DROP TABLE users')";
        var finding = Assert.Single(SqlScanner.Scan(text));
        Assert.Equal("DROP TABLE users", text.Substring(finding.Start, finding.Length));
    }
}
