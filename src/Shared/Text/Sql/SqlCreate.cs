namespace AgentGuard.Text.Sql;

/// <summary>What a text creates and copies: the ground for its exemptions, and its backups.</summary>
internal static class SqlCreate
{
    private static readonly HashSet<string> Modifiers = SqlWords.Set(
        "OR REPLACE TEMP TEMPORARY LOCAL GLOBAL UNLOGGED VOLATILE TRANSIENT EXTERNAL FOREIGN VIRTUAL PRIVATE HYBRID ICEBERG COLUMN MULTISET SNAPSHOT");

    private static readonly HashSet<string> Temporary = SqlWords.Set("TEMP TEMPORARY VOLATILE");

    private static readonly string[] BackupNames = ["backup", "bak", "archive", "copy", "snapshot", "_old", "_bck", "_bkp"];

    public static void Create(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var index = statement.Start + 1;
        var temporary = false;
        for (; Modifiers.Contains(tokens.Upper(index)); index++) temporary |= Temporary.Contains(tokens.Upper(index));
        DestructiveKind? kind = tokens.Upper(index) switch
        {
            "TABLE" => DestructiveKind.Table,
            "SCHEMA" => DestructiveKind.Schema,
            "DATABASE" or "KEYSPACE" => DestructiveKind.Database,
            _ => null,
        };
        if (kind is not { } created) return;
        var after = tokens.Skip(index + 1, "IF", "NOT", "EXISTS");
        if (tokens.Name(after, statement.End) is not { } name) return;
        var position = context.Position(statement.Start);
        if (tokens.Are(statement.Start + 1, "OR", "REPLACE") && !temporary)
            context.Destroys(created, "CREATE OR REPLACE " + tokens.Upper(index), name, statement.Start, statement.End);
        // IF NOT EXISTS, or a condition around it, may leave a table that was there before.
        var isNew = after == index + 1 && !statement.IsConditional;
        if (temporary || isNew) context.Script.Created(name, position, temporary, created);
        Filled(context, statement, name, created, temporary);
    }

    /// <summary>Db2's DECLARE GLOBAL TEMPORARY TABLE.</summary>
    public static void Declare(SqlContext context, SqlStatement statement)
    {
        if (context.Tokens.Are(statement.Start + 1, "GLOBAL", "TEMPORARY", "TABLE") && context.Tokens.Name(statement.Start + 4, statement.End) is { } name)
            context.Script.Created(name, context.Position(statement.Start), temporary: true);
    }

    /// <summary>Delta's REPLACE TABLE; MySQL's REPLACE INTO only replaces rows of the same key.</summary>
    public static void Replace(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        if (tokens.Is(statement.Start + 1, "TABLE") && tokens.Name(statement.Start + 2, statement.End) is { } name)
            context.Destroys(DestructiveKind.Table, "REPLACE TABLE", name, statement.Start, statement.End);
    }

    /// <summary>INSERT INTO new SELECT ... FROM old.</summary>
    public static void Insert(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var index = tokens.Skip(statement.Start + 1, "OR", "REPLACE", "IGNORE", "INTO");
        if (tokens.Name(index, statement.End) is not { } name || tokens.Find(name.End, statement.End, "SELECT") is not (var select and >= 0)
            || Source(tokens, select, statement.End) is not { } source) return;
        context.Script.Rebuilds.Copied(source, name, context.Position(statement.Start));

        // Behind a WITH, or the condition of an IF, it copies what is no table, or perhaps nothing.
        var isBehind = statement.Start > 0 && tokens.Is(statement.Start - 1, ")");
        if (!isBehind && tokens.Is(select + 1, "*") && IsBackupName(name)) BackUp(context, statement, source, "INSERT INTO SELECT", DestructiveKind.Table);
    }

