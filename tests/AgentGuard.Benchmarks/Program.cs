using System.Globalization;
using AgentGuard.Benchmarks;
using AgentGuard.Benchmarks.Overhead;
using AgentGuard.Benchmarks.Scenarios;
using AgentGuard.Benchmarks.Workloads;
using BenchmarkDotNet.Running;

const string Usage = """
    --short                    small workloads and the ratios; fails on a gross regression
    --compare [LINES ROUNDS]   all analyzers over generated code, ordinary and guarded
    --repository PATH          all analyzers over a checked-out repository
    --ours PATH|LINES ROUNDS   the driver, the floor and AgentGuard only
    --growth [LINES...]        own time by size of the code
    --key                      one key in a file of 2,000 lines
    --memory [COMPILATIONS]    live memory over many compilations
    --hostile [LARGEST SHAPE]  code that nobody writes; of all shapes, or of those with this in their name
    --index                    the name index by itself
    --overhead                 guarded calls at run time beside bare ones
    """;

Contestant[] few = [Contestant.Idle, Contestant.Floor, Contestant.Unjudged, Contestant.Ours];
switch (args)
{
    case ["--short"]:
        return await ShortForm.RunAsync();
    case ["--compare", .. var sizes]:
        await Comparison.RunAsync(GeneratedCode.Ordinary(NumberAt(sizes, 0, 100_000)), Contestant.All, NumberAt(sizes, 1, 5));
        await Comparison.RunAsync(GeneratedCode.Guarded(NumberAt(sizes, 0, 100_000)), Contestant.All, NumberAt(sizes, 1, 5));
        return 0;
    case ["--repository", var path]:
        await Comparison.RunAsync(Repository.Open(path), Contestant.All, rounds: 3);
        return 0;
    case ["--ours", var what, var rounds]:
        var workloads = Directory.Exists(what) ? [Repository.Open(what)] : new[] { GeneratedCode.Ordinary(Number(what)), GeneratedCode.Guarded(Number(what)) };
        foreach (var workload in workloads)
        {
            await Comparison.RunAsync(workload, few, Number(rounds));
            Console.WriteLine($"\nLet through by the name index: {string.Join(", ", Calls.LetThrough(workload).OrderByDescending(name => name.Count).Select(name => $"{name.Name} {name.Count}"))}");
        }

        return 0;
    case ["--growth", .. var sizes]:
        await Growth.RunAsync(sizes is [] ? [10_000, 100_000, 500_000] : [.. sizes.Select(Number)], rounds: 3);
        return 0;
    case ["--key"]:
        await Keystroke.RunAsync(keys: 30);
        return 0;
    case ["--memory", .. var sizes]:
        await Memory.RunAsync(NumberAt(sizes, 0, 1_000));
        return 0;
    case ["--hostile", .. var sizes]:
        await Pathological.RunAsync(NumberAt(sizes, 0, int.MaxValue), sizes.ElementAtOrDefault(1) ?? "");
        return 0;
    case ["--index", ..]:
        BenchmarkRunner.Run<NameIndexBenchmark>();
        return 0;
    case ["--overhead"]:
        BenchmarkRunner.Run([typeof(TextOverhead), typeof(AllowedOverhead)], InThisProcess.Config);
        return 0;
    default:
        Console.WriteLine(Usage);
        return 2;
}

static int NumberAt(string[] texts, int place, int otherwise) => place < texts.Length ? Number(texts[place]) : otherwise;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
