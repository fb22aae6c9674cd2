namespace AgentGuard;

/// <summary>Asks the guards of one call, in the order in which an answer is cheap: a person is asked last, when nothing else stands in the way.</summary>
/// <param name="options">How they get their answers.</param>
/// <param name="call">The call and its guards.</param>
/// <param name="operation">What it is about to do.</param>
/// <param name="target">What it is about to hit, if that is known.</param>
internal sealed class GuardCheck(GuardOptions options, GuardedCall call, string operation, GuardTarget? target)
{
    private readonly List<string> _proofs = [];

    /// <summary>Returns if all guards hold and that is on record; throws otherwise.</summary>
    public void Run()
    {
        if (!call.NeedsConfirmation && !call.NeedsBackup)
        {
            Audited(CheckEnvironmentAndTarget);
            return;
        }

        // On another thread: a provider that awaits must not wait for the synchronization context of the thread that waits for it.
        Task.Run(() => RunAsync(CancellationToken.None)).GetAwaiter().GetResult();
    }

    /// <summary>Returns if all guards hold and that is on record; throws otherwise.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var span = AuditTrail.Start(operation);
        Refusal? refusal;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            refusal = CheckEnvironmentAndTarget()
                ?? await CheckBackupAsync(cancellationToken).ConfigureAwait(false)
                ?? await CheckConfirmationAsync(cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Record(AuditOutcome.Cancelled, null);
            throw;
        }

        Conclude(refusal);
    }

    private void Audited(Func<Refusal?> check)
    {
        using var span = AuditTrail.Start(operation);
        Conclude(check());
    }

    private Refusal? CheckEnvironmentAndTarget() => CheckEnvironment() ?? CheckTarget();

    private Refusal? CheckEnvironment()
    {
        if (call.Environments is not { } environments) return null;
        var current = CurrentEnvironment.Of(options);
        var allowed = environments.Count > 0 ? environments : options.AllowedEnvironments;
        if (current.Conflict is { } conflict) return new(BlockingGuard.Environment, conflict);
        if (!allowed.Contains(current.Name, StringComparer.OrdinalIgnoreCase))
            return new(BlockingGuard.Environment, $"the environment is '{current.Name}' ({current.Source}), allowed is {List(allowed)}.");

        _proofs.Add($"environment {current.Name}");
        return null;
    }

    private Refusal? CheckTarget()
    {
        if (call.TargetPatterns is not { } patterns) return null;
        if (target is null)
            return new(BlockingGuard.Target, $"the target of the call cannot be read, so it cannot be compared with {List(patterns)}.");
        if (target.Parts.FirstOrDefault(part => !part.Identities.Any(identity => patterns.Any(pattern => TargetPattern.Matches(pattern, identity)))) is { } stranger)
            return new(BlockingGuard.Target, $"the target is {List(stranger.Identities)}, allowed is {List(patterns)}.");

        _proofs.Add($"target {target.Name}");
        return null;
    }

    private async Task<Refusal?> CheckBackupAsync(CancellationToken cancellationToken)
    {
        if (!call.NeedsBackup) return null;

        // A backup of one thing of a list brings back that one only, unless the attribute names what all of them are in.
        IEnumerable<GuardTarget?> parts = [target];
        if (call.BackupName is null && target is not null) parts = target.Parts;
        try
        {
            foreach (var part in parts)
            {
                var check = new BackupCheck(options, call.BackupName, part, call.MaxBackupAge ?? options.MaxBackupAge);
                var (record, reason) = await Within(options.BackupTimeout, check.FindAsync, cancellationToken).ConfigureAwait(false);
                if (record is null) return new(BlockingGuard.Backup, reason);
                _proofs.Add($"backup of {record.Resource} at {record.Location}, {record.CompletedAt.UtcDateTime:u}");
            }

            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(BlockingGuard.Backup, Failure("the backup catalog", exception, options.BackupTimeout), exception);
        }
    }

    private async Task<Refusal?> CheckConfirmationAsync(CancellationToken cancellationToken)
    {
        if (!call.NeedsConfirmation) return null;
        if ((call.ConfirmedName ?? target?.Name) is not { } name)
            return new(BlockingGuard.Confirmation, "the target of the call cannot be read, so nobody can confirm it; name it in [RequiresConfirmation(\"...\")].");

        var request = new ConfirmationRequest(operation, name, target, call.CallSite, CurrentEnvironment.Of(options).Name);
        try
        {
            var answer = await Within(options.ConfirmationTimeout, token => options.Confirmation.ConfirmAsync(request, token), cancellationToken).ConfigureAwait(false);
            if (answer is not { IsConfirmed: true }) return new(BlockingGuard.Confirmation, answer?.Detail ?? "the confirmation provider gave no answer.");
            _proofs.Add($"confirmed by {answer.Detail}");
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(BlockingGuard.Confirmation, Failure("the confirmation provider", exception, options.ConfirmationTimeout), exception);
        }
    }

    private void Conclude(Refusal? refusal)
    {
        if (refusal is null)
        {
            if (Record(AuditOutcome.Allowed, null) is not { } failure || options.AllowUnrecorded) return;
            refusal = new(BlockingGuard.Audit, $"the operation could not be recorded in '{options.AuditFile}': {failure.Message}", failure);
        }
        else
        {
            Record(AuditOutcome.Refused, refusal);
        }

        throw new DestructiveOperationBlockedException(
            Redaction.Clean(operation), target is null ? null : Redaction.Clean(target.Name), call.CallSite, refusal.Guard, Redaction.Clean(refusal.Reason), refusal.Cause);
    }

    private Exception? Record(AuditOutcome outcome, Refusal? refusal) =>
        AuditTrail.Write(options, new(options.Clock(), outcome, operation, target?.Identities ?? [], call.CallSite, refusal?.Guard, refusal?.Reason, [.. _proofs]));

    /// <summary>Waits for a provider no longer than it may take, whether or not it looks at its token.</summary>
    private static async Task<T> Within<T>(TimeSpan limit, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var expired = Task.Delay(limit, source.Token);
        var answer = ask(source.Token);
        var first = await Task.WhenAny(answer, expired).ConfigureAwait(false);
        source.Cancel();
        if (first == answer) return await answer.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        throw new TimeoutException();
    }

    private static string Failure(string provider, Exception exception, TimeSpan limit) => exception switch
    {
        TimeoutException => $"{provider} did not answer within {limit.TotalSeconds:0.###} seconds.",
        _ => $"{provider} failed: {exception.GetType().Name}: {exception.Message}",
    };

    private static string List(IEnumerable<string> values) => string.Join(", ", values.Select(value => $"'{value}'").DefaultIfEmpty("nothing"));

    private sealed record Refusal(BlockingGuard Guard, string Reason, Exception? Cause = null);
}