    /// <summary>SELECT ... INTO new FROM old.</summary>
    public static void Select(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var into = tokens.Find(statement.Start, statement.End, "INTO", "FROM");
        if (into < 0 || !tokens.Is(into, "INTO")) return;
        var index = tokens.Skip(into + 1, "TEMP", "TEMPORARY", "TABLE", "UNLOGGED");
        if (tokens.Name(index, statement.End) is not { } name || tokens.Kind(index) == SqlTokenKind.Parameter) return;
        var position = context.Position(statement.Start);
        if (!statement.IsConditional) context.Script.Created(name, position, tokens.IsAny(into + 1, "TEMP", "TEMPORARY"));
        if (Source(tokens, into, statement.End) is not { } source) return;
        context.Script.Rebuilds.Copied(source, name, position);
        if (tokens.Is(statement.Start + 1, "*") && IsBackupName(name)) BackUp(context, statement, source, "SELECT INTO", DestructiveKind.Table);
    }

    /// <summary>MySQL's RENAME TABLE a TO b, c TO d.</summary>
    public static void Rename(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var index = tokens.Skip(statement.Start + 1, "TABLE", "TABLES");
        while (tokens.Name(index, statement.End) is { } from && tokens.Is(from.End, "TO") && tokens.Name(from.End + 1, statement.End) is { } to)
        {
            context.Script.Rebuilds.Renamed(from, to, context.Position(index));
            if (!tokens.Is(to.End, ",")) return;
            index = to.End + 1;
        }
    }

    public static void BackupStatement(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var index = statement.Start + 1;
        var (kind, verb) = tokens.Upper(index) switch
        {
            "DATABASE" => (DestructiveKind.Database, "BACKUP DATABASE"),
            "LOG" => (DestructiveKind.Database, "BACKUP LOG"),
            "TABLE" => (DestructiveKind.Table, "BACKUP TABLE"),
            "ALL" or "INTO" or "TO" => (DestructiveKind.Database, "BACKUP"),
            "CERTIFICATE" or "MASTER" or "SERVICE" => (DestructiveKind.Key, "BACKUP KEY"),
            _ => default,
        };
        if (verb is not null) context.Report(TextEffect.BacksUp, kind, verb, tokens.Name(index + 1, statement.End), statement.Start, statement.End);
    }

    public static void Export(SqlContext context, SqlStatement statement)
    {
        if (context.Tokens.Is(statement.Start + 1, "DATABASE"))
            context.Report(TextEffect.BacksUp, DestructiveKind.Database, "EXPORT DATABASE", null, statement.Start, statement.End);
    }

    private static void Filled(SqlContext context, SqlStatement statement, SqlName name, DestructiveKind kind, bool temporary)
    {
        var tokens = context.Tokens;
        var clone = tokens.Find(name.End, statement.End, "CLONE");
        if (clone >= 0 && !temporary && tokens.Name(clone + 1, statement.End) is { } cloned)
        {
            BackUp(context, statement, cloned, "CREATE " + (kind == DestructiveKind.Table ? "TABLE" : "DATABASE") + " CLONE", kind);
            return;
        }

        var select = tokens.Find(name.End, statement.End, "SELECT");
        if (kind != DestructiveKind.Table || select < 0 || Source(tokens, select, statement.End) is not { } source) return;
        context.Script.Rebuilds.Copied(source, name, context.Position(statement.Start));
        if (!temporary && tokens.Is(select + 1, "*") && IsBackupName(name)) BackUp(context, statement, source, "CREATE TABLE AS SELECT", DestructiveKind.Table);
    }

    private static void BackUp(SqlContext context, SqlStatement statement, SqlName source, string verb, DestructiveKind kind) =>
        context.Report(TextEffect.BacksUp, kind, verb, source, statement.Start, statement.End);

    // A temporary table is gone with the session.
    private static bool IsBackupName(SqlName name) => !name.Last.StartsWith("#", StringComparison.Ordinal) && BackupNames.Any(word => name.Last.IndexOf(word, StringComparison.Ordinal) >= 0);

    // The one table whose rows all come along: no condition, no limit, no second table.
    private static SqlName? Source(SqlTokens tokens, int start, int end)
    {
        var from = tokens.Find(start, end, "FROM");
        if (from < 0 || tokens.Name(from + 1, end) is not { } source) return null;
        for (var i = source.End; i < end; i = tokens.Next(i, end))
        {
            if (tokens.IsAny(i, "WHERE", "LIMIT", "JOIN", ",", "FETCH", "HAVING", "UNION", "EXCEPT", "TABLESAMPLE") || tokens.IsHole(i)) return null;
        }

        return tokens.Find(start, from, "TOP") < 0 ? source : null;
    }
}
