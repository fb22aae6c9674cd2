using System.Globalization;

namespace AgentGuard.Text.Sql;

/// <summary>One comparison of a condition, and whether it holds for every row.</summary>
internal sealed class SqlPredicate(SqlTokens tokens, int start, int end)
{
    private static readonly string[] Comparisons = ["=", "==", "<=>", "<>", "!=", "<", ">", "<=", ">="];

    public bool? Evaluate()
    {
        if (tokens.Is(start, "EXISTS")) return EvaluateExists();
        if (DependsOnMore()) return null;
        for (var i = start; i < end; i = tokens.Next(i, end))
        {
            if (tokens.IsAny(i, Comparisons)) return Compare(i);
            if (tokens.Is(i, "IS")) return EvaluateIs(i);
            if (tokens.IsAny(i, "LIKE", "ILIKE", "REGEXP", "RLIKE", "GLOB", "SIMILAR")) return EvaluateLike(i);
            if (tokens.IsAny(i, "IN", "BETWEEN", "MATCH")) return IsConstant(start, end) ? true : null;
        }

        return Truth(start, end);
    }

    /// <summary>Whether it is about what the caller hands over, and about no row.</summary>
    public bool IsOpen => !DependsOnMore() && IsConstant(start, end) && Enumerable.Range(start, end - start).Any(i => tokens.Kind(i) == SqlTokenKind.Parameter) && !ComparesWithItself();

    private bool ComparesWithItself()
    {
        for (var i = start; i < end; i = tokens.Next(i, end))
        {
            if (tokens.IsAny(i, Comparisons)) return Same(start, i, i + 1, end);
        }

        return false;
    }

    /// <summary>What a row is compared with; null where it is more than one comparison of a column with a constant.</summary>
    public RowComparison? Comparison()
    {
        if (DependsOnMore()) return null;
        for (var i = start; i < end; i = tokens.Next(i, end))
        {
            if (tokens.Is(i, "IS")) return tokens.Is(end - 1, "NULL") && !IsConstant(start, i) ? new RowComparison(Written(start, i), tokens.Is(i + 1, "NOT") ? RowComparison.IsNotNull : RowComparison.IsNull, "") : null;
            if (tokens.IsAny(i, Comparisons)) return Comparison(i);
        }

        return tokens.Name(start, end)?.End == end ? new RowComparison(Written(start, end), "=", "true") : null;
    }

    private RowComparison? Comparison(int index)
    {
        var (left, leftEnd) = Unwrap(start, index);
        var (right, rightEnd) = Unwrap(index + 1, end);
        var sign = tokens.Raw(index) switch { "==" or "<=>" => "=", "!=" => "<>", var raw => raw };
        if (IsConstant(right, rightEnd) && !IsConstant(left, leftEnd)) return new RowComparison(Written(left, leftEnd), sign, Constant(right, rightEnd) ?? Written(right, rightEnd));
        if (IsConstant(left, leftEnd) && !IsConstant(right, rightEnd)) return new RowComparison(Written(right, rightEnd), RowComparison.TurnRound(sign), Constant(left, leftEnd) ?? Written(left, leftEnd));
        return null;
    }

    private string Written(int from, int to) => string.Join(" ", Enumerable.Range(from, Math.Max(0, to - from)).Select(tokens.Raw));

    // A hole or a query inside: what it yields is not known. Nothing after it is looked at, so nested queries cost no second pass.
    private bool DependsOnMore()
    {
        for (var i = start; i < end; i++)
        {
            if (tokens.IsHole(i) || SqlShapes.IsQuery(tokens, i)) return true;
            if (tokens.Kind(i) is SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.Number && tokens.HasHole(i)) return true;
        }

        return false;
    }

    // EXISTS (SELECT 1) is true without a table to look into; EXISTS (SELECT a INTERSECT SELECT @a) compares.
    private bool? EvaluateExists()
    {
        if (!tokens.Is(start + 1, "(")) return null;
        var close = tokens.After(start + 1, end) - 1;
        return tokens.Find(start + 2, close, "FROM", "WHERE", "INTERSECT", "EXCEPT", "MINUS") < 0 ? true : null;
    }

    private bool? EvaluateIs(int index)
    {
        var negated = tokens.Is(index + 1, "NOT");
        var value = index + (negated ? 2 : 1);
        if (!tokens.Is(value, "NULL")) return IsConstant(start, end) ? true : null;
        if (IsConstant(start, index)) return Constant(start, index) is null || tokens.Is(start, "NULL") != negated;
        return negated && IsKeyColumn(start, index) ? true : null;
    }

    private bool? EvaluateLike(int index)
    {
        if (IsConstant(start, end)) return true;
        var negated = tokens.Is(index - 1, "NOT");
        return !negated && tokens.IsText(index + 1) && index + 2 >= end && tokens.Value(index + 1).Trim('%').Length == 0 && tokens.Value(index + 1).Length > 0
            ? true
            : null;
    }

