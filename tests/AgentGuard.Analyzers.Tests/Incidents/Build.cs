using System.Collections.Immutable;
using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Tests.Incidents;

/// <summary>A build as the compiler does it, with every suppressor applied: the testing library would look past them.</summary>
public sealed record Build
{
    public const string Day = "2026-05-31";

    public required string Source { get; init; }
    public string Path { get; init; } = "/src/Shop/Maintenance.cs";
    public (string Path, string Text)[] MoreSources { get; init; } = [];
    public string? EditorConfig { get; init; }
    public string? GlobalConfig { get; init; }
    public string? Approvals { get; init; }
    public string? Operations { get; init; }
    public (string Name, string Value)[] Properties { get; init; } = [("AgentGuardBuildDate", Day)];
    public Dictionary<string, ReportDiagnostic> Specific { get; init; } = [];
    public ReportDiagnostic General { get; init; } = ReportDiagnostic.Default;
    public int WarningLevel { get; init; } = 9;
    public MetadataReference[] LeftOut { get; init; } = [];
    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; init; } =
        [new DestructiveCallAnalyzer(), new IntegrityAnalyzer(), new ApprovalAnalyzer(), new ConfigurationAnalyzer()];

    /// <summary>The diagnostics that a developer sees, by id and message.</summary>
    public async Task<ImmutableArray<Diagnostic>> RunAsync()
    {
        var (compilation, options) = Create();
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = await compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false))
            .GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        return [.. found.Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity != DiagnosticSeverity.Hidden).OrderBy(diagnostic => diagnostic.Id).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The compilation, and what the analyzers are told besides.</summary>
    public (CSharpCompilation Compilation, AnalyzerOptions Options) Create()
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose).WithFeatures([new("InterceptorsNamespaces", "AgentGuard.Generated")]);
        var trees = MoreSources.Append((Path, Source)).Append(("/src/Shop/Usings.cs", Verify.Usings))
            .Select(source => CSharpSyntaxTree.ParseText(source.Item2, parse, source.Item1)).ToList();
        var configs = ConfigFiles();
        var specific = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, warningLevel: WarningLevel, generalDiagnosticOption: General, specificDiagnosticOptions: Specific)
            .WithSyntaxTreeOptionsProvider(new TreeOptions(configs));
        var compilation = CSharpCompilation.Create("Shop", trees, Verify.References.Except(LeftOut), specific);
        var files = new[] { ("AgentGuard.Approvals.txt", Approvals), ("AgentGuard.Operations.txt", Operations) }
            .Where(file => file.Item2 is not null)
            .Select(file => (AdditionalText)new TextFile($"/src/Shop/{file.Item1}", file.Item2!));
        return (compilation, new AnalyzerOptions([.. files], new ConfigOptions(configs)));
    }

    private AnalyzerConfigSet ConfigFiles()
    {
        var properties = string.Concat(Properties.Prepend(("AgentGuardInterceptors", "true")).Select(property => $"build_property.{property.Item1} = {property.Item2}\n"));
        var files = new List<AnalyzerConfig> { AnalyzerConfig.Parse($"is_global = true\n{properties}", "/src/Shop/obj/Generated.globalconfig") };
        if (GlobalConfig is not null) files.Add(AnalyzerConfig.Parse($"is_global = true\n{GlobalConfig}", "/src/.globalconfig"));
        if (EditorConfig is not null) files.Add(AnalyzerConfig.Parse($"root = true\n[*.cs]\n{EditorConfig}", "/src/.editorconfig"));
        return AnalyzerConfigSet.Create(files);
    }

    private sealed class TreeOptions(AnalyzerConfigSet configs) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            configs.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            configs.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class ConfigOptions(AnalyzerConfigSet configs) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(configs.GlobalConfigOptions.AnalyzerOptions);
        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(configs.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);
        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }

    private sealed class TextFile(string path, string text) : AdditionalText
    {
        public override string Path => path;
        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
