namespace AgentGuard.Text.Sql;

/// <summary>ALTER statements that drop columns or partitions, take databases offline, or switch checks off.</summary>
internal static class SqlAlter
{
    // After ALTER TABLE t DROP these name something that holds no data; a bare name there is a column.
    private static readonly HashSet<string> NotColumns = SqlWords.Set(
        "CONSTRAINT INDEX KEY PRIMARY FOREIGN CHECK DEFAULT NOT EXPRESSION IDENTITY UNIQUE PERIOD STATISTICS PROJECTION ROW TAG MASKING CLUSTERING " +
        "SEARCH FEATURE POLICY ALL TRIGGER RULE LABEL SUPPLEMENTAL IS SUBPARTITION_TEMPLATE STORAGE AGGREGATION");

    public static void Alter(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var index = tokens.Skip(statement.Start + 1, "EXTERNAL", "FOREIGN", "PLUGGABLE", "ICEBERG");
        switch (tokens.Upper(index))
        {
            case "TABLE":
                AlterTable(context, statement, index + 1);
                break;
            case "DATABASE":
                AlterDatabase(context, statement, index + 1);
                break;
            case "SYSTEM":
                AlterSystem(context, statement, index + 1);
                break;
            case "LOGIN" or "USER" or "ROLE" when tokens.Find(index, statement.End, "DISABLE", "NOLOGIN", "LOCK") >= 0:
                context.Destroys(
                    DestructiveKind.Identity, "ALTER " + tokens.Upper(index) + " DISABLE", tokens.Name(index + 1, statement.End), statement.Start, statement.End);
                break;
            case "TABLESPACE" when tokens.Are(index + 2, "DROP", "DATAFILE"):
                context.Destroys(DestructiveKind.Database, "ALTER TABLESPACE DROP DATAFILE", tokens.Name(index + 1, index + 2), statement.Start, statement.End);
                break;
        }

        var retention = tokens.Find(index, statement.End, "DATA_RETENTION_TIME_IN_DAYS");
        if (retention >= 0 && tokens.Are(retention + 1, "=", "0"))
            context.Report(TextEffect.Weakens, DestructiveKind.Backup, "DATA_RETENTION_TIME_IN_DAYS = 0", tokens.Name(index + 1, statement.End), statement.Start, statement.End);
    }

    private static void AlterTable(SqlContext context, SqlStatement statement, int index)
    {
        var tokens = context.Tokens;
        index = tokens.Skip(index, "IF", "EXISTS", "ONLY");
        if (tokens.Name(index, statement.End) is not { } table) return;
        var actions = tokens.Skip(table.End, "*");
        // ClickHouse
        if (tokens.Are(actions, "ON", "CLUSTER")) actions = tokens.IsText(actions + 2) ? actions + 3 : tokens.Name(actions + 2, statement.End)?.End ?? actions;
        for (var i = actions; i < statement.End;)
        {
            if (tokens.Are(i, "WITH") && tokens.IsAny(i + 1, "CHECK", "NOCHECK")) i += 2;
            Action(context, statement, table, i);
            i = tokens.Find(i, statement.End, ",");
            if (i++ < 0) break;
            // SQL Server: DROP COLUMN a, b and DROP CONSTRAINT c, COLUMN d go on without the verb.
            if (tokens.Is(i, "COLUMN")) DropColumn(context, statement, table, i);
        }
    }

