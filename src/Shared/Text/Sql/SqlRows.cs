namespace AgentGuard.Text.Sql;

/// <summary>DELETE, UPDATE and MERGE that no condition limits.</summary>
internal static class SqlRows
{
    private static readonly string[] AfterCondition =
        ["ORDER", "LIMIT", "RETURNING", "OPTION", "GROUP", "WINDOW", "SETTINGS", "LOG", "UNION", "IF", "ALLOW", "FETCH", "WHEN"];

    // A billion rows have ten.
    private const int DigitsOfNoTable = 10;

    // What takes rows away from a query beside its condition.
    private static readonly string[] Narrowing = ["GROUP", "HAVING", "EXCEPT", "MINUS", "INTERSECT", "OFFSET", "TABLESAMPLE"];

    public static void Delete(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var index = tokens.Skip(statement.Start + 1, "LOW_PRIORITY", "QUICK", "IGNORE");
        if (IsLimitedTop(tokens, ref index, statement.End)) return;
        var list = tokens.Skip(index, "FROM", "ONLY");
        var name = tokens.Name(list, statement.End);
        if (name is null || name.MayContinue) return;
        // DELETE and then nothing known: the whole rest may stand in the hole.
        if (list == index && tokens.IsHole(list) && name.End == list + 1) return;
        var after = name.End;
        // SQLite's counters, which no table needs.
        if (name.Last == "sqlite_sequence") return;
        // DELETE a FROM orders a: the name is an alias of what FROM lists.
        var from = list > index ? -1 : tokens.Find(name.End, statement.End, "FROM");
        if (from >= 0) name = Resolve(tokens, name, from + 1, statement.End);
        if (!IsLimited(tokens, statement, name, after))
            context.Destroys(DestructiveKind.Rows, "DELETE", name, statement.Start, statement.End);
    }

    public static void Update(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var index = tokens.Skip(statement.Start + 1, "LOW_PRIORITY", "IGNORE", "OR", "ROLLBACK", "ABORT", "REPLACE", "FAIL", "ONLY");
        if (IsLimitedTop(tokens, ref index, statement.End)) return;
        var name = tokens.Name(index, statement.End);
        if (name is null || name.MayContinue) return;
        var set = tokens.Find(name.End, statement.End, "SET");
        if (set < 0) return;
        var from = tokens.Find(set, statement.End, "FROM");
        var target = from >= 0 ? Resolve(tokens, name, from + 1, statement.End) : name;
        if (IsLimited(tokens, statement, target, name.End)) return;
        if (!SqlAssignments.KeepValues(context, target, set + 1, statement.End))
            context.Destroys(DestructiveKind.Rows, "UPDATE", target, statement.Start, statement.End);
    }

    public static void Merge(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var name = tokens.Name(tokens.Skip(statement.Start + 1, "INTO"), statement.End);
        var joinsAll = JoinsAll(tokens, statement);
        for (var i = statement.Start; i < statement.End; i = tokens.Next(i, statement.End))
        {
            var isLeftOut = tokens.Are(i, "NOT", "MATCHED", "BY", "SOURCE");
            if (!isLeftOut && !(joinsAll && tokens.Are(i, "WHEN", "MATCHED"))) continue;
            var then = tokens.Find(i, statement.End, "THEN");
            if (then < 0) return;
            var condition = i + (isLeftOut ? 4 : 2);
            var filtered = tokens.Is(condition, "AND") && SqlCondition.Evaluate(tokens, condition + 1, then) != true;
            if (tokens.Is(then + 1, "DELETE") && !filtered)
                context.Destroys(DestructiveKind.Rows, "MERGE DELETE", name, statement.Start, statement.End);
            i = then;
        }
    }

    // MERGE t USING s ON 1 = 1: every row of the target is matched.
    private static bool JoinsAll(SqlTokens tokens, SqlStatement statement)
    {
        var on = tokens.Find(statement.Start, statement.End, "ON");
        var when = on < 0 ? -1 : tokens.Find(on, statement.End, "WHEN");
        return when >= 0 && SqlCondition.Evaluate(tokens, on + 1, when) == true;
    }

