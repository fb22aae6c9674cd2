namespace AgentGuard.Text.Http;

/// <summary>A field that a mutation calls, with its arguments as text.</summary>
/// <param name="Name">The field's own name, not its alias.</param>
/// <param name="Start">Where the name starts.</param>
/// <param name="End">Where the field with its arguments ends.</param>
/// <param name="Arguments">What stands in its parentheses, empty where it has none.</param>
internal sealed record GraphQlField(string Name, int Start, int End, string Arguments);

/// <summary>Finds the fields that the mutations of a document call. Strings and comments are passed over; queries and subscriptions change nothing.</summary>
internal sealed class GraphQlDocument(string text)
{
    private int _position;

    public IEnumerable<GraphQlField> MutationFields()
    {
        var isMutation = false;
        var before = "";
        var depth = 0;
        // Selections inside a field belong to what it returns; those of inline fragments to the mutation itself.
        var inFields = 0;
        while (Skip())
        {
            var c = text[_position];
            if (c == '{')
            {
                _position++;
                depth++;
            }
            else if (c == '}')
            {
                _position++;
                if (depth > 0) depth--;
                if (inFields > depth) inFields = 0;
                if (depth == 0) isMutation = false;
            }
            else if (IsName(c))
            {
                var name = ReadName();
                if (depth == 0)
                {
                    isMutation = StartsMutation(name.Text, before) || (isMutation && name.Text is not ("query" or "subscription" or "fragment"));
                    before = name.Text;
                }
                else if (isMutation && inFields == 0)
                {
                    var field = ReadField(name);
                    yield return field;
                    // The braces right behind a field hold its own selections.
                    if (Skip() && text[_position] == '{') inFields = depth + 1;
                }
            }
            else if (c == '(')
            {
                ReadParentheses();
            }
            else if (c == '.')
            {
                SkipFragmentHead();
            }
            else
            {
                _position++;
            }
        }
    }

    // mutation Name { ... }, or fragment Name on Mutation { ... }
    private static bool StartsMutation(string name, string before) => name.TrimEnd(FoldedText.Hole) == "mutation" || (name == "Mutation" && before == "on");

    private static bool IsName(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or FoldedText.Hole;

    private GraphQlField ReadField((string Text, int Start) name)
    {
        // alias: field
        if (Skip() && text[_position] == ':')
        {
            _position++;
            if (Skip() && IsName(text[_position])) name = ReadName();
        }

        var arguments = "";
        if (Skip() && text[_position] == '(')
        {
            var open = _position;
            ReadParentheses();
            arguments = text.Substring(open + 1, Math.Max(0, _position - open - 2));
        }

        return new GraphQlField(name.Text, name.Start, Math.Max(_position, name.Start + 1), arguments);
    }

    private (string Text, int Start) ReadName()
    {
        var start = _position;
        while (_position < text.Length && IsName(text[_position])) _position++;
        return (text.Substring(start, _position - start), start);
    }

    // ... on Type, or ...Name
    private void SkipFragmentHead()
    {
        while (_position < text.Length && text[_position] == '.') _position++;
        if (!Skip() || !IsName(text[_position])) return;
        if (ReadName().Text == "on" && Skip() && IsName(text[_position])) ReadName();
    }

    private void ReadParentheses()
    {
        var depth = 0;
        while (Skip())
        {
            var c = text[_position++];
            if (c == '(') depth++;
            else if (c == ')' && --depth == 0) return;
        }
    }

    /// <summary>Passes over what says nothing: blanks, commas, comments and strings. False at the end.</summary>
    private bool Skip()
    {
        while (_position < text.Length)
        {
            var c = text[_position];
            if (char.IsWhiteSpace(c) || c is ',' or '\uFEFF') _position++;
            else if (c == '#') SkipLine();
            else if (c == '"') SkipString();
            else return true;
        }

        return false;
    }

    private void SkipLine()
    {
        while (_position < text.Length && text[_position] is not ('\n' or '\r')) _position++;
    }

    private void SkipString()
    {
        if (string.CompareOrdinal(text, _position, "\"\"\"", 0, 3) == 0)
        {
            var end = text.IndexOf("\"\"\"", _position + 3, StringComparison.Ordinal);
            _position = end < 0 ? text.Length : end + 3;
            return;
        }

        _position++;
        while (_position < text.Length && text[_position] is not ('"' or '\n'))
        {
            if (text[_position] == '\\') _position++;
            _position++;
        }

        _position = Math.Min(_position + 1, text.Length);
    }
}
