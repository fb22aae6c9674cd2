using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Generators.Tests;

/// <summary>The inventory, and AG0902 where the project turns analyzers off.</summary>
public class AccountabilityGeneratorTests
{
    private const string Source = """
        [assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("AgentGuard", "AG0902")]
        public class C { public void M(string path) => System.IO.Directory.Delete(path, true); }
        """;

    [Theory]
    [InlineData("RunAnalyzers")]
    [InlineData("RunAnalyzersDuringBuild")]
    public void Analyzers_that_are_turned_off_are_reported(string property)
    {
        var found = Assert.Single(Run(new IntegrityGenerator(), (property, "False")).Diagnostics);
        Assert.Equal("AG0902", found.Id);
        Assert.StartsWith($"'{property} = false' keeps every analyzer from looking.", found.GetMessage());
    }

    [Theory]
    [InlineData("true")]
    [InlineData("")]
    public void Analyzers_that_run_are_not(string value) => Assert.Empty(Run(new IntegrityGenerator(), ("RunAnalyzers", value)).Diagnostics);

    [Fact]
    public void An_approval_makes_it_legitimate()
    {
        const string Line = "policy | RunAnalyzers = false | the IDE build is too slow | jane.doe | 2026-05-01 | 2026-08-01";
        Assert.Empty(Run(new IntegrityGenerator(), [("RunAnalyzers", "false"), ("AgentGuardBuildDate", "2026-05-31")], Line).Diagnostics);
        Assert.Single(Run(new IntegrityGenerator(), [("RunAnalyzers", "false"), ("AgentGuardBuildDate", "2026-08-02")], Line).Diagnostics);
    }

    [Fact]
    public void The_inventory_is_generated_where_it_is_asked_for()
    {
        var text = Assert.Single(Run(new InventoryGenerator(), ("AgentGuardInventory", "true")).Results[0].GeneratedSources).SourceText.ToString();
        Assert.Contains("\"member\": \"M:C.M(System.String)\"", text);
        Assert.Single(text.Split("*/")[1..]);
        Assert.Empty(Run(new InventoryGenerator(), ("AgentGuardInventory", "false")).Results[0].GeneratedSources);
    }

    private static GeneratorDriverRunResult Run(IIncrementalGenerator generator, params (string Name, string Value)[] properties) => Run(generator, properties, null);

    private static GeneratorDriverRunResult Run(IIncrementalGenerator generator, (string Name, string Value)[] properties, string? approvals)
    {
        var compilation = CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText(Source, path: "/src/C.cs")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 0, generalDiagnosticOption: ReportDiagnostic.Suppress, specificDiagnosticOptions: [new("AG0902", ReportDiagnostic.Suppress)]));
        var files = approvals is null ? ImmutableArray<AdditionalText>.Empty : [new TextFile(approvals)];
        var driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], files, optionsProvider: new Options(properties.ToImmutableDictionary(pair => "build_property." + pair.Name, pair => pair.Value)));
        return driver.RunGenerators(compilation).GetRunResult();
    }

    private sealed class TextFile(string text) : AdditionalText
    {
        public override string Path => "/src/AgentGuard.Approvals.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
