using System.Text;

namespace AgentGuard.Text.Shell;

/// <summary>Splits a command line into commands. One pass; commands inside substitutions are finished on a stack of their own.</summary>
internal sealed partial class ShellTokenizer
{
    private readonly string _text;
    private readonly ShellDialect _dialect;
    private readonly int _offset;
    private readonly List<ShellCommand> _commands = [];
    private readonly Stack<Frame> _outer = new();
    private readonly Queue<string> _hereDocuments = new();
    private Frame _frame = new('\0');
    private int _position;

    private ShellTokenizer(string text, ShellDialect dialect, int offset)
    {
        _text = text;
        _dialect = dialect;
        _offset = offset;
    }

    private bool IsCmd => _dialect is ShellDialect.Cmd or ShellDialect.PerhapsCmd;

    public static IReadOnlyList<ShellCommand> Read(string text, ShellDialect dialect, int offset = 0)
    {
        var tokenizer = new ShellTokenizer(text, dialect, offset);
        while (tokenizer._position < text.Length) tokenizer.Step();
        while (tokenizer._outer.Count > 0) tokenizer.Leave();
        tokenizer.EndCommand(piped: false);
        return tokenizer._commands;
    }

    private char Peek(int ahead) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    private bool IsEscape(char c) => _dialect switch
    {
        ShellDialect.Posix => c == '\\',
        ShellDialect.PowerShell => c == '`',
        ShellDialect.None => c == '\\' && Peek(1) == '"',
        _ => c == '^',
    };

    private void Step()
    {
        var c = _text[_position];
        if (c == FoldedText.Element) ReadElement();
        else if (_frame.IsInDoubleQuotes) StepInQuotes(c);
        else if (IsEscape(c)) ReadEscape();
        else if (c is '\n' or '\r' && _dialect != ShellDialect.None) EndLine();
        else if (char.IsWhiteSpace(c)) EndWord();
        else if (c == '\'' && _dialect != ShellDialect.Cmd) ReadSingleQuotes();
        else if (c == '"') ToggleQuotes();
        else if (_dialect == ShellDialect.None) Append(c);
        else if (IsSubstitution(c)) Enter(')', 2);
        else if (c == '`' && _dialect == ShellDialect.Posix) Backtick();
        else if (c == '#' && !_frame.HasWord && !IsCmd) SkipComment();
        else if (c is '<' or '>') ReadRedirection(c);
        else if (c == '$' && Peek(1) == '{') ReadVariable();
        else if (c == ';' && IsCmd) Append(c);
        else if (c is '|' or '&' or ';' or '(' or ')' || (c is '{' or '}' && IsBrace())) ReadOperator(c);
        else Append(c);
    }

    private void StepInQuotes(char c)
    {
        if (c == '"') ToggleQuotes();
        else if (IsEscape(c) && !IsCmd) ReadEscape();
        else if (c == '\\' && Peek(1) == '"') { _position++; Append('"'); }
        else if (IsSubstitution(c)) Enter(')', 2);
        else if (c == '`' && _dialect == ShellDialect.Posix) Backtick();
        else Append(c);
    }

    private bool IsSubstitution(char c) => c == '$' && Peek(1) == '(' && _dialect is ShellDialect.Posix or ShellDialect.PowerShell;

    // ${name} is part of its word, whatever the braces mean elsewhere.
    private void ReadVariable()
    {
        while (_position < _text.Length && _text[_position] is not ('}' or '\n' or ' ' or '"' or '\'')) Append(_text[_position]);
        if (Peek(0) == '}') Append('}');
    }

    // A block: braces on their own, and in PowerShell wherever they stand; {} and ${x} are words.
    private bool IsBrace()
    {
        if (_dialect == ShellDialect.PowerShell) return true;
        return !_frame.HasWord && (char.IsWhiteSpace(Peek(1)) || Peek(1) is ';' or '\0');
    }

    private void Append(char c)
    {
        _frame.Append(c, _position);
        _position++;
    }

    private void ReadEscape()
    {
        _position++;
        if (_position >= _text.Length) return;
        if (_text[_position] is '\n' or '\r')
        {
            // A line that goes on.
            if (_text[_position] == '\r' && Peek(1) == '\n') _position++;
            _position++;
            return;
        }

        _frame.Begin(_position - 1);
        // In double quotes a backslash stays before what needs no escape.
        if (_frame.IsInDoubleQuotes && _dialect == ShellDialect.Posix && _text[_position] is not ('"' or '\\' or '$' or '`')) _frame.Append('\\', _position - 1);
        _frame.IsQuoted = true;
        Append(_text[_position]);
    }

    // Whatever stands in it, an element of a list is one word. Inside quotes it was put into another text.
    private void ReadElement()
    {
        if (!_frame.IsInDoubleQuotes)
        {
            _frame.Begin(_position);
            _frame.IsQuoted = true;
            while (++_position < _text.Length && _text[_position] != FoldedText.Element) _frame.Append(_text[_position], _position);
        }

        _position++;
    }

