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

    [Fact]
    public void The_corpus_is_broad_and_a_third_of_it_is_harmless()
    {
        var lines = Corpus.ReadAll("Sql").ToArray();
        Assert.True(lines.Length >= 400, $"{lines.Length} statements");
        Assert.True(lines.Count(line => line.Expected == "none") >= lines.Length * 0.3);
        Assert.Equal(lines.Length, lines.Select(line => line.Text).Distinct().Count());
    }
}
