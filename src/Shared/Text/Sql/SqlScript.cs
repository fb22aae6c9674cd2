namespace AgentGuard.Text.Sql;

/// <summary>What one text is known to have done so far, and the findings that survive it.</summary>
internal sealed class SqlScript
{
    private readonly List<Candidate> _candidates = [];
    private readonly Dictionary<string, int> _created = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _temporary = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _containers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _columns = new(StringComparer.Ordinal);
    private readonly SqlRebuilds _rebuilds = new();

    /// <summary>How many more characters may be put together from pieces; hostile text could double itself without end.</summary>
    public int Budget { get; set; }

    /// <summary>Whether the text is run again and again until it finds nothing more to do.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The work done so far, in looks at tokens.</summary>
    public long Looks { get; set; }

    /// <summary>Texts to scan because a statement executes them.</summary>
    public Queue<SqlFragment> Pending { get; } = new();

    /// <summary>Text that variables of the script hold.</summary>
    public Dictionary<string, SqlFragment> Variables { get; } = new(StringComparer.OrdinalIgnoreCase);

    public SqlRebuilds Rebuilds => _rebuilds;

    public void Add(TextFinding finding, SqlName? name = null, bool ifExists = false) => _candidates.Add(new Candidate(finding, name, ifExists));

    /// <summary>A table, or with another kind a schema or database, that the text itself makes.</summary>
    public void Created(SqlName name, int position, bool temporary = false, DestructiveKind kind = DestructiveKind.Table)
    {
        if (name.HasHole) return;
        var known = temporary ? _temporary : kind == DestructiveKind.Table ? _created : _containers;
        var key = known == _containers ? ContainerKey(name, kind) : name.Key;
        if (!known.ContainsKey(key)) known[key] = position;
    }

    public void ColumnAdded(SqlName table, string column) => _columns.Add(table.Key + "\n" + column.ToLowerInvariant());

    /// <summary>What a column held went into a new one.</summary>
    public void ColumnKept(SqlName table, string column) => _columns.Add(table.Key + "\n=" + column.ToLowerInvariant());

    public bool IsKeptColumn(SqlName table, string column) => _columns.Contains(table.Key + "\n=" + column.ToLowerInvariant());

    public bool IsNewColumn(SqlName table, string column) => _columns.Contains(table.Key + "\n" + column.ToLowerInvariant());

    // Whether the text itself created this before that position.
    private bool IsOwn(SqlName name, DestructiveKind kind, int position) => kind switch
    {
        DestructiveKind.Schema or DestructiveKind.Database => IsBefore(_containers, ContainerKey(name, kind), position),
        DestructiveKind.Table or DestructiveKind.Rows or DestructiveKind.Column =>
            name.IsTemporary || IsBefore(_temporary, name.Key, position) || IsBefore(_created, name.Key, position),
        _ => false,
    };

    private static bool IsBefore(Dictionary<string, int> known, string key, int position) =>
        known.TryGetValue(key, out var at) && at < position;

    private static string ContainerKey(SqlName name, DestructiveKind kind) => kind + ":" + name.Display.ToLowerInvariant();

    public IEnumerable<TextFinding> Findings()
    {
        var containers = _candidates
            .Where(c => c.Finding.Kind is DestructiveKind.Schema or DestructiveKind.Database && c.Finding.Verb.StartsWith("DROP", StringComparison.Ordinal))
            .Where(c => c.Name is { HasHole: false } name && !IsOwn(name, c.Finding.Kind, c.Finding.Start))
            .Select(c => c.Name!.Display + ".")
            .ToArray();
        var contained = new HashSet<string>(containers, StringComparer.OrdinalIgnoreCase);
        foreach (var candidate in _candidates)
        {
            if (candidate.Finding.Effect == TextEffect.BacksUp || !IsHarmless(candidate, contained)) yield return candidate.Finding;
        }
    }

    private bool IsHarmless(Candidate candidate, HashSet<string> containers)
    {
        var finding = candidate.Finding;
        // The rebuild of a table needs the checks off for as long as it takes.
        if (finding.Effect == TextEffect.Weakens && finding.Verb.StartsWith("PRAGMA FOREIGN_KEYS", StringComparison.Ordinal))
            return _rebuilds.IsAny(_created);
        if (candidate.Name is not { } name) return false;
        if (IsOwn(name, finding.Kind, finding.Start)) return true;
        if (finding.Kind == DestructiveKind.Table)
        {
            if (candidate.IfExists && _temporary.ContainsKey(name.Key)) return true;
            if (_rebuilds.IsReplaced(name, finding.Start, _created)) return true;
        }

        return finding.Kind is DestructiveKind.Table or DestructiveKind.Rows or DestructiveKind.Column or DestructiveKind.Schema
            && IsInside(name, containers);
    }

    private static bool IsInside(SqlName name, HashSet<string> containers)
    {
        if (containers.Count == 0) return false;
        for (var dot = name.Display.IndexOf('.'); dot >= 0; dot = name.Display.IndexOf('.', dot + 1))
        {
            if (containers.Contains(name.Display.Substring(0, dot + 1))) return true;
        }

        return false;
    }

    private sealed record Candidate(TextFinding Finding, SqlName? Name, bool IfExists);
}

/// <summary>Text that the script executes, and where in the scanned text it stands.</summary>
/// <param name="Text">The text.</param>
/// <param name="Start">Where it starts in the scanned text.</param>
/// <param name="End">Where it ends there; more than its length where escapes were taken off.</param>
/// <param name="Depth">How many statements it is wrapped in.</param>
internal sealed record SqlFragment(string Text, int Start, int End, int Depth);
