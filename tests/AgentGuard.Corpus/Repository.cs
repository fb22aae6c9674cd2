using System.Runtime.CompilerServices;

namespace AgentGuard.Corpus;

/// <summary>Where the files of this repository are.</summary>
internal static class Repository
{
    /// <summary>The root folder.</summary>
    public static string Root { get; } = FindRoot(ThisFile());

    /// <summary>The expectation files.</summary>
    public static string Expected { get; } = Path.Combine(Root, "tests", "AgentGuard.Corpus", "Expected");

    /// <summary>The runtime library, built in the same configuration as this program.</summary>
    public static string RuntimeAssembly { get; } = Path.Combine(Root, "src", "AgentGuard", "bin", Configuration, "net8.0", "AgentGuard.dll");

    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}") ? "Release" : "Debug";

    // Deterministic builds rewrite caller paths, so the build output is the way back to the sources there.
    private static string FindRoot(string start)
    {
        for (var folder = Path.GetDirectoryName(File.Exists(start) ? start : AppContext.BaseDirectory); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "AgentGuard.Analyzers.sln"))) return folder;
        }

        throw new InvalidOperationException("The corpus runner must run from inside the repository.");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
