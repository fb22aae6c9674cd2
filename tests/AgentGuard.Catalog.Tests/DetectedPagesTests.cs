using System.Reflection;

namespace AgentGuard.Catalog.Tests;

/// <summary>docs/detected is what the catalogue files say. Set AGENTGUARD_REGENERATE=1 to write it anew.</summary>
public class DetectedPagesTests
{
    private static readonly string Folder = Path.Combine(
        typeof(DetectedPagesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!, "docs", "detected");

    [Fact]
    public void ThePagesAreCurrent()
    {
        var pages = DetectedPage.All();
        var expected = pages.ToDictionary(page => page.Name + ".md", page => page.Text);
        expected.Add("README.md", DetectedPage.Index(pages));
        if (Environment.GetEnvironmentVariable("AGENTGUARD_REGENERATE") == "1") Regenerate(expected);

        var actual = Directory.GetFiles(Folder).ToDictionary(path => Path.GetFileName(path), path => File.ReadAllText(path).ReplaceLineEndings("\n"));
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach (var (name, text) in expected) Assert.True(text == actual[name], $"docs/detected/{name} is not what the catalogue says; run the tests with AGENTGUARD_REGENERATE=1");
    }

    private static void Regenerate(Dictionary<string, string> pages)
    {
        Directory.CreateDirectory(Folder);
        foreach (var stale in Directory.GetFiles(Folder, "*.md").Where(path => !pages.ContainsKey(Path.GetFileName(path)))) File.Delete(stale);
        foreach (var (name, text) in pages) File.WriteAllText(Path.Combine(Folder, name), text);
    }
}
