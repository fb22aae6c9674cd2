namespace AgentGuard.Text.Shell;

/// <summary>What the commands of a text have made themselves, so that nobody misses it: <c>createdb t &amp;&amp; ... &amp;&amp; dropdb t</c>, <c>t=$(mktemp -d)</c>.</summary>
internal sealed class ShellCreations
{
    private static readonly HashSet<string> Declaring = new("export local readonly declare typeset".Split(' '), StringComparer.Ordinal);

    private readonly HashSet<string> _temporary = new(StringComparer.Ordinal);
    private HashSet<(DestructiveKind Kind, string Name)> _made = [];
    private bool _isTemporaryPrinted;

    /// <summary>Notes what a command makes. One that runs although its forerunner has failed makes all that was noted doubtful.</summary>
    public void Read(ShellCommand command)
    {
        if (!command.NeedsSuccess && _made.Count > 0) _made = [];
        var program = ShellWrappers.ProgramName(command.Words[0].Text);
        NoteVariables(command, Declaring.Contains(program) ? 1 : 0);
        _isTemporaryPrinted = program == "mktemp";
        if (MadeBy(program, new ShellArguments(command.Words, 1)) is (var kind, { HasHole: false } name)) _made.Add((kind, name.Text));
    }

    /// <summary>Whether a path is a temporary folder that the text has asked the system for, or one that it made.</summary>
    public bool IsOwn(ShellWord path) => _made.Contains((DestructiveKind.Files, path.Text)) || (IsBelowVariable(path.Text) && path.Text.IndexOf("..", StringComparison.Ordinal) < 0);

    /// <summary>Whether all that a command destroys was made by the text.</summary>
    public bool Holds(DestructiveKind kind, IReadOnlyList<ShellWord?> targets) => targets.Count > 0 && _made.Count > 0 && targets.All(target => target is not null && _made.Contains((kind, target.Text)));

    /// <summary>What a command starts again, and the words that stop it.</summary>
    public static (string Stopping, string Name)? StartedAgain(string program, ShellArguments arguments) => program switch
    {
        "systemctl" when arguments.Positional(["start", "restart"], 0) is var next and > 0 && arguments.Target(next) is { } service => ("systemctl stop", service.Text),
        "docker" or "podman" when arguments.Positional(["run", "create"], 0) > 0 && arguments.OptionValue("--name") is { } container => (program + " rm -f", container.Text),
        _ => null,
    };

    private static (DestructiveKind Kind, ShellWord? Name)? MadeBy(string program, ShellArguments arguments) => program switch
    {
        "createdb" => (DestructiveKind.Database, arguments.Target(0)),
        "mkdir" when !arguments.HasOption("-p") && !arguments.HasOption("--parents") => (DestructiveKind.Files, arguments.Target(0)),
        "git" when arguments.Positional(["clone"], 0) is var next and > 0 && arguments.Target(next) is not null => (DestructiveKind.Files, arguments[arguments.Count - 1]),
        "docker" or "podman" when arguments.Positional(["volume"], 0) is var next and > 0 && arguments.Positional(["create"], next) is var name and > 0 => (DestructiveKind.Volume, arguments.Target(name)),
        "docker" or "podman" when arguments.Positional(["run"], 0) > 0 => (DestructiveKind.Compute, arguments.OptionValue("--name")),
        "kubectl" or "oc" when arguments.Positional(["create"], 0) is var next and > 0 && arguments.Positional(["namespace", "ns"], next) is var name and > 0 => (DestructiveKind.Namespace, arguments.Target(name)),
        _ => null,
    };

    private void NoteVariables(ShellCommand command, int from)
    {
        for (var i = from; i < command.Words.Count; i++)
        {
            var text = command.Words[i].Text;
            var equals = text.IndexOf('=');
            if (equals <= 0) return;
            var variable = "$" + text.Substring(0, equals);
            if (_isTemporaryPrinted && equals == text.Length - 2 && text[equals + 1] == FoldedText.Hole) _temporary.Add(variable);
            else _temporary.Remove(variable);
        }
    }

    private bool IsBelowVariable(string path)
    {
        if (_temporary.Count == 0 || path is not ['$', ..]) return false;
        var name = path.Split('/')[0];
        return _temporary.Contains(name is ['$', '{', .., '}'] ? "$" + name.Substring(2, name.Length - 3) : name);
    }
}
