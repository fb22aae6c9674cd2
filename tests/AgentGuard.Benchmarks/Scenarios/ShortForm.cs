using AgentGuard.Benchmarks.Workloads;

namespace AgentGuard.Benchmarks.Scenarios;

/// <summary>The form for CI: small workloads, the ratios, and a failure only where a figure is far over its budget: a busy machine doubles a ratio now and then.</summary>
internal static class ShortForm
{
    private const double Tolerance = 5;
    private const int Lines = 10_000;
    private const int Rounds = 5;

    private static readonly Contestant[] Contestants = [Contestant.Idle, Contestant.Floor, Contestant.Unjudged, Contestant.Ours, Contestant.BannedApi];

    public static async Task<int> RunAsync()
    {
        var ordinary = await Comparison.RunAsync(GeneratedCode.Ordinary(Lines), Contestants, Rounds);
        var guarded = await Comparison.RunAsync(GeneratedCode.Guarded(Lines), Contestants, Rounds);
        (string Name, double Measured, double Budget)[] figures =
        [
            ("(a) own time in floors", ordinary.OfFloor, 1.5),
            ("(a) own time as a share of BannedApiAnalyzers", ordinary.OfBannedApi!.Value, 0.1),
            ("(a) own time as a share of the compilation", ordinary.OfCompilation, 0.01),
            ("(b) own time in floors", guarded.OfFloor, 3),
        ];
        Console.WriteLine("\n| figure | measured | budget | |\n|---|---:|---:|---|");
        foreach (var (name, measured, budget) in figures) Console.WriteLine($"| {name} | {measured:N3} | {budget:N3} | {Verdict(measured, budget)} |");
        return figures.Any(figure => figure.Measured > figure.Budget * Tolerance) ? 1 : 0;
    }

    private static string Verdict(double measured, double budget) =>
        measured <= budget ? "within" : measured <= budget * Tolerance ? "over" : "gross regression";
}
