using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Tests.Catalog;

public class CatalogParserTests
{
    [Fact]
    public void ALineNamesAnApiAnEffectAndClauses()
    {
        var entry = One("M:System.IO.Directory.Delete(System.String,System.Boolean)  destroys directory  when recursive = true  target path");
        Assert.Equal(('M', "System.IO.Directory", "Delete", "System.String,System.Boolean"), (entry.Id.Prefix, entry.Id.Container, entry.Id.Name, entry.Id.Parameters));
        Assert.Equal((CatalogEffect.Destroys, DestructiveKind.Directory), (entry.Effect, Assert.Single(entry.Kinds)));
        var condition = Assert.Single(entry.Conditions);
        Assert.Equal(("recursive", ConditionTest.Equals, true, false), (condition.Path.ToString(), condition.Test, condition.Literal, condition.Excludes));
        Assert.Equal("path", entry.Target?.ToString());
    }

    [Fact]
    public void TextComesFromSeveralPaths()
    {
        var entry = One("M:A.Runner.Run  runs shell from info.FileName,info.Arguments");
        Assert.Equal((CatalogEffect.Runs, TextChannel.Shell), (entry.Effect, entry.Channel));
        Assert.Equal(["info.FileName", "info.Arguments"], entry.Sources.Select(source => source.ToString()));
    }

    [Fact]
    public void AQuotedSourceStandsForItself() =>
        Assert.Equal("DELETE", One("M:A.Client.Delete  runs http from \"DELETE\",address").Sources[0].Literal);

