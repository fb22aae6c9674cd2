using System.Globalization;
using AgentGuard.Corpus.Findings;
using AgentGuard.Corpus.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Corpus.Robustness;

public class RobustnessTests
{
    // The long form: AGENTGUARD_MUTANTS=20000, and AGENTGUARD_CORPUS to take the mutants from checkouts as well.
    private static readonly int Mutants = int.Parse(Environment.GetEnvironmentVariable("AGENTGUARD_MUTANTS") ?? "320", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Broken_source_breaks_nothing()
    {
        var seeds = Checkouts.Root is { } root ? [.. Seed.FromTests, .. Seed.FromFolder(root)] : Seed.FromTests;
        var result = await new Stress(seeds, randomSeed: 20260425).Run(Mutants);

        Assert.Empty(result.Failures);

        // Real code destroys less often than the tests do.
        Assert.True(result.Diagnostics > Mutants / (Checkouts.Root is null ? 4 : 20), $"Mutants that report nothing test nothing: {result.Diagnostics} diagnostics in {result.Mutants} mutants.");
        Assert.True(result.Fixes > 0);
        Assert.True(result.Growth < 256L << 20, $"The memory in use grew by {result.Growth >> 20} MB.");
    }

    [Fact]
    public async Task Neither_file_order_nor_concurrency_changes_a_word()
    {
        // Of several declarations of a type with parameters, the compiler takes those of the first file.
        var taken = new HashSet<string>();
        var trees = Seed.FromTests
            .Select((seed, index) => CSharpSyntaxTree.ParseText(seed.Text, new CSharpParseOptions(LanguageVersion.Preview), $"{index:D4}.cs"))
            .Where(tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => type.ParameterList is not null).Select(type => type.Identifier.ValueText).ToHashSet().All(taken.Add))
            .ToArray();
        var expected = await Report(trees, concurrent: true);
        Assert.NotEmpty(expected);

        Assert.Equal(expected, await Report(trees, concurrent: true));
        Assert.Equal(expected, await Report(trees, concurrent: false));
        new Random(7).Shuffle(trees);
        Assert.Equal(expected, await Report(trees, concurrent: true));
    }

    // The workspace's formatter throws at such a place; what a fix inserts must come all the same.
    [Fact]
    public async Task A_fix_gets_over_code_that_does_not_parse()
    {
        const string source = """
            using System.IO;
            public class C
            {
                private string _directory;
                public void Prepare() =>
                [(recorded: true);

                [Obsolete(Targets = [nameof(EnvironmentUnrecorded)])]
            )void PrepareUnrecorded() => Prepare(recorded: false);

                [Obsolete]
                public void Clean() => Directory.Delete(_directory, recursive: true);

                [Obsolete("a"    public ]
                public void M() => Clean();
            }
            """;
        var compilation = CSharpCompilation.Create("Broken", [CSharpSyntaxTree.ParseText(source, path: "Broken.cs")], ReferenceAssemblies.All.Append(ReferenceAssemblies.Runtime), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var run = await AnalyzerRun.Of(compilation);
        using var fixes = new FixRun(compilation);
        Assert.True(await fixes.ComputeAll(run.Diagnostics) > 0);
    }

    private static async Task<IReadOnlyList<string>> Report(IEnumerable<SyntaxTree> trees, bool concurrent)
    {
        var compilation = CSharpCompilation.Create("Seeds", trees, ReferenceAssemblies.All.Append(ReferenceAssemblies.Runtime), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var run = await AnalyzerRun.Of(compilation, concurrent);
        Assert.Empty(run.Exceptions);
        return [.. run.Diagnostics.Select(AnalyzerRun.Describe).Order(StringComparer.Ordinal)];
    }
}
