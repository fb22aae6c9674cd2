using System.Diagnostics;
using AgentGuard.Text;

namespace AgentGuard;

/// <summary>A command that is about to be started.</summary>
/// <param name="Findings">What it destroys or backs up.</param>
/// <param name="Directory">The directory in which it runs; empty for that of this process.</param>
internal sealed record CommandLine(IReadOnlyList<TextFinding> Findings, string Directory = "")
{
    /// <summary>Reads the values of a call: a process, or the program, then its arguments as one text or as a list. Null if one of them does not tell its text.</summary>
    public static CommandLine? Of(IReadOnlyList<object?> parts)
    {
        var words = parts.Where(part => part is not null).ToList();
        if (words is [ProcessStartInfo start]) return Of(start);
        if (words is [Process process]) return Of(process.StartInfo);
        if (TextParts.Join(words) is not { } text) return null;
        return new(words switch
        {
            [string program, ..] when words.Skip(1).OfType<IEnumerable<string>>().FirstOrDefault(list => list.Any()) is { } list => ShellScanner.Scan(program, [.. list]),
            [string program, string { Length: > 0 } arguments, ..] => ShellScanner.ScanStarted(program, arguments),
            [IEnumerable<string> list] when list.ToList() is { Count: > 0 } line => ShellScanner.Scan(line[0], line.GetRange(1, line.Count - 1)),
            _ => ShellScanner.Scan(text),
        });
    }

    private static CommandLine Of(ProcessStartInfo start)
    {
#if NET
        if (start.ArgumentList.Count > 0) return new(ShellScanner.Scan(start.FileName, [.. start.ArgumentList]), start.WorkingDirectory);
#endif
        return new(ShellScanner.ScanStarted(start.FileName, start.Arguments), start.WorkingDirectory);
    }
}
