using AgentGuard.Benchmarks;
using AgentGuard.Benchmarks.Scenarios;
using AgentGuard.Benchmarks.Workloads;

switch (args)
{
    case ["--compare", var lines, var rounds]:
        await Comparison.RunAsync(GeneratedCode.Ordinary(int.Parse(lines)), Contestant.All, int.Parse(rounds));
        await Comparison.RunAsync(GeneratedCode.Guarded(int.Parse(lines)), Contestant.All, int.Parse(rounds));
        return 0;
    case ["--quick", var lines, var rounds]:
        foreach (var w in new[] { GeneratedCode.Ordinary(int.Parse(lines)), GeneratedCode.Guarded(int.Parse(lines)) }) {
        Console.WriteLine(string.Join(", ", w.Compile().GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Take(5)));
        foreach (var n in Calls.LetThrough(w)) Console.Write(n);
        for (var i=0;i<2;i++) await Comparison.RunAsync(w, [Contestant.Idle, Contestant.Floor, Contestant.Ours], int.Parse(rounds)); }
        return 0;
    default:
        return 1;
}
