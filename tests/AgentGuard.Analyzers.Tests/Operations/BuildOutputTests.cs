namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>What a build makes anew may go; what only is called so may not.</summary>
public sealed class BuildOutputTests
{
    [Theory]
    [InlineData("Path.Combine(root, \"bin\")")]
    [InlineData("Path.Combine(root, \"src\", \"App\", \"obj\")")]
    [InlineData("$\"{root}/src/bin\"")]
    [InlineData("root + \"/TestResults\"")]
    [InlineData("\"./bin\"")]
    [InlineData("$\"{root}/docs/_site\"")]
    public Task Everybody_knows_it(string path) => Delete(path, "Directory.Delete(path, true);");

    [Theory]
    [InlineData("Path.Combine(root, \"data\")")]
    [InlineData("Path.Combine(root, \"robin\")")]
    [InlineData("Path.Combine(root, \"bin\", \"..\")")]
    [InlineData("Path.Combine(\"/usr\", \"bin\")")]
    [InlineData("\"/usr/local/bin\"")]
    [InlineData("\"/bin\"")]
    [InlineData("\"/opt/app/bin\"")]
    [InlineData("Path.Combine(\"/opt/app\", \"bin\")")]
    [InlineData("Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), \"bin\")")]
    [InlineData("\"C:\\\\app\\\\bin\"")]
    [InlineData("Path.Combine(root, \"artifacts\")")]
    [InlineData("Path.Combine(root, \"Output\")")]
    public Task It_is_something_else_or_may_be(string path) => Delete(path, "Directory.{|AG0004:Delete(path, true)|};");

    [Fact]
    public Task In_a_list_of_names_or_found_by_name() => Verify.Destructive("""
        class C
        {
            void M(string root, string[] given)
            {
                foreach (var name in new[] { "bin", "obj" }) Directory.Delete(Path.Combine(root, name), true);
                foreach (var folder in Directory.EnumerateDirectories(root, "bin", SearchOption.AllDirectories)) Directory.Delete(folder, true);
                foreach (var name in new[] { "bin", "data" }) Directory.{|AG0004:Delete(Path.Combine(root, name), true)|};
                foreach (var name in given) Directory.{|AG0004:Delete(Path.Combine(root, name), true)|};
                foreach (var folder in Directory.EnumerateDirectories(root, "b*")) Directory.{|AG0004:Delete(folder, true)|};
            }
        }
        """);

    [Fact]
    public Task In_a_build_script_more_names_say_so() => Verify.Destructive("""
        public class NukeBuild { }
        public class Build : NukeBuild
        {
            private readonly string _root = ".";
            private string OutputDirectory => Path.Combine(_root, "output");
            public void Clean()
            {
                if (Directory.Exists(OutputDirectory)) Directory.Delete(OutputDirectory, true);
                Directory.{|AG0004:Delete(Path.Combine(_root, "customers"), true)|};
            }
        }
        public static class Targets
        {
            public static void Clean(string root) => Directory.Delete(Path.Combine(root, "artifacts"), true);
            public static void Compile() => System.Diagnostics.Process.Start("dotnet", "build -c Release");
        }
        public static class Converter
        {
            public static void Clean(string root) => Directory.{|AG0004:Delete(Path.Combine(root, "output"), true)|};
        }
        """);

    private static Task Delete(string path, string statement) => Verify.Destructive($$"""
        class C
        {
            void M(string root)
            {
                var path = {{path}};
                {{statement}}
            }
        }
        """);

    [Theory]
    [InlineData("f => Path.GetFileName(f) is \"bin\" or \"obj\"", true)]
    [InlineData("f => Path.GetFileName(f) == \"bin\" || Path.GetFileName(f) == \"obj\"", true)]
    [InlineData("f => new DirectoryInfo(f).Name == \"node_modules\" && !f.Contains(\".git\")", true)]
    [InlineData("f => string.Equals(Path.GetFileName(f), \"bin\", StringComparison.OrdinalIgnoreCase)", true)]
    [InlineData("f => Path.GetFileName(f) is \"bin\" or \"data\"", false)]
    [InlineData("f => Path.GetFileName(f) is not \"bin\"", false)]
    [InlineData("f => Path.GetFileName(f) != \"bin\"", false)]
    [InlineData("f => Path.GetFileName(f) == \"bin\" || f.Length > 5", false)]
    [InlineData("f => root == \"bin\"", false)]
    public Task A_list_of_folders_with_such_names(string predicate, bool isSilent) => Verify.Destructive($$"""
        class C
        {
            void M(string root)
            {
                foreach (var folder in Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories).Where({{predicate}}))
                    Directory.{{(isSilent ? "Delete(folder, true)" : "{|AG0004:Delete(folder, true)|}")}};
            }
        }
        """);
}
