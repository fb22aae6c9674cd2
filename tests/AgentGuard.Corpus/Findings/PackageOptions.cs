using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Corpus.Findings;

/// <summary>The build properties that the package hands to the compiler in a project that sets none itself.</summary>
internal sealed class PackageOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Options Defaults = new(new Dictionary<string, string> { ["build_property.AgentGuardInterceptors"] = "true" });
    private static readonly Options None = new([]);

    /// <summary>The only instance.</summary>
    public static PackageOptions Provider { get; } = new();

    /// <inheritdoc />
    public override AnalyzerConfigOptions GlobalOptions => Defaults;

    /// <inheritdoc />
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    /// <inheritdoc />
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => None;

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);

        public override IEnumerable<string> Keys => values.Keys;
    }
}