    private bool? Compare(int comparison)
    {
        var sign = tokens.Raw(comparison);
        var (left, leftEnd) = Unwrap(start, comparison);
        var (right, rightEnd) = Unwrap(comparison + 1, end);
        if (left >= leftEnd || right >= rightEnd) return null;
        if (IsConstant(left, leftEnd) && IsConstant(right, rightEnd)) return CompareConstants(left, leftEnd, sign, right, rightEnd);
        if (Same(left, leftEnd, right, rightEnd)) return sign is "=" or "==" or "<=>" or ">=" or "<=";
        return (IsKeyColumn(left, leftEnd) && IsBelowKeys(sign, right, rightEnd)) || (IsKeyColumn(right, rightEnd) && IsBelowKeys(RowComparison.TurnRound(sign), left, leftEnd)) ? true : null;
    }

    // Keys count from one, so id > 0 and id <> -1 hold for every row.
    private bool IsBelowKeys(string sign, int index, int stop)
    {
        if (Constant(index, stop) is not { } text) return false;
        if (text.Length == 0) return sign is "<>" or "!=" or ">";
        if (!Number(text, out var number)) return false;
        return sign switch
        {
            ">" => number <= 0,
            ">=" => number <= 1,
            "<>" or "!=" => number <= 0,
            _ => false,
        };
    }

    private bool? CompareConstants(int left, int leftEnd, string sign, int right, int rightEnd)
    {
        var a = Constant(left, leftEnd);
        var b = Constant(right, rightEnd);
        // All rows or none, by what is not a matter of rows: it limits nothing.
        if (a is null || b is null) return true;
        var order = Number(a, out var x) && Number(b, out var y) ? x.CompareTo(y) : string.CompareOrdinal(a, b);
        return sign switch
        {
            "<>" or "!=" => order != 0,
            "<" => order < 0,
            ">" => order > 0,
            "<=" => order <= 0,
            ">=" => order >= 0,
            _ => order == 0,
        };
    }

    private bool? Truth(int from, int to)
    {
        var (index, stop) = Unwrap(from, to);
        if (index >= stop || !IsConstant(index, stop)) return null;
        return Constant(index, stop) switch
        {
            null => true,
            "0" or "" or "f" or "n" or "no" or "off" => false,
            var text when text.Equals("false", StringComparison.OrdinalIgnoreCase) || text.Equals("null", StringComparison.OrdinalIgnoreCase) => false,
            _ => true,
        };
    }

    private (int Start, int End) Unwrap(int from, int to)
    {
        while (from < to && tokens.Is(from, "(") && tokens.After(from, to) == to && tokens.Is(to - 1, ")"))
        {
            from++;
            to--;
        }

        return (from, to);
    }

    /// <summary>Whether nothing here depends on a row: literals, parameters and functions of them.</summary>
    private bool IsConstant(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            switch (tokens.Kind(i))
            {
                case SqlTokenKind.QuotedName when tokens.Text[tokens[i].Start] != '"' || !IsStringLike(i):
                case SqlTokenKind.Word when !IsConstantWord(i):
                case SqlTokenKind.Hole:
                    return false;
            }
        }

        return from < to;
    }

    // MySQL reads "x" as text; only where both sides are such it is surely no column.
    private bool IsStringLike(int index) =>
        (tokens.Is(index + 1, "=") && tokens.Kind(index + 2) == SqlTokenKind.QuotedName && tokens.Raw(index) == tokens.Raw(index + 2))
        || (tokens.Is(index - 1, "=") && tokens.Kind(index - 2) == SqlTokenKind.QuotedName && tokens.Raw(index) == tokens.Raw(index - 2));

    // A function of constants is one too, except those that draw anew for every row.
    private bool IsConstantWord(int index) =>
        tokens.IsAny(index, "TRUE", "FALSE", "NULL", "IS", "NOT", "LIKE", "AND", "BETWEEN", "IN", "INTERVAL", "DATE", "TIMESTAMP")
        || (tokens.Is(index + 1, "(") && !tokens.IsAny(index, "RANDOM", "RAND", "NEWID", "UUID", "EXISTS", "ANY", "ALL", "ROWNUM", "SELECT"));

    /// <summary>The value of a single literal, or null where it is more than that.</summary>
    private string? Constant(int index, int stop)
    {
        var sign = stop - index == 2 && tokens.Is(index, "-") ? "-" : "";
        if (sign.Length > 0 || (stop - index == 2 && tokens.Is(index, "+"))) index++;
        if (stop - index != 1) return null;
        return tokens.Kind(index) switch
        {
            SqlTokenKind.Number => sign + tokens.Raw(index),
            SqlTokenKind.String or SqlTokenKind.DollarString => tokens.Value(index).IndexOf(FoldedText.Hole) < 0 ? tokens.Value(index) : null,
            SqlTokenKind.Word => tokens.Raw(index),
            SqlTokenKind.QuotedName => tokens.Raw(index),
            _ => null,
        };
    }

    private static bool Number(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private bool Same(int left, int leftEnd, int right, int rightEnd)
    {
        if (leftEnd - left != rightEnd - right) return false;
        for (var i = 0; i < leftEnd - left; i++)
        {
            if (tokens.Kind(left + i) != tokens.Kind(right + i)) return false;
            if (!string.Equals(tokens.Raw(left + i), tokens.Raw(right + i), StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    private bool IsKeyColumn(int from, int to) =>
        tokens.Name(from, to) is { } name && name.End == to && name.Last is "id" or "pk" or "rowid" or "_id" or "guid" or "uuid";
}
