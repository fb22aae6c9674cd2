using AgentGuard.Benchmarks.Guarded;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Microsoft.Data.Sqlite;

namespace AgentGuard.Benchmarks.Overhead;

/// <summary>A text channel in a guarded member whose text destroys nothing: the call that is not supposed to cost anything.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class TextOverhead
{
    private const string Select = "SELECT r.id, r.car, c.name FROM rentals r JOIN customers c ON c.id = r.customer WHERE r.id = ";
    private const string Update = "UPDATE rentals SET car = 'Beetle', returned = CURRENT_TIMESTAMP WHERE id = ";

    private static readonly string Page = string.Join(" UNION ALL ", Enumerable.Repeat(Select + "1 AND r.car LIKE 'B%'", 20)) + " AND r.id = ";

    private readonly SilentCommand _fixed = new() { CommandText = Select + "@id" };
    private readonly SilentCommand _command = new();
    private readonly HttpClient _client = new(new SilentHandler());
    private SqliteConnection _connection = null!;
    private SqliteCommand _query = null!;
    private int _id;

    [GlobalSetup]
    public void Open()
    {
        _connection = new SqliteConnection("Data Source=:memory:");
        _connection.Open();
        _query = _connection.CreateCommand();
        _query.CommandText = "SELECT 1";
    }

    [GlobalCleanup]
    public void Close()
    {
        _query.Dispose();
        _connection.Dispose();
        _client.Dispose();
    }

    [Benchmark(Baseline = true), BenchmarkCategory("1 same text")]
    public int BareSame() => BareCalls.Execute(_fixed);

    [Benchmark, BenchmarkCategory("1 same text")]
    public int GuardedSame() => GuardedCalls.Execute(_fixed);

    [Benchmark(Baseline = true), BenchmarkCategory("2 same text, async")]
    public Task<int> BareSameAsync() => BareCalls.ExecuteAsync(_fixed);

    [Benchmark, BenchmarkCategory("2 same text, async")]
    public Task<int> GuardedSameAsync() => GuardedCalls.ExecuteAsync(_fixed);

    [Benchmark(Baseline = true), BenchmarkCategory("3 new query, 95 characters")]
    public int BareQuery() => BareCalls.Execute(Next(Select));

    [Benchmark, BenchmarkCategory("3 new query, 95 characters")]
    public int GuardedQuery() => GuardedCalls.Execute(Next(Select));

    [Benchmark(Baseline = true), BenchmarkCategory("4 new query, 2,500 characters")]
    public int BarePage() => BareCalls.Execute(Next(Page));

    [Benchmark, BenchmarkCategory("4 new query, 2,500 characters")]
    public int GuardedPage() => GuardedCalls.Execute(Next(Page));

    [Benchmark(Baseline = true), BenchmarkCategory("5 new update with a condition")]
    public int BareUpdate() => BareCalls.Execute(Next(Update));

    [Benchmark, BenchmarkCategory("5 new update with a condition")]
    public int GuardedUpdate() => GuardedCalls.Execute(Next(Update));

    [Benchmark(Baseline = true), BenchmarkCategory("6 SQLite in memory, SELECT 1")]
    public object? BareSqlite() => BareCalls.Scalar(_query);

    [Benchmark, BenchmarkCategory("6 SQLite in memory, SELECT 1")]
    public object? GuardedSqlite() => GuardedCalls.Scalar(_query);

    [Benchmark(Baseline = true), BenchmarkCategory("7 HTTP PUT, JSON body")]
    public Task<HttpResponseMessage> BareHttp() => BareCalls.SendAsync(_client, Request());

    [Benchmark, BenchmarkCategory("7 HTTP PUT, JSON body")]
    public Task<HttpResponseMessage> GuardedHttp() => GuardedCalls.SendAsync(_client, Request());

    // A text that no call has seen before: a number that changes stands in it.
    private SilentCommand Next(string text)
    {
        _command.CommandText = text + (_id = (_id + 1) & 0xFFFF);
        return _command;
    }

    private static HttpRequestMessage Request() => new(HttpMethod.Put, "https://api.example.com/cars/17") { Content = new StringContent("{\"name\":\"Beetle\"}", System.Text.Encoding.UTF8, "application/json") };

    private sealed class SilentHandler : HttpMessageHandler
    {
        private readonly HttpResponseMessage _answer = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(_answer);
    }
}
