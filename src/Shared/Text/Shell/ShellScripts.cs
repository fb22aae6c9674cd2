using System.Text;

namespace AgentGuard.Text.Shell;

/// <summary>What a call in inline code does with its argument.</summary>
internal enum ScriptEffect
{
    /// <summary>Removes what it names, with all below it.</summary>
    Removes,

    /// <summary>Runs it as a command line.</summary>
    RunsShell,

    /// <summary>Executes it as SQL.</summary>
    RunsSql,
}

/// <summary>A call in inline code.</summary>
/// <param name="Effect">What it does with its argument.</param>
/// <param name="Name">The name of what is called.</param>
/// <param name="Text">The path, the command line or the statement; null where it is not written as a literal.</param>
/// <param name="Start">Where that starts in the code.</param>
internal sealed record ScriptCall(ScriptEffect Effect, string Name, string? Text, int Start);

/// <summary>Code that an interpreter is handed in the command line: <c>python -c</c>, <c>node -e</c>, <c>perl -e</c>, <c>ruby -e</c>, <c>php -r</c>.</summary>
internal static class ShellScripts
{
    private static readonly Dictionary<string, string> CodeOptions = new(StringComparer.Ordinal)
    {
        ["python"] = "c",
        ["python2"] = "c",
        ["python3"] = "c",
        ["py"] = "c",
        ["node"] = "ep",
        ["nodejs"] = "ep",
        ["bun"] = "ep",
        ["deno"] = "",
        ["perl"] = "eE",
        ["ruby"] = "e",
        ["php"] = "r",
    };

    // By their names in the languages' own libraries; what they are called on differs with how that was imported.
    private static readonly Dictionary<string, ScriptEffect[]> Effects = Table(
        (ScriptEffect.Removes, "rmtree remove_tree rm_rf rm_r remove_dir remove_entry remove_entry_secure rimraf removeSync emptyDirSync"),
        (ScriptEffect.RunsShell, "system popen Popen exec execSync spawn spawnSync execFileSync shell_exec passthru proc_open run call check_call check_output getoutput"),
        (ScriptEffect.RunsSql, "execute executescript query exec do run raw"));

    // A single file or an empty directory, unless they are told to go further.
    private static readonly HashSet<string> RemovesIfRecursive = new("rm rmSync rmdir rmdirSync remove".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a program runs code that it is handed.</summary>
    public static bool IsInterpreter(string program) => CodeOptions.ContainsKey(program);

    /// <summary>The code that stands in the command line, or else what flows in.</summary>
    public static IReadOnlyList<ShellWord> CodeOf(string program, IReadOnlyList<ShellWord> words, int first, IReadOnlyList<ShellWord> inputs)
    {
        var options = CodeOptions[program];
        for (var i = first; i < words.Count; i++)
        {
            var text = words[i].Text;
            if (text is "--eval" or "--print" or "--run" || (program == "deno" ? text == "eval" : IsCodeOption(text, options))) return i + 1 < words.Count ? [words[i + 1]] : [];
            if (!words[i].IsOption && text != "-") return [];
        }

        return inputs;
    }

    /// <summary>The calls in a piece of code that may destroy something.</summary>
    public static IEnumerable<ScriptCall> In(string code, string program)
    {
        var literals = new Literals(code);
        for (var i = 0; i < code.Length;)
        {
            if (code[i] == '`' && program is "perl" or "ruby" or "php" && literals.At(i) is var (command, _)) yield return new ScriptCall(ScriptEffect.RunsShell, "`", command, i + 1);
            var start = i;
            while (i < code.Length && (char.IsLetterOrDigit(code[i]) || code[i] == '_')) i++;
            if (i == start)
            {
                i++;
                continue;
            }

            var name = code.Substring(start, i - start);
            if (EffectsOf(name, code, start) is not { Length: > 0 } effects) continue;
            var argument = literals.AfterCall(i);
            foreach (var effect in effects)
            {
                // A name in a sentence is no call.
                if (argument.Text is not null || (effect == ScriptEffect.Removes && code.IndexOf('(', i) == i)) yield return new ScriptCall(effect, name, effect == ScriptEffect.RunsShell ? argument.Joined : argument.Text, argument.Text is null ? start : argument.Start);
            }
        }
    }

    // The last of a few letters behind one dash: `-ne`.
    private static bool IsCodeOption(string word, string options) => word is ['-', not '-', ..] && word.Length <= 4 && options.IndexOf(word[word.Length - 1]) >= 0;

    private static ScriptEffect[] EffectsOf(string name, string code, int at) =>
        Effects.TryGetValue(name, out var effects) ? effects
        : RemovesIfRecursive.Contains(name) && at > 0 && code[at - 1] == '.' && code.IndexOf("recursive", at, StringComparison.Ordinal) > 0 ? [ScriptEffect.Removes]
        : [];

    private static Dictionary<string, ScriptEffect[]> Table(params (ScriptEffect Effect, string Names)[] rows) => rows
        .SelectMany(row => row.Names.Split(' '), (row, name) => (name, row.Effect))
        .GroupBy(pair => pair.name, pair => pair.Effect, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The texts in quotation marks in a piece of code.</summary>
    private sealed class Literals(string code)
    {
        // Where one is not closed, none of its kind is from there on.
        private readonly Dictionary<char, int> _open = [];

        /// <summary>What stands between the quotation marks at a place, and where it ends.</summary>
        public (string Text, int End)? At(int place)
        {
            var quote = code[place];
            if (_open.TryGetValue(quote, out var open) && place >= open) return null;
            for (var i = place + 1; i < code.Length; i++)
            {
                if (code[i] == '\\') i++;
                else if (code[i] == quote) return (code.Substring(place + 1, i - place - 1), i + 1);
            }

            _open[quote] = place;
            return null;
        }

        /// <summary>The first argument behind the name of a call, with the further ones of a list behind it.</summary>
        public (string? Text, string? Joined, int Start) AfterCall(int place)
        {
            if (Next(place, "([ \t") is not { } start || At(start) is not var (text, end)) return (null, null, place);
            var joined = new StringBuilder(text);
            while (Next(end, ", \t[") is { } next && next > end && At(next) is var (further, after))
            {
                joined.Append(' ').Append(further);
                end = after;
            }

            return (text, joined.ToString(), start + 1);
        }

        // The next quotation mark with nothing but these characters before it, and a prefix such as Python's `r`.
        private int? Next(int place, string between)
        {
            while (place < code.Length && between.IndexOf(code[place]) >= 0) place++;
            if (place + 1 < code.Length && "rbfuq".IndexOf(code[place]) >= 0) place++;
            return place < code.Length && code[place] is '"' or '\'' or '`' ? place : null;
        }
    }
}
