using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Benchmarks.Workloads;

/// <summary>Code to analyse. Trees and references are shared by all runs; each run gets its own compilation.</summary>
internal sealed record Workload(string Name, ImmutableArray<SyntaxTree> Trees, ImmutableArray<MetadataReference> References)
{
    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false);

    public static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    public int Lines => Trees.Sum(tree => tree.GetText().Lines.Count);

    public CSharpCompilation Compile() => CSharpCompilation.Create("Workload", Trees, References, Options);

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Language, path);
}
