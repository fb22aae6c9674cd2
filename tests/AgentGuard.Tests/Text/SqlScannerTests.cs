using AgentGuard.Text;

namespace AgentGuard.Tests.Text;

public sealed class SqlScannerTests
{
    [Fact]
    public void Every_statement_of_the_corpus_is_judged_as_written()
    {
        var mismatches = Corpus.ReadAll("Sql")
            .Select(line => Corpus.Mismatch(line.Expected, line.Text, SqlScanner.Scan(line.Text)))
            .OfType<string>()
            .ToArray();
        Assert.True(mismatches.Length == 0, string.Join("\n", mismatches));
    }

    [Theory]
    [InlineData("DELETE TOP (1000) FROM orders", true)]
    [InlineData("DELETE FROM orders LIMIT 1000", true)]
    [InlineData("DELETE FROM orders WHERE id IN (SELECT id FROM orders LIMIT 1000)", true)]
    [InlineData("DELETE FROM orders WHERE id IN (SELECT TOP (5) id FROM orders)", true)]
    [InlineData("DELETE TOP (1000) FROM orders WHERE created < @limit", false)]
    [InlineData("DELETE FROM orders WHERE id IN (SELECT id FROM orders WHERE old = 1 LIMIT 1000)", false)]
    [InlineData("DELETE FROM orders WHERE id IN (SELECT order_id FROM old_orders LIMIT 1000)", false)]
    public void A_text_that_is_run_until_nothing_is_left_takes_the_whole(string text, bool takesAll)
    {
        Assert.Empty(SqlScanner.Scan(text));
        Assert.Equal(takesAll, SqlScanner.ScanRepeated(text).Any(finding => finding.Kind == DestructiveKind.Rows));
    }

    [Fact]
    public void The_corpus_is_broad_and_a_third_of_it_is_harmless()
    {
        var lines = Corpus.ReadAll("Sql").ToArray();
        Assert.True(lines.Length >= 400, $"{lines.Length} statements");
        Assert.True(lines.Count(line => line.Expected == "none") >= lines.Length * 0.3);
        Assert.Equal(lines.Length, lines.Select(line => line.Text).Distinct().Count());
    }
}
