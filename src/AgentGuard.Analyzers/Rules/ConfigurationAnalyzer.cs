using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0901: a line of a catalogue file or an <c>agentguard.</c> option is not understood.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigurationAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor InvalidLine = Descriptor.Create(
        RuleIds.InvalidConfiguration,
        "AgentGuard's own configuration is invalid",
        "{0}",
        Descriptor.Accountability,
        "A configuration line that is not understood protects nothing, so it is reported where it stands, with the nearest valid spelling.",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(InvalidLine);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(CheckCatalogueFile);
        context.RegisterCompilationAction(CheckOptions);
    }

    private static void CheckCatalogueFile(AdditionalFileAnalysisContext context)
    {
        if (!UserCatalog.IsCatalogueFile(context.AdditionalFile) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text) return;
        foreach (var error in CatalogParser.Parse(text).Errors)
        {
            var location = Location.Create(context.AdditionalFile.Path, error.Span, text.Lines.GetLinePositionSpan(error.Span));
            context.ReportDiagnostic(Diagnostic.Create(InvalidLine, location, error.Message));
        }
    }

    // The compiler does not hand out where an option stands, so the message names key and value.
    private static void CheckOptions(CompilationAnalysisContext context)
    {
        var policy = new PolicyReader(context.Options.AnalyzerConfigOptionsProvider);
        var errors = context.Compilation.SyntaxTrees.SelectMany(tree => policy.ErrorsFor(tree)).Distinct().OrderBy(error => error.Key, StringComparer.Ordinal);
        foreach (var error in errors)
            context.ReportDiagnostic(Diagnostic.Create(InvalidLine, Location.None, $"'{error.Key} = {error.Value}': {error.Message}"));
    }
}