    /// <summary>Whether a query hands out every row of one table.</summary>
    public static bool SelectsAll(SqlTokens tokens, SqlStatement statement)
    {
        var from = tokens.Find(statement.Start, statement.End, "FROM");
        return statement is { Verb: "SELECT", With: null }
            && from >= 0
            && tokens.Find(statement.Start, from, "TOP") < 0
            && tokens.Find(from, statement.End, Narrowing) < 0
            && tokens.Name(from + 1, statement.End) is { MayContinue: false } name
            && !IsLimited(tokens, statement, name, name.End);
    }

    /// <summary>Whether a condition, a limit or text that is not known keeps the statement from reaching every row.</summary>
    private static bool IsLimited(SqlTokens tokens, SqlStatement statement, SqlName name, int start)
    {
        var end = statement.End;
        var joins = false;
        for (var i = start; i < end; i = tokens.Next(i, end))
        {
            if (tokens.Is(i, "WHERE")) return (IsRealCondition(tokens, i + 1, end) && !IsInItself(tokens, i + 1, end, name)) || HasLimit(tokens, i + 1, end);
            if (IsRowLimit(tokens, i)) return true;
            if (tokens.IsHole(i) && !IsOperand(tokens, i)) return true;
            if (tokens.HasHole(i) && tokens.IsWord(i) && !IsOperand(tokens, i)) return true;
            joins |= IsJoinCondition(tokens, i, start, end);
        }

        return joins || IsLimitedByExpression(tokens, statement, name);
    }

    // DELETE FROM c, where WITH defines c by a limited query.
    private static bool IsLimitedByExpression(SqlTokens tokens, SqlStatement statement, SqlName name)
    {
        if (statement.With is not { } with) return false;
        for (var i = with.Start; i < statement.Start; i = tokens.Next(i, statement.Start))
        {
            if (!tokens.Is(i + 1, "AS") || !tokens.Is(i + 2, "(") || tokens.Name(i, i + 1)?.Key != name.Key) continue;
            var close = tokens.After(i + 2, statement.Start) - 1;
            var where = tokens.Find(i + 3, close, "WHERE");
            return HasLimit(tokens, i + 3, close) || (tokens.Find(i + 3, close, "TOP") is var top and >= 0 && !tokens.IsInLoop(top))
                || (where >= 0 && IsRealCondition(tokens, where + 1, close));
        }

        return false;
    }

    private static bool IsRealCondition(SqlTokens tokens, int start, int end)
    {
        var stop = tokens.Find(start, end, AfterCondition);
        return SqlCondition.Evaluate(tokens, start, stop < 0 ? end : stop) != true;
    }

    // DELETE FROM t WHERE id IN (SELECT id FROM t): each row is in its own table.
    private static bool IsInItself(SqlTokens tokens, int start, int end, SqlName table)
    {
        if (tokens.Name(start, end) is not { } column || !tokens.Are(column.End, "IN", "(", "SELECT")) return false;
        var close = tokens.After(column.End + 1, end) - 1;
        var first = tokens.Skip(column.End + 3, "DISTINCT", "ALL");
        if (tokens.Is(first, "TOP") && tokens.IsInLoop(first)) first = tokens.Next(first + 1, close);
        var selected = tokens.Name(first, close);
        return selected?.Last == column.Last && tokens.Is(selected.End, "FROM")
            && tokens.Name(selected.End + 1, close) is { } source && source.Key == table.Key
            && tokens.Skip(source.End, "AS") is var alias && (EndsIn(tokens, alias, close) || (tokens.Name(alias, close) is { } other && EndsIn(tokens, other.End, close)))
            && (close + 1 >= end || tokens.IsAny(close + 1, AfterCondition));
    }

