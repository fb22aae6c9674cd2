using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Files that are no sources: what generators and the build add.</summary>
internal static class GeneratorOutput
{
    /// <summary>Whether a file is one. What a generator adds has no rooted path, or lies with the other build results, or in a folder named after its generator.</summary>
    public static bool Contains(SyntaxTree tree) =>
        !Path.IsPathRooted(tree.FilePath)
        || tree.FilePath.Replace('\\', '/').IndexOf("/obj/", StringComparison.OrdinalIgnoreCase) >= 0
        || Path.GetFileName(Path.GetDirectoryName(tree.FilePath)).EndsWith("Generator", StringComparison.Ordinal);
}
