using System.Diagnostics;

namespace AgentGuard.Package.Tests;

/// <summary>The package as a user gets it: packed once, in a folder that serves as a NuGet source.</summary>
public sealed class PackedPackage : IDisposable
{
    /// <summary>Packs what has been built together with the tests.</summary>
    public PackedPackage()
    {
        Folder = Directory.CreateTempSubdirectory("agentguard-e2e-").FullName;
        // The machine's own folder must not serve a package of an earlier run, and a version that is new each time makes sure of it twice.
        Version = $"0.1.0-e2e.{Stopwatch.GetTimestamp()}";
        Directory.CreateDirectory(Feed);
        foreach (var project in new[] { "src/AgentGuard.Package", "src/AgentGuard.Hosting" })
        {
            CommandLine.Run("dotnet", TestPaths.Root, CleanEnvironment,
                "pack", project, "--no-build", "--configuration", Configuration, "--output", Feed, $"-p:PackageVersion={Version}").Succeeded();
        }
    }

    /// <summary>The configuration that the tests run in.</summary>
    public static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}") ? "Release" : "Debug";

    /// <summary>Everything that the tests write.</summary>
    public string Folder { get; }

    /// <summary>The version of the package.</summary>
    public string Version { get; }

    /// <summary>The package file.</summary>
    public string File => Path.Combine(Feed, $"AgentGuard.Analyzers.{Version}.nupkg");

    /// <summary>The file of the package for hosts.</summary>
    public string HostingFile => Path.Combine(Feed, $"AgentGuard.Hosting.{Version}.nupkg");

    /// <summary>The environment of every process: nothing of the test host's, no build node that outlives the test, no environment name.</summary>
    internal static IReadOnlyDictionary<string, string?> CleanEnvironment { get; } = new Dictionary<string, string?>
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_ENVIRONMENT"] = null,
        ["ASPNETCORE_ENVIRONMENT"] = null,
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBUILD_EXE_PATH"] = null,
        ["MSBuildLoadMicrosoftTargetsReadOnly"] = null,
        ["DOTNET_CLI_CONTEXT_VERBOSE"] = null,
    };

    private string Feed => Path.Combine(Folder, "feed");

    /// <summary>A new folder whose projects find the package.</summary>
    internal Workspace CreateWorkspace(string name)
    {
        var folder = Path.Combine(Folder, name);
        Directory.CreateDirectory(folder);
        System.IO.File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources>
                <add key="agentguard" value="{Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="already-restored" value="{PackageFolder}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        // Ends the search for Directory.Build.props and .editorconfig above.
        System.IO.File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        System.IO.File.WriteAllText(Path.Combine(folder, ".editorconfig"), "root = true\n");
        return new(folder, new Dictionary<string, string?>(CleanEnvironment)
        {
            ["NUGET_PACKAGES"] = Path.Combine(Folder, "packages"),
            ["AGENTGUARD_HOME"] = Path.Combine(folder, "home"),
        });
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string PackageFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}

/// <summary>Tests of the package run one after the other: they build, and builds of one folder must not overlap.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "package";
}
