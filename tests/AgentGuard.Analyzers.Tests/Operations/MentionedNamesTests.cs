using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Gate;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>What the search in the text of a file hands on: every identifier of a sought name, however it is written, and nothing from comments and texts.</summary>
public sealed class MentionedNamesTests
{
    [Theory]
    [InlineData("x.EnsureDeleted();", "EnsureDeleted")]
    [InlineData("x.EnsureDeleted/* now */();", "EnsureDeleted")]
    [InlineData("x.@EnsureDeleted();", "EnsureDeleted")]
    [InlineData("x.\\u0045nsureDeleted();", "EnsureDeleted")]
    [InlineData("x.Ensure\\U00000044eleted();", "EnsureDeleted")]
    [InlineData("x.Ensure\u200DDeleted();", "EnsureDeleted")]
    [InlineData("Text($\"{x.EnsureDeleted()}\");", "EnsureDeleted")]
    [InlineData("Text($\"\"\"{x.EnsureDeleted()}\"\"\");", "EnsureDeleted")]
    [InlineData("Ask(force: true);", "true")]
    [InlineData("Ask(true /* yes */);", "true")]
    [InlineData("Ask(true, 1);", "true")]
    [InlineData("list.Add(new(\"SELECT 1\"));", "new")]
    [InlineData("list.Add(new /* c */ (\"SELECT 1\"));", "new")]
    [InlineData("list.Add(new( $\"SELECT 1\"));", "new")]
    public void Finds(string statement, string name) => Assert.Equal([name], Names(statement));

    [Theory]
    [InlineData("// x.EnsureDeleted();\n")]
    [InlineData("/* x.EnsureDeleted(); */")]
    [InlineData("Text(\"EnsureDeleted\");")]
    [InlineData("Text(@\"EnsureDeleted\");")]
    [InlineData("Text(\"\"\"x.EnsureDeleted()\"\"\");")]
    [InlineData("x.EnsureDeletedNot();")]
    [InlineData("x.NotEnsureDeleted();")]
    [InlineData("x._EnsureDeleted();")]
    [InlineData("\n#if NEVER\nx.EnsureDeleted();\n#endif\n")]
    [InlineData("return true;")]
    [InlineData("x = true;")]
    [InlineData("x = new();")]
    [InlineData("x = new(1);")]
    public void Finds_nothing_in(string statement) => Assert.Empty(Names(statement));

    [Fact]
    public void Finds_names_wherever_a_chunk_ends()
    {
        for (var padding = 16 * 1024 - 40; padding < 16 * 1024 + 4; padding++)
            Assert.Equal(["EnsureDeleted", "ExecuteDelete"], Names(new string(' ', padding) + "x.EnsureDeleted(); x.ExecuteDelete();"));
    }

    // What is searched at one go is seen whole; a longer file is asked again.
    [Theory]
    [InlineData("shell.WriteLine(text);", "")]
    [InlineData("shell.WriteLine(text); var shell = process.StandardInput;", "WriteLine StandardInput")]
    [InlineData("options.EnvironmentName = text;", "")]
    [InlineData("options.EnvironmentName = text; Guard.Configure(options);", "EnvironmentName Guard")]
    [InlineData("services.AddAgentGuard(); options.EnvironmentName = text;", "AddAgentGuard EnvironmentName")]
    public void Finds_some_names_only_where_the_file_has_what_makes_them_matter(string statements, string names)
    {
        Assert.Equal(names, string.Join(' ', Names(statements)));
        Assert.Equal(names, string.Join(' ', Names(statements + "\n//" + new string(' ', 20 * 1024))));
    }

    [Fact]
    public void Looks_only_at_the_part_that_is_asked_about()
    {
        const string text = "void M() { x.EnsureDeleted(); } void N() { x.ExecuteDelete(); }";
        Assert.Equal(["ExecuteDelete"], Names(text, TextSpan.FromBounds(text.IndexOf('N'), text.Length)));
    }

    [Fact]
    public void Finds_names_of_a_users_file_and_pattern()
    {
        var (entries, errors) = CatalogParser.Parse(SourceText.From("M:Shop.Store.Zap destroys database\nM:Shop.Store.Burn*Down destroys database\n"));
        Assert.Empty(errors);
        var names = new MentionedNames(CatalogIndex.BuiltIn.With(entries, []));
        var tree = CSharpSyntaxTree.ParseText("class C { void M() { x.Zap(); x.BurnItDown(); x.Zapped(); x.EnsureDeleted(); } }");
        Assert.Equal(["Zap", "BurnItDown", "EnsureDeleted"], names.In(tree, null, default).Select(token => token.ValueText));
    }

    private static IEnumerable<string> Names(string statement, TextSpan? within = null)
    {
        var before = within is null ? "class C { void M() { " : "class C { ";
        var tree = CSharpSyntaxTree.ParseText(before + statement + " } }");
        TextSpan? span = within is { } part ? TextSpan.FromBounds(part.Start + before.Length, part.End + before.Length) : null;
        return new MentionedNames(CatalogIndex.BuiltIn).In(tree, span, default).Select(token => token.ValueText);
    }
}
