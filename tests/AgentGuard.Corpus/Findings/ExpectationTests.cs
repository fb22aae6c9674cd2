using AgentGuard.Corpus.Projects;

namespace AgentGuard.Corpus.Findings;

public class ExpectationTests
{
    [Fact]
    public void A_difference_is_told_in_words()
    {
        var expected = Expectations.Parse("x", ["# repository: a/b", "# commit: 0", "A.cs\t1\tAG0001\tright\tdrops it", "A.cs\t2\tAG0004\tfalse\tharmless"]);
        var differences = expected.Compare([new Finding("A.cs", 1, "AG0001+AG0002", "m"), new Finding("B.cs", 3, "AG0004", "m")]);
        Assert.Equal("new: B.cs(3): AG0004: m; gone: A.cs(2): AG0004 (False: harmless); changed: A.cs(1): AG0001 is now AG0001+AG0002", string.Join("; ", differences));
    }

    [CorpusFact]
    public async Task The_corpus_reports_what_is_expected()
    {
        Assert.NotEmpty(Expectations.All);
        foreach (var expected in Expectations.All)
        {
            var folder = Path.Combine(Checkouts.Root!, expected.Name);
            if (!Directory.Exists(folder)) continue;
            Assert.Equal(expected.Commit, Checkouts.CommitOf(folder));
            var run = await CheckoutRun.Of(CompiledCheckout.Open(folder));
            Assert.Empty(run.Exceptions);
            Assert.Empty(expected.Compare(run.Findings));
        }
    }
}
