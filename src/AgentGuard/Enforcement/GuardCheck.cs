using System.Diagnostics;

namespace AgentGuard;

/// <summary>Asks the guards of one call, in the order in which an answer is cheap: a person is asked last, when nothing else stands in the way.</summary>
/// <param name="options">How they get their answers.</param>
/// <param name="call">The call and its guards.</param>
/// <param name="operation">What it is about to do.</param>
/// <param name="target">What it is about to hit, if that is known.</param>
/// <param name="others">What goes with it, if the call hits more than that.</param>
internal sealed class GuardCheck(GuardOptions options, GuardedCall call, string operation, GuardTarget? target, IReadOnlyList<GuardTarget>? others = null)
{
    private readonly List<string> _proofs = [];
    private IDisposable? _span;

    /// <summary>Returns if all guards hold and that is on record; throws otherwise.</summary>
    public void Run()
    {
        if (!IsQuick)
        {
            // On another thread: a provider that awaits must not wait for the synchronization context of the thread that waits for it.
            Task.Run(() => RunAsync(CancellationToken.None)).GetAwaiter().GetResult();
            return;
        }

        using var span = _span = AuditTrail.Start(operation);
        Conclude(CheckEnvironmentAndTarget());
    }

    /// <summary>Returns if all guards hold and that is on record; throws otherwise.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => RunAllAsync([this], cancellationToken);

    /// <inheritdoc cref="RunAllAsync"/>
    public static void RunAll(IReadOnlyList<GuardCheck> checks) => Task.Run(() => RunAllAsync(checks, CancellationToken.None)).GetAwaiter().GetResult();

    /// <summary>Asks all guards of all checks, the quick ones first, and records only then: what does not run was not allowed.</summary>
    public static async Task RunAllAsync(IReadOnlyList<GuardCheck> checks, CancellationToken cancellationToken)
    {
        Func<GuardCheck, Task<Refusal?>>[] stages =
        [
            check => Task.FromResult(check.CheckEnvironmentAndTarget()),
            check => check.CheckBackupAsync(cancellationToken),
            check => check.CheckConfirmationAsync(cancellationToken),
        ];
        try
        {
            foreach (var stage in stages)
            {
                foreach (var check in checks)
                {
                    if (await check.AskAsync(stage, cancellationToken).ConfigureAwait(false) is { } refusal) check.Conclude(refusal);
                }
            }

            foreach (var check in checks) check.Conclude(null);
        }
        finally
        {
            foreach (var check in checks) check._span?.Dispose();
        }
    }

    private bool IsQuick => !call.NeedsConfirmation && !call.NeedsBackup;

    private async Task<Refusal?> AskAsync(Func<GuardCheck, Task<Refusal?>> stage, CancellationToken cancellationToken)
    {
        if (_span is null) _span = AuditTrail.Start(operation);
        else AuditTrail.Resume(_span);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var refusal = await stage(this).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return refusal;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Record(AuditOutcome.Cancelled, null);
            throw;
        }
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
        if (target.Parts.FirstOrDefault(part => !patterns.Any(pattern => TargetPattern.Matches(pattern, part))) is { } stranger)
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
        IReadOnlyList<GuardTarget> doomed = [.. target?.Parts ?? [], .. others ?? []];
        try
        {
            foreach (var part in parts)
            {
                var check = new BackupCheck(options, call.BackupName, part, doomed, call.MaxBackupAge ?? options.MaxBackupAge);
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
        AuditTrail.Write(options, _span, new(options.Clock(), outcome, operation, target?.Identities ?? [], call.CallSite, refusal?.Guard, refusal?.Reason, [.. _proofs]));

    /// <summary>Waits for a provider no longer than it may take, whether or not it looks at its token or gives its thread back. A late answer is none.</summary>
    private static async Task<T> Within<T>(TimeSpan limit, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var token = source.Token;
        var waited = Stopwatch.StartNew();
        var expired = Task.Delay(limit, token);
        var answer = Task.Run(() => ask(token), CancellationToken.None);
        var first = await Task.WhenAny(answer, expired).ConfigureAwait(false);
        var isLate = limit >= TimeSpan.Zero && waited.Elapsed > limit;
        source.Cancel();
        if (first == answer && !isLate) return await answer.ConfigureAwait(false);

        // Nobody waits for it any more, so its failure would go unseen.
        _ = answer.ContinueWith(static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
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
