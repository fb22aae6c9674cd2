using System.Text;
using AgentGuard.Analyzers.Guards;
using CsCheck;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Compares the analysis with an interpreter that follows every path.</summary>
public sealed class RandomProgramTests
{
    private const int Batch = 100;

    [Fact]
    public void Without_locals_the_answers_are_the_same() => Check(locals: false, batches: 110, exact: true);

    [Fact]
    public void With_locals_no_unguarded_call_is_called_guarded() => Check(locals: true, batches: 100, exact: false);

    private static void Check(bool locals, int batches, bool exact) =>
        Gen.Select(RandomPrograms.Of(3, locals).Array[Batch], Gen.Int[0, RandomPrograms.Guards.Length - 1])
            .Sample((programs, guard) => { if (FirstDisagreement(programs, RandomPrograms.Guards[guard], exact) is { } disagreement) Assert.Fail(disagreement); }, iter: int.TryParse(Environment.GetEnvironmentVariable("AGENTGUARD_TEST_BATCHES"), out var fewer) ? fewer : batches, threads: 1);

    private static string? FirstDisagreement(Node[] programs, string guard, bool exact)
    {
        var file = new StringBuilder("public sealed class Job(IHostEnvironment env, IBackups backups) {\n");
        for (var i = 0; i < programs.Length; i++)
        {
            var locals = string.Concat(Enumerable.Range(0, RandomPrograms.Locals).Select(local => $"bool b{local} = false; "));
            file.Append($"public async Task Run{i}() {{ await Task.Yield(); {locals}\n{RandomPrograms.Write(programs[i], guard)}\n}}\n");
        }

        var answers = GuardHarness.AskAll(file.Append('}').ToString(), mayHaveErrors: true);
        var calls = programs.SelectMany(program => RandomPrograms.Calls(program).Select(call => (program, call))).ToArray();
        Assert.Equal(calls.Length, answers.Length);
        var unguarded = programs.ToDictionary(program => program, PathInterpreter.UnguardedCalls, (IEqualityComparer<Node>)ReferenceEqualityComparer.Instance);
        for (var i = 0; i < calls.Length; i++)
        {
            var (program, call) = calls[i];
            var isUnguarded = unguarded[program].Contains(call);
            var answer = answers[i].State.GuardsFor(DestructiveKind.Database) == GuardKinds.None;
            if (isUnguarded && !answer || exact && !isUnguarded && answer)
                return $"Call {RandomPrograms.Calls(program).ToList().FindIndex(other => ReferenceEquals(other, call))} of\n{RandomPrograms.Write(program, guard)}\nis {(isUnguarded ? "unguarded" : "guarded")}, but the analysis says otherwise.";
        }

        return null;
    }
}
