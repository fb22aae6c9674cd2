namespace AgentGuard.Text.Sql;

/// <summary>DROP, TRUNCATE and what else takes a list of names and leaves nothing of them.</summary>
internal static class SqlDrop
{
    public static void Drop(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var index = statement.Start + 1;
        if (SqlObjects.At(tokens, index) is not { Kind: { } kind } dropped) return;
        var verb = "DROP " + string.Join(" ", dropped.Words);
        index += dropped.Words.Length;
        if (dropped.Words[0] == "OWNED") index = tokens.Skip(index, "BY");
        var after = tokens.Skip(index, "IF", "EXISTS", "CONCURRENTLY");
        if (after == tokens.Count || after >= statement.End) return;
        foreach (var name in context.Names(after, statement.End))
        {
            // Without a name it is prose or a syntax error, unless the name is in brackets or a function.
            if (name is null && !tokens.Is(after, "(")) return;
            context.Destroys(kind, verb, name, statement.Start, statement.End, after > index);
        }
    }

    public static void Truncate(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var index = statement.Start + 1;
        if (tokens.Is(index, "(")) return;
        if (tokens.Are(index, "ALL", "TABLES") || tokens.Is(index, "DATABASE"))
        {
            context.Destroys(DestructiveKind.Rows, "TRUNCATE " + tokens.Upper(index), null, statement.Start, statement.End);
            return;
        }

        var after = tokens.Skip(index, "TABLE", "CLUSTER", "COLUMNFAMILY", "ONLY", "IF", "EXISTS");
        foreach (var name in context.Names(after, statement.End))
        {
            if (name is null) return;
            context.Destroys(DestructiveKind.Rows, after > index ? "TRUNCATE TABLE" : "TRUNCATE", name, statement.Start, statement.End);
        }
    }

    public static void InsertOverwrite(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var index = statement.Start + 1;
        if (!tokens.Is(index, "OVERWRITE")) return;
        var directory = tokens.IsAny(index + 1, "DIRECTORY", "LOCAL");
        var name = tokens.Name(tokens.Skip(index + 1, "INTO", "TABLE"), statement.End);
        context.Destroys(
            directory ? DestructiveKind.Directory : DestructiveKind.Rows, "INSERT OVERWRITE", directory ? null : name, statement.Start, statement.End);
    }

    public static void LoadOverwrite(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var index = tokens.Find(statement.Start, statement.End, "OVERWRITE");
        if (index < 0 || !tokens.Is(statement.Start + 1, "DATA")) return;
        context.Destroys(
            DestructiveKind.Rows, "LOAD DATA OVERWRITE", tokens.Name(tokens.Skip(index + 1, "INTO", "TABLE"), statement.End), statement.Start, statement.End);
    }

    /// <summary>Oracle's PURGE of the recycle bin, and MySQL's of the binary logs.</summary>
    public static void Purge(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var index = statement.Start + 1;
        if (tokens.IsAny(index, "BINARY", "MASTER") && tokens.Is(index + 1, "LOGS"))
            context.Destroys(DestructiveKind.Replication, "PURGE BINARY LOGS", null, statement.Start, statement.End);
        else if (tokens.IsAny(index, "RECYCLEBIN", "DBA_RECYCLEBIN", "TABLESPACE"))
            context.Destroys(DestructiveKind.Backup, "PURGE " + tokens.Upper(index), null, statement.Start, statement.End);
        else if (tokens.Is(index, "TABLE"))
            context.Destroys(DestructiveKind.Table, "PURGE TABLE", tokens.Name(index + 1, statement.End), statement.Start, statement.End);
    }
}
