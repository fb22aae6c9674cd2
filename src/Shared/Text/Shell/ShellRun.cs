using System.Text.RegularExpressions;

namespace AgentGuard.Text.Shell;

/// <summary>Judges the commands of one text, and the texts that its commands hand to other shells.</summary>
/// <param name="length">The length of the text, which no position leaves.</param>
/// <param name="posixIsUnsure">Whether the text is also read by the rules of Windows' shells, which then judge their own commands.</param>
/// <param name="cmdIsUnsure">Whether single quotes make cmd's reading doubtful for programs of other systems.</param>
internal sealed partial class ShellRun(int length, bool posixIsUnsure, bool cmdIsUnsure)
{
    // Text wrapped deeper than this is reported as it stands: a limit must not let anything pass.
    private const int Deepest = 10;

    private static readonly HashSet<string> WindowsPrograms = new(
        ("del erase rd rmdir remove-item ri clear-content clear-recyclebin reg format diskpart robocopy vssadmin wbadmin wmic bcdedit cipher cmd powershell pwsh " +
        "clear-disk remove-partition net sc wsl").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Shells = new("sh bash zsh dash ksh ash fish rbash".Split(' '), StringComparer.Ordinal);
    private static readonly IReadOnlyList<ShellWord> NoInputs = [];
    private static readonly Regex DirectoryDelete = new(@"\[(?:System\.)?IO\.Directory\]::Delete\(([^,()]{1,260}),\s*\$true", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private readonly Queue<(string Text, int Start, ShellScope Scope, IReadOnlyList<ShellWord> Inputs)> _pending = new();
    private readonly ShellFindings _findings = new(length);
    private readonly ShellCreations _made = new();

    public void Read(string text, ShellDialect dialect) => Read(text, dialect, NoInputs);

    public void Read(string text, ShellDialect dialect, IReadOnlyList<ShellWord> inputs)
    {
        _pending.Enqueue((text, 0, new ShellScope(dialect, 0, false), inputs));
        Drain();
    }

    /// <summary>Judges a program that is started without a shell.</summary>
    public void Run(ShellCommand command)
    {
        Judge(command, new ShellScope(ShellDialect.None, 0, false));
        Drain();
    }

    /// <summary>Judges a program that is started without a shell, with its arguments in one text.</summary>
    public void Start(ShellWord program, string arguments)
    {
        var read = ShellTokenizer.Read(arguments, ShellDialect.None, program.End + 1);
        Run(read.Count == 0 ? new ShellCommand([program], null, []) : read[0] with { Words = [program, .. read[0].Words] });
    }

    public IReadOnlyList<TextFinding> Findings() => _findings.Sorted();

    private void Drain()
    {
        while (_pending.Count > 0)
        {
            var (text, start, scope, inputs) = _pending.Dequeue();
            if (scope.Dialect == ShellDialect.PowerShell) JudgeCalls(text, start, scope);
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
        if (scope.Dialect == ShellDialect.Posix) _made.Read(command);
        var index = ShellWrappers.Unwrap(words, 0, ref fedByPipe);
        if (ShellDirectories.Changes(words, index)) _findings.DirectoryChanges();
        if (index >= words.Count) return;
        scope = scope with { IsElsewhere = scope.IsElsewhere || ShellDirectories.LeavesRoot(words, index) };
        var (dialect, depth) = (scope.Dialect, scope.Depth);
        var program = ShellWrappers.ProgramName(words[index].Text);
        if (program.IndexOf(FoldedText.Hole) >= 0) return;
        if (dialect == ShellDialect.Posix ? depth == 0 && posixIsUnsure && WindowsPrograms.Contains(program)
            : dialect == ShellDialect.PerhapsCmd && cmdIsUnsure && !WindowsPrograms.Contains(program)) return;
        if (fedByPipe && ShellRetention.Removes(program) && ShellRetention.Feeds(command)) return;
        if (HandOn(command, program, index, scope)) return;
        index = ShellLaunchers.Resolve(words, index, ref program);
        var arguments = new ShellArguments(words, index + 1);
        if (arguments.AsksForHelp(program) || arguments.IsDryRun) return;
        if (ShellCreations.StartedAgain(program, arguments) is var (stopping, started)) _findings.TakeBack(stopping, started, words[index].Start);
        JudgeProgram(command, program, arguments, index, fedByPipe, scope);
    }

    private void JudgeProgram(ShellCommand command, string program, ShellArguments arguments, int index, bool fedByPipe, ShellScope scope)
    {
        // PowerShell feeds what it lists to Remove-Item.
        var isFed = fedByPipe || (program is "remove-item" or "ri" && command.PipedFrom is not null);
        if (ShellFiles.Find(program, arguments, isFed, scope.Dialect) is var (verb, targets))
        {
            var isMoved = _findings.IsMoved(scope);
            if (scope.ForgetsFiles) return;
            if (isFed || !targets.All(target => target is not null && (ShellBuildFolders.Hold(target, isMoved) || _made.IsOwn(target))))
                Add(TextEffect.Destroys, DestructiveKind.Files, verb, isFed ? [.. targets, null] : targets);
        }
        else if (program is "chmod" or "chown" or "chgrp" && ShellFiles.ChangesSystem(arguments))
            Add(TextEffect.Destroys, DestructiveKind.Infrastructure, program + " -R", arguments.Targets(0));
        else if (program == "dd" && ShellDevices.AreWritten(arguments))
            Add(TextEffect.Destroys, DestructiveKind.Disk, "dd", []);
        else if (RuleFor(program, arguments) is ({ Kind: { } kind } rule, var next, var says, var named) && !(kind == DestructiveKind.Disk && ShellDevices.IsFileMade(program, arguments)) && !(program == "reg" && RegistryKeys.AreOwn(arguments.Target(next))))
        {
            if (rule.Effect == TextEffect.BacksUp && ShellOutputs.LosesDump(command, program, arguments)) return;
            IReadOnlyList<ShellWord?> hit = named is not null ? [named] : program == "git" ? [arguments.Target(next)] : arguments.Targets(next);
            if (rule.Effect != TextEffect.Destroys || !_made.Holds(kind, hit)) Add(rule.Effect, kind, says, hit, rule.Called);
        }

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
                    case ScriptEffect.Removes when scope.ForgetsFiles:
                        break;
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

    // PowerShell calls .NET: [IO.Directory]::Delete('C:\data', $true)
    private void JudgeCalls(string text, int start, ShellScope scope)
    {
        if (text.IndexOf("]::Delete", StringComparison.OrdinalIgnoreCase) < 0 || scope.ForgetsFiles) return;
        foreach (Match call in DirectoryDelete.Matches(text))
        {
            var path = call.Groups[1].Value.Trim('\'', '"');
            var at = start + call.Groups[1].Index;
            var word = new ShellWord(path, at, at + path.Length, true);
            var command = new ShellCommand([new ShellWord("Directory.Delete", start + call.Index, at, false), word], null, []);
            if (!ShellFiles.IsTemporary(word)) _findings.Add(TextEffect.Destroys, DestructiveKind.Files, "Directory.Delete", [path is ['$', ..] ? null : word], command, 0, scope, null);
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

    private void Unreadable(ShellWord word) =>
        _findings.Add(new TextFinding(TextEffect.Destroys, DestructiveKind.Infrastructure, "sh -c", null, word.Start, 1));
}
