namespace AgentGuard;

/// <summary>Looks for a backup that would bring the target back.</summary>
/// <param name="options">Who knows the backups.</param>
/// <param name="name">What the guard says that they are of; null asks the target.</param>
/// <param name="target">What must come back.</param>
/// <param name="doomed">All that goes with it, where no backup of it may lie.</param>
/// <param name="maxAge">How old it may be.</param>
internal sealed class BackupCheck(GuardOptions options, string? name, GuardTarget? target, IReadOnlyList<GuardTarget> doomed, TimeSpan maxAge)
{
    /// <summary>Clocks of two machines may differ by this much.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>A backup that counts, or the reason why there is none.</summary>
    public async Task<(BackupRecord? Record, string Reason)> FindAsync(CancellationToken cancellationToken)
    {
        var names = Names();
        if (names.Count == 0)
            return (null, "the target of the call cannot be read, so no backup of it can be found; name the resource in [RequiresBackup(\"...\")].");

        var catalog = options.Backups ?? options.Ledger;
        var records = new List<BackupRecord>();
        foreach (var candidate in names) records.AddRange(await catalog.FindAsync(candidate, cancellationToken).ConfigureAwait(false) ?? []);

        // Catalogs compare names without case; a path of another case may be another directory.
        if (target?.Place is { } path && string.IsNullOrWhiteSpace(name)) records.RemoveAll(record => string.Equals(record.Resource, path, StringComparison.OrdinalIgnoreCase) && !PhysicalPath.IsSame(record.Resource, path));
        if (records.Count == 0) return (null, $"no backup of {string.Join(" or ", names.Select(n => $"'{n}'"))} is known; record one by Guard.RecordBackup.");

        records.Sort((left, right) => right.CompletedAt.CompareTo(left.CompletedAt));
        var now = options.Clock();

        // If one record lies ahead, the clock was wrong then or is wrong now, and no age can be told.
        if (records[0].CompletedAt - now > Skew)
            return (null, $"a backup of '{records[0].Resource}' is dated {records[0].CompletedAt.UtcDateTime:u}, which is in the future; check the clock.");

        var usable = records.Find(record => Objection(record, now) is null);
        return usable is null ? (null, Objection(records[0], now)!) : (usable, "");
    }

    private IReadOnlyList<string> Names()
    {
        if (!string.IsNullOrWhiteSpace(name)) return [name!];
        if (target is null) return [];

        // The name of a file alone would take the backup of one directory's file for that of another.
        return target.Place is { } place ? [place] : target.Identities;
    }

    private string? Objection(BackupRecord record, DateTimeOffset now)
    {
        var age = now - record.CompletedAt;
        if (age > maxAge) return $"the newest backup of '{record.Resource}' is {Minutes(age)} old, allowed are {Minutes(maxAge)}.";
        if (doomed.Any(gone => BackupPlace.IsSame(record.Location, gone)))
            return $"the backup of '{record.Resource}' lies at '{record.Location}', the place that is about to be destroyed.";
        return BackupPlace.IsGone(record.Location) ? $"the backup of '{record.Resource}' is no longer at '{record.Location}'." : null;
    }

    private static string Minutes(TimeSpan span) => $"{Math.Ceiling(span.TotalMinutes):0} minutes";
}
