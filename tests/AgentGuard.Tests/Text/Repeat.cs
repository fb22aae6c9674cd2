using System.Diagnostics;

namespace AgentGuard.Tests.Text;

/// <summary>Hostile texts: one piece, again and again.</summary>
internal static class Repeat
{
    private const int Length = 1024 * 1024;

    // A scan takes well under a second; the square of this length would take hours. The wide margin is for busy machines.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(45);

    public static string Text(string piece, int count) => piece.Length == 0 ? "" : string.Concat(Enumerable.Repeat(piece, count));

    public static void Check<T>(Func<string, T> scan, IEnumerable<string> pieces)
    {
        Parallel.ForEach(pieces, new ParallelOptions { MaxDegreeOfParallelism = 2 }, piece =>
        {
            var text = Text(piece, Length / piece.Length);
            var watch = Stopwatch.StartNew();
            // A thread with little stack shows recursion that grows with the text.
            var thread = new Thread(() => scan(text), 256 * 1024) { IsBackground = true };
            thread.Start();
            Assert.True(thread.Join(Limit), $"{watch.Elapsed}: {piece}");
        });
    }
}
