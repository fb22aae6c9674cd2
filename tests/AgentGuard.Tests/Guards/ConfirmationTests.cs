namespace AgentGuard.Tests.Guards;

public sealed class ConfirmationTests : IDisposable
{
    private readonly TestGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Theory]
    [InlineData("orders", true)]
    [InlineData(" orders ", true)]
    [InlineData("Orders", false)]
    [InlineData("y", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void The_terminal_wants_the_name_of_the_target(string? typed, bool runs)
    {
        var terminal = new Terminal { Line = typed };
        _guard.Options.Confirmation = new TerminalConfirmation(terminal);

        var refusal = _guard.Refusal(TestGuard.Call().Confirmed(), GuardTarget.Named("orders"));

        Assert.Equal(runs, refusal is null);
        Assert.Contains("Directory.Delete is about to run in Cleanup.Run (Cleanup.cs:12) (environment Development)", terminal.Shown);
    }

    [Fact]
    public void Redirected_input_is_no_person()
    {
        _guard.Options.Confirmation = new TerminalConfirmation(new Terminal { Line = "orders", IsRedirected = true });
        Assert.Contains("redirected", _guard.Refusal(TestGuard.Call().Confirmed("orders"))!.Reason);
    }

    [Fact]
    public void A_coding_agent_is_no_person()
    {
        _guard.Options.Confirmation = new TerminalConfirmation(new Terminal { Line = "orders", AgentMarker = "CLAUDECODE" });
        Assert.Contains("CLAUDECODE shows that a coding agent", _guard.Refusal(TestGuard.Call().Confirmed("orders"))!.Reason);
    }

    [Theory]
    [InlineData("CLAUDECODE", "1", true)]
    [InlineData("CURSOR_AGENT", "1", true)]
    [InlineData("CODEX_SANDBOX", "seatbelt", true)]
    [InlineData("GEMINI_CLI", "1", true)]
    [InlineData("COPILOT_CLI", "1", true)]
    [InlineData("CODEX_HOME", "/home/me/.codex", false)]
    [InlineData("CLAUDECODE", "", false)]
    [InlineData("CLAUDECODE", "0", false)]
    public void Agents_give_themselves_away(string variable, string value, bool agent) =>
        Assert.Equal(agent, AgentMarkers.Find(name => name == variable ? value : null) is not null);

    [Fact]
    public void The_provider_is_told_everything()
    {
        var provider = new Answering(_ => ConfirmationAnswer.Yes("ticket 4711"));
        _guard.Options.Confirmation = provider;
        Assert.Null(_guard.Refusal(TestGuard.Call().Confirmed(), GuardTarget.OnServer("db1", "orders")));

        var request = Assert.Single(provider.Asked);
        Assert.Equal(("Directory.Delete", "orders", "Development"), (request.Operation, request.Target, request.Environment));
        Assert.Contains("db1", request.Details!.Identities);
        Assert.Contains("confirmed by ticket 4711", _guard.Audit().Single().GetProperty("proofs").ToString());
    }

    [Fact]
    public void The_attribute_names_the_target_where_the_call_does_not()
    {
        Assert.Null(_guard.Refusal(TestGuard.Call().Confirmed("orders")));
        Assert.Contains("nobody can confirm it", _guard.Refusal(TestGuard.Call().Confirmed())!.Reason);
    }

    [Fact]
    public void A_provider_that_says_no_throws_says_nothing_or_hangs_blocks()
    {
        Assert.Equal("not today", Reason(_ => ConfirmationAnswer.No("not today")));
        Assert.Equal("the confirmation provider failed: InvalidOperationException: chat is down", Reason(_ => throw new InvalidOperationException("chat is down")));
        Assert.Equal("the confirmation provider gave no answer.", Reason(_ => null!));

        _guard.Options.Confirmation = new Silent();
        _guard.Options.ConfirmationTimeout = TimeSpan.FromMilliseconds(20);
        Assert.Equal("the confirmation provider did not answer within 0.02 seconds.", _guard.Refusal(TestGuard.Call().Confirmed("orders"))!.Reason);
    }

    [Fact]
    public void A_provider_that_blocks_the_thread_is_not_waited_for_and_a_late_yes_is_none()
    {
        _guard.Options.Confirmation = new Answering(_ =>
        {
            Thread.Sleep(2000);
            return ConfirmationAnswer.Yes("too late");
        });
        _guard.Options.ConfirmationTimeout = TimeSpan.FromMilliseconds(50);
        Assert.Equal("the confirmation provider did not answer within 0.05 seconds.", _guard.Refusal(TestGuard.Call().Confirmed("orders"))!.Reason);
    }

    [Fact]
    public async Task Giving_up_is_no_yes()
    {
        _guard.Options.Confirmation = new Silent();
        using var source = new CancellationTokenSource();
        var check = _guard.Check(TestGuard.Call().Confirmed("orders")).RunAsync(source.Token);
        source.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
        Assert.Equal("cancelled", _guard.Audit().Single().GetProperty("outcome").GetString());
    }

    [Fact]
    public void Nobody_is_asked_when_another_guard_blocks()
    {
        var provider = new Answering(_ => ConfirmationAnswer.Yes("a test"));
        _guard.Options.Confirmation = provider;
        _guard.Options.EnvironmentName = "Production";
        Assert.NotNull(_guard.Refusal(TestGuard.Call().InEnvironment("Development").Confirmed("orders")));
        Assert.NotNull(_guard.Refusal(TestGuard.Call().BackedUp("orders").Confirmed("orders")));
        Assert.Empty(provider.Asked);
    }

    [Fact]
    public void A_provider_may_await_although_the_caller_blocks_its_synchronization_context()
    {
        _guard.Options.Confirmation = new Awaiting();
        var previous = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new NeverRunning());
        try
        {
            Assert.Null(_guard.Refusal(TestGuard.Call().Confirmed("orders")));
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(previous);
        }
    }

    private string Reason(Func<ConfirmationRequest, ConfirmationAnswer> answer)
    {
        _guard.Options.Confirmation = new Answering(answer);
        return _guard.Refusal(TestGuard.Call().Confirmed("orders"))!.Reason;
    }

    private sealed class Terminal : ITerminal
    {
        public string? Line { get; init; }

        public string Shown { get; private set; } = "";

        public string? AgentMarker { get; init; }

        public bool IsRedirected { get; init; }

        public void Write(string text) => Shown += text;

        public string? ReadLine() => Line;
    }

    private sealed class Silent : IConfirmationProvider
    {
        public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken cancellationToken) =>
            new TaskCompletionSource<ConfirmationAnswer>().Task;
    }

    private sealed class Awaiting : IConfirmationProvider
    {
        public async Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return ConfirmationAnswer.Yes("a test");
        }
    }

    private sealed class NeverRunning : SynchronizationContext
    {
        public override void Post(SendOrPostCallback callback, object? state)
        {
        }
    }
}
