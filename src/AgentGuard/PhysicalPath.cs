using System.Runtime.InteropServices;

namespace AgentGuard;

/// <summary>Paths as the file system sees them, so that <c>..</c> and links cannot make one place look like another.</summary>
internal static class PhysicalPath
{
    /// <summary>Whether paths that differ by case only are the same, as on Windows and macOS.</summary>
    public static readonly bool IgnoresCase = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) || RuntimeInformation.IsOSPlatform(OSPlatform.OSX);

    private static readonly StringComparison Comparison = IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Whether two full paths are the same.</summary>
    public static bool IsSame(string left, string right) => string.Equals(left, right, Comparison);

    /// <summary>The full path, with every link on the way resolved where the platform can tell.</summary>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        full = full.Length > Path.GetPathRoot(full)!.Length ? full.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) : full;
#if NET
        return Resolve(full, remaining: 40);
#else
        return full;
#endif
    }

    /// <summary>Whether a path is the place itself or lies below it.</summary>
    public static bool IsWithin(string path, string place)
    {
        if (!path.StartsWith(place, Comparison)) return false;
        return path.Length == place.Length || IsSeparator(place[^1]) || IsSeparator(path[place.Length]);
    }

    private static bool IsSeparator(char character) => character == Path.DirectorySeparatorChar || character == Path.AltDirectorySeparatorChar;

#if NET
    private static string Resolve(string full, int remaining)
    {
        if (Path.GetDirectoryName(full) is not { } parent || remaining == 0) return full;
        var here = Path.Combine(Resolve(parent, remaining), Path.GetFileName(full));

        // A link may lead to a path that holds further links.
        return new FileInfo(here).LinkTarget is { } link
            ? Resolve(Path.GetFullPath(link, Path.GetDirectoryName(here)!), remaining - 1)
            : here;
    }
#endif
}
