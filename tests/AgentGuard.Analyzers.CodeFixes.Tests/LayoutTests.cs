namespace AgentGuard.Analyzers.CodeFixes.Tests;

/// <summary>A fix keeps the indentation and the line ends of the file, whatever the options of the editor are.</summary>
public sealed class LayoutTests
{
    public static TheoryData<string, string> Layouts => new() { { "  ", "\n" }, { "\t", "\n" }, { "    ", "\r\n" }, { "  ", "\r\n" }, { "\t", "\r\n" } };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Attributes_stand_as_the_member_does(string indent, string lineEnd) => Assert.Equal(
        In(indent, lineEnd, "using AgentGuard;", "", "namespace A", "{", "> public class B", "> {", "> > [RequiresEnvironment(\"Development\")]", "> > public void M(string p)", "> > {", "> > > System.IO.Directory.Delete(p, true);", "> > }", "> }", "}", ""),
        await FixedText.Of(new AddGuardAttributeFix(), In(indent, lineEnd, "using AgentGuard;", "", "namespace A", "{", "> public class B", "> {", "> > public void M(string p)", "> > {", "> > > System.IO.Directory.Delete(p, true);", "> > }", "> }", "}", ""), "Delete(p, true)"));

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Statements_stand_as_the_one_behind_them(string indent, string lineEnd) => Assert.Equal(
        In(indent, lineEnd, "using AgentGuard;", "", "public class B", "{", "> public void M(string p)", "> {", "> > Guard.RequireEnvironment(\"Development\");", "> > System.IO.Directory.Delete(p, true);", "> }", "}", ""),
        await FixedText.Of(new InsertGuardStatementFix(), In(indent, lineEnd, "using AgentGuard;", "", "public class B", "{", "> public void M(string p)", "> {", "> > System.IO.Directory.Delete(p, true);", "> }", "}", ""), "Delete(p, true)"));

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task A_block_stands_as_the_lines_around_it(string indent, string lineEnd) => Assert.Equal(
        In(indent, lineEnd, "using AgentGuard;", "", "public class B", "{", "> public void M(string p)", "> {", "> > if (p.Length > 1)", "> > {", "> > > Guard.RequireEnvironment(\"Development\");", "> > > System.IO.Directory.Delete(p, true); // now", "> > }", "> > p = p;", "> }", "}", ""),
        await FixedText.Of(new InsertGuardStatementFix(), In(indent, lineEnd, "using AgentGuard;", "", "public class B", "{", "> public void M(string p)", "> {", "> > if (p.Length > 1)", "> > > System.IO.Directory.Delete(p, true); // now", "> > p = p;", "> }", "}", ""), "Delete(p, true)"));

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task A_body_that_becomes_a_block_leaves_the_lines_around_it(string indent, string lineEnd) => Assert.Equal(
        In(indent, lineEnd, "using AgentGuard;", "", "public class B", "{", "> public void M(string p)", "> {", "> > Guard.RequireEnvironment(\"Development\");", "> > System.IO.Directory.Delete(p, true);", "> }", "> public void N()", "> {", "> }", "}", ""),
        await FixedText.Of(new InsertGuardStatementFix(), In(indent, lineEnd, "using AgentGuard;", "", "public class B", "{", "> public void M(string p) =>System.IO.Directory.Delete(p, true);", "> public void N()", "> {", "> }", "}", ""), "Delete(p, true)"));

    [Theory]
    [InlineData("public void M(string p) { System.IO.Directory.Delete(p, true); }", "{ Guard.RequireEnvironment(\"Development\"); System.IO.Directory.Delete(p, true); }")]
    [InlineData("public void M(string p) { p = p; System.IO.Directory.Delete(p, true); }", "{ p = p; Guard.RequireEnvironment(\"Development\"); System.IO.Directory.Delete(p, true); }")]
    [InlineData("public void M(string p) { switch (p) { case \"\": System.IO.Directory.Delete(p, true); break; } }", "case \"\": Guard.RequireEnvironment(\"Development\"); System.IO.Directory.Delete(p, true); break;")]
    public async Task A_statement_stays_on_its_line(string member, string expected) => Assert.Contains(
        expected, await FixedText.Of(new InsertGuardStatementFix(), $"using AgentGuard;\n\npublic class B\n{{\n    {member}\n}}\n", "Delete(p, true)"));

    [Theory]
    [InlineData("public void M(string p) => /* why */ System.IO.Directory.Delete(p, true) /* that */ ; // end", "// before\n    /* why */\n    System.IO.Directory.Delete(p, true); /* that */\n    } // end")]
    [InlineData("public void M(string p) // head\n        => // why\n        System.IO.Directory.Delete(p, true); // end", "// why\n        System.IO.Directory.Delete(p, true);\n    } // end")]
    [InlineData("public void M(string p) => N(() => /* why */ System.IO.Directory.Delete(p, true)); void N(System.Action a) { }", "/* why */\n        System.IO.Directory.Delete(p, true);\n    });")]
    public async Task No_comment_of_a_body_is_lost(string member, string expected) => Assert.Equal(
        Words(expected.Replace("// before\n", "")), Words(await FixedText.Of(new InsertGuardStatementFix(), $"using AgentGuard;\n\npublic class B\n{{\n    {member}\n}}\n", "Delete(p, true)"), expected));

    [Fact]
    public async Task A_body_with_branches_of_the_preprocessor_stays()
    {
        const string Source = "using AgentGuard;\n\npublic class B\n{\n    public void M(string p)\n#if true\n        => System.IO.Directory.Delete(p, true);\n#else\n        => System.IO.Directory.Delete(p);\n#endif\n}\n";
        Assert.Equal(Source, await FixedText.Of(new InsertGuardStatementFix(), Source, "Delete(p, true)"));
    }

    [Theory]
    [InlineData("public void M(string p) { System.IO.Directory.Delete(p, true); }", "[RequiresEnvironment(\"Development\")]\n    public void M(string p)")]
    [InlineData("[System.Obsolete] public void M(string p) { System.IO.Directory.Delete(p, true); }", "[System.Obsolete] [RequiresEnvironment(\"Development\")] public void M(string p)")]
    [InlineData("public void M(string p) => N(() => System.IO.Directory.Delete(p, true)); void N(System.Action a) { }", "N([RequiresEnvironment(\"Development\")] () => System.IO")]
    public async Task An_attribute_is_set_off_from_what_stands_around_it(string member, string expected) => Assert.Contains(
        expected, await FixedText.Of(new AddGuardAttributeFix(), $"using AgentGuard;\n\npublic class B\n{{\n    {member}\n}}\n", "Delete(p, true)"));

    // Without white space, from where the expected text begins to where it ends.
    private static string Words(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static string Words(string text, string expected)
    {
        var (all, wanted) = (Words(text), Words(expected.Replace("// before\n", "")));
        var start = all.IndexOf(wanted, StringComparison.Ordinal);
        return start < 0 ? all : all.Substring(start, wanted.Length);
    }

    private static string In(string indent, string lineEnd, params string[] lines) => string.Join(lineEnd, lines).Replace("> ", indent);
}
