using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Corpus.Projects;

/// <summary>The assemblies that source is bound against: the framework and every library that this project references.</summary>
internal static class ReferenceAssemblies
{
    // The compiler's own reference list of this project, as the build wrote it down.
    private static readonly ImmutableDictionary<string, MetadataReference> ByName = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "libraries.txt"))
        .Where(path => !Path.GetFileName(path).StartsWith("AgentGuard", StringComparison.Ordinal))
        .DistinctBy(path => Path.GetFileName(path))
        .ToImmutableDictionary(path => Path.GetFileNameWithoutExtension(path), path => (MetadataReference)MetadataReference.CreateFromFile(path));

    /// <summary>AgentGuard's own runtime library.</summary>
    public static MetadataReference Runtime { get; } = MetadataReference.CreateFromFile(Repository.RuntimeAssembly);

    private static readonly MetadataReference StandIn = StandIns.For(ByName.Values);

    /// <summary>All of them.</summary>
    public static IEnumerable<MetadataReference> All => ByName.Values;

    /// <summary>All but those that the given projects build themselves, and stand-ins for some that are not to be had.</summary>
    public static IEnumerable<MetadataReference> Without(IReadOnlySet<string> projects) => ByName.Where(pair => !projects.Contains(pair.Key)).Select(pair => pair.Value).Append(StandIn);
}
