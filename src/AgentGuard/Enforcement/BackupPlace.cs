namespace AgentGuard;

/// <summary>Where a backup lies, compared with what is about to be destroyed.</summary>
internal static class BackupPlace
{
    /// <summary>Whether the backup would go with a target: a path below it, an address on the same host or volume.</summary>
    public static bool IsSame(string location, GuardTarget target)
    {
        if (LocalPath(location) is { } path)
            return target.Place is { } place && PhysicalPath.IsWithin(PhysicalPath.Of(path), place);

        var host = Uri.TryCreate(location, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : location.Split('/', ':')[0];
        return target.Identities.Any(identity =>
            string.Equals(identity, host, StringComparison.OrdinalIgnoreCase) || string.Equals(identity, location, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the backup was a file or directory of this machine and is there no more.</summary>
    public static bool IsGone(string location) => LocalPath(location) is { } path && !HasContent(path);

    /// <summary>Whether a location says on which machine or volume it is: <c>s3://bucket/key</c>, <c>host:path</c>, <c>\\server\share</c>.</summary>
    public static bool IsAddress(string location)
    {
        if (location.Contains("://") || location.StartsWith(@"\\", StringComparison.Ordinal)) return true;
        if (Path.IsPathRooted(location)) return false;
        var colon = location.IndexOf(':');
        var separator = location.IndexOfAny(['/', '\\']);
        return colon > 1 && (separator < 0 || colon < separator);
    }

    /// <summary>The path, if the location is one on this machine.</summary>
    public static string? LocalPath(string location)
    {
        if (Uri.TryCreate(location, UriKind.Absolute, out var address) && address.IsFile && !address.IsUnc) return address.LocalPath;
        return Path.IsPathRooted(location) && !location.StartsWith(@"\\", StringComparison.Ordinal) ? location : null;
    }

    /// <summary>Whether there is anything that could be restored.</summary>
    public static bool HasContent(string path) =>
        File.Exists(path) ? new FileInfo(path).Length > 0 : Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any();
}