    [Fact]
    public void ABackupMayCoverSeveralKinds() =>
        Assert.Equal([DestructiveKind.Volume, DestructiveKind.Disk], One("M:A.B.Snapshot  backs-up volume,disk").Kinds.ToArray());

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("null", null)]
    [InlineData("-7", -7L)]
    [InlineData("\"All\"", "All")]
    [InlineData("\"\"", "")]
    [InlineData("DeleteAllContents", "DeleteAllContents")]
    public void AConditionComparesWithALiteral(string written, object? literal) =>
        Assert.Equal(literal, Assert.Single(One($"M:A.B.C  destroys table  unless x = {written}").Conditions).Literal);

    [Fact]
    public void AConditionMayAskForAValueThatIsSeen() =>
        Assert.Equal(ConditionTest.Is, Assert.Single(One("M:A.B.C  destroys table  when options.Wipe is true").Conditions).Test);

    [Theory]
    [InlineData("M:A.B.C  destroys rows  when query unfiltered", ConditionTest.Unfiltered, false)]
    [InlineData("M:A.B.C  destroys rows  unless filter given", ConditionTest.Given, true)]
    public void AConditionMayTestAFilterOrPresence(string line, object test, bool excludes)
    {
        var condition = Assert.Single(One(line).Conditions);
        Assert.Equal(((ConditionTest)test, excludes), (condition.Test, condition.Excludes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("# a comment")]
    [InlineData("   # an indented comment")]
    public void EmptyLinesAndCommentsAreNothing(string line)
    {
        var (entries, errors) = CatalogParser.Parse(SourceText.From(line));
        Assert.Empty(entries);
        Assert.Empty(errors);
    }

    [Fact]
    public void ACommentMayFollowALine() => Assert.Null(One("M:A.B.C  destroys table  # target x").Target);

    [Fact]
    public void AHashInsideAWordIsNoComment() => Assert.Equal("B", One("M:A.B.#ctor  destroys table").Id.CalledName);

    [Theory]
    [InlineData("M:A.B.C", "", "The line ends where an effect is expected: one of 'destroys', 'runs', 'backs-up', 'confirms', 'checks', 'weakens', 'lists'")]
    [InlineData("M:A.B.C  [|destroyes|] table", null, "'destroyes' is no effect; did you mean 'destroys'?")]
    [InlineData("M:A.B.C  destroys [|databse|]", null, "'databse' is no kind; did you mean 'database'?")]
    [InlineData("M:A.B.C  backs-up volume,[|dsk|]", null, "'dsk' is no kind; did you mean 'disk'?")]
    [InlineData("M:A.B.C  runs [|sqll|] from x", null, "'sqll' is no text channel; did you mean 'sql'?")]
    [InlineData("M:A.B.C  checks [|weather|]", null, "'weather' cannot be checked; expected one of 'environment', 'target'")]
    [InlineData("M:A.B.C  destroys table  [|wen|] x = true", null, "'wen' is no clause; did you mean 'when'?")]
    [InlineData("M:A.B.C  destroys table  when x [|equals|] true", null, "'= VALUE', 'is VALUE', 'unfiltered', 'each' or 'given' is expected here")]
    [InlineData("M:A.B.C  destroys table  when [|1x|] = true", null, "'1x' is no path: name a parameter or 'receiver', then properties with dots between")]
    [InlineData("M:A.B.C  destroys table  target [|a..b|]", null, "'a..b' is no path: name a parameter or 'receiver', then properties with dots between")]
    [InlineData("M:A.B.C  runs shell from a,[|b..c|]", null, "'b..c' is no path: name a parameter or 'receiver', then properties with dots between")]
    [InlineData("M:A.B.C  runs sql [|to|] x", null, "'from' and where the text comes from are expected here")]
    [InlineData("[|A.B.C|]  destroys table", null, "'A.B.C' is no documentation-comment id of a method (M:) or property (P:)")]
    [InlineData("[|M:A.B.C(System.String,|] System.Int32)  destroys table", null, "The parameter list of 'M:A.B.C(System.String,' is not closed; it must not hold spaces")]
    [InlineData("[|M:Nothing|]  destroys table", null, "'M:Nothing' names no member of a type")]
    [InlineData("[|M:A.B.*|]  destroys table", null, "'M:A.B.*' would match every member; name at least one letter")]
    public void ALineThatIsNotUnderstoodIsAnErrorAtTheWords(string marked, string? place, string message)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        var line = marked.Replace("[|", "").Replace("|]", "");
        const string Before = "# first line\n";

        var (entries, errors) = CatalogParser.Parse(SourceText.From(Before + line + "\n"));

        Assert.Empty(entries);
        var error = Assert.Single(errors);
        var span = place is null ? TextSpan.FromBounds(Before.Length + start, Before.Length + end) : new TextSpan(Before.Length + line.Length, 0);
        Assert.Equal((span, message), (error.Span, error.Message));
    }

    [Fact]
    public void ANameInMessagesIsWrittenWithDashes() => Assert.Equal("a registry key", One("M:A.B.C  destroys directory  called a-registry-key").Called);

    [Fact]
    public void EachRowIsACondition() => Assert.Equal(ConditionTest.Each, Assert.Single(One("M:A.B.C  destroys rows  when entity each").Conditions).Test);

    [Fact]
    public void InputIsAChannel() => Assert.Equal(TextChannel.Input, One("M:A.B.C  runs input from receiver,value").Channel);

    [Fact]
    public void OtherLinesSurviveABadOne()
    {
        var (entries, errors) = CatalogParser.Parse(SourceText.From("M:A.B.C  destroys tabel\r\nM:A.B.D  destroys table\r\n"));
        Assert.Equal("D", Assert.Single(entries).Id.Name);
        Assert.Single(errors);
    }

    [Theory]
    [InlineData("M:A.B.Delete[Async]")]
    [InlineData("M:MongoDB.Driver.IMongoCollection`1.DeleteMany[Async]")]
    [InlineData("P:A.B.Text")]
    [InlineData("M:A.B.Run(System.String,..)")]
    [InlineData("M:A.B.Clear()")]
    public void AnIdIsWrittenAsItWasRead(string id) => Assert.Equal(id, One($"{id}  destroys table").Id.ToString());

    private static CatalogEntry One(string line)
    {
        var (entries, errors) = CatalogParser.Parse(SourceText.From(line));
        Assert.Empty(errors);
        return Assert.Single(entries);
    }
}
