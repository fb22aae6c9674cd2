namespace AgentGuard.Text.Sql;

/// <summary>The tokens of a text, with the questions that recognisers ask about them. Asking past the end is answered, never thrown.</summary>
internal sealed class SqlTokens
{
    private static readonly SqlToken Nothing = new(SqlTokenKind.BatchEnd, 0, 0);
    private readonly List<SqlToken> _tokens;
    private readonly int[] _partner;
    private readonly string?[] _upper;
    private int? _loop;

    public SqlTokens(string text, List<SqlToken> tokens)
    {
        Text = text;
        _tokens = tokens;
        _upper = new string?[tokens.Count];
        _partner = Pair();
    }

    public string Text { get; }

    public int Count => _tokens.Count;

    /// <summary>How often a token was looked at: the work that a scan takes, counted and not timed.</summary>
    public long Looks { get; private set; }

    public SqlToken this[int index]
    {
        get
        {
            Looks++;
            return index >= 0 && index < _tokens.Count ? _tokens[index] : Nothing;
        }
    }

    public SqlTokenKind Kind(int index) => this[index].Kind;

    public bool Is(int index, string word)
    {
        Looks++;
        if (index < 0 || index >= _tokens.Count) return false;
        var token = _tokens[index];
        return token.Length == word.Length
            && token.Kind is SqlTokenKind.Word or SqlTokenKind.Symbol or SqlTokenKind.Number
            && (Text[token.Start] | 0x20) == (word[0] | 0x20)
            && string.Compare(Text, token.Start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
    }

    // Short lists come without an array: these questions are asked for every token.
    public bool IsAny(int index, string first, string second) => Is(index, first) || Is(index, second);

    public bool IsAny(int index, string first, string second, string third) => IsAny(index, first, second) || Is(index, third);

    public bool IsAny(int index, string first, string second, string third, string fourth) =>
        IsAny(index, first, second) || IsAny(index, third, fourth);

    public bool IsAny(int index, params string[] words)
    {
        foreach (var word in words)
        {
            if (Is(index, word)) return true;
        }

        return false;
    }

    /// <summary>Whether these words stand here, one after the other.</summary>
    public bool Are(int index, params string[] words)
    {
        foreach (var word in words)
        {
            if (!Is(index++, word)) return false;
        }

        return true;
    }

    public bool IsWord(int index) => Kind(index) == SqlTokenKind.Word;

    public bool IsHole(int index) => Kind(index) == SqlTokenKind.Hole;

    public bool IsText(int index) => Kind(index) is SqlTokenKind.String or SqlTokenKind.DollarString;

    /// <summary>Upper-case text of a word, empty for anything else.</summary>
    public string Upper(int index) => IsWord(index) ? _upper[index] ??= Raw(index).ToUpperInvariant() : "";

    public string Raw(int index) => Text.Substring(this[index].Start, this[index].Length);

    public bool HasHole(int index) => this[index] is var token && Text.IndexOf(FoldedText.Hole, token.Start, token.Length) >= 0;

    /// <summary>Whether the whole text is run again and again, by a loop around it.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether a loop has begun before a token, so that what is done there is done again and again.</summary>
    public bool IsInLoop(int index)
    {
        if (IsRepeated) return true;
        if (_loop is null)
        {
            _loop = 0;
            while (_loop < Count && !Is(_loop.Value, "WHILE")) _loop++;
        }

        return _loop < index;
    }

    /// <summary>The token after the parenthesis that closes the one here, at most <paramref name="end"/>.</summary>
    public int After(int open, int end) => Math.Min(Math.Max(_partner[open] + 1, open + 1), end);

    /// <summary>The next token at the same depth: a parenthesis is passed as one.</summary>
    public int Next(int index, int end) => Is(index, "(") ? After(index, end) : index + 1;

    /// <summary>The first of these words at the depth of <paramref name="start"/>, or -1.</summary>
    public int Find(int start, int end, params string[] words)
    {
        for (var i = start; i < end; i = Next(i, end))
        {
            if (IsAny(i, words)) return i;
        }

        return -1;
    }

    /// <summary>Passes over <c>IF EXISTS</c> and the like.</summary>
    public int Skip(int index, params string[] words)
    {
        while (IsAny(index, words)) index++;
        return index;
    }

    /// <summary>What a string token says, its quotes and escapes taken off.</summary>
    public string Value(int index)
    {
        var token = this[index];
        var content = Text.Substring(token.ContentStart, token.ContentEnd - token.ContentStart);
        if (token.Kind == SqlTokenKind.DollarString) return content;
        var quote = token.ContentEnd < token.End ? Text[token.ContentEnd] : '\'';
        return quote == '\'' ? content.Replace("''", "'") : content;
    }

    /// <summary>The dotted name here, or null where something else stands.</summary>
    public SqlName? Name(int index, int end)
    {
        var parts = new System.Text.StringBuilder();
        var hole = false;
        var mayContinue = false;
        var i = index;
        while (i < end && IsNamePart(i))
        {
            if (Kind(i) is SqlTokenKind.Word && parts.Length == 0 && SqlWords.CannotBeName(this, i)) return null;
            var part = PartOf(i);
            var holes = HasHole(i);
            hole |= holes || (Kind(i) == SqlTokenKind.Parameter && part[0] != '@');
            // Two unknown runs side by side, or one behind a whole name, may hold a clause of the statement.
            mayContinue = holes && Kind(i) != SqlTokenKind.QuotedName
                && part[part.Length - 1] == FoldedText.Hole && part.Length > 1 && part[part.Length - 2] != '_';
            parts.Append(part);
            i++;
            if (!Is(i, ".") || i >= end) break;
            while (i < end && Is(i, "."))
            {
                parts.Append('.');
                i++;
            }
        }

        return i == index ? null : new SqlName(parts.ToString().TrimEnd('.'), i, hole, mayContinue);
    }

    private bool IsNamePart(int index) =>
        Kind(index) is SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.Hole or SqlTokenKind.Parameter;

    private string PartOf(int index)
    {
        var token = this[index];
        if (token.Kind != SqlTokenKind.QuotedName) return Raw(index);
        var closer = Text[token.Start] == '[' ? "]" : Text.Substring(token.Start, 1);
        return Text.Substring(token.ContentStart, token.ContentEnd - token.ContentStart).Replace(closer + closer, closer);
    }

    private int[] Pair()
    {
        var partner = new int[_tokens.Count];
        var open = new Stack<int>();
        for (var i = 0; i < partner.Length; i++)
        {
            partner[i] = i;
            if (Kind(i) is SqlTokenKind.Terminator or SqlTokenKind.BatchEnd) CloseAll(i - 1);
            else if (Is(i, "(")) open.Push(i);
            else if (Is(i, ")") && open.Count > 0) partner[open.Pop()] = i;
        }

        CloseAll(partner.Length - 1);
        return partner;

        // Without a partner, a parenthesis encloses the rest of its statement.
        void CloseAll(int last)
        {
            while (open.Count > 0) partner[open.Pop()] = last;
        }
    }
}
