using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AgentGuard;

/// <summary>
/// The backups that this machine's programs have recorded: one line each in a file that only grows. A line is on the disk before
/// <see cref="Record"/> returns; a line that a crash or a full disk cut short is not a record.
/// </summary>
/// <param name="path">The file.</param>
public sealed class BackupLedger(string path) : IBackupCatalog
{
    private const string Version = "v1";

    /// <summary>The file.</summary>
    public string FilePath { get; } = path;

    /// <summary>Writes a record, and fails rather than pretend that it did.</summary>
    public void Record(BackupRecord record)
    {
        var content = string.Join(
            " ",
            Version,
            record.CompletedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            Uri.EscapeDataString(record.Resource),
            Uri.EscapeDataString(record.Location));
        ExclusiveFile.AppendLine(FilePath, content + " " + Checksum(content), durable: true);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<BackupRecord>> FindAsync(string resource, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<BackupRecord> found =
        [
            .. ExclusiveFile.ReadLines(FilePath)
                .Select(line => Parse(line, resource))
                .OfType<BackupRecord>(),
        ];
        return Task.FromResult(found);
    }

    // The checksum last: only the lines of one resource need theirs.
    private static BackupRecord? Parse(string line, string wanted)
    {
        if (line.Split(' ') is not [Version, var time, var escaped, var location, var checksum]) return null;
        var resource = Uri.UnescapeDataString(escaped);
        if (!string.Equals(resource, wanted, StringComparison.OrdinalIgnoreCase) || checksum != Checksum(line[..line.LastIndexOf(' ')])) return null;
        return long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? new(resource, Uri.UnescapeDataString(location), DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
            : null;
    }

    /// <summary>Finds lines that were cut short; it is no protection against somebody who writes the file by hand.</summary>
    private static string Checksum(string content)
    {
        using var sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(content)), 0, 8).Replace("-", "").ToLowerInvariant();
    }
}
