using System.Diagnostics;
using AgentGuard.Benchmarks.Measuring;
using AgentGuard.Benchmarks.Workloads;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Benchmarks.Scenarios;

/// <summary>What an editor does after each key: one file of 2,000 lines has changed and is analysed again, in a new compilation.</summary>
internal static class Keystroke
{
    public static async Task RunAsync(int keys)
    {
        var text = SourceText.From(GeneratedCode.LargeFile(2_000));
        var tree = Workload.Parse(text.ToString(), "Large.cs");
        var model = Workload.Parse(MethodTemplates.Model, "Model.cs");
        var workload = new Workload("keystroke", [model, tree], References.All);
        var compilation = workload.Compile();
        var times = new Dictionary<Contestant, List<TimeSpan>> { [Contestant.Idle] = [], [Contestant.Floor] = [], [Contestant.Ours] = [] };
        var options = times.Keys.ToDictionary(contestant => contestant, _ => AnalyzerSettings.Create());
        var place = text.ToString().IndexOf("var since", StringComparison.Ordinal);
        for (var key = 0; key < keys; key++)
        {
            text = text.WithChanges(new TextChange(new TextSpan(place, 0), " "));
            var changed = tree.WithChangedText(text);
            compilation = compilation.ReplaceSyntaxTree(tree, changed);
            tree = (Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree)changed;
            foreach (var (contestant, list) in times)
            {
                var fresh = compilation.Clone();
                var watch = Stopwatch.StartNew();
                var analysis = fresh.WithAnalyzers(contestant.Create(), new CompilationWithAnalyzersOptions(options[contestant], null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
                await analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None);
                await analysis.GetAnalyzerSemanticDiagnosticsAsync(fresh.GetSemanticModel(tree), null, CancellationToken.None);
                list.Add(watch.Elapsed);
            }
        }

        Console.WriteLine($"\n### One key in a file of {text.Lines.Count:N0} lines\n\n| analyzer | median, ms |\n|---|---:|");
        foreach (var (contestant, list) in times) Console.WriteLine($"| {contestant.Name} | {Series.Median(list).TotalMilliseconds:N2} |");
    }
}
