using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace AgentGuard.Tests.Audit;

public sealed class AuditTests : IDisposable
{
    private readonly TestGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Fact]
    public void Allowed_and_refused_operations_are_one_line_each()
    {
        _guard.Refusal(TestGuard.Call().InEnvironment("Development"), GuardTarget.Named("orders"));
        _guard.Refusal(TestGuard.Call().InEnvironment("Staging"), GuardTarget.Named("orders"));

        var lines = _guard.Audit();
        Assert.Equal(["allowed", "refused"], lines.Select(line => line.GetProperty("outcome").GetString()));
        Assert.Equal("orders", lines[0].GetProperty("target")[0].GetString());
        Assert.Equal("environment Development", lines[0].GetProperty("proofs")[0].GetString());
        Assert.Equal("environment", lines[1].GetProperty("guard").GetString());
        Assert.All(lines, line => Assert.Equal(Environment.ProcessId, line.GetProperty("process").GetInt32()));
    }

    [Fact]
    public void What_cannot_be_recorded_does_not_run()
    {
        File.WriteAllText(_guard.InDirectory("file"), "");
        _guard.Options.AuditFile = _guard.InDirectory("file/audit.jsonl");
        var refusal = _guard.Refusal(TestGuard.Call().InEnvironment("Development"))!;
        Assert.Equal(BlockingGuard.Audit, refusal.Guard);
        Assert.Contains("could not be recorded", refusal.Reason);

        _guard.Options.AllowUnrecorded = true;
        Assert.Null(_guard.Refusal(TestGuard.Call().InEnvironment("Development")));
    }

    [Fact]
    public void A_refusal_stays_one_when_it_cannot_be_recorded()
    {
        _guard.Options.AuditFile = _guard.Directory;
        Assert.Equal(BlockingGuard.Environment, _guard.Refusal(TestGuard.Call().InEnvironment("Staging"))!.Guard);
    }

    [Theory]
    [InlineData("Host=db1;Password=hunter2;Database=x")]
    [InlineData("pwd = 'hunter2'")]
    [InlineData("postgres://admin:hunter2@db1/orders")]
    [InlineData("Authorization: Bearer hunter2")]
    [InlineData("{\"api_key\": \"hunter2\"}")]
    [InlineData("--token=hunter2")]
    [InlineData("AccountKey=hunter2==;EndpointSuffix=core.windows.net")]
    [InlineData("https://store/blob?sv=1&sig=hunter2&se=2")]
    [InlineData("RAILWAY_TOKEN=hunter2 railway volume delete")]
    [InlineData("PGPASSWORD=hunter2 dropdb orders")]
    public void Secrets_are_not_written_down(string text)
    {
        Assert.DoesNotContain("hunter2", Redaction.Clean(text));
        var call = new GuardedCall(text, "Site").InEnvironment("Staging");
        var refusal = _guard.Refusal(call, GuardTarget.Named(text))!;
        Assert.DoesNotContain("hunter2", File.ReadAllText(_guard.Options.AuditFile!));
        Assert.DoesNotContain("hunter2", refusal.Operation + refusal.Target + refusal.Message);
    }

    [Theory]
    [InlineData("ExecuteNonQuery: DROP TABLE rentals")]
    [InlineData("tokens")]
    [InlineData("/srv/data/secret-santa")]
    public void What_is_no_secret_stays(string text) => Assert.Equal(text, Redaction.Clean(text));

    [Fact]
    public void The_short_cut_hides_no_secret()
    {
        string[] pieces =
        [
            "password", "PWD", "Pass", "phrase", "secret", "Token", "api", "key", "_key", "account", "authorization", "credentials", "sig", "nature", "=", ":", " = ", "\"", "'", " ", ";",
            "bearer ", "Bearer ", "hunter2", "://", "user", "@", "AKIA", "ASIA", "ABCDEFGHIJKLMNOP", "ghp_", "abcdefghijklmnopqrstuvwxyz", "xoxb-", "sk-", "eyJ", ".", "\u212A", "\u017F",
        ];
        var random = new Random(1);
        for (var i = 0; i < 100_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.Equal(Redaction.Mask(text), Redaction.Clean(text));
        }
    }

    [Fact]
    public void Odd_characters_stay_one_valid_line()
    {
        _guard.Refusal(new GuardedCall("quote\" back\\ line\n tab\t \0 \u2028 \U0001F697 \uD800", "Site").InEnvironment("Development"));
        Assert.Equal("quote\" back\\ line\n tab\t \0 \u2028 \U0001F697 \uFFFD", _guard.Audit().Single().GetProperty("operation").GetString());
    }

    [Fact]
    public void A_listener_sees_a_span_with_the_outcome()
    {
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "AgentGuard",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => { lock (seen) seen.Add(activity); },
        };
        ActivitySource.AddActivityListener(listener);

        _guard.Refusal(new GuardedCall("SpanTest", "Site").InEnvironment("Staging"));
        _guard.Refusal(new GuardedCall("SpanTest", "Site").InEnvironment("Development").Confirmed("orders"));

        lock (seen)
        {
            var mine = seen.Where(activity => Equals(activity.GetTagItem("agentguard.operation"), "SpanTest")).ToList();
            Assert.Equal(["refused", "allowed"], mine.Select(activity => activity.GetTagItem("agentguard.outcome")));
            Assert.Equal(ActivityStatusCode.Error, mine[0].Status);
        }
    }

    [Fact]
    public void A_listener_sees_an_event()
    {
        using var listener = new Listener();
        _guard.Refusal(new GuardedCall("EventTest", "Site").InEnvironment("Staging"), GuardTarget.Named("orders"));
        lock (listener.Seen)
        {
            var seen = Assert.Single(listener.Seen, data => Equals(data.Payload![0], "EventTest"));
            Assert.Equal(("OperationRefused", "orders"), (seen.EventName, seen.Payload![1]));
        }
    }

    private sealed class Listener : EventListener
    {
        public List<EventWrittenEventArgs> Seen { get; } = [];

        protected override void OnEventSourceCreated(EventSource source)
        {
            if (source.Name == "AgentGuard") EnableEvents(source, EventLevel.Informational);
        }

        protected override void OnEventWritten(EventWrittenEventArgs data)
        {
            // The base constructor may report events before the list is there.
            if (Seen is not { } seen) return;
            lock (seen) seen.Add(data);
        }
    }
}
