namespace AgentGuard;

/// <summary>
/// Asks on the terminal for the target's name to be typed. Says no when nobody can be sitting there: input or output is redirected,
/// or an environment variable shows that a coding agent runs the program.
/// </summary>
public sealed class TerminalConfirmation : IConfirmationProvider
{
    private readonly ITerminal _terminal;

    /// <summary>Asks on the console of this process.</summary>
    public TerminalConfirmation()
        : this(new ConsoleTerminal())
    {
    }

    internal TerminalConfirmation(ITerminal terminal) => _terminal = terminal;

    /// <inheritdoc/>
    public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken cancellationToken)
    {
        if (_terminal.AgentMarker is { } marker)
            return Answer(ConfirmationAnswer.No($"a person must confirm it, but {marker} shows that a coding agent runs this program."));
        if (_terminal.IsRedirected)
            return Answer(ConfirmationAnswer.No("a person must confirm it on a terminal, but input or output is redirected; set GuardOptions.Confirmation for unattended runs."));

        // A console read cannot be cancelled, so it runs beside the wait for the cancellation.
        return Task.Run(() => Ask(request), cancellationToken);
    }

    private ConfirmationAnswer Ask(ConfirmationRequest request)
    {
        _terminal.Write($"""

            {request.Operation} is about to run in {request.CallSite} (environment {request.Environment}).
            It hits {Describe(request)}. This cannot be undone.
            Type the name of the target to go on: 
            """);
        var typed = _terminal.ReadLine();
        return string.Equals(typed?.Trim(), request.Target, StringComparison.Ordinal)
            ? ConfirmationAnswer.Yes($"{Environment.UserName} at the terminal")
            : ConfirmationAnswer.No($"the name that was typed is not '{request.Target}'.");
    }

    private static string Describe(ConfirmationRequest request) =>
        request.Details is { Identities.Count: > 1 } details ? $"'{request.Target}' ({string.Join(", ", details.Identities)})" : $"'{request.Target}'";

    private static Task<ConfirmationAnswer> Answer(ConfirmationAnswer answer) => Task.FromResult(answer);
}
