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
    /// <summary>Prints every finding, and how many there are; true where something was thrown.</summary>
    public static async Task<bool> Print(CompiledCheckout checkout)
    {
        var result = await Of(checkout);
        foreach (var finding in result.Findings) Console.WriteLine($"{result.Name}\t{finding.Path}\t{finding.Line}\t{finding.Ids}\t{finding.Message}");
        foreach (var exception in result.Exceptions) Console.WriteLine($"{result.Name}\tEXCEPTION\t{exception}");
        var tests = checkout.Projects.Where(project => project.Project.IsTest).SelectMany(project => project.Project.Files).Select(file => Path.GetRelativePath(checkout.Folder, file).Replace('\\', '/')).ToHashSet();
        var inTests = result.Findings.Count(finding => tests.Contains(finding.Path));
        await Console.Error.WriteLineAsync($"{result.Name}: {result.Projects} projects, {result.Lines} lines, {result.Findings.Length} findings, {inTests} of them in test projects, {result.Exceptions.Length} exceptions, {result.Elapsed.TotalSeconds:F1} s");
        return !result.Exceptions.IsEmpty;
    }

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
