namespace AgentGuard.Text.Shell;

/// <summary>Lists of files that are past their time, empty, or none of the newest: clearing them away is ordinary work.</summary>
internal static class ShellRetention
{
    private const int LongestPipe = 8;

    private static readonly HashSet<string> Ages = new("-mtime -mmin -ctime -cmin -atime -amin".Split(' '), StringComparer.Ordinal);

    // Behind these a test says nothing of what is removed.
    private static readonly HashSet<string> Alternatives = new("-o -or , ! -not -delete -exec -execdir -ok -okdir".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> NameTests = new("-name -iname -path -ipath -wholename -regex -user".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a program only removes the files that it is given.</summary>
    public static bool Removes(string program) => ShellWrappers.ProgramName(program) is "rm" or "rmdir" or "unlink" or "shred";

    /// <summary>Whether <c>find</c> looks for old files or empty directories only: <c>-mtime +14</c>, <c>-empty</c>.</summary>
    public static bool IsPast(ShellArguments find) => IsTested(find, (test, value) => test == "-empty" || (Ages.Contains(test) && IsLimit(value)));

    /// <summary>Whether <c>find</c> looks for files of some name: in a folder that everybody uses, those are somebody's own.</summary>
    public static bool IsNamed(ShellArguments find) => IsTested(find, static (test, value) => NameTests.Contains(test) && value.Trim('*', '/', '.').Length > 0);

    /// <summary>Whether <c>find</c> looks for folders that a build makes anew.</summary>
    public static bool IsOfBuild(ShellArguments find) => IsTested(find, static (test, value) => test is "-name" or "-iname" && ShellBuildFolders.IsName(value));

    /// <summary>Whether what flows into a command is such a list: <c>ls -dt releases/* | tail -n +6</c>.</summary>
    public static bool Feeds(ShellCommand command)
    {
        var cutsNewest = false;
        var source = command.PipedFrom;
        for (var i = 0; source is not null && i < LongestPipe; i++, source = source.PipedFrom)
        {
            var arguments = new ShellArguments(source.Words, 1);
            switch (ShellWrappers.ProgramName(source.Words[0].Text))
            {
                case "find":
                    return IsPast(arguments) || IsOfBuild(arguments);
                case "tail":
                    cutsNewest |= Count(arguments) is ['+', not ('0' or '1'), ..] or ['+', _, _, ..];
                    break;
                case "head":
                    cutsNewest |= Count(arguments) is ['-', ..] behind && IsLimit("+" + behind.Substring(1));
                    break;
                case "ls":
                    return cutsNewest && source.Words.Any(static word => word.Text is ['-', not '-', ..] && word.Text.IndexOf('t') > 0);
            }
        }

        return false;
    }

    // -n +6, -n+6 and +6
    private static string? Count(ShellArguments arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var text = arguments[i].Text;
            if (text is "-n" or "--lines") return i + 1 < arguments.Count ? arguments[i + 1].Text : null;
            if (text is ['-', 'n', ..]) return text.Substring(2);
            if (text is ['+', ..]) return text;
        }

        return null;
    }

    // +0 is everything. How many days it is need not be known.
    private static bool IsLimit(string value) => value is ['+', _, ..] && value.Skip(1).Any(static c => c != '0');

    private static bool IsTested(ShellArguments find, Func<string, string, bool> test)
    {
        for (var i = 0; i < find.Count && !Alternatives.Contains(find[i].Text); i++)
        {
            if (find[i].IsOption && test(find[i].Text, i + 1 < find.Count ? find[i + 1].Text : "")) return !Enumerable.Range(i, find.Count - i).Any(after => find[after].Text is "-o" or "-or" or ",");
        }

        return false;
    }
}
