using System.Collections.Immutable;
using AgentGuard.Analyzers.Approvals;
using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Generators;

/// <summary>AG0902 where no analyzer is left to say so: the project turns all analyzers off. A generator still runs then.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class IntegrityGenerator : IIncrementalGenerator
{
    private static readonly ImmutableArray<string> Switches = ImmutableArray.Create("RunAnalyzers", "RunAnalyzersDuringBuild");

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var input = context.AnalyzerConfigOptionsProvider.Combine(context.AdditionalTextsProvider.Where(ApprovalBook.IsApprovalsFile).Collect());
        context.RegisterSourceOutput(input, static (production, input) =>
        {
            var (options, texts) = input;
            foreach (var name in Switches)
            {
                if (!options.GlobalOptions.TryGetValue($"build_property.{name}", out var value) || !value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase)) continue;
                var setting = $"{name} = false";
                if (ApprovalBook.Read(new AnalyzerOptions(texts, options), production.CancellationToken).For(setting) is not null) continue;
                production.ReportDiagnostic(Diagnostic.Create(IntegrityAnalyzer.Rule, Location.None, setting, "keeps every analyzer from looking"));
            }
        });
    }
}
