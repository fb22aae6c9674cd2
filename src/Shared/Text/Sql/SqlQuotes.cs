namespace AgentGuard.Text.Sql;

/// <summary>Finds the ends of quoted things. Searches that found nothing are remembered, so that hostile text stays linear.</summary>
internal sealed class SqlQuotes(string text, bool backslashEscapes)
{
    private readonly HashSet<char> _oracleClosersThatAreGone = [];
    private Dictionary<string, int>? _lastDollarTags;
    private bool _noMoreBrackets;

    /// <summary>Whether the last quote that was read has its end in the text.</summary>
    public bool IsTerminated { get; private set; } = true;

    /// <summary>Whether a word before a quote belongs to the string: N'', E'', X'', q'', U&amp;'', _utf8''.</summary>
    public static bool IsPrefix(string text, int start, int end) => (end - start) switch
    {
        1 => text[start] is 'n' or 'N' or 'e' or 'E' or 'x' or 'X' or 'b' or 'B' or 'q' or 'Q' or 'r' or 'R' or 'u' or 'U',
        2 => text[start] is 'n' or 'N' && text[start + 1] is 'q' or 'Q',
        _ => text[start] == '_',
    };

    public int EndOfString(int quote, bool escapes) => EndOf(quote, '\'', escapes || backslashEscapes);

    public int EndOfQuoted(int quote, char closer) => EndOf(quote, closer, backslashEscapes && closer == '"');

    private int EndOf(int quote, char closer, bool escapes)
    {
        for (var i = quote + 1; i < text.Length; i++)
        {
            if (escapes && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == closer)
            {
                if (i + 1 < text.Length && text[i + 1] == closer) i++;
                else return Terminated(i + 1);
            }
        }

        IsTerminated = false;
        return text.Length;
    }

    /// <summary>The end of <c>[name]</c>, or -1 where no bracket closes it.</summary>
    public int EndOfBracketed(int open)
    {
        if (_noMoreBrackets) return -1;
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] != ']') continue;
            if (i + 1 < text.Length && text[i + 1] == ']') i++;
            else return Terminated(i + 1);
        }

        _noMoreBrackets = true;
        return -1;
    }

    /// <summary>The end of Oracle's <c>q'[text]'</c>, or -1 where it is none.</summary>
    public int EndOfOracleQuote(int quote)
    {
        if (quote + 1 >= text.Length) return -1;
        var open = text[quote + 1];
        if (char.IsWhiteSpace(open) || open == '\'') return -1;
        var closer = open switch { '[' => ']', '(' => ')', '{' => '}', '<' => '>', _ => open };
        if (_oracleClosersThatAreGone.Contains(closer)) return -1;
        for (var i = quote + 2; i + 1 < text.Length; i++)
        {
            if (text[i] == closer && text[i + 1] == '\'') return Terminated(i + 2);
        }

        _oracleClosersThatAreGone.Add(closer);
        return -1;
    }

    /// <summary>The dollar-quoted string that starts here, or null where it is none.</summary>
    public (int ContentStart, int ContentEnd, int End)? DollarQuote(int start)
    {
        if (TagAt(start) is not { } tag) return null;
        _lastDollarTags ??= LastTags();
        var content = start + tag.Length;
        if (_lastDollarTags[tag] < content) return null;
        var close = text.IndexOf(tag, content, StringComparison.Ordinal);
        return close < 0 ? null : (content, close, close + tag.Length);
    }

    private Dictionary<string, int> LastTags()
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '$' && TagAt(i) is { } tag) last[tag] = i;
        }

        return last;
    }

    private string? TagAt(int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '$') return text.Substring(start, i + 1 - start);
            if (!SqlChars.IsWord(text[i]) || (i == start + 1 && text[i] is >= '0' and <= '9')) return null;
        }

        return null;
    }

    private int Terminated(int end)
    {
        IsTerminated = true;
        return end;
    }
}
