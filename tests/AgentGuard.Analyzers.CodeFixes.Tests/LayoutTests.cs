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
    [InlineData("public void M(string p) { System.IO.Directory.Delete(p, true); }", "[RequiresEnvironment(\"Development\")]\n    public void M(string p)")]
    [InlineData("[System.Obsolete] public void M(string p) { System.IO.Directory.Delete(p, true); }", "[System.Obsolete] [RequiresEnvironment(\"Development\")] public void M(string p)")]
    [InlineData("public void M(string p) => N(() => System.IO.Directory.Delete(p, true)); void N(System.Action a) { }", "N([RequiresEnvironment(\"Development\")] () => System.IO")]
    public async Task An_attribute_is_set_off_from_what_stands_around_it(string member, string expected) => Assert.Contains(
        expected, await FixedText.Of(new AddGuardAttributeFix(), $"using AgentGuard;\n\npublic class B\n{{\n    {member}\n}}\n", "Delete(p, true)"));

    private static string In(string indent, string lineEnd, params string[] lines) => string.Join(lineEnd, lines).Replace("> ", indent);
}
