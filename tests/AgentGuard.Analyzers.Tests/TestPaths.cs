using System.Runtime.CompilerServices;

namespace AgentGuard.Analyzers.Tests;

/// <summary>Where the repository's files are.</summary>
internal static class TestPaths
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>The runtime library that test sources compile against, built in the same configuration as the tests.</summary>
    public static string Runtime { get; } = Path.Combine(Root, "src", "AgentGuard", "bin", Configuration, "net8.0", "AgentGuard.dll");

    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}") ? "Release" : "Debug";

    // Deterministic builds rewrite caller paths, so the build output is the way back to the sources there.
    private static string ThisFile([CallerFilePath] string path = "") => File.Exists(path) ? path : Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "TestPaths.cs");
}
