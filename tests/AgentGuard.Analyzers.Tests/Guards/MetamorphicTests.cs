using AgentGuard.Analyzers.Guards;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Changes every entry of docs/guards.md in ways that must not change the answer, or must change it in a known way.</summary>
public sealed class MetamorphicTests
{
    public static TheoryData<int> Everything => Shape.Numbers(_ => true);

    // "On both paths" has a condition that is no guard.
    public static TheoryData<int> Conditional => Shape.Numbers(shape => shape.Proves is "environment" or "confirmation" or "backup" && shape.Code.Contains("if (", StringComparison.Ordinal) && shape.Title != "On both paths");

    // Where the program has set its environment, a guard that asks for it proves nothing.
    public static TheoryData<int> Statements => Shape.Numbers(shape => shape.Code.Contains("Wipe();", StringComparison.Ordinal) && !shape.Code.Contains("=> Wipe", StringComparison.Ordinal)
        && !shape.Code.Contains("SetEnvironmentVariable", StringComparison.Ordinal) && !shape.Code.Contains("EnvironmentName = ", StringComparison.Ordinal) && !shape.Code.Contains("Guard.Configure", StringComparison.Ordinal) && !shape.Code.Contains("AddSingleton<IHostEnvironment>", StringComparison.Ordinal));

    [Theory, MemberData(nameof(Everything))]
    public void Blank_statements_change_nothing(int number) => Unchanged(number, Rewriting.InsertBlankStatements);

    // What a local says of a key leaves the key itself as it was.
    public static TheoryData<int> Extractable => Shape.Numbers(shape => shape.Title != "Asked until a key is one of two");

    [Theory, MemberData(nameof(Extractable))]
    public void Extracting_a_local_changes_nothing(int number) => Unchanged(number, Rewriting.ExtractLocals);

    [Theory, MemberData(nameof(Everything))]
    public void Swapping_early_returns_changes_nothing(int number) => Unchanged(number, Rewriting.SwapEarlyReturns);

    [Theory, MemberData(nameof(Everything))]
    public void Asynchronous_twins_change_nothing(int number) => Unchanged(number, file => Shape.Of(number).Form == "statements" ? Rewriting.MakeAsynchronous(file) : file);

    [Theory, MemberData(nameof(Everything))]
    public void Renaming_changes_nothing(int number) => Unchanged(number, Rewriting.Rename);

    [Theory, MemberData(nameof(Statements))]
    public void Guards_right_before_the_call_count(int number)
    {
        var state = GuardHarness.AskAll(Rewriting.Guarded(Shape.Of(number).File))[^1].State;
        Assert.Equal(GuardKinds.All, state.GuardsFor(DestructiveKind.Database));
    }

    [Theory, MemberData(nameof(Conditional))]
    public void Negating_a_condition_takes_the_guard_away(int number)
    {
        var shape = Shape.Of(number);
        var answers = new List<string>();
        for (var i = 0; Rewriting.Negate(shape.File, i) is { } negated; i++) answers.Add(Answer(shape, negated));
        Assert.True(answers.Any(answer => !answer.Contains(shape.Proves, StringComparison.Ordinal)), $"{shape.Title}: {string.Join("; ", answers)}\n{shape.Code}");
    }

    private static void Unchanged(int number, Func<string, string> rewrite)
    {
        var shape = Shape.Of(number);
        var rewritten = rewrite(shape.File);
        var answer = Answer(shape, rewritten);
        Assert.True(shape.Proves == answer, $"{shape.Title}: {answer}\n{rewritten}");
    }

    private static string Answer(Shape shape, string file) => GuardHarness.Present(GuardHarness.AskAll(file, mayHaveErrors: true)[^1].State, shape.IsAboutFiles);
}
