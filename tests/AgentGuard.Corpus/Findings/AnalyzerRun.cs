using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Corpus.Findings;

/// <summary>What a run of all analyzers over one compilation gave.</summary>
/// <param name="Diagnostics">What was reported, in the order of the files.</param>
/// <param name="Exceptions">What an analyzer threw.</param>
internal sealed record AnalyzerRun(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<Exception> Exceptions)
{
    private static readonly ImmutableArray<Type> AnalyzerTypes =
        [.. typeof(DestructiveCallAnalyzer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>Fresh instances of every analyzer in the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers => [.. AnalyzerTypes.Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    /// <summary>Runs every analyzer with the options that the package sets in a fresh project.</summary>
    public static async Task<AnalyzerRun> Of(Compilation compilation, bool concurrent = true, CancellationToken cancellation = default)
    {
        var exceptions = new ConcurrentBag<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], PackageOptions.Provider),
            (exception, _, _) => exceptions.Add(exception),
            concurrent,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false,
            analyzerExceptionFilter: null);
        var diagnostics = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync(cancellation);
        return new AnalyzerRun([.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.GetMessage(), StringComparer.Ordinal)], [.. exceptions]);
    }

    /// <summary>Everything that a diagnostic says.</summary>
    public static string Describe(Diagnostic diagnostic) => string.Join(
        " | ",
        [diagnostic.ToString(), .. diagnostic.AdditionalLocations.Select(location => location.ToString()), .. diagnostic.Properties.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}")]);
}
