using AgentGuard.Analyzers.Tests.Incidents;

namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Where the assembly of a test project lies, a build makes everything anew; where a program is installed, it does not.</summary>
public sealed class TestOutputTests
{
    private const string Framework = "public class TestContext { public static TestContext CurrentContext; public string WorkDirectory; public string TestDirectory { get; } }\n";

    [Theory]
    [InlineData("Path.Combine(AppContext.BaseDirectory, \"downloads\")")]
    [InlineData("Path.Combine(AppDomain.CurrentDomain.BaseDirectory, name, \"data\")")]
    [InlineData("Path.Combine(Path.GetDirectoryName(typeof(C).Assembly.Location), \"data\")")]
    [InlineData("Path.Combine(TestContext.CurrentContext.TestDirectory, \"data\")")]
    [InlineData("GetTestPath(\"Fixtures\", \"Packages\")")]
    public async Task Below_the_output_of_the_tests(string path)
    {
        Assert.Empty(await Found(path, "true"));
        Assert.Equal(["AG0004"], await Found(path, "false"));
    }

    [Theory]
    [InlineData("Path.Combine(AppContext.BaseDirectory, \"..\", \"..\", \"data\")")]
    [InlineData("Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, \"../../../data\"))")]
    [InlineData("Path.Combine(Directory.GetParent(AppContext.BaseDirectory).Parent.FullName, \"data\")")]
    [InlineData("Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(typeof(C).Assembly.Location)), \"data\")")]
    [InlineData("Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), \".shop\")")]
    [InlineData("name")]
    public async Task Elsewhere(string path) => Assert.Equal(["AG0004"], await Found(path, "true"));

    private static async Task<string[]> Found(string path, string isTest) => [.. (await new Build
    {
        Source = $$"""
            {{Framework}}
            public class C
            {
                static readonly string Here = Path.GetDirectoryName(typeof(C).Assembly.Location);
                static string GetTestPath(params string[] parts) => Path.Combine(Here, Path.Combine(parts));
                public void TearDown(string name) => Directory.Delete({{path}}, true);
            }
            """,
        Properties = [("IsTestProject", isTest)],
    }.RunAsync()).Select(static found => found.Id).Where(static id => id == "AG0004")];
}
