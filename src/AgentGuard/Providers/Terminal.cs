namespace AgentGuard;

/// <summary>The terminal that a person may be sitting at.</summary>
internal interface ITerminal
{
    /// <summary>The environment variable by which a coding agent gives itself away, if there is one.</summary>
    string? AgentMarker { get; }

    /// <summary>Whether the question or the answer would not pass through a terminal.</summary>
    bool IsRedirected { get; }

    /// <summary>Shows text.</summary>
    void Write(string text);

    /// <summary>Reads one line.</summary>
    string? ReadLine();
}

/// <summary>The console of this process: its streams, not <c>Console.In</c> and <c>Console.Error</c>, which the program may have replaced by an answer of its own.</summary>
/// <param name="input">Opens what is typed.</param>
/// <param name="error">Opens what is shown.</param>
internal sealed class ConsoleTerminal(Func<Stream> input, Func<Stream> error) : ITerminal
{
    public ConsoleTerminal() : this(Console.OpenStandardInput, Console.OpenStandardError)
    {
    }

    public string? AgentMarker => AgentMarkers.Find(Environment.GetEnvironmentVariable);

    // Standard error is looked at too, for the question goes there: standard output often goes into a file although a person sits there.
    public bool IsRedirected => Console.IsInputRedirected || Console.IsErrorRedirected;

    public void Write(string text)
    {
        // No writer: it would begin with a byte order mark.
        var bytes = Console.OutputEncoding.GetBytes(text);
        using var stream = error();
        stream.Write(bytes, 0, bytes.Length);
        stream.Flush();
    }

    // A reader of its own for each question: what was typed beyond the line was meant for none.
    public string? ReadLine()
    {
        using var reader = new StreamReader(input(), Console.InputEncoding, detectEncodingFromByteOrderMarks: false);
        return reader.ReadLine();
    }
}
