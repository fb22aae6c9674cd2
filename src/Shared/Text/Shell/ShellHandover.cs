namespace AgentGuard.Text.Shell;

/// <summary>What a command hands on to cmd, which takes the rest of its line as it is written, quotes included.</summary>
internal static class ShellHandover
{
    /// <summary>The rest of a command from one of its words on.</summary>
    /// <param name="command">The command that starts cmd.</param>
    /// <param name="from">The word behind <c>/c</c>.</param>
    /// <param name="dialect">Whose rules the command was read by.</param>
    public static ShellWord ToCmd(ShellCommand command, int from, ShellDialect dialect)
    {
        var (first, last) = (command.Words[from], command.Words[command.Words.Count - 1]);
        if (command.Source is { } source && dialect != ShellDialect.Posix)
        {
            var start = first.Start - command.SourceStart;
            var rest = source.Substring(start, Math.Min(last.End - command.SourceStart, source.Length) - start);
            if (rest.IndexOf(FoldedText.Element) < 0 && !(dialect == ShellDialect.PowerShell && rest.IndexOf('\'') >= 0)) return IsOneQuotation(rest) ? new ShellWord(rest.Substring(1, rest.Length - 2), first.Start, last.End, true) : new ShellWord(rest, first.Start, last.End, false);
        }

        // Another shell, or the system, has taken the quotes off and puts them on again.
        return from == command.Words.Count - 1 ? first : new ShellWord(string.Join(" ", command.Words.Skip(from).Select(Quoted)), first.Start, last.End, false);
    }

    // "a b" and ""a b" c": cmd takes the outer quotes off. "a b" "c" are two words.
    private static bool IsOneQuotation(string rest) =>
        rest.Length > 2 && rest[0] == '"' && rest[rest.Length - 1] == '"' && (rest[1] == '"' || rest.IndexOf('"', 1) == rest.Length - 1 || rest.IndexOf("\\\"", StringComparison.Ordinal) > 0);

    private static string Quoted(ShellWord word) => word.Text.IndexOf(' ') >= 0 ? "\"" + word.Text.Replace("\"", "\\\"") + "\"" : word.Text;
}
