namespace AgentGuard;

/// <summary>
/// Asks on the terminal for the target's name to be typed. Says no when nobody can be sitting there: input or output is redirected,
/// or an environment variable shows that a coding agent runs the program.
/// </summary>
public sealed class TerminalConfirmation : IConfirmationProvider
{
    private readonly TerminalPrompt _prompt;

    /// <summary>Asks on the console of this process.</summary>
    public TerminalConfirmation() => _prompt = TerminalPrompt.OfConsole;

    internal TerminalConfirmation(ITerminal terminal) => _prompt = new TerminalPrompt(terminal);

    /// <inheritdoc/>
    public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken cancellationToken)
    {
        if (_prompt.Terminal.AgentMarker is { } marker)
            return Answer(ConfirmationAnswer.No($"a person must confirm it, but {marker} shows that a coding agent runs this program."));
        if (_prompt.Terminal.IsRedirected)
            return Answer(ConfirmationAnswer.No("a person must confirm it on a terminal, but input or output is redirected; set GuardOptions.Confirmation for unattended runs."));

        return AskAsync(request, cancellationToken);
    }

    private async Task<ConfirmationAnswer> AskAsync(ConfirmationRequest request, CancellationToken cancellationToken)
    {
        var (name, operation, site, environment) = (Printable(request.Target), Printable(request.Operation), Printable(request.CallSite), Printable(request.Environment));
        var typed = await _prompt.AskAsync(
            $"""

            {operation} is about to run in {site} (environment {environment}).
            It hits {Printable(Describe(request))}. This cannot be undone.
            Type the name of the target to go on: 
            """,
            cancellationToken).ConfigureAwait(false);
        return string.Equals(typed?.Trim(), name, StringComparison.Ordinal)
            ? ConfirmationAnswer.Yes($"{Environment.UserName} at the terminal")
            : ConfirmationAnswer.No($"the name that was typed is not '{name}'.");
    }

    private static string Printable(string text) => TerminalPrompt.Printable(text);

    private static string Describe(ConfirmationRequest request) =>
        request.Details is { Identities.Count: > 1 } details ? $"'{request.Target}' ({string.Join(", ", details.Identities)})" : $"'{request.Target}'";

    private static Task<ConfirmationAnswer> Answer(ConfirmationAnswer answer) => Task.FromResult(answer);
}
