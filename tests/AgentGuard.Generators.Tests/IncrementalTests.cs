using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Generators.Tests;

/// <summary>An edit costs only what it touches.</summary>
public class IncrementalTests
{
    private const string Guarded = "class C { [RequiresEnvironment(\"Development\")] void M() => Directory.Delete(\"/a\", true); }";

    [Fact]
    public void An_edit_elsewhere_writes_nothing_again()
    {
        var steps = StepsAfterEdit([("/src/A.cs", Guarded), ("/src/B.cs", "class D { void M() { } }")], "/src/B.cs", "class D { void M() { Console.WriteLine(1); } }");
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(steps, GuardInterceptorGenerator.MembersStep));
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(steps, GuardInterceptorGenerator.FilesStep));
        Assert.Equal([IncrementalStepRunReason.Cached], Outputs(steps));
    }

    [Fact]
    public void An_edit_in_one_guarded_file_writes_that_file_only()
    {
        var other = Guarded.Replace("class C", "class D");
        var steps = StepsAfterEdit([("/src/A.cs", Guarded), ("/src/B.cs", other)], "/src/B.cs", other.Replace("/a", "/b"));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Outputs(steps).Order());
    }

    [Fact]
    public void Without_a_guard_attribute_no_step_yields_anything()
    {
        var steps = StepsAfterEdit([("/src/A.cs", "class C { void M() => Directory.Delete(\"/a\", true); }")], "/src/A.cs", "class C { void M() => Directory.Delete(\"/b\", true); }");
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, Reasons(steps, GuardInterceptorGenerator.MembersStep));
        Assert.Empty(Outputs(steps));
        Assert.Empty(steps.GeneratedSources);
    }

    private static GeneratorRunResult StepsAfterEdit((string Path, string Text)[] files, string path, string text)
    {
        var program = new GuardedProgram(files);
        var compilation = program.Compilation;
        var driver = program.Driver.RunGenerators(compilation);
        var before = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        var after = CSharpSyntaxTree.ParseText(Microsoft.CodeAnalysis.Text.SourceText.From(text, System.Text.Encoding.UTF8), program.ParseOptions, path);
        return driver.RunGenerators(compilation.ReplaceSyntaxTree(before, after)).GetRunResult().Results.Single();
    }

    // The set of members is the same object after an edit elsewhere, and what is found in it is equal: both end the work.
    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(run => run.Outputs).Select(output => output.Reason is IncrementalStepRunReason.Unchanged ? IncrementalStepRunReason.Cached : output.Reason) : [];

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason is IncrementalStepRunReason.Unchanged ? IncrementalStepRunReason.Cached : output.Reason);
}
