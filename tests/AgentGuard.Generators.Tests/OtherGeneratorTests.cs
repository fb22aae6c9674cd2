using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Generators.Tests;

/// <summary>No generator sees what another one writes. A guard attribute counts only where the call is intercepted all the same.</summary>
public class OtherGeneratorTests
{
    private const string Guarded = "[RequiresEnvironment(\"Development\")]";
    private const string Data = "partial class Test { System.IO.DirectoryInfo Data => new(\"/data\"); }";

    [Theory]
    [InlineData("receiver", "G partial class Test { void Run() => Data.Delete(true); }", Data)]
    [InlineData("local", "partial class Test { G void Run() { var data = Data; data.Delete(true); } }", Data)]
    [InlineData("argument", "partial class Test { G void Run() => Directory.Delete(Data.FullName, true); }", Data)]
    [InlineData("body", "G partial class Test { void Run() => Inner(); }", "partial class Test { void Inner() => System.IO.Directory.Delete(\"/data\", true); }")]
    [InlineData("attribute", "partial class Test { void Run() => Directory.Delete(\"/data\", true); }", "[AgentGuard.RequiresEnvironment(\"Development\")] partial class Test { }")]
    [InlineData("base", "class Base { protected DirectoryInfo Data = new(\"/data\"); } G partial class Test { void Run() => Data.Delete(true); }", "partial class Test : Base { }")]
    [InlineData("type of the receiver", "class Base { public DirectoryInfo Data = new(\"/data\"); } partial class Store { } class Test { G void Run(Store store) => store.Data.Delete(true); }", "partial class Store : Base { }")]
    [InlineData("global using", "class Test { G void Run() => Folder.Delete(\"/data\", true); }", "global using Folder = System.IO.Directory;")]
    public async Task An_attribute_does_not_count_where_the_call_cannot_be_seen(string place, string source, string generated)
    {
        Assert.NotEmpty(place);
        var found = Assert.Single(await ReportsAsync(source, generated));
        Assert.Equal("AG0105", found.Id);
        Assert.Contains("another source generator", found.GetMessage());
    }

    [Theory]
    [InlineData("unrelated", "class Other { G void Run() => Directory.Delete(\"/data\", true); }", Data)]
    [InlineData("declared type", "partial class Test { G void Run() { DirectoryInfo data = Data; data.Delete(true); } }", Data)]
    [InlineData("partial type", "G partial class Test { void Run() => Directory.Delete(\"/data\", true); }", Data)]
    public async Task It_counts_where_the_call_is_intercepted(string place, string source, string generated)
    {
        Assert.NotEmpty(place);
        Assert.Empty(await ReportsAsync(source, generated));
    }

    [Fact]
    public async Task What_another_generator_writes_before_all_is_seen() =>
        Assert.Empty(await ReportsAsync("G partial class Test { void Run() => Data.Delete(true); }", Data, first: true));

    // An editor runs generators less often than analyzers.
    [Fact]
    public async Task It_counts_while_the_generated_code_is_that_of_an_earlier_text()
    {
        var edited = false;
        Assert.Empty(await ReportsAsync("G partial class Test { void Run() => Directory.Delete(\"/data\", true); }", Data, edit: compilation =>
        {
            edited = true;
            var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == "/src/Program.cs");
            return compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText("// New.\n" + old, (CSharpParseOptions)old.Options, old.FilePath, System.Text.Encoding.UTF8));
        }));
        Assert.True(edited);
    }

    private static async Task<IReadOnlyList<Diagnostic>> ReportsAsync(string source, string generated, bool first = false, Func<Compilation, Compilation>? edit = null)
    {
        var program = new GuardedProgram(source.Replace("G ", Guarded + " "));
        var driver = CSharpGeneratorDriver.Create(
            [new GuardInterceptorGenerator().AsSourceGenerator(), new Other(generated, first).AsSourceGenerator()], [], program.ParseOptions, program.Options);
        driver.RunGeneratorsAndUpdateCompilation(program.Compilation, out var compilation, out _);
        compilation = edit?.Invoke(compilation) ?? compilation;
        if (edit is null) Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = await compilation
            .WithAnalyzers([new DestructiveCallAnalyzer()], new AnalyzerOptions([], program.Options))
            .GetAnalyzerDiagnosticsAsync();

        // What sets the guards up here says yes to everything, and that is reported too.
        return [.. found.Where(static diagnostic => diagnostic.Location.SourceTree?.FilePath != "/src/SetUp.cs")];
    }

    private sealed class Other(string text, bool first) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            if (first) context.RegisterPostInitializationOutput(production => production.AddSource("Other.g.cs", text));
            else context.RegisterSourceOutput(context.CompilationProvider, (production, _) => production.AddSource("Other.g.cs", text));
        }
    }
}
