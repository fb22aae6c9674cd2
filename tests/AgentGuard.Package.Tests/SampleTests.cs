namespace AgentGuard.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class SampleTests
{
    /// <summary>Every warning of the sample. A comment at the end of each of these lines says the same, for the reader.</summary>
    private static readonly string[] Expected =
    [
        "DatabaseMaintenance.cs:13 AG0001",
        "DatabaseMaintenance.cs:13 AG0002",
        "DatabaseMaintenance.cs:13 AG0003",
        "DatabaseMaintenance.cs:28 AG0001",
        "DatabaseMaintenance.cs:28 AG0002",
        "DatabaseMaintenance.cs:28 AG0003",
        "DatabaseMaintenance.cs:40 AG0001",
        "DatabaseMaintenance.cs:40 AG0002",
        "DatabaseMaintenance.cs:40 AG0003",
        "DocumentArchive.cs:8 AG0004",
        "RailwayClient.cs:13 AG0001",
        "RailwayClient.cs:13 AG0002",
        "RailwayClient.cs:13 AG0003",
        "RailwayClient.cs:27 AG0001",
        "RailwayClient.cs:27 AG0002",
        "StartUp.cs:18 AG0001",
        "StartUp.cs:18 AG0002",
        "StartUp.cs:18 AG0003",
        "StartUp.cs:18 AG0201",
    ];

    private static readonly string Sample = Path.Combine(TestPaths.Root, "docs", "samples", "CarRental");

    [Fact]
    public void The_sample_warns_on_the_destructive_lines_and_nowhere_else()
    {
        // Only the sample itself is compiled again, with what the tests were built with.
        var build = CommandLine.Run("dotnet", Sample, PackedPackage.CleanEnvironment,
            "build", "--no-incremental", "--no-restore", "--no-dependencies", "-nodeReuse:false", "--configuration", PackedPackage.Configuration).Succeeded();
        Assert.Equal(Expected, Workspace.Diagnostics(build.Output));

        var shown = File.ReadLines(Path.Combine(TestPaths.Root, "README.md")).Where(line => line.Contains("): warning AG")).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, line => Assert.Contains(line, build.Output));
    }

    [Fact]
    public void The_comments_in_the_sample_say_what_is_reported()
    {
        var commented = Directory.EnumerateFiles(Sample, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .SelectMany(file => File.ReadLines(file).SelectMany((line, index) => line.Contains("; // AG")
                ? line[(line.IndexOf("; // AG", StringComparison.Ordinal) + 5)..].Split(' ').Select(id => (File: Path.GetFileName(file), Line: index + 1, Id: id))
                : []))
            .Order()
            .Select(found => $"{found.File}:{found.Line} {found.Id}");
        Assert.Equal(Expected, commented);
    }
}
