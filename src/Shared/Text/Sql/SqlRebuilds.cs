namespace AgentGuard.Text.Sql;

/// <summary>Recognises a table that is filled into a new one, dropped, and replaced by it: a change of shape, not a loss.</summary>
internal sealed class SqlRebuilds
{
    private readonly Dictionary<string, List<(string To, int Position)>> _copies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, int Position)> _newName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, int Position)> _oldName = new(StringComparer.Ordinal);

    /// <summary>All rows of one table went into another.</summary>
    public void Copied(SqlName from, SqlName to, int position)
    {
        if (from.HasHole || to.HasHole) return;
        if (!_copies.TryGetValue(from.Key, out var targets)) _copies[from.Key] = targets = [];
        targets.Add((to.Key, position));
    }

    public void Renamed(SqlName from, SqlName to, int position)
    {
        if (from.HasHole || to.HasHole) return;
        var target = to.Key;
        // ALTER TABLE a.x RENAME TO y keeps the schema.
        if (target.IndexOf('.') < 0 && from.Key.LastIndexOf('.') is var dot and >= 0) target = from.Key.Substring(0, dot + 1) + target;
        _newName[from.Key] = (target, position);
        _oldName[target] = (from.Key, position);
    }

    /// <summary>Whether a table that the text created took the rows of this one before, and takes its name.</summary>
    public bool IsReplaced(SqlName dropped, int position, Dictionary<string, int> created)
    {
        var original = OldNameOf(dropped.Key, position);
        return TookOver(dropped.Key, original, position, created) || TookOver(original, original, position, created);
    }

    /// <summary>Whether the text rebuilds any table.</summary>
    public bool IsAny(Dictionary<string, int> created) =>
        _copies.Keys.Any(source => TookOver(source, OldNameOf(source, int.MaxValue), int.MaxValue, created) || TookOver(source, source, int.MaxValue, created));

    private bool TookOver(string source, string name, int position, Dictionary<string, int> created) =>
        _copies.TryGetValue(source, out var targets)
        && targets.Any(copy => copy.Position < position && copy.To != source && created.ContainsKey(copy.To) && FinalNameOf(copy.To, copy.Position) == name);

    // The name that the table had before the text renamed it out of the way.
    private string OldNameOf(string key, int position) => _oldName.TryGetValue(key, out var old) && old.Position < position ? old.Name : key;

    private string FinalNameOf(string key, int position) => _newName.TryGetValue(key, out var now) && now.Position > position ? now.Name : key;
}
