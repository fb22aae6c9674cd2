namespace AgentGuard.Text.Sql;

/// <summary>Cuts SQL into tokens under one reading of the dialects. One pass, and every search forward is paid for by the token it makes.</summary>
internal sealed partial class SqlTokenizer
{
    private readonly string _text;
    private readonly SqlReading _reading;
    private readonly SqlQuotes _quotes;
    private readonly List<SqlToken> _tokens = [];
    private int _position;
    private int _brackets;
    private bool _lineStart = true;
    private bool _inExecutableComment;
    private string? _delimiter;

    private SqlTokenizer(string text, SqlReading reading)
    {
        _text = text;
        _reading = reading;
        _quotes = new SqlQuotes(text, reading.BackslashEscapes);
    }

    public static SqlTokens Read(string text, SqlReading reading, bool isRepeated = false)
    {
        var tokenizer = new SqlTokenizer(text, reading);
        while (tokenizer._position < text.Length) tokenizer.Step();
        return new SqlTokens(text, tokenizer._tokens) { IsRepeated = isRepeated };
    }

    private char Peek(int offset) => _position + offset < _text.Length ? _text[_position + offset] : '\0';

    private void Step()
    {
        var c = _text[_position];
        if (char.IsWhiteSpace(c) || c is '\uFEFF' or '\0' or '\u200B')
        {
            _lineStart |= c is '\n' or '\r';
            _position++;
            return;
        }

        var before = _position;
        if (!ReadComment(c)) ReadToken(c);
        // A comment leaves the line as it was; a token uses it up. A line directive stops at its line break.
        if (_tokens.Count > 0 && _tokens[_tokens.Count - 1].Start >= before) _lineStart = false;
    }

    private void ReadToken(char c)
    {
        if (_delimiter is not null && string.CompareOrdinal(_text, _position, _delimiter, 0, _delimiter.Length) == 0)
        {
            Add(SqlTokenKind.BatchEnd, _position + _delimiter.Length);
            return;
        }

        switch (c)
        {
            case '\'':
                ReadString(_position);
                return;
            case '"' or '`':
                AddQuoted(SqlTokenKind.QuotedName, _position, _position + 1, _quotes.EndOfQuoted(_position, c), 1);
                return;
            case '[' when !IsSubscript() && _quotes.EndOfBracketed(_position) is var end and >= 0:
                AddQuoted(SqlTokenKind.QuotedName, _position, _position + 1, end, 1);
                return;
            case '$' when _quotes.DollarQuote(_position) is { } dollar:
                _tokens.Add(new SqlToken(SqlTokenKind.DollarString, _position, dollar.End, dollar.ContentStart, dollar.ContentEnd));
                _position = dollar.End;
                return;
            case ';':
                Add(SqlTokenKind.Terminator, _position + 1);
                _brackets = 0;
                return;
            case '?':
                Add(SqlTokenKind.Parameter, _position + 1);
                return;
            case '@' or ':' or '$' when SqlChars.IsWord(Peek(1)) || (c == '@' && Peek(1) == '@'):
                ReadParameter();
                return;
            case ':' when Peek(1) == ':':
                Add(SqlTokenKind.Symbol, _position + 2);
                return;
            case '/' when _lineStart && RestOfLineIsBlank(_position + 1):
                Add(SqlTokenKind.BatchEnd, _position + 1);
                return;
        }

        if (SqlChars.IsWord(c) || (c == '#' && (SqlChars.IsWord(Peek(1)) || Peek(1) == '#'))) ReadWord();
        else ReadSymbol(c);
    }

    // [ after a value is PostgreSQL's subscript, elsewhere SQL Server's quote.
    private bool IsSubscript()
    {
        if (_brackets > 0) return true;
        if (_tokens.Count == 0) return false;
        var last = _tokens[_tokens.Count - 1];
        if (last.Kind == SqlTokenKind.Word && Matches(last, "ARRAY")) return true;
        return last.End == _position
            && (last.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName || _text[last.Start] == ')')
            && !(last.Kind == SqlTokenKind.QuotedName && _text[last.Start] == '[');
    }

    private void ReadSymbol(char c)
    {
        if (c == '[') _brackets++;
        if (c == ']' && _brackets > 0) _brackets--;
        var two = c is '<' or '>' or '!' or '=' or '|' or '+' or '-' && Peek(1) is '=' or '>' or '|';
        Add(SqlTokenKind.Symbol, _position + (two ? 2 : 1));
    }