    // A limit that only makes portions of the whole is no end of it.
    private static bool EndsIn(SqlTokens tokens, int index, int close) => index == close || (tokens.Is(index, "LIMIT") && tokens.IsInLoop(index));

    private static bool HasLimit(SqlTokens tokens, int start, int end)
    {
        for (var i = start; i < end; i = tokens.Next(i, end))
        {
            if (IsRowLimit(tokens, i)) return true;
        }

        return false;
    }

    // A limit in a loop only makes portions of the whole, and one that no table reaches is none.
    private static bool IsRowLimit(SqlTokens tokens, int index) =>
        ((tokens.Is(index, "LIMIT") && !tokens.IsAny(index + 1, "ALL", "NULL", "-") && !IsBeyondTables(tokens, index + 1)) || tokens.Are(index, "FETCH", "FIRST")) && !tokens.IsInLoop(index);

    private static bool IsBeyondTables(SqlTokens tokens, int index) => tokens.Kind(index) == SqlTokenKind.Number && tokens[index].Length >= DigitsOfNoTable;

    // A hole after an operator, a comma or JOIN is a value or a name; anywhere else the missing clause may be in it.
    private static bool IsOperand(SqlTokens tokens, int index) =>
        (tokens.Kind(index - 1) == SqlTokenKind.Symbol && !tokens.Is(index - 1, ")") && !tokens.Is(index - 1, "*") && tokens[index].Length < 2)
        // `SET total = price * {factor}`, which is no `SELECT * {where}`.
        || (tokens.Is(index - 1, "*") && tokens.IsAny(index - 3, "=", "+", "-", "*", "/") && tokens[index].Length < 2)
        || tokens.IsAny(index - 1, "FROM", "JOIN", "AS", "BY", "ON");

    // Only a join that drops rows of the target limits it: an outer join keeps them all.
    private static bool IsJoinCondition(SqlTokens tokens, int index, int start, int end)
    {
        if (tokens.IsAny(index, "NATURAL", "APPLY")) return !tokens.Is(index - 1, "OUTER");
        if (!tokens.Is(index, "JOIN")) return false;
        if (index > start && tokens.IsAny(index - 1, "LEFT", "FULL")) return false;
        if (index > start && tokens.Is(index - 1, "OUTER") && tokens.IsAny(index - 2, "LEFT", "FULL")) return false;
        var on = index + 1;
        while (on < end && !tokens.IsAny(on, "ON", "JOIN", "WHERE", "USING")) on = tokens.Next(on, end);
        if (tokens.Is(on, "USING")) return true;
        if (!tokens.Is(on, "ON")) return false;
        var stop = tokens.Find(on + 1, end, "JOIN", "WHERE", "SET", "LEFT", "RIGHT", "INNER", "FULL", "CROSS", "ORDER", "LIMIT", "RETURNING", "OPTION");
        return SqlCondition.Evaluate(tokens, on + 1, stop < 0 ? end : stop) != true;
    }

    private static bool IsLimitedTop(SqlTokens tokens, ref int index, int end)
    {
        if (!tokens.Is(index, "TOP")) return false;
        var top = index;
        index = tokens.Next(index + 1, end);
        if (!tokens.Is(index, "PERCENT")) return !tokens.IsInLoop(top) && !IsBeyondTables(tokens, tokens.Skip(top + 1, "("));
        index++;
        return !tokens.Is(index - 2, "100") && !tokens.Is(index - 3, "100");
    }

    private static SqlName Resolve(SqlTokens tokens, SqlName alias, int start, int end)
    {
        for (var i = start; i < end && !tokens.IsAny(i, "WHERE", "SET"); i = tokens.Next(i, end))
        {
            if (tokens.Name(i, end) is not { } table) continue;
            var named = tokens.Skip(table.End, "AS");
            if (tokens.Name(named, end) is { } other && other.Key == alias.Key) return table;
            if (table.Last == alias.Key) return table;
            i = table.End - 1;
        }

        return alias;
    }
}
