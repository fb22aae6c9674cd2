using System.Text.RegularExpressions;
using AgentGuard.Analyzers.Guards;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Executes every entry of docs/guards.md.</summary>
public sealed class ShapesPageTests
{
    public static TheoryData<int> Everything => Shape.Numbers(_ => true);

    [Fact]
    public void The_page_is_read_completely()
    {
        var page = File.ReadAllText(Path.Combine(TestPaths.Root, "docs", "guards.md"));
        Assert.Equal(Regex.Count(page, "^### ", RegexOptions.Multiline), Shape.All.Length);
        Assert.Equal(Enumerable.Range(1, Shape.All.Length), Shape.All.Select(shape => shape.Number));
        Assert.True(Shape.All.Length >= 150);
        Assert.True(Shape.All.Count(shape => shape.Proves == "nothing") >= 40);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void An_entry_proves_what_the_page_says(int number)
    {
        var shape = Shape.Of(number);
        var state = GuardHarness.AskAll(shape.File)[^1].State;

        Assert.True(shape.Proves == GuardHarness.Present(state, shape.IsAboutFiles), $"{shape.Title}: {GuardHarness.Present(state, shape.IsAboutFiles)} {string.Join("; ", state.NearMisses)}\n{shape.Code}");
        if (shape.Reason is null) return;
        var kind = shape.IsAboutFiles ? DestructiveKind.Directory : DestructiveKind.Database;
        var reasons = new[] { GuardKinds.Environment, GuardKinds.Confirmation, GuardKinds.Backup }.Select(guard => state.NearestMiss(guard, kind)?.Reason.ToString()).ToArray();
        Assert.True(reasons.Contains(shape.Reason), $"{shape.Title}: {string.Join(", ", reasons)}; {string.Join("; ", state.NearMisses)}\n{shape.Code}");
    }
}
