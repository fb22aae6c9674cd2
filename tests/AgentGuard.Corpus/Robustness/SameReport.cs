using AgentGuard.Corpus.Findings;
using AgentGuard.Corpus.Projects;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Corpus.Robustness;

/// <summary>Analyzes each project three times: concurrently, one after the other with the files in another order, and concurrently again; all must say the same.</summary>
internal static class SameReport
{
    /// <summary>Prints each difference; true where there is one.</summary>
    public static async Task<bool> Print(CompiledCheckout checkout)
    {
        var name = Path.GetFileName(checkout.Folder);
        var (diagnostics, different) = (0, 0);
        foreach (var project in checkout.Projects)
        {
            var first = await Words(project.Compilation, concurrent: true);
            var trees = project.Compilation.SyntaxTrees.ToArray();
            new Random(7).Shuffle(trees);
            var shuffled = project.Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
            diagnostics += first.Count;
            foreach (var again in new[] { await Words(shuffled, concurrent: false), await Words(shuffled.Clone(), concurrent: true) })
            {
                if (first.SequenceEqual(again)) continue;
                different++;
                foreach (var word in first.Except(again).Concat(again.Except(first))) Console.WriteLine($"{name}\t{project.Project.Name}\t{word}");
            }
        }

        await Console.Error.WriteLineAsync($"{name}: {checkout.Projects.Length} projects analyzed three times, {diagnostics} diagnostics each time, {different} runs differ");
        return different > 0;
    }

    private static async Task<IReadOnlyList<string>> Words(Compilation compilation, bool concurrent) =>
        [.. (await AnalyzerRun.Of(compilation, concurrent)).Diagnostics.Select(AnalyzerRun.Describe).Order(StringComparer.Ordinal)];
}
