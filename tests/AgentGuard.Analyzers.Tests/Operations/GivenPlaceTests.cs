namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Temporary folders that a method hands out, or is asked for by name.</summary>
public sealed class GivenPlaceTests
{
    private const string Names = """
        public enum Known { Work, Temp }
        public enum Wanted { Cache }
        public interface IFiles { string GetTempFolder(); string GetTemplateFolder(); string GetBackupTempFolder(string of); string GetDirectory(Known known); string OpenFolder(Known known); void GetTempDirectory(out string path); void GetDirectory(out string path); }
        public sealed class FolderPath { public FolderPath(string text) { Text = text; } public string Text { get; } public FolderPath JoinDir(string name) => new(Text + "/" + name); public FolderPath JoinPaths(params FolderPath[] names) => new(Path.Combine(Text, Path.Combine(names.Select(name => name.Text).ToArray()))); public static implicit operator string(FolderPath path) => path.Text; public static implicit operator FolderPath(string text) => new(text); }
        """;

    [Theory]
    [InlineData("var path = files.GetTempFolder();")]
    [InlineData("var path = Path.Combine(files.GetTempFolder(), \"x\");")]
    [InlineData("var path = files.GetDirectory(Known.Temp);")]
    [InlineData("var path = Path.Combine(files.GetDirectory(Known.Temp), $\".docker_{Guid.NewGuid()}\");")]
    [InlineData("files.GetTempDirectory(out var path);")]
    [InlineData("files.GetTempDirectory(out var own); var path = Path.Combine(own, \"packages\");")]
    [InlineData("Fresh(out var path);")]
    [InlineData("FreshBy(out var path);")]
    [InlineData("var path = Path.Combine(Path.GetTempPath(), \"x\"); Looks(ref path);")]
    [InlineData("var path = Path.Combine(Path.GetTempPath(), \"x\"); Deeper(ref path);")]
    [InlineData("var path = Path.Combine(root, name + \"-tmp\");")]
    [InlineData("var path = Path.Combine(root, $\"{name}_temp\", \"x\");")]
    [InlineData("string path = folder.JoinDir(\"ffmpeg-temp\");")]
    [InlineData("string path = folder.JoinPaths(\"ffmpeg-temp\");")]
    [InlineData("var path = Path.Combine(root, \"venv\");")]
    public Task Nobody_misses_what_lies_there(string given) => Delete(given, "Directory.Delete(path, true);");

    [Theory]
    [InlineData("var path = files.GetTemplateFolder();")]
    [InlineData("var path = files.GetDirectory(Known.Work);")]
    [InlineData("var path = files.OpenFolder(Known.Temp);")]
    [InlineData("files.GetDirectory(out var path);")]
    [InlineData("NotFresh(out var path, root);")]
    [InlineData("Sometimes(out var path, root);")]
    [InlineData("var path = Path.Combine(Path.GetTempPath(), \"x\"); Changes(ref path, root);")]
    [InlineData("var path = Path.Combine(Path.GetTempPath(), \"x\"); Other(ref path);")]
    [InlineData("var path = root; Looks(ref path);")]
    [InlineData("var path = GetTempFolder();")]
    [InlineData("var path = Path.Combine(files.GetTempFolder(), \"..\", name);")]
    [InlineData("var path = Path.Combine(root, name + \"-template\");")]
    [InlineData("var path = Path.Combine(root, name + \"-tmp/..\");")]
    [InlineData("string path = folder.JoinDir(\"ffmpeg\");")]
    [InlineData("string path = folder.JoinDir(\"temp/..\");")]
    [InlineData("string path = folder.JoinPaths(\"ffmpeg\");")]
    [InlineData("string path = folder.JoinPaths(\"ffmpeg-temp\", \"/srv\");")]
    [InlineData("var path = Path.Combine(root, \"ventures\");")]
    public Task Any_other_folder_is_missed(string given) => Delete(given, "Directory.{|AG0004:Delete(path, true)|};");

    private static Task Delete(string given, string delete) => Verify.Destructive($$"""
        public abstract class C
        {
            public void M(string root, string name, IFiles files, FolderPath folder) { {{given}} {{delete}} }
            private static void Fresh(out string path) { path = Path.Combine(Path.GetTempPath(), "y"); }
            private static void FreshBy(out string path) => Fresh(out path);
            private static void NotFresh(out string path, string root) { path = Path.Combine(root, "y"); }
            private static void Sometimes(out string path, string root) { if (root.Length > 3) path = root; else path = Path.GetTempPath() + "y"; }
            private static void Looks(ref string path) => Console.WriteLine(path);
            private static void Deeper(ref string path) { path = Path.Combine(Path.GetTempPath(), "y", "z"); }
            private static void Changes(ref string path, string root) { if (root.Length > 3) path = root; }
            protected virtual void Other(ref string path) { }
            private static string GetTempFolder() => "/srv/data";
        }
        {{Names}}
        """);
}