    private void ReadParameter()
    {
        var end = _position + 1;
        while (end < _text.Length && (SqlChars.IsWord(_text[end]) || _text[end] is '@' or '$' or '#')) end++;
        Add(SqlTokenKind.Parameter, end);
    }

    private void ReadWord()
    {
        var end = _position;
        var known = false;
        while (end < _text.Length && (SqlChars.IsWord(_text[end]) || (end == _position && _text[end] == '#') || IsInnerSign(end)))
        {
            known |= _text[end] != FoldedText.Hole;
            end++;
        }

        // 1.5 is one number.
        if (_text[_position] is >= '0' and <= '9' && end + 1 < _text.Length && _text[end] == '.' && _text[end + 1] is >= '0' and <= '9')
        {
            do end++;
            while (end < _text.Length && SqlChars.IsWord(_text[end]));
        }

        if (!known)
        {
            Add(SqlTokenKind.Hole, end);
            return;
        }

        if (end < _text.Length && _text[end] == '\'' && SqlQuotes.IsPrefix(_text, _position, end))
        {
            ReadString(end);
            return;
        }

        if (_lineStart && ReadLineDirective(end)) return;
        Add(_text[_position] is >= '0' and <= '9' && IsNumber(end) ? SqlTokenKind.Number : SqlTokenKind.Word, end);
    }

    private bool IsInnerSign(int index) =>
        _text[index] is '$' or '#' or '@' && !(_reading.HashComments && _text[index] == '#') && !(_delimiter is ['$', ..] && _text[index] == '$');

    // 1e5 and 0xFF are numbers; 2024_orders is a name.
    private bool IsNumber(int end)
    {
        for (var i = _position; i < end; i++)
        {
            if (_text[i] is not (>= '0' and <= '9' or '.' or 'x' or 'X' or >= 'a' and <= 'f' or >= 'A' and <= 'F' or 'n')) return false;
        }

        return true;
    }

    private bool ReadLineDirective(int end)
    {
        var word = new SqlToken(SqlTokenKind.Word, _position, end);
        if (Matches(word, "GO") && RestOfLineIsCount(end))
        {
            Add(SqlTokenKind.BatchEnd, end);
            SkipLine();
            return true;
        }

        if (!Matches(word, "DELIMITER")) return false;
        _position = end;
        SkipLine();
        var delimiter = _text.Substring(end, _position - end).Trim();
        _delimiter = delimiter.Length == 0 || delimiter == ";" ? null : delimiter;
        _tokens.Add(new SqlToken(SqlTokenKind.BatchEnd, word.Start, _position));
        return true;
    }

    private bool RestOfLineIsBlank(int index)
    {
        while (index < _text.Length && _text[index] is ' ' or '\t') index++;
        return index >= _text.Length || _text[index] is '\n' or '\r';
    }

    private bool RestOfLineIsCount(int index)
    {
        while (index < _text.Length && _text[index] is ' ' or '\t') index++;
        while (index < _text.Length && _text[index] is >= '0' and <= '9' or ';') index++;
        return RestOfLineIsBlank(index) || string.CompareOrdinal(_text, index, "--", 0, 2) == 0;
    }

    private void ReadString(int quote)
    {
        var prefix = quote > _position ? _text[quote - 1] : '\0';
        if (prefix is 'q' or 'Q' && _quotes.EndOfOracleQuote(quote) is var end and >= 0)
        {
            AddQuoted(SqlTokenKind.String, _position, quote + 2, end, 2);
            return;
        }

        end = _quotes.EndOfString(quote, prefix is 'e' or 'E');
        AddQuoted(SqlTokenKind.String, _position, quote + 1, end, 1);
    }

    private void AddQuoted(SqlTokenKind kind, int start, int contentStart, int end, int closing)
    {
        // An unterminated quote runs to the end of the text and has no closing characters to take off.
        var contentEnd = Math.Max(contentStart, _quotes.IsTerminated ? end - closing : end);
        _tokens.Add(new SqlToken(kind, start, end, Math.Min(contentStart, end), Math.Min(contentEnd, end)));
        _position = end;
    }

    private void Add(SqlTokenKind kind, int end)
    {
        end = Math.Min(end, _text.Length);
        _tokens.Add(new SqlToken(kind, _position, end));
        _position = end;
    }
}
