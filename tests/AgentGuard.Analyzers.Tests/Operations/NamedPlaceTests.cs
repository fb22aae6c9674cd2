namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A member that is named for temporary files or a cache says where they lie, as long as nothing in sight says otherwise.</summary>
public sealed class NamedPlaceTests
{
    [Theory]
    [InlineData("Directory.Delete(options.CacheDirectory, true);")]
    [InlineData("Directory.Delete(Path.Combine(options.TempFolder, \"x\"), true);")]
    [InlineData("Directory.Delete(options.Local.LocalCacheFolder.Path, true);")]
    [InlineData("new DirectoryInfo(options.ScratchPath).Delete(true);")]
    [InlineData("Directory.Delete(options.FilledTempPath, true);")]
    [InlineData("Directory.Delete(Path.Combine(Environment.GetEnvironmentVariable(\"XDG_CACHE_HOME\") ?? Path.Combine(root, \".cache\"), \"app\"), true);")]
    [InlineData("foreach (var name in new[] { \"Cache\", \"Code Cache\", \"GPUCache\" }) Directory.Delete(Path.Combine(root, name), true);")]
    [InlineData("Directory.Delete(Path.Combine(root, \"thumbs\"), true);")]
    [InlineData("Directory.Delete(Environment.GetFolderPath(Environment.SpecialFolder.InternetCache), true);")]
    public Task Nobody_misses_it(string code) => Check(code);

    [Theory]
    [InlineData("Directory.{|AG0004:Delete(options.DataDirectory, true)|};")]
    [InlineData("Directory.{|AG0004:Delete(options.TempBackupPath, true)|};")]
    [InlineData("Directory.{|AG0004:Delete(options.TemplateDirectory, true)|};")]
    [InlineData("Directory.{|AG0004:Delete(options.CachePathData, true)|};")]
    [InlineData("Directory.{|AG0004:Delete(options.InitialCachePath, true)|};")]
    [InlineData("Directory.{|AG0004:Delete(options.GivenCachePath, true)|};")]
    [InlineData("Directory.{|AG0004:Delete(options.WrittenCachePath, true)|};")]
    [InlineData("Directory.{|AG0004:Delete(Path.Combine(options.CacheDirectory, \"..\"), true)|};")]
    [InlineData("var cacheDirectory = root; Directory.{|AG0004:Delete(cacheDirectory, true)|};")]
    [InlineData("foreach (var name in new[] { \"Cache\", \"Data\" }) Directory.{|AG0004:Delete(Path.Combine(root, name), true)|};")]
    [InlineData("Directory.{|AG0004:Delete(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), true)|};")]
    public Task Somebody_may(string code) => Check(code);

    private static Task Check(string code) => Verify.Destructive($$"""
        public sealed class Folder { public string Path { get; set; } }
        public sealed class Places { public Folder LocalCacheFolder { get; set; } }
        public sealed class Options
        {
            public string CacheDirectory { get; set; }
            public string TempFolder { get; set; }
            public string ScratchPath { get; init; }
            public Places Local { get; set; }
            public string FilledTempPath { get; set; } = Path.Combine(Path.GetTempPath(), "app");
            public string DataDirectory { get; set; }
            public string TempBackupPath { get; set; }
            public string TemplateDirectory { get; set; }
            public string CachePathData { get; set; }
            public string InitialCachePath { get; set; } = "/srv/data";
            public string GivenCachePath { get; set; }
            public string WrittenCachePath => DataDirectory + "/files";
        }
        public sealed class C
        {
            public void M(Options options, string root)
            {
                {{code}}
            }
            public static Options Production() => new Options { GivenCachePath = "/srv/data" };
        }
        """);
}
