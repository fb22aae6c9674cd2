namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Nobody loses a folder that was just found to be empty.</summary>
public sealed class EmptyFolderTests
{
    [Theory]
    [InlineData("!Directory.EnumerateFileSystemEntries(path).Any()")]
    [InlineData("Directory.GetFileSystemEntries(path).Length == 0")]
    [InlineData("Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path, \"*\").Count() == 0")]
    [InlineData("!Directory.EnumerateFiles(path, \"*\", SearchOption.AllDirectories).Any()")]
    [InlineData("Directory.GetFiles(path).Length == 0 && Directory.GetDirectories(path).Length == 0")]
    public Task It_holds_nothing(string condition) => If(condition, "Directory.Delete(path, true);");

    [Theory]
    [InlineData("Directory.EnumerateFileSystemEntries(path).Any()")]
    [InlineData("!Directory.EnumerateFileSystemEntries(other).Any()")]
    [InlineData("!Directory.EnumerateFiles(path).Any()")]
    [InlineData("!Directory.EnumerateFiles(path, \"*.tmp\", SearchOption.AllDirectories).Any()")]
    [InlineData("!Directory.EnumerateFileSystemEntries(path).Any(file => file == other)")]
    [InlineData("!Directory.EnumerateFileSystemEntries(path).Any() || other == path")]
    [InlineData("!Directory.EnumerateFiles(path, other, SearchOption.AllDirectories).Any()")]
    public Task It_may_hold_something(string condition) => If(condition, "Directory.{|AG0004:Delete(path, true)|};");

    [Theory]
    [InlineData("Directory.EnumerateFileSystemEntries(path).Any()")]
    [InlineData("Directory.GetFileSystemEntries(path).Length > 0")]
    [InlineData("!Directory.Exists(path) || Directory.GetFileSystemEntries(path).Length != 0")]
    public Task One_that_holds_something_has_left_before(string condition) => Then($"if ({condition}) return;", "Directory.Delete(path, true);");

    [Theory]
    [InlineData("if (Directory.EnumerateFileSystemEntries(path).Any()) Console.WriteLine(path);")]
    [InlineData("if (!Directory.EnumerateFileSystemEntries(path).Any()) return;")]
    [InlineData("if (Directory.EnumerateFileSystemEntries(path).Any() && other is null) return;")]
    [InlineData("if (Directory.EnumerateFileSystemEntries(path).Any()) return; path = other;")]
    public Task One_that_holds_something_may_have_stayed(string check) => Then(check, "Directory.{|AG0004:Delete(path, true)|};");

    [Fact]
    public Task A_folder_object_and_a_list_of_its_content() => Verify.Destructive("""
        class C
        {
            void M(DirectoryInfo folder, string next)
            {
                if (!folder.EnumerateFileSystemInfos().Any())
                {
                    try { folder.Delete(true); } catch (IOException) { }
                }
                else
                {
                    folder.{|AG0004:Delete(true)|};
                }
                var content = folder.GetFileSystemInfos();
                if (content.Length == 0) folder.Delete(true);
                if (!folder.EnumerateFileSystemInfos().Any())
                {
                    folder = new DirectoryInfo(next);
                    folder.{|AG0004:Delete(true)|};
                }
            }
        }
        """);

    private static Task If(string condition, string statement) => Then($"if ({condition})", statement);

    private static Task Then(string check, string statement) => Verify.Destructive($$"""
        class C
        {
            void M(string path, string other)
            {
                {{check}} {{statement}}
            }
        }
        """);
}
