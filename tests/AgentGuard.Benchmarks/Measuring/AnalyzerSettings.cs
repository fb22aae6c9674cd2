using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Benchmarks.Measuring;

/// <summary>The additional files and options that every contestant gets: those of an ordinary net10.0 project.</summary>
internal static class AnalyzerSettings
{
    private const string BannedSymbols = """
        M:System.IO.File.Delete(System.String);Use the store
        T:System.Net.WebClient;Use HttpClient
        M:System.Threading.Thread.Sleep(System.Int32);Use Task.Delay
        P:System.DateTime.Now;Use TimeProvider
        M:System.GC.Collect;Never
        T:System.Runtime.Serialization.Formatters.Binary.BinaryFormatter;Unsafe
        M:System.Environment.Exit(System.Int32);Return instead
        M:System.Console.ReadLine;No console
        T:System.Collections.ArrayList;Use a generic list
        M:System.IO.Directory.Delete(System.String,System.Boolean);Use the store
        """;

    private static readonly Dictionary<string, string> Global = new(StringComparer.OrdinalIgnoreCase)
    {
        ["build_property.TargetFramework"] = "net10.0",
        ["build_property.TargetFrameworkIdentifier"] = ".NETCoreApp",
        ["build_property.TargetFrameworkVersion"] = "v10.0",
        ["build_property._SupportedPlatformList"] = "Linux,macOS,Windows",
        ["build_property.AgentGuardInterceptors"] = "true",
    };

    /// <summary>New options for each compilation: analyzers may keep what they have read by this object.</summary>
    public static AnalyzerOptions Create() => new([new BannedSymbolsFile()], new Provider());

    private sealed class BannedSymbolsFile : AdditionalText
    {
        public override string Path => "BannedSymbols.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(BannedSymbols);
    }

    private sealed class Provider : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(Global);

        // As in a build, where the properties are seen from every file.
        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
