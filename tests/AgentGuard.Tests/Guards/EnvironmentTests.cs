namespace AgentGuard.Tests.Guards;

public sealed class EnvironmentTests : IDisposable
{
    private readonly TestGuard _guard = new();
    private readonly string _first = "AG_TEST_A_" + Guid.NewGuid().ToString("N");
    private readonly string _second = "AG_TEST_B_" + Guid.NewGuid().ToString("N");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(_first, null);
        Environment.SetEnvironmentVariable(_second, null);
        _guard.Dispose();
    }

    [Theory]
    [InlineData("Development", new[] { "Development" }, true)]
    [InlineData("development", new[] { "Development" }, true)]
    [InlineData(" Development ", new[] { "Development" }, true)]
    [InlineData("Staging", new[] { "Development", "Staging" }, true)]
    [InlineData("Production", new[] { "Development", "Staging" }, false)]
    [InlineData("DevelopmentX", new[] { "Development" }, false)]
    [InlineData("Development", new string[0], true)]
    [InlineData("Staging", new string[0], false)]
    public void The_host_decides(string environment, string[] allowed, bool runs)
    {
        _guard.Options.EnvironmentName = environment;
        Assert.Equal(runs, _guard.Refusal(TestGuard.Call().InEnvironment(allowed)) is null);
    }

    [Theory]
    [InlineData(null, null, false, "not set")]
    [InlineData("", " ", false, "not set")]
    [InlineData("Development", null, true, null)]
    [InlineData(null, "Development", true, null)]
    [InlineData("Development", "development", true, null)]
    [InlineData("Development", "Production", false, "says 'Development' but")]
    [InlineData("Production", "Development", false, "says 'Production' but")]
    [InlineData("Production", null, false, "the environment is 'Production'")]
    public void Variables_decide_when_no_host_does(string? first, string? second, bool runs, string? reason)
    {
        _guard.Options.EnvironmentName = null;
        _guard.Options.EnvironmentVariables = [_first, _second];
        Environment.SetEnvironmentVariable(_first, first);
        Environment.SetEnvironmentVariable(_second, second);

        var refusal = _guard.Refusal(TestGuard.Call().InEnvironment("Development"));

        Assert.Equal(runs, refusal is null);
        if (reason is null) return;
        Assert.Equal(BlockingGuard.Environment, refusal!.Guard);
        Assert.Contains(reason, refusal.Reason);
    }

    [Fact]
    public void The_variables_are_those_that_the_analyzer_believes() =>
        Assert.Equal(["DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT", "AZURE_FUNCTIONS_ENVIRONMENT"], new GuardOptions().EnvironmentVariables);

    [Fact]
    public void The_refusal_says_what_where_and_why()
    {
        _guard.Options.EnvironmentName = "Production";
        var refusal = _guard.Refusal(TestGuard.Call().InEnvironment("Development", "Staging"), GuardTarget.Named("orders"))!;

        Assert.Equal("Directory.Delete", refusal.Operation);
        Assert.Equal("orders", refusal.Target);
        Assert.Equal("Cleanup.Run (Cleanup.cs:12)", refusal.CallSite);
        Assert.Equal(
            "Blocked: Directory.Delete on 'orders' in Cleanup.Run (Cleanup.cs:12). The environment guard does not hold: "
            + "the environment is 'Production' (set by the host), allowed is 'Development', 'Staging'.",
            refusal.Message);
    }
}
