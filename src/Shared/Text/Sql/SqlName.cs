namespace AgentGuard.Text.Sql;

/// <summary>A table, schema or other name as it stands in a statement.</summary>
/// <param name="Display">The parts without their quotes, joined by dots.</param>
/// <param name="End">The token after the name.</param>
/// <param name="HasHole">Whether a part of it is not known.</param>
/// <param name="MayContinue">Whether more than a name may stand in its last hole, so that a clause may follow unseen.</param>
internal record SqlName(string Display, int End, bool HasHole, bool MayContinue)
{
    /// <summary>What a finding shows: nothing where the name is not wholly known.</summary>
    public virtual string? Target => HasHole || Display.Length == 0 ? null : Display;

    /// <summary>The name for comparison: lower case, without the schemas that are the default anyway.</summary>
    public string Key { get; } = Normalise(Display);

    /// <summary>The last part, lower case.</summary>
    public string Last { get; } = LastPart(Display.ToLowerInvariant());

    /// <summary>Whether the name itself says that the table lives as long as the session only.</summary>
    public bool IsTemporary
    {
        get
        {
            var key = Display.ToLowerInvariant();
            return Last is ['#', ..] || key is ['@', ..]
                || key.StartsWith("tempdb.", StringComparison.Ordinal)
                || key.StartsWith("pg_temp.", StringComparison.Ordinal)
                || key.StartsWith("pg_temp_", StringComparison.Ordinal) && key.IndexOf('.') > 0
                || key.StartsWith("temp.", StringComparison.Ordinal)
                // Db2's schema for them is in capitals; elsewhere a schema of that name holds what users do in a session.
                || Display.StartsWith("SESSION.", StringComparison.Ordinal);
        }
    }

    private static string Normalise(string display)
    {
        var lower = display.ToLowerInvariant();
        foreach (var schema in new[] { "dbo.", "public.", "main." })
        {
            if (lower.StartsWith(schema, StringComparison.Ordinal)) return lower.Substring(schema.Length);
        }

        return lower;
    }

    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);
}

/// <summary>A column: shown with its own name, and exempt where its table is.</summary>
internal sealed record SqlColumnName(SqlName Table, string Column, bool ColumnHasHole) : SqlName(Table)
{
    public override string? Target => ColumnHasHole || Table.HasHole ? null : Table.Display + "." + Column;
}
