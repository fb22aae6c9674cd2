namespace AgentGuard;

/// <summary>The options that running hosts have set. When one stops, what it set goes with it, and what others have set stays.</summary>
internal sealed class HostedOptions(Action<GuardOptions> configure)
{
    private static readonly List<HostedOptions> Running = [];

    private static readonly (Func<GuardOptions, object?> Get, Action<GuardOptions, object?> Set)[] Properties =
    [
        (options => options.EnvironmentName, (options, value) => options.EnvironmentName = (string?)value),
        (options => options.EnvironmentVariables, (options, value) => options.EnvironmentVariables = (IReadOnlyList<string>)value!),
        (options => options.AllowedEnvironments, (options, value) => options.AllowedEnvironments = (IReadOnlyList<string>)value!),
        (options => options.Confirmation, (options, value) => options.Confirmation = (IConfirmationProvider)value!),
        (options => options.ConfirmationTimeout, (options, value) => options.ConfirmationTimeout = (TimeSpan)value!),
        (options => options.Backups, (options, value) => options.Backups = (IBackupCatalog?)value),
        (options => options.BackupTimeout, (options, value) => options.BackupTimeout = (TimeSpan)value!),
        (options => options.MaxBackupAge, (options, value) => options.MaxBackupAge = (TimeSpan)value!),
        (options => options.Ledger, (options, value) => options.Ledger = (BackupLedger)value!),
        (options => options.AuditFile, (options, value) => options.AuditFile = (string?)value),
        (options => options.Decided, (options, value) => options.Decided = (Action<GuardDecision>?)value),
        (options => options.AllowUnrecorded, (options, value) => options.AllowUnrecorded = (bool)value!),
    ];

    private GuardOptions _before = new();
    private GuardOptions _after = new();

    /// <summary>Puts the options of a host in force.</summary>
    public void Start()
    {
        lock (Running)
        {
            Guard.Configure(options =>
            {
                _before = Copy(options);
                Apply(options);
            });
            Running.Add(this);
        }
    }

    /// <summary>Takes them back, once.</summary>
    public void Stop()
    {
        lock (Running)
        {
            var index = Running.IndexOf(this);
            if (index < 0) return;
            var (last, now) = (Running[^1]._after, _before);
            Running.RemoveAt(index);

            // Hosts that started later have built on this one.
            foreach (var later in Running.Skip(index))
            {
                later._before = now;
                now = Copy(now);
                later.Apply(now);
            }

            Guard.Configure(options => Replace(options, last, now));
        }
    }

    private void Apply(GuardOptions options)
    {
        configure(options);
        _after = Copy(options);
    }

    // What the program itself has changed since stays as it is.
    private static void Replace(GuardOptions options, GuardOptions last, GuardOptions now)
    {
        foreach (var (get, set) in Properties)
        {
            if (Equals(get(options), get(last))) set(options, get(now));
        }
    }

    private static GuardOptions Copy(GuardOptions options)
    {
        var copy = new GuardOptions();
        foreach (var (get, set) in Properties) set(copy, get(options));
        return copy;
    }
}
