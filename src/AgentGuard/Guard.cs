using System.Runtime.CompilerServices;

namespace AgentGuard;

/// <summary>
/// The guards as statements, for code that does not use the attributes. Each returns if the guard holds and throws
/// <see cref="DestructiveOperationBlockedException"/> if it does not, or if that cannot be told.
/// </summary>
public static partial class Guard
{
    private static GuardOptions _options = new();

    private static readonly object Configuring = new();

    /// <summary>The options in force.</summary>
    internal static GuardOptions Options => Volatile.Read(ref _options);

    /// <summary>Changes the options of this process. Checks that already run keep the options they began with.</summary>
    public static void Configure(Action<GuardOptions> configure)
    {
        lock (Configuring)
        {
            var changed = _options.Copy();
            configure(changed);
            Volatile.Write(ref _options, changed);
        }
    }

    /// <summary>Goes on only in one of the environments. A missing environment counts as production.</summary>
    /// <param name="environments">The names that are allowed; none given means <see cref="GuardOptions.AllowedEnvironments"/>.</param>
    public static void RequireEnvironment(params string[] environments) =>
        Check(new GuardedCall("a guarded operation", "the calling member").InEnvironment(environments), null).Run();

    /// <summary>Goes on only if the target fits one of the patterns.</summary>
    /// <param name="target">The target, from one of the methods of <see cref="GuardTarget"/>; <see langword="null"/> is refused.</param>
    /// <param name="patterns">What is allowed; <c>*</c> stands for any characters, <c>?</c> for one.</param>
    public static void RequireTarget(GuardTarget? target, params string[] patterns) =>
        Check(new GuardedCall("a guarded operation", "the calling member").AgainstTarget(patterns), target).Run();

    /// <summary>Goes on only after somebody has confirmed the target.</summary>
    /// <param name="target">The name of what is about to be hit; none given means the name of the calling member.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static void RequireConfirmation(
        string? target = null, [CallerMemberName] string member = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Confirmation(target, member, file, line).Run();

    /// <inheritdoc cref="RequireConfirmation"/>
    /// <param name="target">The name of what is about to be hit; none given means the name of the calling member.</param>
    /// <param name="cancellationToken">Gives up the question; nothing runs then.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Task RequireConfirmationAsync(
        string? target = null,
        CancellationToken cancellationToken = default,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) =>
        Confirmation(target, member, file, line).RunAsync(cancellationToken);

    /// <summary>Goes on only if a recent backup of the resource is known.</summary>
    /// <param name="resource">The name under which the backup was recorded; none given means the name of the calling member.</param>
    /// <param name="maxAge">How old it may be; none given means <see cref="GuardOptions.MaxBackupAge"/>.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static void RequireBackup(
        string? resource = null, TimeSpan? maxAge = null, [CallerMemberName] string member = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Backup(resource, maxAge, member, file, line).Run();

    /// <inheritdoc cref="RequireBackup"/>
    /// <param name="resource">The name under which the backup was recorded; none given means the name of the calling member.</param>
    /// <param name="maxAge">How old it may be; none given means <see cref="GuardOptions.MaxBackupAge"/>.</param>
    /// <param name="cancellationToken">Gives up the question; nothing runs then.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Task RequireBackupAsync(
        string? resource = null,
        TimeSpan? maxAge = null,
        CancellationToken cancellationToken = default,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) =>
        Backup(resource, maxAge, member, file, line).RunAsync(cancellationToken);

    /// <summary>
    /// Records that a backup has completed. It is on the disk when this returns, and this throws if it is not, or if the location is a path
    /// of this machine at which there is nothing. What is no address (<c>s3://bucket/key</c>, <c>host:path</c>) is a path.
    /// </summary>
    /// <param name="resource">What was backed up: the name of a database, a volume id, the path of a file or directory.</param>
    /// <param name="location">Where the backup lies: a path or an address, without credentials.</param>
    /// <param name="completedAt">When it completed; none given means now.</param>
    public static void RecordBackup(string resource, string location, DateTimeOffset? completedAt = null)
    {
        if (string.IsNullOrWhiteSpace(resource)) throw new ArgumentException("A backup is of something.", nameof(resource));
        if (string.IsNullOrWhiteSpace(location)) throw new ArgumentException("A backup lies somewhere.", nameof(location));

        var options = Options;
        var now = options.Clock();
        if (completedAt > now) throw new ArgumentOutOfRangeException(nameof(completedAt), completedAt, "A backup that has not completed cannot be recorded.");

        // A relative path would mean another file in another working directory.
        var isAddress = BackupPlace.IsAddress(location);
        if (!isAddress) location = Path.GetFullPath(location);
        if (BackupPlace.IsGone(location)) throw new FileNotFoundException($"There is no backup at '{location}'.", location);

        // An address may hold a password; a path that is changed would lead nowhere.
        var record = new BackupRecord(resource, isAddress ? Redaction.Clean(location) : location, completedAt ?? now);
        options.Ledger.Record(record);
        if (!File.Exists(resource) && !Directory.Exists(resource)) return;
        var full = PhysicalPath.Of(resource);
        if (full != resource) options.Ledger.Record(new(full, record.Location, record.CompletedAt));
    }

    private static GuardCheck Confirmation(string? target, string member, string file, int line) =>
        Check(new GuardedCall("a guarded operation", Site(member, file, line)).Confirmed(), GuardTarget.Named(target ?? member));

    private static GuardCheck Backup(string? resource, TimeSpan? maxAge, string member, string file, int line) =>
        Check(new GuardedCall("a guarded operation", Site(member, file, line)).BackedUp(resource ?? member, maxAge), ThingOrPath(resource ?? member));

    // A backup inside what is about to go does not count, and only a path tells what is inside.
    private static GuardTarget? ThingOrPath(string name) => File.Exists(name) || Directory.Exists(name) ? GuardTarget.Path(name) : GuardTarget.Named(name);

    internal static GuardCheck Check(GuardedCall call, GuardTarget? target) => new(Options, call, call.Operation, target);

    private static string Site(string member, string file, int line) => $"{member} ({Path.GetFileName(file)}:{line})";
}