    private static void Action(SqlContext context, SqlStatement statement, SqlName table, int i)
    {
        var tokens = context.Tokens;
        switch (tokens.Upper(i))
        {
            case "ADD" when !tokens.IsAny(i + 1, "CONSTRAINT", "INDEX", "KEY", "PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "PARTITION"):
                AddColumn(context, table, tokens.Skip(i + 1, "COLUMN", "IF", "NOT", "EXISTS", "("), statement.End);
                break;
            case "DROP":
                DropPart(context, statement, table, i + 1);
                break;
            case "TRUNCATE" when tokens.IsAny(i + 1, "PARTITION", "SUBPARTITION"):
                context.Destroys(DestructiveKind.Rows, "ALTER TABLE TRUNCATE PARTITION", table, statement.Start, statement.End);
                break;
            case "DELETE" when tokens.Is(i + 1, "WHERE"):
                if (SqlCondition.Evaluate(tokens, i + 2, statement.End) == true)
                    context.Destroys(DestructiveKind.Rows, "ALTER TABLE DELETE", table, statement.Start, statement.End);
                break;
            case "DISCARD" when tokens.Is(i + 1, "TABLESPACE"):
                context.Destroys(DestructiveKind.Rows, "ALTER TABLE DISCARD TABLESPACE", table, statement.Start, statement.End);
                break;
            case "CLEAR" when tokens.Is(i + 1, "COLUMN"):
                context.Destroys(DestructiveKind.Column, "ALTER TABLE CLEAR COLUMN", Column(table, tokens.Name(i + 2, statement.End)), statement.Start, statement.End);
                break;
            case "SET" when tokens.Is(i + 1, "UNUSED"):
                context.Destroys(DestructiveKind.Column, "ALTER TABLE SET UNUSED", table, statement.Start, statement.End);
                break;
            case "RENAME" when tokens.IsAny(i + 1, "TO", "AS"):
                if (tokens.Name(i + 2, statement.End) is { } renamed) context.Script.Rebuilds.Renamed(table, renamed, context.Position(i));
                break;
            case "DISABLE" when tokens.Is(i + 1, "TRIGGER") && tokens.IsAny(i + 2, "ALL", "USER"):
                context.Report(TextEffect.Weakens, DestructiveKind.Rows, "DISABLE TRIGGER ALL", table, statement.Start, statement.End);
                break;
            case "DISABLE" when tokens.Are(i + 1, "ROW", "LEVEL", "SECURITY"):
                context.Report(TextEffect.Weakens, DestructiveKind.Identity, "DISABLE ROW LEVEL SECURITY", table, statement.Start, statement.End);
                break;
            case "NOCHECK" when tokens.Are(i + 1, "CONSTRAINT", "ALL"):
                context.Report(TextEffect.Weakens, DestructiveKind.Rows, "NOCHECK CONSTRAINT ALL", table, statement.Start, statement.End);
                break;
        }
    }

    private static void AddColumn(SqlContext context, SqlName table, int index, int end)
    {
        if (context.Tokens.Name(index, end) is { HasHole: false } column) context.Script.ColumnAdded(table, column.Last);
    }

    private static void DropPart(SqlContext context, SqlStatement statement, SqlName table, int i)
    {
        var tokens = context.Tokens;
        if (tokens.IsAny(i, "PARTITION", "SUBPARTITION", "PART", "RANGE") || (tokens.Is(i, "IF") && tokens.Is(i + 2, "PARTITION")) || tokens.Are(i, "DETACHED", "PARTITION"))
            context.Destroys(DestructiveKind.Rows, "ALTER TABLE DROP PARTITION", table, statement.Start, statement.End);
        else if (tokens.Are(i, "SYSTEM", "VERSIONING"))
            context.Destroys(DestructiveKind.Backup, "ALTER TABLE DROP SYSTEM VERSIONING", table, statement.Start, statement.End);
        else if (tokens.IsHole(i) || !NotColumns.Contains(tokens.Upper(i)))
            DropColumn(context, statement, table, i);
        else if (tokens.IsAny(i, "CONSTRAINT") && tokens.Find(i, statement.End, "COLUMN") is var column and >= 0 && !tokens.Is(column - 1, "DROP") && !tokens.Is(column - 1, ","))
            DropColumn(context, statement, table, column);
    }

    private static void DropColumn(SqlContext context, SqlStatement statement, SqlName table, int i)
    {
        var tokens = context.Tokens;
        // A hole may name a constraint as well as a column: DROP {what}.
        if (tokens.IsHole(i)) return;
        if (tokens.Are(i, "UNUSED", "COLUMNS"))
        {
            context.Destroys(DestructiveKind.Column, "ALTER TABLE DROP UNUSED COLUMNS", table, statement.Start, statement.End);
            return;
        }

        i = tokens.Skip(i, "COLUMN", "COLUMNS", "IF", "EXISTS", "(");
        foreach (var column in context.Names(i, statement.End))
        {
            if (column is null || tokens.IsAny(column.End - 1, "DROP", "ADD", "ALTER", "MODIFY", "COLUMN", "RENAME", "CONSTRAINT")) return;
            if (!context.Script.IsNewColumn(table, column.Last) && !context.Script.IsKeptColumn(table, column.Last))
                context.Destroys(DestructiveKind.Column, "ALTER TABLE DROP COLUMN", Column(table, column), statement.Start, statement.End);
        }
    }

    // The column carries its table's name, so that what exempts the table exempts the column.
    private static SqlName Column(SqlName table, SqlName? column) =>
        column is null ? table : new SqlColumnName(table, column.Display, column.HasHole);

    private static void AlterDatabase(SqlContext context, SqlStatement statement, int index)
    {
        var tokens = context.Tokens;
        var name = tokens.Name(index, statement.End);
        if (tokens.Find(index, statement.End, "NOARCHIVELOG") >= 0 || (tokens.Find(index, statement.End, "FLASHBACK") is var flashback and >= 0 && tokens.Is(flashback + 1, "OFF")))
            context.Report(TextEffect.Weakens, DestructiveKind.Backup, "ALTER DATABASE NOARCHIVELOG", name, statement.Start, statement.End);
        if (tokens.Find(index, statement.End, "SET") is not (var set and >= 0)) return;
        if (tokens.IsAny(set + 1, "OFFLINE", "EMERGENCY", "SINGLE_USER", "RESTRICTED_USER"))
            context.Destroys(DestructiveKind.Compute, "ALTER DATABASE SET " + tokens.Upper(set + 1), name, statement.Start, statement.End);
        else if (tokens.Are(set + 1, "RECOVERY", "SIMPLE"))
            context.Report(TextEffect.Weakens, DestructiveKind.Backup, "SET RECOVERY SIMPLE", name, statement.Start, statement.End);
    }

    private static void AlterSystem(SqlContext context, SqlStatement statement, int index)
    {
        var tokens = context.Tokens;
        if (tokens.IsAny(index, "KILL", "DISCONNECT"))
            context.Destroys(DestructiveKind.Compute, "ALTER SYSTEM KILL SESSION", null, statement.Start, statement.End);
        else if (tokens.Is(index, "SET") && tokens.IsAny(index + 1, "FSYNC", "FULL_PAGE_WRITES", "ARCHIVE_MODE") && tokens.IsAny(tokens.Skip(index + 2, "=", "TO"), "OFF", "FALSE", "0"))
            context.Report(TextEffect.Weakens, DestructiveKind.Backup, "ALTER SYSTEM SET " + tokens.Upper(index + 1), null, statement.Start, statement.End);
    }
}
