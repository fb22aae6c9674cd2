using System.Collections.Immutable;
using AgentGuard.Text.Sql;

namespace AgentGuard.Analyzers.Operations.Migrations;

/// <summary>Whether SQL reads a table (and column) and writes what it held elsewhere: the rebuild of a table, or expand and contract.</summary>
internal static class CopyingSql
{
    // Words in a value that are no column.
    private static readonly ImmutableHashSet<string> Constants = ImmutableHashSet.Create("NULL", "TRUE", "FALSE", "DEFAULT", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_USER", "AND", "OR", "NOT", "IS", "AS", "N", "INTERVAL", "COLLATE");

    /// <summary>Whether a statement of the text copies.</summary>
    /// <param name="text">SQL.</param>
    /// <param name="table">The table, without its schema.</param>
    /// <param name="column">The column, or null for the whole table.</param>
    public static bool Copies(string text, string table, string? column)
    {
        var reading = SqlReading.Of(text)[0];
        var tokens = SqlTokenizer.Read(text, reading);
        return Mentions(tokens, table, 0, tokens.Count) && new SqlSplitter(tokens, reading.LooseStatements).Split().Any(statement => statement.Verb switch
        {
            "INSERT" => tokens.Find(statement.Start, statement.End, "SELECT") is var select and >= 0 && (column is null || Mentions(tokens, column, select, statement.End)),
            "UPDATE" => column is not null && Assigns(tokens, column, statement),
            _ => false,
        });
    }

    /// <summary>The columns that an UPDATE of a table fills, each with what other columns of the same row hold: <c>SET Slug = lower(Name)</c>; none where a value comes from elsewhere.</summary>
    public static ImmutableArray<string> Filled(string text, string table)
    {
        var reading = SqlReading.Of(text)[0];
        var tokens = SqlTokenizer.Read(text, reading);
        if (new SqlSplitter(tokens, reading.LooseStatements).Split().ToList() is not [{ Verb: "UPDATE" } update] || tokens.Name(update.Start + 1, update.End) is not { } updated || !IsName(updated.Last, table)) return ImmutableArray<string>.Empty;
        var filled = ImmutableArray.CreateBuilder<string>();
        for (var i = tokens.Find(update.Start, update.End, "SET"); i >= 0; i = tokens.Find(i + 1, update.End, ","))
        {
            if (tokens.Name(i + 1, update.End) is not { } written || !tokens.Is(written.End, "=")) return ImmutableArray<string>.Empty;
            var end = tokens.Find(written.End, update.End, ",", "WHERE");
            if (!ReadsRow(tokens, written.End + 1, end < 0 ? update.End : end)) return ImmutableArray<string>.Empty;
            filled.Add(written.Last);
        }

        return filled.ToImmutable();
    }

    // Some column, and no other table.
    private static bool ReadsRow(SqlTokens tokens, int start, int end)
    {
        var reads = false;
        for (var i = start; i < end; i++)
        {
            if (tokens.IsAny(i, "SELECT", "FROM", "CASE")) return false;
            reads |= tokens.Kind(i) is SqlTokenKind.Word or SqlTokenKind.QuotedName && !tokens.Is(i + 1, "(") && !Constants.Contains(tokens.Upper(i));
        }

        return reads;
    }

    // SET other = column, or what another table says of it: `SET Status = s.Name FROM statuses s WHERE s.Id = t.StatusId`. What goes back into the column itself is not kept.
    private static bool Assigns(SqlTokens tokens, string column, SqlStatement statement)
    {
        var start = tokens.Find(statement.Start, statement.End, "SET");
        while (start >= 0 && tokens.Name(start + 1, statement.End) is { } written && tokens.Is(written.End, "="))
        {
            var end = tokens.Find(written.End, statement.End, ",", "FROM", "WHERE", "OUTPUT", "RETURNING");
            var valueEnd = end < 0 ? statement.End : end;
            if (!IsName(written.Last, column) && Mentions(tokens, column, written.End, tokens.Find(written.End, valueEnd, ".") >= 0 ? statement.End : valueEnd)) return true;
            start = tokens.Is(end, ",") ? end : -1;
        }

        return false;
    }

    private static bool Mentions(SqlTokens tokens, string name, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (tokens.Kind(i) is SqlTokenKind.Word or SqlTokenKind.QuotedName && tokens.Name(i, i + 1) is { } word && IsName(word.Last, name)) return true;
        }

        return false;
    }

    private static bool IsName(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
