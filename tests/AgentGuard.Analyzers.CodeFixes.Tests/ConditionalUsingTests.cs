namespace AgentGuard.Analyzers.CodeFixes.Tests;

/// <summary>What a fix writes must compile in each configuration and framework of a file.</summary>
public sealed class ConditionalUsingTests
{
    [Theory]
    [InlineData("#if DEBUG\nusing System.Text;\n#endif\n")]
    [InlineData("#if !DEBUG\nusing System.Text;\n#endif\n")]
    [InlineData("using System.Text;\n#if !DEBUG\nusing System.Xml;\n#endif\n")]
    [InlineData("#if DEBUG\nusing System.Text;\n#else\nusing System.Xml;\n#endif\n")]
    [InlineData("#if !DEBUG\nusing System.Text;\n#endif\nusing System.Xml;\n")]
    public Task Where_usings_are_conditional_none_is_added(string usings) => VerifyFix.Turns<AddGuardAttributeFix>(AddGuardAttributeFix.EnvironmentKey, usings + """

        namespace A;

        public class Fleet
        {
            public void Clean(string path) => Directory.{|AG0004:Delete(path, true)|};
        }
        """, usings + """

        namespace A;

        public class Fleet
        {
            [AgentGuard.RequiresEnvironment("Development")]
            public void Clean(string path) => Directory.Delete(path, true);
        }
        """);

    [Fact]
    public Task Conditional_usings_of_a_namespace_count_too() => VerifyFix.Turns<InsertGuardStatementFix>(InsertGuardStatementFix.EnvironmentKey, """
        namespace A
        {
        #if !DEBUG
            using System.Text;
        #endif
            public class Fleet
            {
                public void Clean(string path)
                {
                    Directory.{|AG0004:Delete(path, true)|};
                }
            }
        }
        """, """
        namespace A
        {
        #if !DEBUG
            using System.Text;
        #endif
            public class Fleet
            {
                public void Clean(string path)
                {
                    AgentGuard.Guard.RequireEnvironment("Development");
                    Directory.Delete(path, true);
                }
            }
        }
        """);

    [Theory]
    [InlineData("using System.Text;\n", "#if DEBUG\n#define X\n#endif\n", "")]
    [InlineData("using System.Text;\n#if !DEBUG\n", "", "#endif\n")]
    [InlineData("#if !DEBUG\n#nullable enable\n#endif\nusing System.Text;\n", "", "")]
    [InlineData("using System.Text;\n", "", "\n#if !DEBUG\nclass Other { void M() { using var x = new StringWriter(); } }\n#endif\n")]
    public Task Other_conditions_are_no_reason_against_an_import(string usings, string before, string behind) => VerifyFix.Turns<AddGuardAttributeFix>(
        AddGuardAttributeFix.EnvironmentKey,
        before + usings + Class("", "Directory.{|AG0004:Delete(path, true)|}") + behind,
        before + usings.Replace("using System.Text;\n", "using System.Text;\nusing AgentGuard;\n") + Class("    [RequiresEnvironment(\"Development\")]\n", "Directory.Delete(path, true)") + behind);

    private static string Class(string attribute, string call) => $"\npublic class Fleet\n{{\n{attribute}    public void Clean(string path) => {call};\n}}\n";
}
