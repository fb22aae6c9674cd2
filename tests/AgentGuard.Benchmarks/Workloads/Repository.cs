using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Benchmarks.Workloads;

/// <summary>A checked-out repository as one compilation of loose files, bound as far as the available references go.</summary>
internal static class Repository
{
    private static readonly string[] LeftOut = ["bin", "obj", "node_modules"];

    public static Workload Open(string path)
    {
        var root = Path.GetFullPath(path);
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(LeftOut.Contains))
            .Order(StringComparer.Ordinal);
        ImmutableArray<SyntaxTree> trees = [.. files.Select(file => Workload.Parse(File.ReadAllText(file), file))];
        var implicitUsings = Workload.Parse(
            "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;",
            "ImplicitUsings.cs");
        return new Workload($"(c) {Path.GetFileName(root)}", trees.Add(implicitUsings), References.All);
    }
}
