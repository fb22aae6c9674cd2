using System.Collections.Immutable;
using System.Diagnostics;
using AgentGuard.Corpus.Projects;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Corpus.Findings;

/// <summary>All findings in one checkout.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Projects">How many projects were bound.</param>
/// <param name="Lines">How many lines of C# were read.</param>
/// <param name="Findings">What was reported.</param>
/// <param name="Exceptions">What was thrown.</param>
/// <param name="Elapsed">How long binding and analysis took.</param>
internal sealed record CheckoutRun(string Name, int Projects, int Lines, ImmutableArray<Finding> Findings, ImmutableArray<Exception> Exceptions, TimeSpan Elapsed)
{
    /// <summary>Runs all analyzers over every project.</summary>
    public static async Task<CheckoutRun> Of(CompiledCheckout checkout)
    {
        var watch = Stopwatch.StartNew();
        var diagnostics = new List<Diagnostic>();
        var exceptions = new List<Exception>();
        foreach (var project in checkout.Projects)
        {
            var run = await AnalyzerRun.Of(project.Compilation);
            diagnostics.AddRange(run.Diagnostics);
            exceptions.AddRange(run.Exceptions);
        }

        return new CheckoutRun(Path.GetFileName(checkout.Folder), checkout.Projects.Length, checkout.Lines, Finding.From(diagnostics), [.. exceptions], watch.Elapsed);
    }
}
