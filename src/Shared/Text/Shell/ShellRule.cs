namespace AgentGuard.Text.Shell;

/// <summary>One line of the tables: a program, the words and options that must be there, and what that does.</summary>
/// <remarks>
/// <c>volume docker|podman volume rm|prune</c>: kind, program, words in their order. <c>-f|--force</c> must be there, <c>!--keep</c> must not,
/// <c>--replicas=0</c> must have that value, <c>-s$</c> stands alone and in no bundle of letters, <c>+</c> is any one word, <c>@</c> one that names what is hit, <c>delete-*</c> begins so, <c>*:NoExecute</c> ends so. <c>backs-up</c> or <c>weakens</c> may stand before the kind, and <c>harmless</c> in its place: no later line is asked.
/// </remarks>
internal sealed class ShellRule
{
    private readonly string[][] _words;
    private readonly string[][] _required;
    private readonly string[][] _forbidden;

    private ShellRule(TextEffect effect, DestructiveKind? kind, string? called, string[] programs, IEnumerable<string> elements)
    {
        Effect = effect;
        Kind = kind;
        Called = called;
        Programs = programs;
        var all = elements.ToArray();
        _words = all.Where(e => e[0] is not ('-' or '!' or '/')).Select(Alternatives).ToArray();
        _required = all.Where(e => e[0] is '-' or '/').Select(Alternatives).ToArray();
        _forbidden = all.Where(e => e[0] == '!').Select(e => Alternatives(e.Substring(1))).ToArray();
    }

    public TextEffect Effect { get; }

    /// <summary>What is hit; null where nothing is that anyone misses.</summary>
    public DestructiveKind? Kind { get; }

    public string? Called { get; }

    public IReadOnlyList<string> Programs { get; }

    public static ShellRule Parse(string line)
    {
        var parts = line.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts[0] == "harmless") return new ShellRule(TextEffect.Destroys, null, null, Alternatives(parts[1]), parts.Skip(2));
        var effect = parts[0] switch { "backs-up" => TextEffect.BacksUp, "weakens" => TextEffect.Weakens, _ => TextEffect.Destroys };
        var next = effect == TextEffect.Destroys ? 0 : 1;
        if (!Kinds.TryParse(parts[next], out var kind, out var called)) throw new FormatException(line);
        return new ShellRule(effect, kind, called, Alternatives(parts[next + 1]), parts.Skip(next + 2));
    }

    /// <summary>The number of the argument after the last word that matched, the words that say what it does, as they stand in the command, and the argument between them that names what is hit; null where the rule does not hold.</summary>
    public (int Next, string Verb, ShellWord? Named)? Match(string program, ShellArguments arguments)
    {
        var next = 0;
        List<string> verb = [program];
        ShellWord? named = null;
        foreach (var word in _words)
        {
            next = arguments.Positional(word, next);
            if (next < 0) return null;
            if (word[0] == "@") named = arguments[next - 1];
            else if (word[0] != "+") verb.Add(Written(arguments[next - 1].Text, word));
        }

        if (!_required.All(arguments.HasOption) || _forbidden.Any(arguments.HasOption)) return null;
        return (next, string.Join(" ", verb.Concat(_required.Select(option => option.First(arguments.HasOption)))), named);
    }

    // What the end of a word is may not be known: `delete-{what}`.
    private static string Written(string word, string[] alternatives) => word.IndexOf(FoldedText.Hole) < 0 ? word : alternatives[0];

    private static string[] Alternatives(string element) => element.Split('|');
}
