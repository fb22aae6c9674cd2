using System.Text;
using AgentGuard.Analyzers.Guards;
using CsCheck;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Compares the analysis with an interpreter that follows every path: 21,000 programs in a run.</summary>
public sealed class RandomProgramTests
{
    private const int Batch = 100;

    [Fact]
    public void Without_locals_the_answers_are_the_same() => Check(locals: false, batches: 110, exact: true);

    [Fact]
    public void With_locals_no_unguarded_call_is_called_guarded() => Check(locals: true, batches: 100, exact: false);

    private static void Check(bool locals, int batches, bool exact) =>
        Gen.Select(RandomPrograms.Of(3, locals).Array[Batch], Gen.Int[0, RandomPrograms.Guards.Length - 1]).Sample(
            (programs, guard) =>
            {
                if (Disagreements(programs, RandomPrograms.Guards[guard], exact) is not [var program, ..]) return;
                var smallest = ProgramShrinker.Shrink(program, smaller => Disagreements([smaller], RandomPrograms.Guards[guard], exact).Count > 0);
                Assert.Fail(RandomPrograms.Write(smallest, RandomPrograms.Guards[guard]));
            },
            iter: int.TryParse(Environment.GetEnvironmentVariable("AGENTGUARD_TEST_BATCHES"), out var fewer) ? fewer : batches,
            threads: 1);

    // The programs with a call for which the analysis and the interpreter answer differently.
    private static List<Node> Disagreements(Node[] programs, string guard, bool exact)
    {
        var file = new StringBuilder("public sealed class Job(IHostEnvironment env, IBackups backups) {\n");
        for (var i = 0; i < programs.Length; i++)
        {
            var locals = string.Concat(Enumerable.Range(0, RandomPrograms.Locals).Select(local => $"bool b{local} = false; "));
            file.Append($"public async Task Run{i}() {{ await Task.Yield(); {locals}\n{RandomPrograms.Write(programs[i], guard)}\n}}\n");
        }

        var answers = new Queue<GuardState>(GuardHarness.AskAll(file.Append('}').ToString(), mayHaveErrors: true).Select(answer => answer.State));
        var disagreements = programs.Where(program =>
        {
            var unguarded = PathInterpreter.UnguardedCalls(program);
            var differences = RandomPrograms.Calls(program).Count(call =>
            {
                var isUnguarded = unguarded.Contains(call);
                var saysUnguarded = answers.Dequeue().GuardsFor(DestructiveKind.Database) == GuardKinds.None;
                return exact ? isUnguarded != saysUnguarded : isUnguarded && !saysUnguarded;
            });
            return differences > 0;
        }).ToList();
        Assert.Empty(answers);
        return disagreements;
    }
}