    private void ReadSingleQuotes()
    {
        var ansi = _frame.EndsWith('$') && _dialect == ShellDialect.Posix;
        if (ansi) _frame.DropLast();
        _frame.Begin(_position);
        _frame.IsQuoted = true;
        while (++_position < _text.Length)
        {
            if (_text[_position] == '\'')
            {
                // PowerShell doubles a quote inside quotes.
                if (_dialect != ShellDialect.PowerShell || Peek(1) != '\'') break;
                _position++;
            }
            else if (ansi && _text[_position] == '\\' && _position + 1 < _text.Length)
            {
                _position++;
            }

            _frame.Append(_text[_position], _position);
        }

        _position++;
    }

    private void ToggleQuotes()
    {
        _frame.Begin(_position);
        _frame.IsQuoted = true;
        _frame.IsInDoubleQuotes = !_frame.IsInDoubleQuotes;
        _position++;
    }

    private void Backtick()
    {
        if (_frame.Closer != '`')
        {
            Enter('`', 1);
            return;
        }

        _position++;
        Leave();
    }

    private void Enter(char closer, int length)
    {
        // The output of the inner command is not known.
        _frame.Append(FoldedText.Hole, _position);
        _outer.Push(_frame);
        _frame = new Frame(closer);
        _position += length;
    }

    private void Leave()
    {
        EndCommand(piped: false);
        if (_outer.Count > 0) _frame = _outer.Pop();
    }

    private void EndWord()
    {
        _frame.EndWord(_offset + _position, _offset);
        _position++;
    }

    private void EndLine()
    {
        EndCommand(piped: false);
        _position++;
        while (_hereDocuments.Count > 0) ReadHereDocument();
    }

    private void SkipComment()
    {
        while (_position < _text.Length && _text[_position] is not ('\n' or '\r')) _position++;
    }

    private void ReadOperator(char c)
    {
        _frame.EndWord(_offset + _position, _offset);
        var doubled = Peek(1) == c;
        if (c == '(')
        {
            EndCommand(piped: false);
            _frame.Parentheses++;
            _position++;
        }
        else if (c == ')')
        {
            _position++;
            if (_frame.Parentheses == 0 && _frame.Closer == ')') Leave();
            else EndCommand(piped: false);
            if (_frame.Parentheses > 0) _frame.Parentheses--;
        }
        else
        {
            EndCommand(piped: c == '|' && !doubled);
            _frame.NeedsSuccess = c == '&' && doubled;
            _position += (doubled && c is '|' or '&' or ';') || (c == '|' && Peek(1) == '&') ? 2 : 1;
        }
    }

    private void ReadRedirection(char c)
    {
        // 2> names a stream, not a word.
        var stream = _frame.DropNumber();
        _frame.EndWord(_offset + _position, _offset);
        var start = _position;
        while (Peek(0) == c) _position++;
        var count = _position - start;
        var duplicates = Peek(0) == '&';
        if (Peek(0) is '&' or '|' or '-') _position++;
        _frame.Next = c == '<' ? (count == 3 ? Role.Input : count == 2 ? Role.Delimiter : Role.Ignored) : !duplicates && stream is '\0' or '1' ? Role.Output : Role.Ignored;
        if (_frame.Next == Role.Delimiter) _frame.Delimited = delimiter => _hereDocuments.Enqueue(delimiter);
    }

    private void ReadHereDocument()
    {
        var delimiter = _hereDocuments.Dequeue();
        var start = _position;
        var content = new StringBuilder();
        while (_position < _text.Length)
        {
            var end = _text.IndexOf('\n', _position);
            var line = end < 0 ? _text.Substring(_position) : _text.Substring(_position, end - _position);
            _position = end < 0 ? _text.Length : end + 1;
            if (line.Trim() == delimiter) break;
            content.Append(line).Append('\n');
        }

        // The document belongs to the command of the line before, which is already finished.
        if (_commands.Count == 0) return;
        _commands[_commands.Count - 1].Inputs.Add(new ShellWord(content.ToString(), _offset + start, _offset + _position, true));
    }

    private void EndCommand(bool piped)
    {
        _frame.EndWord(_offset + _position, _offset);
        var command = _frame.Words.Count > 0 ? new ShellCommand(_frame.Words, _frame.PipedFrom, _frame.Inputs) { Source = _text, SourceStart = _offset, NeedsSuccess = _frame.NeedsSuccess, IsDiscarded = _frame.Discards } : null;
        if (command is not null) _commands.Add(command);
        if (command is not null) ShellOutputs.Discard(command);
        // (a; b) | c reads what the last of the group prints.
        _frame.Restart(piped ? command ?? (_commands.Count > 0 ? _commands[_commands.Count - 1] : null) : null);
    }
}
