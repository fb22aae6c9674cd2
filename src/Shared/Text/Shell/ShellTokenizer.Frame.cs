using System.Text;

namespace AgentGuard.Text.Shell;

/// <summary>The state of the command that is being read; substitutions stack them.</summary>
internal sealed partial class ShellTokenizer
{
    private enum Role
    {
        Word,
        Input,
        Delimiter,
        Output,
        Ignored,
    }

    /// <summary>The command that is being read, with the word that is being read.</summary>
    private sealed class Frame(char closer)
    {
        private readonly StringBuilder _word = new();
        private int _start = -1;

        public char Closer => closer;

        public int Parentheses { get; set; }

        public bool IsInDoubleQuotes { get; set; }

        public bool IsQuoted { get; set; }

        public Role Next { get; set; }

        public bool NeedsSuccess { get; set; }

        public bool Discards { get; private set; }

        public Action<string>? Delimited { get; set; }

        public List<ShellWord> Words { get; private set; } = [];

        public List<ShellWord> Inputs { get; private set; } = [];

        public ShellCommand? PipedFrom { get; private set; }

        public bool HasWord => _start >= 0;

        public void Begin(int position)
        {
            if (_start < 0) _start = position;
        }

        public void Append(char c, int position)
        {
            Begin(position);
            _word.Append(c);
        }

        public bool EndsWith(char c) => _word.Length > 0 && _word[_word.Length - 1] == c;

        public void DropLast() => _word.Length--;

        public char DropNumber()
        {
            if (_word.Length != 1 || !char.IsDigit(_word[0])) return '\0';
            var number = _word[0];
            _word.Clear();
            _start = -1;
            return number;
        }

        public void EndWord(int end, int offset)
        {
            if (_start < 0) return;
            var word = new ShellWord(_word.ToString(), offset + _start, end, IsQuoted);
            if (Next == Role.Word) Words.Add(word);
            else if (Next == Role.Input) Inputs.Add(word);
            else if (Next == Role.Output) Discards = ShellOutputs.IsNowhere(word.Text);
            else if (Next == Role.Delimiter) Delimited?.Invoke(word.Text);
            Next = Role.Word;
            IsQuoted = false;
            _word.Clear();
            _start = -1;
        }

        public void Restart(ShellCommand? pipedFrom)
        {
            Words = [];
            Inputs = [];
            PipedFrom = pipedFrom;
            NeedsSuccess = false;
            Discards = false;
            Next = Role.Word;
        }
    }
}
