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

/// <summary>The console of this process.</summary>
internal sealed class ConsoleTerminal : ITerminal
{
    public string? AgentMarker => AgentMarkers.Find(Environment.GetEnvironmentVariable);

    // Standard error is looked at too, for the question goes there: standard output often goes into a file although a person sits there.
    public bool IsRedirected => Console.IsInputRedirected || Console.IsErrorRedirected;

    public void Write(string text) => Console.Error.Write(text);

    public string? ReadLine() => Console.In.ReadLine();
}
