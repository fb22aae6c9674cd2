using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Gate;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>The search character by character says the same as a plain look at each word.</summary>
public sealed partial class WordSearchTests
{
    private static readonly string[] Sought = ["Drop", "EnsureDeleted", "ExecuteDelete", "x", "true"];
    private static readonly string[] Pieces = ["Drop", "drop", "Dr", "op", "EnsureDeleted", "ExecuteDelete", "x", "true", "_", "9", " ", "\n", ".", "(", "@", "\"", "/*", "\\", "\\u0044", "\\U00000044", "\\n", "é", "\u200D", "漢"];

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Finds_what_a_look_at_each_word_finds(bool withPattern, bool withLetter)
    {
        var sought = Sought.Where(word => withLetter || word.Length > 1).ToArray();
        Func<string, bool>? pattern = withPattern ? static word => word.StartsWith("op", StringComparison.Ordinal) : null;
        var search = new WordSearch(ImmutableArray.Create(new WordSet(sought[..3]), new WordSet(sought[3..])), pattern);
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 160)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            Assert.Equal((text, Words(text, sought, pattern)), (text, Found(search, text)));
        }
    }

    // Words are told apart in blocks of 64 characters.
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void Finds_a_word_of_any_length_wherever_a_block_ends(int length)
    {
        var word = new string('x', length);
        var search = new WordSearch(ImmutableArray.Create(new WordSet([word])), null);
        for (var before = 0; before <= 130; before++)
        {
            Assert.Equal($"{before}", Found(search, new string('.', before) + word));
            Assert.Equal($"{before} {before + length + 1}", Found(search, new string('.', before) + word + "." + word + "."));
        }
    }

    // The text is read in chunks of 16,384 characters.
    [Theory]
    [InlineData("Drop")]
    [InlineData("\\u0044rop")]
    [InlineData("\u00E9Drop")]
    public void Finds_a_word_that_lies_across_two_chunks(string word)
    {
        foreach (var sought in new[] { Sought, Sought[..2] })
        {
            var search = new WordSearch(ImmutableArray.Create(new WordSet(sought)), null);
            for (var before = 16_384 - word.Length - 1; before <= 16_384 + 1; before++)
                Assert.Equal($"{before}", Found(search, new string('.', before) + word + new string('.', 40)));
        }
    }

    [Fact]
    public void Asks_whether_a_word_counts_where_it_stands()
    {
        var search = new WordSearch(ImmutableArray.Create(new WordSet(Sought)), null);
        Assert.Equal([11], search.In(SourceText.From("Drop Drop; Drop()"), new TextSpan(0, 17), static (_, after) => after is ['(', ..] ? WordWorth.Counts : WordWorth.Nothing).Select(static found => found.Position));
    }

    private static string Found(WordSearch search, string text) =>
        string.Join(' ', search.In(SourceText.From(text), new TextSpan(0, text.Length), static (_, _) => WordWorth.Counts).Select(static found => found.Position));

    private static string Words(string text, string[] sought, Func<string, bool>? pattern) => string.Join(' ', Word().Matches(text)
        .Where(match => match.Value[0] == '\\' || match.Value.Any(character => character >= 128) || sought.Contains(match.Value) || pattern?.Invoke(match.Value) == true)
        .Select(match => match.Index));

    [GeneratedRegex(@"\\(?=[uU])|[A-Za-z0-9_\u0080-\uFFFF]+")]
    private static partial Regex Word();
}
