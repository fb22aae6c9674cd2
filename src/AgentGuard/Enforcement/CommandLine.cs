using System.Diagnostics;

namespace AgentGuard;

/// <summary>A command that is about to be started.</summary>
/// <param name="Text">The whole line, or the program alone.</param>
/// <param name="Arguments">The arguments, if they come as a list, so that none of them can be taken apart.</param>
/// <param name="Directory">The directory in which it runs; empty for that of this process.</param>
internal sealed record CommandLine(string Text, IReadOnlyList<string>? Arguments, string Directory = "")
{
    /// <summary>Reads the values of a call: a process, or the program, then its arguments as one text or as a list. Null if one of them does not tell its text.</summary>
    public static CommandLine? Of(IReadOnlyList<object?> parts)
    {
        var words = parts.Where(part => part is not null).ToList();
        if (words is [ProcessStartInfo start]) return Of(start);
        if (words is [Process process]) return Of(process.StartInfo);
        if (TextParts.Join(words) is not { } text) return null;
        return words switch
        {
            [string program, ..] when words.Skip(1).OfType<IEnumerable<string>>().FirstOrDefault(list => list.Any()) is { } list => new(program, [.. list]),
            [string program, string { Length: > 0 } arguments, ..] => new(Quoted(program) + " " + arguments, null),
            [IEnumerable<string> list] => Split(list.ToList()),
            _ => new(text, null),
        };
    }

    private static CommandLine Of(ProcessStartInfo start)
    {
#if NET
        if (start.ArgumentList.Count > 0) return new(start.FileName, [.. start.ArgumentList], start.WorkingDirectory);
#endif
        return new(Quoted(start.FileName) + " " + start.Arguments, null, start.WorkingDirectory);
    }

    private static CommandLine Split(IReadOnlyList<string> words) => words.Count > 0 ? new(words[0], [.. words.Skip(1)]) : new("", null);

    private static string Quoted(string program) => program.Any(char.IsWhiteSpace) && !program.StartsWith("\"", StringComparison.Ordinal) ? $"\"{program}\"" : program;
}
