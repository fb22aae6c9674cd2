using System.Text;

namespace AgentGuard.Text.Shell;

/// <summary>What a command hands on: to a shell, a machine, a container or a clock.</summary>
internal sealed partial class ShellRun
{
    /// <summary>Hands a script on to the shell that the command starts. True where the command does nothing else.</summary>
    private bool HandOn(ShellCommand command, string program, int index, ShellScope scope)
    {
        var words = command.Words;
        if (ShellCarriers.Find(program, words, index) is { } carried)
        {
            var there = scope with { IsElsewhere = scope.IsElsewhere || carried.IsElsewhere };
            if (carried.Line is { } line) Enqueue([line], 0, 1, there.In(carried.Dialect), ShellInputs.Of(command));
            else JudgeWords(command, carried.From, words.Count, there);
            return true;
        }

        if (Shells.Contains(program))
        {
            var option = index + 1;
            while (option < words.Count && !(words[option].IsOption && words[option].Text[1] != '-' && words[option].Text.IndexOf('c') > 0)) option++;
            if (option + 1 < words.Count && words[option + 1].Text == "--") option++;
            if (option + 1 < words.Count) Enqueue(words, option + 1, option + 2, scope.In(ShellDialect.Posix), ShellInputs.Of(command));
            else ReadInputs(command, scope.In(ShellDialect.Posix));
            return true;
        }

        switch (program)
        {
            case "cmd":
                var switchAt = IndexOf(words, index + 1, word => word.Length == 2 && word[0] == '/' && char.ToLowerInvariant(word[1]) is 'c' or 'k' or 'r');
                if (switchAt >= 0 && switchAt + 1 < words.Count) Enqueue([ShellHandover.ToCmd(command, switchAt + 1, scope.Dialect)], 0, 1, scope.In(ShellDialect.Cmd), ShellInputs.Of(command));
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
                var remoteScope = scope.In(ShellDialect.Posix) with { IsElsewhere = true };
                if (remote < words.Count) Enqueue(words, remote, words.Count, remoteScope, ShellInputs.Of(command));
                else ReadInputs(command, remoteScope);
                return true;
            case "ansible":
                var module = IndexOf(words, index + 1, word => word is "-a" or "--args");
                if (module >= 0) Enqueue(words, module + 1, module + 2, scope.In(ShellDialect.Posix) with { IsElsewhere = true });
                return true;
            case "at" or "batch" when command.PipedFrom is not null || command.Inputs.Count > 0:
                ReadInputs(command, scope.In(ShellDialect.Posix));
                return true;
            case "crontab" when words[words.Count - 1].Text == "-":
                foreach (var line in ShellInputs.Of(command).SelectMany(input => input.Text.Split('\n'), (input, line) => input with { Text = ShellCarriers.Scheduled(line) })) Enqueue([line], 0, 1, scope.In(ShellDialect.Posix));
                return true;
            case "docker" or "podman" or "nerdctl" or "docker-compose" or "kubectl" or "oc" or "k":
                var inner = ShellWrappers.ContainerCommand(words, index + 1);
                if (inner < 0) return false;
                var isRun = IndexOf(words, index + 1, word => word is "run" or "exec") is var verb && words[verb].Text == "run";
                JudgeWords(command, inner, words.Count, scope with { IsElsewhere = true, ForgetsFiles = isRun && !ShellWrappers.Mounts(words, index + 1, verb, inner) });
                return !isRun;
            case "find" or "fd" or "fdfind":
                var exec = IndexOf(words, index + 1, word => word is "-exec" or "-execdir" or "-ok" or "-okdir" or "-x" or "-X" or "--exec");
                var tests = new ShellArguments(words, index + 1);
                if (exec >= 0 && exec + 1 < words.Count && ShellRetention.Removes(words[exec + 1].Text) && (ShellRetention.IsPast(tests) || (ShellRetention.IsOfBuild(tests) && !_findings.IsMoved(scope)))) return false;
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
}
