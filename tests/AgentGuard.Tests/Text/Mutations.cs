namespace AgentGuard.Tests.Text;

/// <summary>Bends the corpus into inputs that nobody would write, the same ones in every run.</summary>
internal sealed class Mutations(IReadOnlyList<string> seeds, int seed)
{
    private static readonly string[] Pieces =
    [
        "'", "\"", "`", "[", "]", "(", ")", "/*", "*/", "--", "#", "//", ";", "\n", "\\", "$$", "$a$", "q'[", "]'", "E'", "/*!", "@x", "{", "}", ":", ",",
        " WHERE ", " 1=1 ", " OR ", " AND ", " NOT ", " CASE ", " END ", " BEGIN ", "\nGO\n", "DELIMITER //\n", "DROP TABLE ", "DELETE FROM ", "&&", "|", "$(", "&",
        "EXEC('", "DO $$", "sudo ", "bash -c '", "mutation ", "\uE000", "\uD800", "\0", "\u00e9", "%", "^", "\r\n", "<<EOF\n", "0", "1e9999", "..", ".",
    ];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var text = seeds[_random.Next(seeds.Count)];
        for (var rounds = _random.Next(1, 4); rounds > 0; rounds--) text = Bend(text);
        return text;
    }

    private string Bend(string text)
    {
        var at = _random.Next(text.Length + 1);
        var length = _random.Next(Math.Min(12, text.Length - at) + 1);
        return _random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Pieces[_random.Next(Pieces.Length)]),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => text[..at],
            4 => text.Insert(at, ((char)_random.Next(1, 0x250)).ToString()),
            _ => text[..at] + seeds[_random.Next(seeds.Count)],
        };
    }
}
