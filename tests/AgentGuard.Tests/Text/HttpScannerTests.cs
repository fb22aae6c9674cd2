using AgentGuard.Text;

namespace AgentGuard.Tests.Text;

public sealed class HttpScannerTests
{
    private static readonly string[] Repetitions =
    [
        "{", "}", "(", ")", "mutation ", "mutation{", "mutation{a", "mutation{a(", "a:", "\"", "\"\"\"", "#", "\\", "...", "... on A{", "@a", "$a:", "query", "\"query\":", "\"query\":\"",
        "{\"query\":\"mutation{a}\"}", "{\"query\":\"\\", "[", "volumeDelete ", "mutation{volumeDelete(id:\"a\")}", "deleteA", "_", "A", "\uE000", "/", "a/", "https://", "?", "a.", "\\u0041",
        "mutation{delete_a(where:{})} ", "fragment a on Mutation{volumeDelete} ", "{a:{",
    ];

    [Fact]
    public void Every_document_of_the_corpus_is_judged_as_written() =>
        AssertAll(Corpus.Read("GraphQl.txt").Select(line => Corpus.Mismatch(line.Expected, line.Text, GraphQlScanner.Scan(line.Text))));

    [Fact]
    public void Every_request_of_the_corpus_is_judged_as_written() =>
        AssertAll(Corpus.Read("Http.txt").Select(line => Corpus.Mismatch(line.Expected, line.Text, Scan(line.Text))));

    [Fact]
    public void The_corpus_is_broad_and_a_third_of_it_is_harmless()
    {
        var lines = Corpus.Read("GraphQl.txt").Concat(Corpus.Read("Http.txt")).ToArray();
        Assert.True(lines.Length >= 100, $"{lines.Length} requests");
        Assert.True(lines.Count(line => line.Expected == "none") >= lines.Length * 0.3);
        Assert.Equal(lines.Length, lines.Select(line => line.Text).Distinct().Count());
    }

    [Fact]
    public void A_million_bent_inputs_are_scanned_without_an_exception()
    {
        var seeds = Corpus.Read("GraphQl.txt").Concat(Corpus.Read("Http.txt")).Select(line => line.Text).ToArray();
        Parallel.For(0, 8, part =>
        {
            var mutations = new Mutations(seeds, part);
            for (var i = 0; i < 125_000; i++)
            {
                var text = mutations.Next();
                foreach (var finding in GraphQlScanner.Scan(text).Concat(Scan(text)))
                    Assert.InRange(finding.Start + finding.Length, finding.Start + 1, Math.Max(1, text.Length));
            }
        });
    }

    [Fact]
    public void A_megabyte_of_anything_is_scanned_in_no_time() =>
        Repeat.Check(text => (GraphQlScanner.Scan(text), HttpScanner.Scan("DELETE", text, text), HttpScanner.Scan("POST", "https://a.example/" + text, "mutation" + text)), Repetitions);

    [Fact]
    public void A_mutation_stands_where_the_body_has_it()
    {
        const string Body = """{"query":"mutation {\n  volumeDelete(volumeId: \"x\") }"}""";
        var finding = Assert.Single(GraphQlScanner.Scan(Body));
        Assert.StartsWith("volumeDelete(volumeId", Body.Substring(finding.Start, finding.Length), StringComparison.Ordinal);
    }

    private static void AssertAll(IEnumerable<string?> mismatches) => Assert.Equal("", string.Join("\n", mismatches.OfType<string>()));

    private static IReadOnlyList<TextFinding> Scan(string line)
    {
        var space = line.IndexOf(' ');
        if (space < 0) return HttpScanner.Scan(line, null, null);
        var rest = line[(space + 1)..];
        var arrow = rest.IndexOf(" <- ", StringComparison.Ordinal);
        return arrow < 0 ? HttpScanner.Scan(line[..space], rest, null) : HttpScanner.Scan(line[..space], rest[..arrow], rest[(arrow + 4)..]);
    }
}
