using AgentGuard.Corpus.Findings;
using AgentGuard.Corpus.Fixes;
using AgentGuard.Corpus.Projects;
using AgentGuard.Corpus.Robustness;
using AgentGuard.Corpus.Search;

namespace AgentGuard.Corpus;

/// <summary>The tool over a folder of checkouts: <c>dotnet run -c Release --project tests/AgentGuard.Corpus -- [MODE] FOLDER [NAME ...]</c>. docs/corpus.md describes the modes.</summary>
internal static class Program
{
    private const string Usage = "Usage: AgentGuard.Corpus [--search | --fixes | --same | --stress=MUTANTS] FOLDER [NAME ...], where FOLDER holds one checkout per repository.";

    private static async Task<int> Main(string[] arguments)
    {
        var mode = arguments is [{ } first, ..] && first.StartsWith("--", StringComparison.Ordinal) ? first : "";
        if (mode.Length > 0) arguments = arguments[1..];
        if (arguments is not [var root, .. var names] || !Directory.Exists(root))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        root = Path.GetFullPath(root);
        var folders = names.Length > 0 ? [.. names.Select(name => Path.Combine(root, name))] : Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal).ToArray();
        if (mode.Split('=') is ["--stress", var mutants]) return await StressReport.Print(folders, int.Parse(mutants));
        var failed = false;
        foreach (var folder in folders)
        {
            var checkout = CompiledCheckout.Open(folder);
            failed |= mode switch
            {
                "" => await CheckoutRun.Print(checkout),
                "--search" => SearchReport.Print(checkout),
                "--fixes" => await FixReport.Print(checkout),
                "--same" => await SameReport.Print(checkout),
                _ => throw new ArgumentException(Usage),
            };
            await Console.Error.WriteLineAsync($"peak memory so far: {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        }

        return failed ? 1 : 0;
    }
}
