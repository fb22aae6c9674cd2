namespace AgentGuard.EndToEnd.Tests;

/// <summary>Somebody who is asked and always says the same.</summary>
internal sealed class Person(bool answer) : IConfirmationProvider
{
    public List<ConfirmationRequest> Asked { get; } = [];

    public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        return Task.FromResult(answer ? ConfirmationAnswer.Yes("a test") : ConfirmationAnswer.No("a test says no"));
    }
}

/// <summary>Has a backup of everything, of one age, somewhere else.</summary>
internal sealed class Vault(TimeSpan age) : IBackupCatalog
{
    public Task<IReadOnlyList<BackupRecord>> FindAsync(string resource, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BackupRecord>>([new(resource, "s3://vault/backup", DateTimeOffset.UtcNow - age)]);
}
