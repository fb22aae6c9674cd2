using AgentGuard.Corpus.Findings;
using AgentGuard.Corpus.Projects;

namespace AgentGuard.Corpus;

/// <summary>Prints every finding in checkouts: <c>dotnet run --project tests/AgentGuard.Corpus -- FOLDER [NAME ...]</c>.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var root, .. var names] || !Directory.Exists(root))
        {
            await Console.Error.WriteLineAsync("Usage: AgentGuard.Corpus FOLDER [NAME ...], where FOLDER holds one checkout per repository.");
            return 2;
        }

        var folders = names.Length > 0 ? names.Select(name => Path.Combine(root, name)) : Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            var result = await CheckoutRun.Of(CompiledCheckout.Open(Path.GetFullPath(folder)));
            foreach (var finding in result.Findings) Console.WriteLine($"{result.Name}\t{finding.Path}\t{finding.Line}\t{finding.Ids}\t{finding.Message}");
            foreach (var exception in result.Exceptions) Console.WriteLine($"{result.Name}\tEXCEPTION\t{exception}");
            await Console.Error.WriteLineAsync($"{result.Name}: {result.Projects} projects, {result.Lines} lines, {result.Findings.Length} findings, {result.Exceptions.Length} exceptions, {result.Elapsed.TotalSeconds:F1} s");
        }

        return 0;
    }
}
