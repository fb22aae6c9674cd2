using System.Globalization;

namespace AgentGuard;

/// <summary>Puts one question at a time to a terminal, and takes for its answer only what was typed after it.</summary>
internal sealed class TerminalPrompt(ITerminal terminal)
{
    /// <summary>The console of this process, which all share.</summary>
    public static TerminalPrompt OfConsole { get; } = new(new ConsoleTerminal());

    private readonly SemaphoreSlim _turn = new(1, 1);

    // The read of a question that was given up: it cannot be cancelled, and would take the next line from whoever asks then.
    private Task<string?>? _read;

    public ITerminal Terminal => terminal;

    /// <summary>Asks, and waits for a line until the question is given up.</summary>
    public async Task<string?> AskAsync(string question, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // What was typed in the meantime was meant for the question before.
            if (_read is { IsCompleted: true }) _read = null;
            terminal.Write(question);
            _read ??= Task.Run(terminal.ReadLine, CancellationToken.None);
            var given = Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            await Task.WhenAny(_read, given).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            var answer = _read;
            _read = null;
            return await answer.ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The text without what moves the cursor, colours or turns around: a name must not be able to write over the question.</summary>
    public static string Printable(string text) => text.Any(IsUnprintable) ? string.Concat(text.Select(character => IsUnprintable(character) ? '?' : character)) : text;

    private static bool IsUnprintable(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
