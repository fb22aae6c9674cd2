using AgentGuard.Analyzers.Guards;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Members of absurd size take memory in proportion to their size, and never overflow the stack. How long they take, the benchmarks measure.</summary>
public sealed class LargeMemberTests
{
    [Theory]
    [InlineData("branches", 10_000)]
    [InlineData("terms", 2_000)]
    [InlineData("calls", 4_000)]
    [InlineData("locals", 4_000)]
    [InlineData("tries", 2_000)]
    public void Memory_is_near_linear(string what, int size)
    {
        Ask(what, size / 8);
        var small = Ask(what, size / 4);
        var large = Ask(what, size);

        // Four times the size. What is allocated does not depend on the machine or on what else runs on it.
        Assert.True(large < small * 5, $"{what}: {small} bytes for {size / 4}, {large} bytes for {size}");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(400)]
    public void Deep_nesting_gives_an_answer(int depth)
    {
        var code = string.Concat(Enumerable.Repeat("if (Flip()) {\n", depth)) + "if (!env.IsDevelopment()) return; Wipe();" + new string('}', depth);
        var state = GuardHarness.AskAll(GuardHarness.FileFor(code, "statements"), mayHaveErrors: true)[^1].State;
        Assert.Equal(GuardKinds.Environment, state.GuardsFor(DestructiveKind.Database));
    }

    private static long Ask(string what, int size)
    {
        var code = what switch
        {
            "branches" => Repeat(size, i => $"if (args.Length > {i}) Work();\n") + "if (!env.IsDevelopment()) return; Wipe();",
            "terms" => $"if (env.IsDevelopment() && ({string.Join(" || ", Enumerable.Range(0, size).Select(i => $"args.Length == {i}"))})) Wipe();",
            "calls" => "if (!env.IsDevelopment()) return;\n" + Repeat(size, i => $"if (Console.ReadLine() == \"{i}\") Wipe();\n"),
            "locals" => Repeat(size, i => $"var b{i} = env.IsDevelopment();\nif (b{i}) Work();\n") + "if (b0) Wipe();",
            "tries" => Repeat(size, i => "try { Work(); } catch (Exception) { Work(); } finally { Work(); }\n") + "if (env.IsDevelopment()) Wipe();",
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
        var file = GuardHarness.FileFor(code, "statements");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answers = GuardHarness.AskAll(file, mayHaveErrors: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.All(answers, answer => Assert.True(answer.State.GuardsFor(DestructiveKind.Database).HasFlag(GuardKinds.Environment)));
        return allocated;
    }

    private static string Repeat(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(line));
}
