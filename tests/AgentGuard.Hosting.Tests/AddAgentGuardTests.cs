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

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add($"{level}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
