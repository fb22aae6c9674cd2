namespace AgentGuard.Tests.Providers;

/// <summary>Questions on the terminal: one at a time, each answered by what was typed for it, and shown as they are.</summary>
public sealed class TerminalTests
{
    [Fact]
    public async Task Questions_that_are_asked_at_once_are_put_one_after_the_other()
    {
        var terminal = new Typing();
        var provider = new TerminalConfirmation(terminal);
        var (first, second) = (Ask(provider, "orders"), Ask(provider, "invoices"));
        await terminal.Asked(1);
        await Task.Delay(50);
        Assert.Equal(1, terminal.Questions);

        var orders = terminal.Shown.Contains("'orders'");
        terminal.Type(orders ? "orders" : "invoices");
        await terminal.Asked(2);
        terminal.Type(orders ? "invoices" : "orders");
        Assert.True((await first).IsConfirmed);
        Assert.True((await second).IsConfirmed);
    }

    [Fact]
    public async Task A_read_that_was_given_up_does_not_eat_the_next_answer()
    {
        var terminal = new Typing();
        var provider = new TerminalConfirmation(terminal);
        await GiveUp(provider, terminal);

        var next = Ask(provider, "invoices");
        await terminal.Asked(2);
        terminal.Type("invoices");
        Assert.True((await next).IsConfirmed);
    }

    [Fact]
    public async Task What_was_typed_for_a_question_that_was_given_up_answers_no_other()
    {
        var terminal = new Typing();
        var provider = new TerminalConfirmation(terminal);
        await GiveUp(provider, terminal);
        terminal.Type("orders");
        await terminal.Read(1);

        var next = Ask(provider, "orders");
        await terminal.Asked(2);
        await Task.Delay(50);
        Assert.False(next.IsCompleted);
        terminal.Type("no");
        Assert.False((await next).IsConfirmed);
    }

    [Fact]
    public async Task Control_characters_cannot_change_what_is_shown()
    {
        var terminal = new Typing();
        terminal.Type("x?[2Jorders");
        var request = new ConfirmationRequest("DROP\u001b[1A\rTABLE", "x\u001b[2Jorders", GuardTarget.OnServer("prod\u0007\u202e", "x\u001b[2Jorders"), "Site\u009b", "Dev\u2066");
        var answer = await new TerminalConfirmation(terminal).ConfirmAsync(request, CancellationToken.None);
        Assert.True(answer.IsConfirmed);
        Assert.Contains("DROP?[1A?TABLE", terminal.Shown);
        Assert.DoesNotContain(terminal.Shown.Replace("\n", "").Replace("\r", ""), character => char.IsControl(character) || character is '\u202e' or '\u2066');
    }

    [Fact]
    public void A_program_that_replaces_the_console_neither_answers_nor_hides_the_question()
    {
        var (input, error, replaced) = (Console.In, Console.Error, new StringWriter());
        using var shown = new MemoryStream();
        try
        {
            Console.SetIn(new StringReader("shop"));
            Console.SetError(replaced);
            var terminal = new ConsoleTerminal(() => new MemoryStream("orders\nmore\n"u8.ToArray()), () => shown);
            terminal.Write("Type it: ");
            Assert.Equal("orders", terminal.ReadLine());
        }
        finally
        {
            Console.SetIn(input);
            Console.SetError(error);
        }

        Assert.Equal("Type it: "u8.ToArray(), shown.ToArray());
        Assert.Empty(replaced.ToString());
    }

    [Fact]
    public void Without_a_line_there_is_no_answer() => Assert.Null(new ConsoleTerminal(() => Stream.Null, () => Stream.Null).ReadLine());

    private static async Task GiveUp(TerminalConfirmation provider, Typing terminal)
    {
        using var source = new CancellationTokenSource();
        var given = Ask(provider, "orders", source.Token);
        await terminal.Asked(1);
        source.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
    }

    private static Task<ConfirmationAnswer> Ask(TerminalConfirmation provider, string target, CancellationToken cancellationToken = default) =>
        provider.ConfirmAsync(new ConfirmationRequest("Directory.Delete", target, null, "Test", "Development"), cancellationToken);

    private sealed class Typing : ITerminal
    {
        private readonly System.Collections.Concurrent.BlockingCollection<string> _lines = [];
        private int _questions;
        private int _reads;

        public string Shown { get; private set; } = "";

        public int Questions => Volatile.Read(ref _questions);

        public string? AgentMarker => null;

        public bool IsRedirected => false;

        public void Write(string text)
        {
            Shown += text;
            Interlocked.Increment(ref _questions);
        }

        public string? ReadLine()
        {
            var line = _lines.Take();
            Interlocked.Increment(ref _reads);
            return line;
        }

        public void Type(string line) => _lines.Add(line);

        public Task Asked(int questions) => Until(() => Questions >= questions);

        public Task Read(int lines) => Until(() => Volatile.Read(ref _reads) >= lines);

        private static async Task Until(Func<bool> condition)
        {
            for (var i = 0; i < 1000 && !condition(); i++) await Task.Delay(10);
            Assert.True(condition());
            await Task.Delay(20);
        }
    }
}
