namespace AgentGuard.Text.Sql;

/// <summary>Statements that administer a server: rights, sessions, replication, repair, restore.</summary>
internal static class SqlAdmin
{
    private static readonly Dictionary<string, (DestructiveKind Kind, TextEffect Effect)> Procedures = new(StringComparer.OrdinalIgnoreCase)
    {
        // Its files stay, as with SET OFFLINE.
        ["sp_detach_db"] = (DestructiveKind.Infrastructure, TextEffect.Destroys),
        ["sp_dbremove"] = (DestructiveKind.Database, TextEffect.Destroys),
        ["sp_droplogin"] = (DestructiveKind.Identity, TextEffect.Destroys),
        ["sp_dropuser"] = (DestructiveKind.Identity, TextEffect.Destroys),
        ["sp_dropsrvrolemember"] = (DestructiveKind.Identity, TextEffect.Destroys),
        ["sp_revokedbaccess"] = (DestructiveKind.Identity, TextEffect.Destroys),
        ["sp_delete_backuphistory"] = (DestructiveKind.Backup, TextEffect.Destroys),
        ["sp_delete_database_backuphistory"] = (DestructiveKind.Backup, TextEffect.Destroys),
        ["xp_delete_file"] = (DestructiveKind.Backup, TextEffect.Destroys),
        ["xp_delete_files"] = (DestructiveKind.Backup, TextEffect.Destroys),
        ["rds_drop_database"] = (DestructiveKind.Database, TextEffect.Destroys),
        ["sp_dropsubscription"] = (DestructiveKind.Replication, TextEffect.Destroys),
        ["sp_droppublication"] = (DestructiveKind.Replication, TextEffect.Destroys),
        ["sp_removedbreplication"] = (DestructiveKind.Replication, TextEffect.Destroys),
    };

