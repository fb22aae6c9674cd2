using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentGuard.Hosting.Tests;

public sealed class AddAgentGuardTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("agentguard-test-").FullName;
    private readonly LogLines _log = new();

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task The_environment_of_the_host_decides(string environment, bool runs)
    {
        using var host = await StartAsync(environment);
        var blocked = Record.Exception(() => Guard.RequireEnvironment("Development"));
        Assert.Equal(runs, blocked is null);
        var line = Assert.Single(_log.Lines);
        Assert.StartsWith(runs ? "Information" : "Warning", line);
        Assert.Contains(environment, line);
    }

    [Fact]
    public async Task The_guards_are_set_up_before_another_service_starts()
    {
        var seen = new Early();
        using var host = await StartAsync("Development", services => services.AddSingleton<IHostedService>(seen));
        Assert.Null(seen.Blocked);
    }

    [Fact]
    public async Task The_services_of_the_host_confirm_and_know_the_backups()
    {
        using var host = await StartAsync("Development", services => services.AddSingleton<IConfirmationProvider, Chat>().AddSingleton<IBackupCatalog, Vault>());
        await Guard.RequireConfirmationAsync("orders");
        await Guard.RequireBackupAsync("orders");
        Assert.Equal("no", (await Assert.ThrowsAsync<DestructiveOperationBlockedException>(() => Guard.RequireConfirmationAsync("invoices"))).Reason);
        await Assert.ThrowsAsync<DestructiveOperationBlockedException>(() => Guard.RequireBackupAsync("invoices"));
    }

    [Fact]
    public async Task Options_given_in_code_win()
    {
        using var host = await StartAsync("Development", services => services.AddAgentGuard(options => options.EnvironmentName = "Staging"));
        Assert.Throws<DestructiveOperationBlockedException>(() => Guard.RequireEnvironment("Development"));
        Guard.RequireEnvironment("Staging");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_host_that_has_ended_leaves_nothing_behind(bool stops)
    {
        Guard.Configure(options => options.AuditFile = null);
        var host = await StartAsync("Development", services => services.AddSingleton<IConfirmationProvider, Chat>());
        Guard.RequireEnvironment("Development");
        if (stops) await host.StopAsync();
        host.Dispose();

        _log.IsDisposed = true;
        Assert.Contains("not set", Assert.Throws<DestructiveOperationBlockedException>(() => Guard.RequireEnvironment("Development")).Reason);
        Assert.Contains("a person must confirm it", Assert.Throws<DestructiveOperationBlockedException>(() => Guard.RequireConfirmation("orders")).Reason);
        Guard.RequireEnvironment("Production");
    }

    [Fact]
    public async Task A_host_that_ends_takes_nothing_from_another_one()
    {
        Guard.Configure(options => options.AuditFile = null);
        var first = await StartAsync("Staging", services => services.AddSingleton<IConfirmationProvider, Chat>());
        using var second = await StartAsync("Development");
        await Guard.RequireConfirmationAsync("orders");

        await first.StopAsync();
        first.Dispose();
        Guard.RequireEnvironment("Development");
        Assert.Contains("a person must confirm it", Assert.Throws<DestructiveOperationBlockedException>(() => Guard.RequireConfirmation("orders")).Reason);

        await second.StopAsync();
        Assert.Throws<DestructiveOperationBlockedException>(() => Guard.RequireEnvironment("Development"));
    }

    [Fact]
    public async Task What_the_program_sets_after_the_start_stays()
    {
        using var host = await StartAsync("Development");
        Guard.Configure(options => options.EnvironmentName = "Testing");
        await host.StopAsync();
        Guard.RequireEnvironment("Testing");
        Guard.Configure(options => options.EnvironmentName = null);
    }

    [Fact]
    public async Task Every_option_is_taken_back()
    {
        var properties = typeof(GuardOptions).GetProperties();
        object?[] before = [];
        Guard.Configure(options => before = [.. properties.Select(property => property.GetValue(options))]);
        using var host = await StartAsync("Development", services => services.AddAgentGuard(options =>
        {
            foreach (var property in properties)
            {
                property.SetValue(options, property.GetValue(options) switch
                {
                    bool value => !value,
                    TimeSpan value => value + TimeSpan.FromSeconds(1),
                    IReadOnlyList<string> => new[] { "Another" },
                    BackupLedger => new BackupLedger(Path.Combine(_directory, "ledger")),
                    _ when property.PropertyType == typeof(string) => "another",
                    _ when property.PropertyType == typeof(IBackupCatalog) => new Vault(),
                    _ when property.PropertyType == typeof(IConfirmationProvider) => new Chat(),
                    _ => (Action<GuardDecision>)(_ => { }),
                });
            }
        }));
        await host.StopAsync();
        Guard.Configure(options => Assert.Equal(before, properties.Select(property => property.GetValue(options))));
    }

    private async Task<IHost> StartAsync(string environment, Action<IServiceCollection>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        more?.Invoke(builder.Services);
        builder.Services.AddLogging(logging => logging.AddProvider(_log).AddFilter((category, _) => category?.StartsWith("AgentGuard", StringComparison.Ordinal) == true));
        builder.Services.AddAgentGuard(options => options.AuditFile = Path.Combine(_directory, "audit.jsonl"));
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private sealed class Early : IHostedService
    {
        public Exception? Blocked { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Blocked = Record.Exception(() => Guard.RequireEnvironment("Development"));
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Chat : IConfirmationProvider
    {
        public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(request.Target == "orders" ? ConfirmationAnswer.Yes("chat") : ConfirmationAnswer.No("no"));
    }

    private sealed class Vault : IBackupCatalog
    {
        public Task<IReadOnlyList<BackupRecord>> FindAsync(string resource, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<BackupRecord>>(resource == "orders" ? [new("orders", "s3://vault", DateTimeOffset.UtcNow)] : []);
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public bool IsDisposed { get; set; }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            Lines.Add($"{level}: {formatter(state, exception)}");
        }

        public void Dispose()
        {
        }
    }
}
