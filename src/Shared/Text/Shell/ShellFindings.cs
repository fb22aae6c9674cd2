namespace AgentGuard.Text.Shell;

/// <summary>What was found in one text, each command once although several shells' rules may read it.</summary>
/// <param name="length">The length of the text, which no position leaves.</param>
internal sealed class ShellFindings(int length)
{
    private readonly List<TextFinding> _findings = [];
    private readonly Dictionary<(int Start, string Verb), (int Index, List<string?> Operands)> _seen = [];
    private readonly Dictionary<(string Verb, string Target), int> _back = [];
    private bool _directoryChanges;

    /// <summary>Notes that a command of the text changes the directory. In loops and subshells it may come before any other.</summary>
    public void DirectoryChanges() => _directoryChanges = true;

    /// <summary>Whether a path is not told by the directory in which the text is run.</summary>
    public bool IsMoved(ShellScope scope) => _directoryChanges || scope.IsElsewhere;

    /// <summary>Takes back what an earlier command did to one thing: it is there again.</summary>
    /// <param name="verb">What it did.</param>
    /// <param name="target">The thing.</param>
    /// <param name="start">Where the command stands that brings it back.</param>
    public void TakeBack(string verb, string target, int start) => _back[(verb, target)] = Math.Max(start, _back.TryGetValue((verb, target), out var later) ? later : 0);

    /// <summary>Adds what a command does to all that it names.</summary>
    public void Add(TextEffect effect, DestructiveKind kind, string verb, IReadOnlyList<ShellWord?> targets, ShellCommand command, int index, ShellScope scope, string? called)
    {
        var start = command.Words[index].Start;
        var operands = targets.Select(NameOf).ToList();
        Add(new TextFinding(effect, kind, verb, operands.FirstOrDefault(), start, Math.Max(1, command.End - start)) { Paths = scope.IsElsewhere ? PathOrigin.Elsewhere : PathOrigin.Here, Called = called }, operands);
    }

    /// <summary>Adds a finding. Escapes make a text longer than what it says; a position never leaves it.</summary>
    public void Add(TextFinding finding) => Add(finding, [finding.Target]);

    /// <summary>All findings in the order of the text.</summary>
    public IReadOnlyList<TextFinding> Sorted()
    {
        foreach (var (index, operands) in _seen.Values)
        {
            var finding = _findings[index];
            var isBack = _back.Count > 0 && operands[0] is { } only && operands.TrueForAll(only.Equals) && _back.TryGetValue((finding.Verb, only), out var back) && back > finding.Start;
            var paths = _directoryChanges && finding.Paths == PathOrigin.Here ? PathOrigin.Moved : finding.Paths;
            _findings[index] = finding with { Operands = isBack ? [] : [.. operands.Distinct()], Paths = paths };
        }

        _findings.RemoveAll(static finding => finding.Operands.Count == 0);
        _findings.Sort((a, b) => a.Start.CompareTo(b.Start));
        return _findings;
    }

    private void Add(TextFinding finding, List<string?> operands)
    {
        var start = Math.Max(0, Math.Min(finding.Start, length - 1));
        if (_seen.TryGetValue((start, finding.Verb), out var seen))
        {
            // Another shell would hit something else.
            seen.Operands.AddRange(operands);
            if (finding.Paths == PathOrigin.Elsewhere) _findings[seen.Index] = _findings[seen.Index] with { Paths = PathOrigin.Elsewhere };
            return;
        }

        _seen.Add((start, finding.Verb), (_findings.Count, operands.Count > 0 ? operands : [null]));
        _findings.Add(finding with { Start = start, Length = Math.Max(1, Math.Min(finding.Length, length - start)) });
    }

    private static string? NameOf(ShellWord? word) => word is null || word.HasHole || word.Text.Length == 0 ? null : word.Text;
}
