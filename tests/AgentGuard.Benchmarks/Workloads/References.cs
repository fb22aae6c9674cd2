using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Benchmarks.Workloads;

/// <summary>What the measured code is compiled against: the targeting pack, the libraries that this project references, and AgentGuard's run time, as in a project that uses the package.</summary>
internal static class References
{
    private static readonly string[] NotForWorkloads = ["Microsoft.CodeAnalysis", "AgentGuard.", "BenchmarkDotNet"];

    public static readonly ImmutableArray<MetadataReference> All = [.. Framework("Microsoft.NETCore.App.Ref").Concat(Libraries())];

    private static IEnumerable<MetadataReference> Framework(string pack)
    {
        var versions = Path.Combine(MeasuringPaths.Of("TargetingPacks"), pack);
        var newest = Directory.GetDirectories(versions, $"{Environment.Version.Major}.*").Order(StringComparer.Ordinal).Last();
        return Directory.GetFiles(Path.Combine(newest, "ref"), "*.dll", SearchOption.AllDirectories).Select(file => MetadataReference.CreateFromFile(file));
    }

    private static IEnumerable<MetadataReference> Libraries() =>
        from file in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        let name = Path.GetFileNameWithoutExtension(file)
        where file.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) && !NotForWorkloads.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        select MetadataReference.CreateFromFile(file);
}
