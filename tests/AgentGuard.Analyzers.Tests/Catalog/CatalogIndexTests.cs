using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Tests.Catalog;

public class CatalogIndexTests
{
    [Theory]
    [InlineData("M:A.B.Drop", "Drop", true)]
    [InlineData("M:A.B.Drop", "DropAsync", false)]
    [InlineData("M:A.B.Drop[Async]", "DropAsync", true)]
    [InlineData("M:A.B.Drop[Async]", "Async", false)]
    [InlineData("M:A.B.Delete*Async", "DeletePodAsync", true)]
    [InlineData("M:A.B.Delete*Async", "DeleteAsync", true)]
    [InlineData("M:A.B.Delete*Async", "DeletePod", false)]
    [InlineData("M:A.B.*Wipe*", "FactoryWipeNow", true)]
    [InlineData("M:A.B.*Wipe*", "Swipe", false)]
    [InlineData("M:A.Bucket`1.#ctor", "Bucket", true)]
    [InlineData("M:A.B.Drop", "drop", false)]
    public void TheNameDecidesFirst(string id, string name, bool mentioned)
    {
        var index = Index($"{id}  destroys table");
        Assert.Equal(mentioned, index.Mentions(name));
        Assert.Equal(mentioned ? 1 : 0, index.Lookup(name).All.Length);
    }

    [Fact]
    public void RejectingANameAllocatesNothing()
    {
        var index = CatalogIndex.BuiltIn;
        index.Mentions("ToString");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) index.Mentions("ToString");
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void OtherEntriesJoinTheShippedOnes()
    {
        var more = CatalogIndex.BuiltIn.With(Index("M:A.B.ObliterateTenant  destroys project").Entries, ImmutableHashSet.Create("Scrub"));
        Assert.True(more.Mentions("ObliterateTenant") && more.Mentions("Scrub") && more.Mentions("EnsureDeleted"));
        Assert.False(CatalogIndex.BuiltIn.Mentions("ObliterateTenant"));
    }

    // The index reads a built-in line when a name asks for it; by itself each must say what the whole file says.
    [Fact]
    public void ALineByItselfSaysTheSameAsInItsFile()
    {
        foreach (var (name, text) in CatalogIndex.BuiltInFiles())
        {
            var whole = CatalogParser.Parse(SourceText.From(text)).Entries;
            var lines = CatalogLine.In(text).ToList();
            Assert.Equal((name, whole.Length), (name, lines.Count));
            foreach (var (entry, line) in whole.Zip(lines))
            {
                Assert.Equal((entry.Id, entry.IsOperation), (line.Id, line.IsOperation));
                Assert.Equal(Said(entry), Said(line.Entry));
                Assert.Same(line.Entry, line.Entry);
            }
        }
    }

    private static string Said(CatalogEntry entry) =>
        $"{entry.Id} {entry.Effect} {string.Join(',', entry.Kinds)} {entry.Channel} {string.Join(',', entry.Sources)} {entry.Subject} {string.Join(',', entry.Conditions)} {entry.Target}";

    [Theory]
    [InlineData("M:Store.Drop", "Store", "Drop", 2)]
    [InlineData("M:Store.Drop()", "Store", "Drop", 1)]
    [InlineData("M:Store.Drop(System.String)", "Store", "Drop", 1)]
    [InlineData("M:Store.Drop(System.String,..)", "Store", "Drop", 0)]
    [InlineData("M:IStore.Drop", "Store", "Drop", 1)]
    [InlineData("M:BaseStore.Drop", "Store", "Drop", 1)]
    [InlineData("M:Table`1.Wipe", "Table`1", "Wipe", 1)]
    [InlineData("M:Extensions.Clear", "Extensions", "Clear", 1)]
    [InlineData("P:Store.Drop", "Store", "Drop", 0)]
    [InlineData("M:Other.Drop", "Store", "Drop", 0)]
    public void TheDeclarationDecidesThen(string id, string type, string member, int matches)
    {
        const string Source = """
            interface IStore { void Drop(); }
            class BaseStore { public virtual void Drop() { } }
            class Store : BaseStore, IStore { public override void Drop() { } public void Drop(string name) { } }
            class Table<T> { public void Wipe(T row) { } }
            static class Extensions { public static void Clear(this Store store) { } }
            """;
        var compilation = CSharpCompilation.Create("T", [CSharpSyntaxTree.ParseText(Source)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var matcher = new CatalogMatcher(Index($"{id}  destroys table"));
        Assert.Equal(matches, compilation.GetTypeByMetadataName(type)!.GetMembers(member).Count(symbol => matcher.Match(symbol).Length == 1));
    }

    private static CatalogIndex Index(string lines) => new(CatalogParser.Parse(SourceText.From(lines)).Entries);
}
