namespace AgentGuard;

/// <summary>How the guards get their answers. Set once at start, by <see cref="Guard.Configure"/> or by <c>services.AddAgentGuard()</c>.</summary>
public sealed class GuardOptions
{
    /// <summary>The name of the environment that the host has decided on; <see langword="null"/> reads <see cref="EnvironmentVariables"/>.</summary>
    public string? EnvironmentName { get; set; }

    /// <summary>The variables that name the environment. If two of them disagree, the operation is blocked.</summary>
    public IReadOnlyList<string> EnvironmentVariables { get; set; } = [.. AgentGuard.EnvironmentVariables.Names];

    /// <summary>The environments that are allowed where the attribute or statement names none.</summary>
    public IReadOnlyList<string> AllowedEnvironments { get; set; } = ["Development"];

    /// <summary>Who confirms. The default asks on the terminal.</summary>
    public IConfirmationProvider Confirmation { get; set; } = new TerminalConfirmation();

    /// <summary>How long an answer may take before it counts as no.</summary>
    public TimeSpan ConfirmationTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Who knows which backups exist; <see langword="null"/> asks <see cref="Ledger"/>.</summary>
    public IBackupCatalog? Backups { get; set; }

    /// <summary>How long the backup catalog may take before the backup counts as unknown.</summary>
    public TimeSpan BackupTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How old a backup may be where the attribute or statement does not say.</summary>
    public TimeSpan MaxBackupAge { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The file that <see cref="Guard.RecordBackup"/> writes.</summary>
    public BackupLedger Ledger { get; set; } = new(GuardHome.File("backups.ledger"));

    /// <summary>The file that gets one JSON line for each allowed and each refused operation; <see langword="null"/> writes none.</summary>
    public string? AuditFile { get; set; } = GuardHome.File("audit.jsonl");

    /// <summary>Is told of each decision, for a log. One that throws counts as an audit that failed.</summary>
    public Action<GuardDecision>? Decided { get; set; }

    /// <summary>Whether an operation may run although it could not be recorded. Off by default.</summary>
    public bool AllowUnrecorded { get; set; }

    /// <summary>The time; tests move it.</summary>
    internal Func<DateTimeOffset> Clock { get; set; } = static () => DateTimeOffset.UtcNow;

    internal GuardOptions Copy() => (GuardOptions)MemberwiseClone();
}
