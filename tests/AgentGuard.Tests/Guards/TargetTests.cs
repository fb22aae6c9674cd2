using Microsoft.Data.Sqlite;

namespace AgentGuard.Tests.Guards;

public sealed class TargetTests : IDisposable
{
    private readonly TestGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Theory]
    [InlineData("localhost", "localhost", true)]
    [InlineData("LOCALHOST", "localhost", true)]
    [InlineData("*.dev.example.com", "db.dev.example.com", true)]
    [InlineData("*.dev.example.com", "db.dev.example.com.evil.org", false)]
    [InlineData("*.dev.example.com", "dev.example.com", false)]
    [InlineData("localhost", "localhost.evil.org", false)]
    [InlineData("db?", "db1", true)]
    [InlineData("db?", "db", false)]
    [InlineData("*", "anything", true)]
    [InlineData("", "anything", false)]
    [InlineData("a*b*c", "aXbXbc", true)]
    [InlineData("*.dev.example.com", "api.prod.example.com/x.dev.example.com", false)]
    [InlineData("*.dev.example.com/*", "api.prod.example.com/x.dev.example.com/y", false)]
    [InlineData("*.dev.example.com/*", "https://api.dev.example.com/volumes/x", true)]
    [InlineData("https://*.dev.example.com/*", "https://api.dev.example.com/volumes/x", true)]
    [InlineData("https://*", "https://api.dev.example.com/volumes/x", true)]
    [InlineData("https://*", "http://api.dev.example.com/volumes/x", false)]
    [InlineData("127.0.0.1/rental_*", "127.0.0.1/rental_shop", true)]
    [InlineData("*/rental_shop", "127.0.0.1/rental_shop", true)]
    [InlineData("*/topics/dev-*", "projects/one/topics/dev-1", true)]
    [InlineData("dev/*", "prod/dev/x", false)]
    [InlineData("*/resourceGroups/dev-*", "/subscriptions/1/resourceGroups/dev-1", true)]
    public void Patterns_fit_the_whole_name(string pattern, string name, bool fits) => Assert.Equal(fits, TargetPattern.Matches(pattern, name));

    [Fact]
    public void The_path_of_an_address_is_no_host()
    {
        var address = new Uri("https://api.prod.example.com/volumes/x.dev.example.com");
        Assert.NotNull(_guard.Refusal(TestGuard.Call().AgainstTarget("*.dev.example.com"), GuardTarget.Address(address)));
        Assert.NotNull(_guard.Refusal(TestGuard.Call().AgainstTarget("*.dev.example.com"), GuardTarget.Within(GuardTarget.Address(address), "x.dev.example.com")));
        Assert.Null(_guard.Refusal(TestGuard.Call().AgainstTarget("*.prod.example.com"), GuardTarget.Within(GuardTarget.Address(address), "x.dev.example.com")));
        Assert.Null(_guard.Refusal(TestGuard.Call().AgainstTarget("vol-*"), GuardTarget.Within(GuardTarget.Address(address), "vol-1")));
    }

    [Fact]
    public void Paths_differ_by_case_where_the_platform_says_so()
    {
        var ignoresCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();
        Assert.Equal(ignoresCase, _guard.Refusal(TestGuard.Call().AgainstTarget("/srv/dev/*"), GuardTarget.Path("/srv/DEV/x")) is null);
        Assert.Null(_guard.Refusal(TestGuard.Call().AgainstTarget("/srv/dev/*"), GuardTarget.Path("/srv/dev/a/b")));
        Assert.Null(_guard.Refusal(TestGuard.Call().AgainstTarget("*/rentals.db"), GuardTarget.Path("/srv/dev/a/rentals.db")));

        _guard.Record("/srv/DEV/x", _guard.Backup());
        Assert.Equal(ignoresCase, _guard.Refusal(TestGuard.Call().BackedUp(), GuardTarget.Path("/srv/dev/x")) is null);
    }

    [Fact]
    public void A_pattern_of_many_stars_is_decided_at_once()
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", 30)) + "b";
        Assert.False(TargetPattern.Matches(pattern, new string('a', 2000)));
    }

    [Theory]
    [InlineData("db1", "db1")]
    [InlineData("db1:5432", "db1")]
    [InlineData("tcp://db1:5432", "db1")]
    [InlineData("tcp:db1,1433", "db1")]
    [InlineData(@"db1\SQLEXPRESS", "db1")]
    [InlineData("[::1]:6379", "::1")]
    [InlineData("fe80::1", "fe80::1")]
    [InlineData("mongodb://user:secret@db1:27017/orders", "db1")]
    [InlineData(@"np:\\db1\pipe\sql\query", "db1")]
    [InlineData("admin:db1", "db1")]
    [InlineData("lpc:db1", "db1")]
    [InlineData("//db1:1521/ORCL", "db1")]
    [InlineData("(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db1)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=ORCL)))", "db1")]
    public void The_host_is_read_from_an_endpoint(string endpoint, string host) => Assert.Equal(host, GuardTarget.Server(endpoint)!.Name);

    [Fact]
    public void A_connection_is_known_by_its_file_or_its_server_and_never_by_its_secrets()
    {
        using var file = new SqliteConnection($"Data Source={_guard.InDirectory("rentals.db")}");
        Assert.Equal(_guard.InDirectory("rentals.db"), GuardTarget.Connection(file)!.Name);

        using var server = new Npgsql.NpgsqlConnection("Host=db1;Port=5433;Database=orders;Username=u;Password=hunter2");
        var target = GuardTarget.Connection(server)!;
        Assert.Equal("orders", target.Name);
        Assert.Contains("db1", target.Identities);
        Assert.Contains("db1/orders", target.Identities);
        Assert.DoesNotContain(target.Identities, identity => identity.Contains("hunter2"));
    }

    [Theory]
    [InlineData("Data Source=prod-host:1521/ORCL", "ORCL", "prod-host", "prod-host/ORCL")]
    [InlineData("Data Source=prod-host/ORCL", "ORCL", "prod-host")]
    [InlineData("Data Source=//prod-host:1521/ORCL", "ORCL", "prod-host")]
    [InlineData(@"Server=np:\\prod\pipe\sql\query;Database=orders", "orders", "prod", "prod/orders")]
    [InlineData("Server=admin:prod;Database=orders", "orders", "prod", "prod/orders")]
    [InlineData(@"Server=.\SQLEXPRESS;Database=orders", "orders", ".", "./orders")]
    [InlineData("Data Source=/srv/prod/orders.db", "/srv/prod/orders.db", "orders.db")]
    [InlineData("Data Source=file:/srv/prod/orders.db?mode=rw", "/srv/prod/orders.db", "orders.db")]
    [InlineData("Data Source=file:///srv/prod/my%20orders.db?mode=rw", "/srv/prod/my orders.db", "my orders.db")]
    public void A_data_source_is_a_server_or_a_file(string connectionString, string name, params string[] others)
    {
        if (OperatingSystem.IsWindows() && name.StartsWith('/')) return;
        var target = GuardTarget.ConnectionString(connectionString)!;
        Assert.Equal(name, target.Name);
        Assert.All(others, other => Assert.Contains(other, target.Identities));
        Assert.DoesNotContain(target.Identities, identity => identity.StartsWith(Environment.CurrentDirectory, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_target_is_refused()
    {
        var refusal = _guard.Refusal(TestGuard.Call().AgainstTarget("localhost"), GuardTarget.Connection(null))!;
        Assert.Equal(BlockingGuard.Target, refusal.Guard);
        Assert.Contains("cannot be read", refusal.Reason);
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("db.prod.example.com", false)]
    public void The_target_is_compared_with_the_patterns(string host, bool runs)
    {
        var refusal = _guard.Refusal(TestGuard.Call().AgainstTarget("localhost", "*.dev.example.com"), GuardTarget.OnServer(host, "orders"));
        Assert.Equal(runs, refusal is null);
        if (!runs) Assert.Equal(BlockingGuard.Target, refusal!.Guard);
    }

    [Fact]
    public void A_path_cannot_climb_out_by_dots_or_by_a_link()
    {
        var scratch = Directory.CreateDirectory(_guard.InDirectory("scratch")).FullName;
        var data = Directory.CreateDirectory(_guard.InDirectory("data")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(scratch, "link"), data);
        var call = TestGuard.Call().AgainstTarget(GuardTarget.Path(scratch)!.Name + "/*");

        Assert.Null(_guard.Refusal(call, GuardTarget.Path(Path.Combine(scratch, "run1"))));
        Assert.NotNull(_guard.Refusal(call, GuardTarget.Path(Path.Combine(scratch, "..", "data"))));
        Assert.NotNull(_guard.Refusal(call, GuardTarget.Path(Path.Combine(scratch, "link"))));
        Assert.NotNull(_guard.Refusal(call, GuardTarget.Path(Path.Combine(scratch, "link", "inner"))));
    }

    [Theory]
    [InlineData(new[] { "i-dev-1", "i-dev-2" }, true)]
    [InlineData(new[] { "i-dev-1", "i-prod-2" }, false)]
    [InlineData(new[] { "i-prod-1" }, false)]
    [InlineData(new string[0], false)]
    public void Each_of_several_things_has_to_be_allowed(string[] names, bool runs)
    {
        var target = GuardTarget.Each(GuardTarget.Server("us-east-1"), names);
        Assert.Equal(runs, _guard.Refusal(TestGuard.Call().AgainstTarget("us-east-1/i-dev-*"), target) is null);
    }

    [Fact]
    public void A_target_that_cannot_be_read_is_unknown() =>
        Assert.Null(Guard.Target(0, static GuardTarget? (_) => throw new ObjectDisposedException("connection")));
}