    private static readonly Dictionary<string, DestructiveKind> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pg_terminate_backend"] = DestructiveKind.Compute,
        ["pg_cancel_backend"] = DestructiveKind.Compute,
        ["pg_drop_replication_slot"] = DestructiveKind.Replication,
        ["pg_replication_origin_drop"] = DestructiveKind.Replication,
        ["pg_resetwal"] = DestructiveKind.Database,
        ["lo_unlink"] = DestructiveKind.Rows,
        ["drop_chunks"] = DestructiveKind.Rows,
    };

    public static IEnumerable<string> FunctionNames => Functions.Keys;

    public static IEnumerable<string> ProcedureNames => Procedures.Keys;

    public static void Statement(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var next = statement.Start + 1;
        switch (statement.Verb)
        {
            case "REVOKE" when tokens.Is(next, "ALL") || tokens.Find(next, statement.End, "CONNECT") >= 0:
                Destroys(DestructiveKind.Identity, tokens.Is(next, "ALL") ? "REVOKE ALL" : "REVOKE CONNECT");
                break;
            case "GRANT" when tokens.Is(next, "ALL") && tokens.Find(next, statement.End, "ON") is var on and >= 0 && tokens.Are(on + 1, "*", ".", "*"):
                context.Report(TextEffect.Weakens, DestructiveKind.Identity, "GRANT ALL ON *.*", null, statement.Start, statement.End);
                break;
            case "REASSIGN" when tokens.Is(next, "OWNED"):
                Destroys(DestructiveKind.Identity, "REASSIGN OWNED");
                break;
            case "RESET" when tokens.IsAny(next, "MASTER", "SLAVE", "REPLICA") || tokens.Are(next, "BINARY", "LOGS"):
                Destroys(DestructiveKind.Replication, "RESET " + tokens.Upper(next));
                break;
            case "STOP" when tokens.IsAny(next, "SLAVE", "REPLICA", "GROUP_REPLICATION"):
                Destroys(DestructiveKind.Replication, "STOP " + tokens.Upper(next));
                break;
            case "KILL" when IsSession(tokens, next):
                Destroys(DestructiveKind.Compute, "KILL");
                break;
            case "SHUTDOWN" when next >= statement.End || tokens.IsAny(next, "WITH", "IMMEDIATE", "ABORT", "NORMAL", "TRANSACTIONAL"):
                Destroys(DestructiveKind.Compute, "SHUTDOWN");
                break;
            case "VACUUM":
                Vacuum(context, statement);
                break;
            case "CLUSTER" when tokens.Name(next, statement.End) is { } table && (table.End >= statement.End || tokens.Is(table.End, "USING")):
                context.Destroys(DestructiveKind.Infrastructure, "CLUSTER", table, statement.Start, statement.End);
                break;
            case "COPY" when tokens.Find(next, statement.End, "PROGRAM") is var program and >= 0 && tokens.IsText(program + 1):
                SqlDynamic.RunShell(context, statement, "COPY PROGRAM", tokens.Value(program + 1));
                break;
            case "DBCC" when Contains(tokens, next, statement.End, "REPAIR_ALLOW_DATA_LOSS"):
                Destroys(DestructiveKind.Database, "DBCC REPAIR_ALLOW_DATA_LOSS");
                break;
            case "RESTORE" when tokens.Is(next, "DATABASE") && tokens.Find(next, statement.End, "REPLACE") >= 0:
                context.Destroys(DestructiveKind.Database, "RESTORE DATABASE WITH REPLACE", tokens.Name(next + 1, statement.End), statement.Start, statement.End);
                break;
        }

        void Destroys(DestructiveKind kind, string verb) => context.Destroys(kind, verb, null, statement.Start, statement.End);
    }

    public static void Procedure(SqlContext context, SqlStatement statement, SqlName procedure)
    {
        if (Procedures.TryGetValue(procedure.Last, out var effect))
            context.Report(effect.Effect, effect.Kind, "EXEC " + procedure.Last, null, statement.Start, statement.End);
    }

    /// <summary>A function that does harm wherever a query calls it.</summary>
    public static void FunctionCall(SqlContext context, int index)
    {
        var tokens = context.Tokens;
        if (tokens.IsWord(index) && tokens.Is(index + 1, "(") && Functions.TryGetValue(tokens.Raw(index), out var kind) && !IsRetention(tokens, index) && !IsOneObject(tokens, index))
            context.Destroys(kind, tokens.Raw(index).ToLowerInvariant(), null, index, tokens.After(index + 1, tokens.Count));
        else
            SqlDynamic.CallInQuery(context, index);
    }

    // drop_chunks('conditions', INTERVAL '30 days'): what is past its time.
    private static bool IsRetention(SqlTokens tokens, int function)
    {
        if (!tokens.Is(function, "DROP_CHUNKS")) return false;
        var close = tokens.After(function + 1, tokens.Count);
        var interval = tokens.Find(function + 2, close, "INTERVAL");
        return interval > 0 && tokens.IsText(interval + 1) && tokens.Value(interval + 1).Any(static c => c is >= '1' and <= '9' or FoldedText.Hole) && tokens.Find(function + 2, close, "NEWER_THAN") < 0;
    }

    // lo_unlink(123); with a table behind it, it takes every row's.
    private static bool IsOneObject(SqlTokens tokens, int function) => tokens.Is(function, "LO_UNLINK") && tokens.Kind(function + 2) is SqlTokenKind.Number or SqlTokenKind.Parameter && tokens.Is(function + 3, ")") && !tokens.Is(function + 4, "FROM");

    private static bool IsSession(SqlTokens tokens, int index) =>
        tokens.Kind(index) is SqlTokenKind.Number or SqlTokenKind.Parameter or SqlTokenKind.Hole or SqlTokenKind.String
        || tokens.IsAny(index, "CONNECTION", "QUERY", "SESSION");

    private static void Vacuum(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        if (tokens.Find(statement.Start, statement.End, "INTO") >= 0)
            context.Report(TextEffect.BacksUp, DestructiveKind.Database, "VACUUM INTO", null, statement.Start, statement.End);
        else if (tokens.Is(statement.Start + 1, "FULL") || (tokens.Is(statement.Start + 1, "(") && Contains(tokens, statement.Start + 1, tokens.After(statement.Start + 1, statement.End), "FULL")))
            context.Destroys(DestructiveKind.Infrastructure, "VACUUM FULL", null, statement.Start, statement.End);
        else if (tokens.Find(statement.Start, statement.End, "RETAIN") is var retain and >= 0 && tokens.Is(retain + 1, "0"))
            context.Destroys(DestructiveKind.Backup, "VACUUM RETAIN 0", tokens.Name(statement.Start + 1, statement.End), statement.Start, statement.End);
    }

    private static bool Contains(SqlTokens tokens, int start, int end, string word)
    {
        for (var i = start; i < end; i++)
        {
            if (tokens.Is(i, word)) return true;
        }

        return false;
    }
}
