namespace AgentGuard.Analyzers.CodeFixes.Tests;

/// <summary>What a fix writes must not give other names of the file a second meaning.</summary>
public sealed class ImportTests
{
    private const string Library = """

        namespace Checks
        {
            public static class Guard { public static void NotNull(object value) { } }
            public sealed class DestructiveAttribute : System.Attribute;
        }
        """;

    [Fact]
    public Task A_file_that_uses_another_Guard_gets_a_qualified_statement() => VerifyFix.Turns<InsertGuardStatementFix>(InsertGuardStatementFix.EnvironmentKey, """
        using Checks;

        class Fleet
        {
            public void Clean(string path)
            {
                Guard.NotNull(path);
                Directory.{|AG0004:Delete(path, true)|};
            }
        }
        """ + Library, """
        using Checks;

        class Fleet
        {
            public void Clean(string path)
            {
                Guard.NotNull(path);
                AgentGuard.Guard.RequireEnvironment("Development");
                Directory.Delete(path, true);
            }
        }
        """ + Library);

    [Fact]
    public Task A_file_that_uses_another_attribute_of_that_name_gets_qualified_ones() => VerifyFix.Turns<AddGuardAttributeFix>(AddGuardAttributeFix.EnvironmentKey, """
        using Checks;

        [Destructive]
        class Fleet
        {
            public void Clean(string path) => Directory.{|AG0004:Delete(path, true)|};
        }
        """ + Library, """
        using Checks;

        [Destructive]
        class Fleet
        {
            [AgentGuard.RequiresEnvironment("Development")]
            public void Clean(string path) => Directory.Delete(path, true);
        }
        """ + Library);

    [Fact]
    public Task Another_Guard_that_is_only_in_sight_is_no_reason_against_an_import() => VerifyFix.Turns<AddGuardAttributeFix>(AddGuardAttributeFix.EnvironmentKey, """
        using Checks;

        class Fleet
        {
            private readonly string Guard = "";
            public void Clean(string path) => Directory.{|AG0004:Delete(path, true)|};
            public string Name => this.Guard + Checks.Guard.Equals(Guard, "");
        }
        """ + Library, """
        using AgentGuard;
        using Checks;

        class Fleet
        {
            private readonly string Guard = "";
            [RequiresEnvironment("Development")]
            public void Clean(string path) => Directory.Delete(path, true);
            public string Name => this.Guard + Checks.Guard.Equals(Guard, "");
        }
        """ + Library);

    [Fact]
    public Task A_statement_stays_qualified_where_the_short_name_means_another_Guard() => VerifyFix.Turns<InsertGuardStatementFix>(InsertGuardStatementFix.EnvironmentKey, """
        using Checks;

        class Fleet
        {
            public void Clean(string path) => Directory.{|AG0004:Delete(path, true)|};
        }
        """ + Library, """
        using Checks;

        class Fleet
        {
            public void Clean(string path)
            {
                AgentGuard.Guard.RequireEnvironment("Development");
                Directory.Delete(path, true);
            }
        }
        """ + Library);
}
