using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentGuard;

/// <summary>Hands the host's answers to the guards before any other service of the host runs, and takes them back after all others have stopped.</summary>
internal sealed class GuardSetup : IHostedLifecycleService, IDisposable
{
    private static readonly Action<ILogger, string, string, string, string, Exception?> Allowed = LoggerMessage.Define<string, string, string, string>(
        LogLevel.Information, new EventId(1, nameof(Allowed)), "{Operation} on {Target} in {CallSite} was allowed: {Reason}");

    private static readonly Action<ILogger, string, string, string, string, Exception?> Refused = LoggerMessage.Define<string, string, string, string>(
        LogLevel.Warning, new EventId(2, nameof(Refused)), "{Operation} on {Target} in {CallSite} was refused: {Reason}");

    private readonly ILogger<GuardSetup> _logger;
    private readonly HostedOptions _hosted;

    public GuardSetup(
        IHostEnvironment environment,
        IEnumerable<IConfigureOptions<GuardOptions>> configurations,
        IEnumerable<IConfirmationProvider> confirmations,
        IEnumerable<IBackupCatalog> catalogs,
        ILogger<GuardSetup> logger)
    {
        _logger = logger;
        _hosted = new(options =>
        {
            options.EnvironmentName = environment.EnvironmentName;
            options.Confirmation = confirmations.LastOrDefault() ?? options.Confirmation;
            options.Backups = catalogs.LastOrDefault() ?? options.Backups;
            options.Decided = Log;
            foreach (var configuration in configurations) configuration.Configure(options);
        });
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _hosted.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        _hosted.Stop();
        return Task.CompletedTask;
    }

    /// <summary>Takes the answers back from a host that was not stopped: its services are about to go, its logger among them.</summary>
    public void Dispose() => _hosted.Stop();

    private void Log(GuardDecision decision) =>
        (decision.IsAllowed ? Allowed : Refused)(_logger, decision.Operation, decision.Target, decision.CallSite, decision.Reason, null);
}
