using System.Diagnostics;
using AgentGuard.Text;

namespace AgentGuard;

// Command lines.
public static partial class GuardedText
{
    /// <summary>Scans a command line: one text, or a program and its arguments.</summary>
    public static DestructiveText? Shell(GuardedCall call, params object?[] parts)
    {
        var command = CommandLine.Of(parts);
        return DestructiveText.Of(command.Arguments is { } arguments ? ShellScanner.Scan(command.Text, arguments) : ShellScanner.Scan(command.Text));
    }

    /// <summary>Scans the command line of a process.</summary>
    public static DestructiveText? Shell(GuardedCall call, ProcessStartInfo? start) => start is null ? null : Shell(call, [start]);
}
