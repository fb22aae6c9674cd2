using System.Collections.Immutable;
using AgentGuard.Corpus.Findings;
using AgentGuard.Corpus.Projects;
using AgentGuard.Corpus.Robustness;
using AgentGuard.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Corpus.Fixes;

/// <summary>Applies every fix that is offered in a checkout, one by one and all at once, and runs the generator.</summary>
internal static class FixReport
{
    /// <summary>Prints each fix whose result compiles worse or leaves its diagnostic; true where there is one.</summary>
    public static async Task<bool> Print(CompiledCheckout checkout)
    {
        var name = Path.GetFileName(checkout.Folder);
        var (diagnostics, single, all, generated, failures) = (0, 0, 0, 0, new List<string>());
        foreach (var project in checkout.Projects)
        {
            var compilation = project.Compilation.AddReferences(ReferenceAssemblies.Runtime);
            var found = (await AnalyzerRun.Of(compilation)).Diagnostics;
            generated += Generate(compilation, failures);
            if (found.IsEmpty) continue;
            using var run = new FixRun(compilation);
            var check = new FixCheck(run, compilation, found);
            diagnostics += found.Length;
            single += await check.OneByOne(failures);
            all += await check.AllAtOnce(failures);
        }

        foreach (var failure in failures) Console.WriteLine($"{name}\t{failure}");
        await Console.Error.WriteLineAsync($"{name}: {diagnostics} diagnostics, {single} fixes one by one, {all} times all at once, {generated} files generated, {failures.Count} failures");
        return failures.Count > 0;
    }

    private static int Generate(CSharpCompilation compilation, List<string> failures)
    {
        var driver = CSharpGeneratorDriver.Create([new GuardInterceptorGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options, optionsProvider: PackageOptions.Provider);
        var result = driver.RunGenerators(compilation).GetRunResult();
        failures.AddRange(result.Results.Select(each => each.Exception).OfType<Exception>().Select(exception => $"generator\t{exception}"));
        return result.GeneratedTrees.Length;
    }
}
