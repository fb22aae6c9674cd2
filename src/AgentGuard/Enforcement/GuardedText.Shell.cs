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
        return Scan(command, command?.Directory);
    }

    /// <summary>Scans the command line of a process.</summary>
    public static DestructiveText? Shell(GuardedCall call, ProcessStartInfo? start) => start is null ? null : Shell(call, [start]);

    /// <summary>Scans a command line that runs in a directory: empty for that of this process, null if it is not known.</summary>
    public static DestructiveText? ShellIn(GuardedCall call, string? directory, params object?[] parts) => Scan(CommandLine.Of(parts), directory);

    /// <summary>Scans a command line that runs on another machine or in a container, where a path is none of this machine.</summary>
    public static DestructiveText? RemoteShell(GuardedCall call, params object?[] parts) => Scan(CommandLine.Of(parts), null, isElsewhere: true);

    private static DestructiveText? Scan(CommandLine? command, string? directory, bool isElsewhere = false)
    {
        if (command is null) return Unreadable("a command");
        var findings = command.Findings;
        return DestructiveText.OfCommands(isElsewhere ? [.. findings.Select(finding => finding with { Paths = PathOrigin.Elsewhere })] : findings, directory);
    }
}
