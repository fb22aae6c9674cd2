using System.ComponentModel;

namespace AgentGuard;

/// <summary>
/// One destructive call and the guards that its member asks for. Written by the source generator for each call that it intercepts;
/// not meant to be written by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardedCall
{
    // The text that this call ran last and that destroyed nothing: nearly always the same again, so the scan is done once.
    private string? _harmless;

    /// <summary>Describes a call that needs no guard yet.</summary>
    /// <param name="operation">The name of the called API.</param>
    /// <param name="callSite">Member, file and line.</param>
    public GuardedCall(string operation, string callSite)
    {
        Operation = operation;
        CallSite = callSite;
    }

    internal string Operation { get; }

    internal string CallSite { get; }

    internal IReadOnlyList<string>? Environments { get; private set; }

    internal IReadOnlyList<string>? TargetPatterns { get; private set; }

    internal bool NeedsConfirmation { get; private set; }

    internal string? ConfirmedName { get; private set; }

    internal bool NeedsBackup { get; private set; }

    internal string? BackupName { get; private set; }

    internal TimeSpan? MaxBackupAge { get; private set; }

    /// <summary>Adds the guard of <see cref="RequiresEnvironmentAttribute"/>.</summary>
    public GuardedCall InEnvironment(params string[] environments)
    {
        Environments = environments ?? [];
        return this;
    }

    /// <summary>Adds the guard of <see cref="RequiresTargetAttribute"/>.</summary>
    public GuardedCall AgainstTarget(params string[] patterns)
    {
        TargetPatterns = patterns ?? [];
        return this;
    }

    /// <summary>Adds the guard of <see cref="RequiresConfirmationAttribute"/>.</summary>
    public GuardedCall Confirmed(string? target = null)
    {
        NeedsConfirmation = true;
        ConfirmedName = target;
        return this;
    }

    /// <summary>Adds the guard of <see cref="RequiresBackupAttribute"/>.</summary>
    public GuardedCall BackedUp(string? name = null, int maxAgeMinutes = 0) =>
        BackedUp(name, maxAgeMinutes > 0 ? TimeSpan.FromMinutes(maxAgeMinutes) : (TimeSpan?)null);

    internal GuardedCall BackedUp(string? name, TimeSpan? maxAge)
    {
        NeedsBackup = true;
        BackupName = name;
        MaxBackupAge = maxAge;
        return this;
    }

    internal bool IsKnownHarmless(string text) => string.Equals(text, Volatile.Read(ref _harmless), StringComparison.Ordinal);

    internal void RememberHarmless(string text) => Volatile.Write(ref _harmless, text);
}
