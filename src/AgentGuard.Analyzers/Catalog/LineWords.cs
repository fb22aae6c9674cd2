using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>The words of one line, with the place of each; a <c>#</c> at the start of a word begins a comment.</summary>
internal struct LineWords(string line, int lineStart)
{
    private int _position = 0;
    private TextSpan _last = new(lineStart, line.Length);

    /// <summary>The place of the word that <see cref="Next"/> returned last; the end of the line when there was none left.</summary>
    public readonly TextSpan LastSpan => _last;

    /// <summary>Whether another word follows.</summary>
    public bool More
    {
        get
        {
            while (_position < line.Length && char.IsWhiteSpace(line[_position])) _position++;
            return _position < line.Length && line[_position] != '#';
        }
    }

    /// <summary>The next word, or an empty string at the end of the line.</summary>
    public string Next()
    {
        if (!More)
        {
            _last = new TextSpan(lineStart + line.TrimEnd().Length, 0);
            return "";
        }

        var start = _position;
        while (_position < line.Length && !char.IsWhiteSpace(line[_position])) _position++;
        _last = new TextSpan(lineStart + start, _position - start);
        return line[start.._position];
    }
}
