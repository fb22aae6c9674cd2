namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>Lines of AgentGuard.Operations.txt about methods whose body can be seen: the body decides, not the line.</summary>
public sealed class OwnGuardLineTests
{
    private const string Lines = """
        M:My.Yes          confirms
        M:My.Dev          checks environment
        M:My.Name         checks environment
        M:My.Save         backs-up table
        M:My.AskReally    confirms
        M:My.SaveReally   backs-up table
        M:IOther.Yes      confirms
        """;

    private const string Stubs = """
        public static class Store { [AgentGuard.Destructive(AgentGuard.DestructiveKind.Table)] public static void Drop() { } }
        public interface IOther { bool Yes(); }
        public static class My
        {
            public static bool Yes() => true;
            public static bool Dev() { return true; }
            public static string Name() => "Development";
            public static void Save() { }
            public static bool AskReally() => Console.ReadLine() == "yes";
            public static void SaveReally() => File.WriteAllText("a", "b");
        }

        """;

    [Theory]
    [InlineData("if (My.Yes()) Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};")]
    [InlineData("if (My.Dev()) Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|};")]
    [InlineData("if (My.Name() == \"Development\") Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|};")]
    [InlineData("My.Save(); Store.{|AG0001:{|AG0002:{|AG0102:Drop()|}|}|};")]
    [InlineData("if (My.AskReally()) Store.{|AG0001:{|AG0003:Drop()|}|};")]
    [InlineData("if (other.Yes()) Store.{|AG0001:{|AG0003:Drop()|}|};")]
    [InlineData("My.SaveReally(); Store.{|AG0001:{|AG0002:Drop()|}|};")]
    public Task A_body_that_can_be_seen_decides(string code) => Verify.Destructive(Stubs + $"class C {{ void M(IOther other) {{ {code} }} }}", additionalFiles: ("AgentGuard.Operations.txt", Lines));

    [Fact]
    public Task A_line_for_an_own_method_that_nobody_calls_hides_nothing() => Verify.Destructive(
        "class Reset { public void Run(string path) => Directory.{|AG0004:Delete(path, true)|}; }",
        additionalFiles: ("AgentGuard.Operations.txt", "M:Reset.Run destroys directory"));

    [Fact]
    public Task A_method_that_only_calls_itself_is_called_by_nobody() => Verify.Destructive(
        "class Reset { public void Run(string path) { if (path == \"\") {|AG0004:Run(\"a\")|}; Directory.{|AG0004:Delete(path, true)|}; } }",
        additionalFiles: ("AgentGuard.Operations.txt", "M:Reset.Run destroys directory"));

    [Fact]
    public Task With_such_a_line_an_own_method_is_reported_where_it_is_called() => Verify.Destructive(
        "class Reset { public void Run(string path) => Directory.Delete(path, true); } class C { void M(Reset reset) => reset.{|AG0004:Run(\"a\")|}; }",
        additionalFiles: ("AgentGuard.Operations.txt", "M:Reset.Run destroys directory"));
}
