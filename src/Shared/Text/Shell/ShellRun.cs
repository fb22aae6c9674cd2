using System.Text;

namespace AgentGuard.Text.Shell;

/// <summary>Judges the commands of one text, and the texts that its commands hand to other shells.</summary>
/// <param name="length">The length of the text, which no position leaves.</param>
/// <param name="posixIsUnsure">Whether the text is also read by the rules of Windows' shells, which then judge their own commands.</param>
/// <param name="cmdIsUnsure">Whether single quotes make cmd's reading doubtful for programs of other systems.</param>
internal sealed class ShellRun(int length, bool posixIsUnsure, bool cmdIsUnsure)
{
    // Text wrapped deeper than this is reported as it stands: a limit must not let anything pass.
    private const int Deepest = 10;

    private static readonly HashSet<string> WindowsPrograms = new(
        ("del erase rd rmdir remove-item ri clear-content clear-recyclebin reg format diskpart robocopy vssadmin wbadmin wmic bcdedit cipher cmd powershell pwsh " +
        "clear-disk remove-partition net sc wsl").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Shells = new("sh bash zsh dash ksh ash fish rbash".Split(' '), StringComparer.Ordinal);
    private static readonly IReadOnlyList<ShellWord> NoInputs = [];

    private readonly Queue<(string Text, int Start, ShellScope Scope, IReadOnlyList<ShellWord> Inputs)> _pending = new();
    private readonly ShellFindings _findings = new(length);

    public void Read(string text, ShellDialect dialect) => Read(text, dialect, NoInputs);

    public void Read(string text, ShellDialect dialect, IReadOnlyList<ShellWord> inputs)
    {
        _pending.Enqueue((text, 0, new ShellScope(dialect, 0, false), inputs));
        Drain();
    }

    public void Run(ShellCommand command)
    {
        Judge(command, new ShellScope(ShellDialect.Posix, 0, false));
        Drain();
    }

    public IReadOnlyList<TextFinding> Findings() => _findings.Sorted();

    private void Drain()
    {
        while (_pending.Count > 0)
        {
            var (text, start, scope, inputs) = _pending.Dequeue();
            foreach (var command in ShellTokenizer.Read(text, scope.Dialect, start))
            {
                // What flows into a shell flows into what it starts.
                if (command.PipedFrom is null) command.Inputs.AddRange(inputs);
                Judge(command, scope);
            }
        }
    }

    private void Judge(ShellCommand command, ShellScope scope)
    {
        var words = command.Words;
        var fedByPipe = false;
        var index = ShellWrappers.Unwrap(words, 0, ref fedByPipe);
        if (ShellDirectories.Changes(words, index)) _findings.DirectoryChanges();
        if (index >= words.Count) return;
        scope = scope with { IsElsewhere = scope.IsElsewhere || ShellDirectories.LeavesRoot(words, index) };
        var (dialect, depth) = (scope.Dialect, scope.Depth);
        var program = ShellWrappers.ProgramName(words[index].Text);
        if (program.IndexOf(FoldedText.Hole) >= 0) return;
        if (dialect == ShellDialect.Posix ? depth == 0 && posixIsUnsure && WindowsPrograms.Contains(program)
            : dialect == ShellDialect.Cmd && cmdIsUnsure && !WindowsPrograms.Contains(program)) return;
        if (HandOn(command, program, index, scope)) return;
        index = ShellLaunchers.Resolve(words, index, ref program);
        var arguments = new ShellArguments(words, index + 1);
        if (arguments.AsksForHelp || arguments.IsDryRun) return;
        JudgeProgram(command, program, arguments, index, fedByPipe, scope);
    }

    private void JudgeProgram(ShellCommand command, string program, ShellArguments arguments, int index, bool fedByPipe, ShellScope scope)
    {
        // PowerShell feeds what it lists to Remove-Item.
        var isFed = fedByPipe || (program is "remove-item" or "ri" && command.PipedFrom is not null);
        if (ShellFiles.Find(program, arguments, isFed, scope.Dialect) is var (verb, targets))
            Add(TextEffect.Destroys, DestructiveKind.Files, verb, isFed ? [.. targets, null] : targets);
        else if (program is "chmod" or "chown" or "chgrp" && ShellFiles.ChangesSystem(arguments))
            Add(TextEffect.Destroys, DestructiveKind.Infrastructure, program + " -R", arguments.Targets(0));
        else if (program == "dd" && Enumerable.Range(0, arguments.Count).Any(i => arguments[i].Text.StartsWith("of=/dev/", StringComparison.Ordinal) && arguments[i].Text != "of=/dev/null"))
            Add(TextEffect.Destroys, DestructiveKind.Disk, "dd", []);
        else if (RuleFor(program, arguments) is var (rule, next, says, named))
            Add(rule.Effect, rule.Kind, says, named is not null ? [named] : program == "git" ? [arguments.Target(next)] : arguments.Targets(next), rule.Called);

        foreach (var finding in ShellRequests.Scan(program, arguments, command.Words[index].Start)) _findings.Add(finding with { Length = Math.Max(1, command.End - finding.Start) });
        foreach (var (finding, word) in ShellClients.Scan(program, command.Words, index + 1, ShellInputs.Of(command), fedByPipe))
            _findings.Add(finding with { Start = word.Start + (word.IsQuoted ? 1 : 0) + finding.Start });
        if (ShellScripts.IsInterpreter(program)) JudgeScripts(command, program, index, scope);

        void Add(TextEffect effect, DestructiveKind kind, string does, IReadOnlyList<ShellWord?> hit, string? called = null) => _findings.Add(effect, kind, does, hit, command, index, scope, called);
    }

    private void JudgeScripts(ShellCommand command, string program, int index, ShellScope scope)
    {
        foreach (var code in ShellScripts.CodeOf(program, command.Words, index + 1, ShellInputs.Of(command)))
        {
            foreach (var call in ShellScripts.In(code.Text, program))
            {
                var at = code.Start + (code.IsQuoted ? 1 : 0) + call.Start;
                var argument = call.Text is null ? null : new ShellWord(call.Text, at, at + call.Text.Length, false);
                switch (call.Effect)
                {
                    case ScriptEffect.Removes when argument is null || !ShellFiles.IsTemporary(argument):
                        _findings.Add(TextEffect.Destroys, DestructiveKind.Files, $"{program} {call.Name}", [argument], command, index, scope, null);
                        break;
                    case ScriptEffect.RunsShell when argument is not null:
                        Enqueue([argument], 0, 1, scope.In(ShellDialect.Posix));
                        break;
                    case ScriptEffect.RunsSql when argument is not null:
                        foreach (var finding in SqlScanner.Scan(argument.Text)) _findings.Add(finding with { Start = at + finding.Start });
                        break;
                }
            }
        }
    }

    private static (ShellRule Rule, int Next, string Verb, ShellWord? Named)? RuleFor(string program, ShellArguments arguments)
    {
        foreach (var rule in ShellRules.Of(program))
        {
            if (rule.Match(program, arguments) is var (next, verb, named)) return (rule, next, verb, named);
        }

        return null;
    }

    /// <summary>Hands a script on to the shell that the command starts. True where the command does nothing else.</summary>
    private bool HandOn(ShellCommand command, string program, int index, ShellScope scope)
    {
        var words = command.Words;
        if (Shells.Contains(program))
        {
            var option = index + 1;
            while (option < words.Count && !(words[option].IsOption && words[option].Text[1] != '-' && words[option].Text.IndexOf('c') > 0)) option++;
            if (option + 1 < words.Count) Enqueue(words, option + 1, option + 2, scope.In(ShellDialect.Posix), ShellInputs.Of(command));
            else ReadInputs(command, scope.In(ShellDialect.Posix));
            return true;
        }

        switch (program)
        {
            case "cmd":
                var switchAt = IndexOf(words, index + 1, word => word.Length == 2 && word[0] == '/' && char.ToLowerInvariant(word[1]) is 'c' or 'k' or 'r');
                if (switchAt >= 0) Enqueue(words, switchAt + 1, words.Count, scope.In(ShellDialect.Cmd), ShellInputs.Of(command));
                else ReadInputs(command, scope.In(ShellDialect.Cmd));
                return true;
            case "powershell" or "pwsh":
                HandToPowerShell(command, index, scope);
                return true;
            case "eval" or "invoke-expression" or "iex" or "invoke-command":
                Enqueue(words, index + 1, words.Count, scope.In(program == "eval" ? ShellDialect.Posix : ShellDialect.PowerShell));
                return true;
            case "ssh" or "plink" or "mosh":
                var remote = ShellWrappers.RemoteCommand(words, index + 1);
                var there = scope.In(ShellDialect.Posix) with { IsElsewhere = true };
                if (remote < words.Count) Enqueue(words, remote, words.Count, there, ShellInputs.Of(command));
                else ReadInputs(command, there);
                return true;
            case "ansible":
                var module = IndexOf(words, index + 1, word => word is "-a" or "--args");
                if (module >= 0) Enqueue(words, module + 1, module + 2, scope.In(ShellDialect.Posix) with { IsElsewhere = true });
                return true;
            case "su" or "runuser" or "script":
                var value = IndexOf(words, index + 1, word => word is "-c" or "--command");
                if (value >= 0) Enqueue(words, value + 1, value + 2, scope.In(ShellDialect.Posix));
                return true;
            case "docker" or "podman" or "docker-compose" or "kubectl" or "oc" or "k":
                var inner = ShellWrappers.ContainerCommand(words, index + 1);
                if (inner < 0) return false;
                JudgeWords(command, inner, words.Count, scope with { IsElsewhere = true });
                return true;
            case "find" or "fd" or "fdfind":
                var exec = IndexOf(words, index + 1, word => word is "-exec" or "-execdir" or "-ok" or "-okdir" or "-x" or "-X" or "--exec");
                if (exec >= 0) JudgeWords(command, exec + 1, words.Count, scope, "xargs");
                return false;
            default:
                return false;
        }
    }

    private void HandToPowerShell(ShellCommand command, int index, ShellScope scope)
    {
        var words = command.Words;
        for (var i = index + 1; i < words.Count; i++)
        {
            var option = words[i].Text.ToLowerInvariant();
            if (option is "-file" or "-f") return;
            if (option.StartsWith("-e", StringComparison.Ordinal) && !option.StartsWith("-ex", StringComparison.Ordinal) && i + 1 < words.Count)
            {
                if (ShellInputs.Decoded(words[i + 1].Text, Encoding.Unicode) is { } script) Enqueue([words[i + 1] with { Text = script }], 0, 1, scope.In(ShellDialect.PowerShell));
                return;
            }

            if (option is "-c" || option.StartsWith("-com", StringComparison.Ordinal) || !words[i].IsOption)
            {
                if (words[words.Count - 1].Text == "-") break;
                Enqueue(words, words[i].IsOption ? i + 1 : i, words.Count, scope.In(ShellDialect.PowerShell));
                return;
            }

            // -ExecutionPolicy Bypass
            if (option.StartsWith("-ex", StringComparison.Ordinal) || option.StartsWith("-w", StringComparison.Ordinal) || option is "-version" or "-inputformat" or "-outputformat" or "-ep") i++;
        }

        ReadInputs(command, scope.In(ShellDialect.PowerShell));
    }

    private void JudgeWords(ShellCommand command, int from, int to, ShellScope scope, string? wrapper = null)
    {
        if (from >= to) return;
        var words = new List<ShellWord>();
        if (wrapper is not null) words.Add(new ShellWord(wrapper, command.Words[from].Start, command.Words[from].Start, false));
        for (var i = from; i < to && command.Words[i].Text is not (";" or "+"); i++)
        {
            if (command.Words[i].Text != "{}") words.Add(command.Words[i]);
        }

        if (scope.Depth >= Deepest) Unreadable(command.Words[from]);
        else if (words.Count > 0) Judge(new ShellCommand(words, command.PipedFrom, command.Inputs), scope.In(ShellDialect.Posix));
    }

    // A shell that is given no command runs what flows into it.
    private void ReadInputs(ShellCommand command, ShellScope scope)
    {
        foreach (var input in ShellInputs.Of(command)) Enqueue([input], 0, 1, scope);
    }

    private void Enqueue(IReadOnlyList<ShellWord> words, int from, int to, ShellScope scope, IReadOnlyList<ShellWord>? inputs = null)
    {
        if (from >= words.Count || from >= to) return;
        if (scope.Depth > Deepest)
        {
            Unreadable(words[from]);
            return;
        }

        var text = to - from == 1 ? words[from].Text : string.Join(" ", words.Skip(from).Take(to - from).Select(word => word.Text));
        _pending.Enqueue((text, words[from].Start + (words[from].IsQuoted ? 1 : 0), scope, inputs ?? NoInputs));
    }

    private static int IndexOf(IReadOnlyList<ShellWord> words, int from, Func<string, bool> matches)
    {
        for (var i = from; i < words.Count; i++)
        {
            if (matches(words[i].Text)) return i;
        }

        return -1;
    }

    private void Unreadable(ShellWord word) =>
        _findings.Add(new TextFinding(TextEffect.Destroys, DestructiveKind.Infrastructure, "sh -c", null, word.Start, 1));
}
