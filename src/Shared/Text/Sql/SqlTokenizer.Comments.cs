namespace AgentGuard.Text.Sql;

/// <summary>What is passed over: comments in every dialect's spelling, and the line commands of clients.</summary>
internal sealed partial class SqlTokenizer
{
    private bool ReadComment(char c)
    {
        switch (c)
        {
            case '-' when Peek(1) == '-' && !(_reading.HashComments && IsMinusOperand(Peek(2))):
                SkipLine();
                return true;
            case '/' when Peek(1) == '*':
                ReadBlockComment();
                return true;
            case '*' when Peek(1) == '/' && _inExecutableComment:
                _inExecutableComment = false;
                _position += 2;
                return true;
            case '#' when IsHashComment():
                SkipLine();
                return true;
            case '/' when Peek(1) == '/' && _delimiter is null && (_reading.SlashComments || (_lineStart && Peek(2) == ' ')):
                SkipLine();
                return true;
            case '\\' when _lineStart && char.IsLetter(Peek(1)):
                // A client's own command, such as \connect.
                SkipLine();
                return true;
            default:
                return false;
        }
    }

    // MySQL takes two dashes for a comment only before white space: 5--1 is 6 there.
    private static bool IsMinusOperand(char c) => c is >= '0' and <= '9' or '(' or '@' or '.';

    private bool IsHashComment()
    {
        var next = Peek(1);
        if (_lineStart && (next is ' ' or '\t' or '-' or '=' || (next == '#' && !SqlChars.IsWord(Peek(2))))) return true;
        if (!_reading.HashComments) return false;
        if (next == '>' || (next == '-' && !_lineStart)) return false;
        // tempdb..#x
        if (_position > 0 && _text[_position - 1] == '.') return false;
        return !(SqlChars.IsWord(next) && _tokens.Count > 0 && IntroducesTable(_tokens[_tokens.Count - 1]));
    }

    // After these words only a table can stand, so #x is SQL Server's temporary table and not a comment.
    private bool IntroducesTable(SqlToken token) =>
        token.Kind == SqlTokenKind.Word
        && (Matches(token, "FROM") || Matches(token, "JOIN") || Matches(token, "INTO") || Matches(token, "TABLE")
            || Matches(token, "UPDATE") || Matches(token, "EXISTS") || Matches(token, "DELETE") || Matches(token, "USING"));

    private bool Matches(SqlToken token, string word) =>
        token.Length == word.Length && string.Compare(_text, token.Start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private void SkipLine()
    {
        while (_position < _text.Length && _text[_position] is not ('\n' or '\r')) _position++;
    }

    private void ReadBlockComment()
    {
        var marker = Peek(2) == 'M' ? 3 : 2;
        if (_reading.ExecutableComments && Peek(marker) == '!')
        {
            _inExecutableComment = true;
            _position += marker + 1;
            while (Peek(0) is >= '0' and <= '9') _position++;
            return;
        }

        var depth = 1;
        _position += 2;
        while (_position < _text.Length)
        {
            if (_text[_position] == '*' && Peek(1) == '/')
            {
                _position += 2;
                if (--depth == 0) return;
            }
            else if (_reading.NestedComments && _text[_position] == '/' && Peek(1) == '*')
            {
                depth++;
                _position += 2;
            }
            else
            {
                _position++;
            }
        }
    }
}
