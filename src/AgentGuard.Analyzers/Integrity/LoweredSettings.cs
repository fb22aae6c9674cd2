using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Integrity;

/// <summary>Finds what lowers a rule outside the source files: compiler options, severities, presets and AgentGuard's own options.</summary>
internal sealed class LoweredSettings(Compilation compilation, AnalyzerOptions options)
{
    private readonly bool _tests = TestProjects.IsDeclared(options);

    /// <summary>All that is found.</summary>
    public IEnumerable<Lowering> Find(CancellationToken cancellation) =>
        Properties().Concat(CompilerOptions()).Concat(Severities(cancellation)).Concat(PolicyOptions()).Concat(CatalogueBeliefs.In(compilation, options, cancellation)).Distinct();

    private bool IsAudit => string.Equals(Property(options, "AgentGuardMode"), "audit", StringComparison.OrdinalIgnoreCase);

    private bool HasTestFramework => TestProjects.HasFramework(compilation);

    private IEnumerable<Lowering> Properties()
    {
        if (IsAudit) yield return At("AgentGuardMode = audit", "turns every rule into a suggestion");
        foreach (var id in AsMessages()) yield return At($"MSBuildWarningsAsMessages {id}", "hides the rule");
        if (_tests && !HasTestFramework) yield return At("IsTestProject = true", "turns the rules into suggestions, but the project references no test framework");
    }

    // The build adds NoWarn to this list, which the compiler's own options tell.
    private IEnumerable<string> AsMessages() => (Property(options, "AgentGuardWarningsAsMessages") ?? "")
        .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
        .Select(GuardRules.IdIn)
        .OfType<string>()
        .Distinct()
        .Where(id => !(compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out var action) && action == ReportDiagnostic.Suppress));

    private IEnumerable<Lowering> CompilerOptions()
    {
        var compiler = compilation.Options;
        if (compiler is CSharpCompilationOptions { WarningLevel: 0 }) yield return At("WarningLevel = 0", "hides every warning, and the rules with them");
        if (compiler.GeneralDiagnosticOption is ReportDiagnostic.Suppress or ReportDiagnostic.Hidden or ReportDiagnostic.Info) yield return At("the rule set's general action", "lowers every rule");
        foreach (var pair in compiler.SpecificDiagnosticOptions.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (GuardRules.IdIn(pair.Key) is not { } id || !GuardRules.IsLower(id, pair.Value)) continue;
            yield return pair.Value == ReportDiagnostic.Suppress ? At($"NoWarn {id}", "hides the rule") : At($"rule set {id}", $"lowers the rule to {Name(pair.Value)}");
        }
    }

    private IEnumerable<Lowering> Severities(CancellationToken cancellation)
    {
        if (compilation.Options.SyntaxTreeOptionsProvider is not { } provider) yield break;
        foreach (var id in GuardRules.Ids)
        {
            if (provider.TryGetGlobalDiagnosticValue(id, cancellation, out var everywhere) && IsLowered(id, everywhere)) yield return Severity(id, everywhere);
            foreach (var tree in compilation.SyntaxTrees)
            {
                if (provider.TryGetDiagnosticValue(tree, id, cancellation, out var severity) && IsLowered(id, severity)) yield return Severity(id, severity);
            }
        }

        if (GuardRules.Ids.All(id => provider.TryGetGlobalDiagnosticValue(id, cancellation, out _))) yield break;
        foreach (var lowering in Options().SelectMany(BulkSeverities)) yield return lowering;
    }

    private bool IsLowered(string id, ReportDiagnostic severity) =>
        GuardRules.IsLower(id, severity) && !(severity == ReportDiagnostic.Info && (IsAudit || (_tests && HasTestFramework)) && GuardRules.IsAboutCode(id));

    private static Lowering Severity(string id, ReportDiagnostic severity) => At($"dotnet_diagnostic.{id}.severity = {Name(severity)}", "lowers the rule");

    // `dotnet_analyzer_diagnostic.severity`, and the same for our categories. Where a preset names each rule, these have no effect.
    private static IEnumerable<Lowering> BulkSeverities(AnalyzerConfigOptions file)
    {
        foreach (var key in Categories.Select(category => $"dotnet_analyzer_diagnostic.category-{category}.severity").Prepend("dotnet_analyzer_diagnostic.severity"))
        {
            if (file.TryGetValue(key, out var value) && value.Trim().ToLowerInvariant() is "none" or "silent" or "refactoring" or "suggestion")
                yield return At($"{key} = {value.Trim().ToLowerInvariant()}", "lowers the rules");
        }
    }

    private static readonly string[] Categories = [Rules.Descriptor.Guards, Rules.Descriptor.Incidents, Rules.Descriptor.Accountability];

    private IEnumerable<Lowering> PolicyOptions()
    {
        var reader = new PolicyReader(options.AnalyzerConfigOptionsProvider);
        return compilation.SyntaxTrees.Select(reader.For).Distinct().SelectMany(WeakerOptions.Of).Select(setting => At(setting, "asks for less than the rules do by default"));
    }

    private IEnumerable<AnalyzerConfigOptions> Options() =>
        compilation.SyntaxTrees.Select(options.AnalyzerConfigOptionsProvider.GetOptions).Prepend(options.AnalyzerConfigOptionsProvider.GlobalOptions).Distinct();

    private static Lowering At(string setting, string effect) => new(setting, effect, Location.None);

    private static string Name(ReportDiagnostic severity) => severity switch
    {
        ReportDiagnostic.Suppress => "none",
        ReportDiagnostic.Hidden => "silent",
        _ => "suggestion",
    };

    private static string? Property(AnalyzerOptions options, string name) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue($"build_property.{name}", out var value) ? value.Trim().ToLowerInvariant() : null;
}
