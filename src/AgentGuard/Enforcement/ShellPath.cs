using System.Runtime.InteropServices;
using AgentGuard.Text;

namespace AgentGuard;

/// <summary>A path that a command line names, as a place on this machine. What only a shell can tell is not known.</summary>
internal static class ShellPath
{
    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>The place; null if it is not known.</summary>
    /// <param name="operand">The path as it is written; null if it is not known.</param>
    /// <param name="origin">Where it begins.</param>
    /// <param name="directory">The directory in which the command runs; empty for that of this process, null if it is not known.</param>
    public static GuardTarget? Of(string? operand, PathOrigin origin, string? directory)
    {
        if (string.IsNullOrWhiteSpace(operand) || origin == PathOrigin.Elsewhere || IsExpanded(operand!) || IsOfAnotherSystem(operand!)) return null;
        if (IsAbsolute(operand!)) return GuardTarget.Path(operand);
        return origin == PathOrigin.Moved || directory is null ? null : GuardTarget.Path(Path.Combine(Path.GetFullPath(directory.Length == 0 ? "." : directory), operand));
    }

    // A home, a variable, alternatives in braces, a list: the shell makes another path of it, or several.
    private static bool IsExpanded(string text) =>
        text[0] == '~' || text.IndexOfAny(['$', '`', ',', ';', FoldedText.Hole]) >= 0
        || text.IndexOf('%') is >= 0 and var percent && text.IndexOf('%', percent + 1) >= 0
        || text.IndexOf('{') >= 0 && text.IndexOf("..", StringComparison.Ordinal) >= 0;

    // host:path, a drive of PowerShell, and the separators of Windows where this is not Windows.
    private static bool IsOfAnotherSystem(string text)
    {
        var colon = text.IndexOf(':');
        var separator = text.IndexOfAny(['/', '\\']);
        if (IsWindows) return colon >= 0 && (colon != 1 || text.IndexOf(':', 2) >= 0);
        return text.IndexOf('\\') >= 0 || (colon >= 0 && (separator < 0 || colon < separator));
    }

    // A drive without a separator behind it is relative to a directory that only that drive knows.
    private static bool IsAbsolute(string text) => IsWindows
        ? text.Length > 2 && text[1] == ':' && text[2] is '/' or '\\' || text.StartsWith(@"\\", StringComparison.Ordinal)
        : text[0] == '/';
}
