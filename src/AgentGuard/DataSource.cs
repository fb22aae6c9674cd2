using System.Text.RegularExpressions;

namespace AgentGuard;

/// <summary>Tells whether a data source is a file or a server, whoever's library wrote it.</summary>
internal static class DataSource
{
    private static readonly Regex Service = new(@"\b(?:SERVICE_NAME|SID)\s*=\s*([^()\s]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly string[] FileExtensions = [".db", ".db3", ".sqlite", ".sqlite3", ".mdb", ".accdb", ".sdf", ".fdb", ".mdf"];

    /// <summary>The path of a data source that is a file; null if it is a server, or cannot be told.</summary>
    public static string? FileOf(string source)
    {
        var text = source.Trim();
        if (text.StartsWith("file:", StringComparison.OrdinalIgnoreCase)) return FileOfUri(text["file:".Length..]);
        if (text.Contains("://") || text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith("(", StringComparison.Ordinal)) return null;
        return IsRooted(text) || IsRelativeFile(text) ? text : null;
    }

    /// <summary>The service that a data source of Oracle names: <c>host:1521/service</c>, or a descriptor.</summary>
    public static string? ServiceOf(string source)
    {
        if (Service.Match(source) is { Success: true } match) return match.Groups[1].Value;
        var text = source.Trim();
        if (text.Contains("://") || text.StartsWith("(", StringComparison.Ordinal)) return null;
        return text.TrimStart('/').Split('/', ':') is [_, .., { Length: > 0 } service] && text.TrimStart('/').Contains('/') ? service : null;
    }

    // file:orders.db, file:/srv/orders.db, file:///srv/orders.db?mode=rw; a database in memory has no path.
    private static string? FileOfUri(string rest)
    {
        var query = rest.IndexOfAny(['?', '#']);
        if (query >= 0) rest = rest[..query];
        if (rest.StartsWith("//", StringComparison.Ordinal)) rest = rest.IndexOf('/', 2) is >= 0 and var path ? rest[path..] : "";
        rest = Uri.UnescapeDataString(rest);
        if (rest.Length > 2 && rest[0] == '/' && rest[2] == ':') rest = rest[1..];
        return rest.Length == 0 || rest[0] == ':' ? null : rest;
    }

    private static bool IsRooted(string text) =>
        text.StartsWith("/", StringComparison.Ordinal) || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal)
        || text.StartsWith(@"..\", StringComparison.Ordinal) || (text.Length > 2 && char.IsLetter(text[0]) && text[1] == ':' && text[2] is '/' or '\\');

    // host/service looks like a relative path: only a directory that is there tells them apart.
    private static bool IsRelativeFile(string text)
    {
        if (text.Contains(':')) return false;
        if (File.Exists(text)) return true;
        if (text.Contains('/')) return Directory.Exists(Path.GetDirectoryName(text));
        return FileExtensions.Any(extension => text.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
    }
}
