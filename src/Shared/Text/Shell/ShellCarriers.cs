namespace AgentGuard.Text.Shell;

/// <summary>What a program carries to another shell, or starts itself.</summary>
/// <param name="Line">A command line; null where the words are a command already.</param>
/// <param name="From">The first word of the command, where they are.</param>
/// <param name="Dialect">Whose rules the line is read by.</param>
/// <param name="IsElsewhere">Whether it runs on another machine.</param>
internal sealed record ShellCarried(ShellWord? Line, int From, ShellDialect Dialect, bool IsElsewhere);

/// <summary>Programs that carry a command in an option of theirs, or behind a word: <c>vagrant ssh -c '...'</c>, <c>heroku run ...</c>.</summary>
internal static class ShellCarriers
{
    // Programs, the words behind them, the options that hold a line.
    private static readonly (string[] Programs, string[] Words, string[] Options, bool IsElsewhere)[] InOptions =
    [
        (["su", "runuser", "script", "flock"], [], ["-c", "--command"], false),
        (["fly", "flyctl"], ["ssh", "console"], ["-C", "--command"], true),
        (["vagrant"], ["ssh"], ["-c", "--command"], true),
        (["gcloud"], ["compute", "ssh"], ["--command"], true),
        (["az"], ["vm", "run-command", "invoke"], ["--scripts"], true),
    ];

    private static readonly HashSet<string> Runners = new("heroku railway doppler op infisical".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> RunnerOptions = new("-a --app -r --remote -e --env -s --size --type --service --environment -p --project -c --config --env-file".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> UserOptions = new("-u --user -g --group -G -s --shell -w --timeout -E".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> WatchOptions = new("-n --interval".Split(' '), StringComparer.Ordinal);

    /// <summary>What a command carries; null where nothing.</summary>
    public static ShellCarried? Find(string program, IReadOnlyList<ShellWord> words, int index)
    {
        var arguments = new ShellArguments(words, index + 1);
        foreach (var (programs, behind, options, isElsewhere) in InOptions)
        {
            if (programs.Contains(program) && AreNext(arguments, behind) && arguments.OptionValue(options) is { } line) return new ShellCarried(line, 0, ShellDialect.Posix, isElsewhere);
        }

        switch (program)
        {
            case "runuser":
                return Words(ShellWrappers.SkipOptions(words, index + 1, UserOptions), false);
            case "flock":
                return Words(ShellWrappers.SkipOptions(words, index + 1, UserOptions) + 1, false);
            case "lxc" or "incus" when AreNext(arguments, ["exec"]):
                return Words(ShellWrappers.SkipOptions(words, index + 3, UserOptions), true);
            case "trap" when arguments.Count > 1:
                return new ShellCarried(arguments[0], 0, ShellDialect.Posix, false);
            case "watch":
                return Rest(ShellWrappers.SkipOptions(words, index + 1, WatchOptions));
            case "tmux" or "screen" when words[words.Count - 1].Text.IndexOf(' ') > 0:
                return Rest(words.Count - 1);
            case "schtasks" when arguments.HasOption("/create") && arguments.OptionValue("/tr") is { } task:
                return new ShellCarried(task, 0, ShellDialect.Cmd, false);
            case "start-process" or "saps" when (arguments.OptionValue("-FilePath") ?? arguments.Target(0)) is { } started:
                var handed = arguments.OptionValue("-ArgumentList", "-Args");
                return new ShellCarried(started with { Text = started.Text + " " + handed?.Text.Replace(',', ' ') }, 0, ShellDialect.Cmd, false);
            case var runner when Runners.Contains(runner) && AreNext(arguments, ["run"]):
                return Words(ShellWrappers.SkipOptions(words, index + 2, RunnerOptions), runner == "heroku");
            default:
                return null;
        }

        ShellCarried? Words(int from, bool isElsewhere) => from < words.Count ? new ShellCarried(null, from, ShellDialect.Posix, isElsewhere) : null;

        ShellCarried? Rest(int from) => from < words.Count ? new ShellCarried(words[from] with { Text = string.Join(" ", words.Skip(from).Select(static word => word.Text)) }, 0, ShellDialect.Posix, false) : null;
    }

    /// <summary>The command in a line of a crontab: behind five fields of time, or a name such as <c>@daily</c>.</summary>
    public static string Scheduled(string line)
    {
        var rest = line.TrimStart();
        for (var fields = rest is ['@', ..] ? 1 : 5; fields > 0; fields--)
        {
            var blank = rest.IndexOf(' ');
            if (blank < 0) return "";
            rest = rest.Substring(blank).TrimStart();
        }

        return rest;
    }

    private static bool AreNext(ShellArguments arguments, string[] words)
    {
        var next = 0;
        foreach (var word in words)
        {
            next = arguments.Positional([word], next);
            if (next < 0) return false;
        }

        return true;
    }
}
