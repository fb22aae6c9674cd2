namespace AgentGuard.Text.Shell;

/// <summary>The arguments of one program, with the questions that rules ask about them.</summary>
internal sealed class ShellArguments
{
    private const int LongestBundle = 10;

    private static readonly string[] DryRunOptions = ["--dry-run", "--dryrun", "-dryrun", "--what-if", "--whatif", "-whatif", "--validate-only", "--simulate", "--dry_run"];

    // Elsewhere it may be the host.
    private static readonly HashSet<string> HelpByLetter = new("terraform tofu kubectl oc docker podman helm velero restic borg rclone pulumi az gh".Split(' '), StringComparer.Ordinal);

    private static readonly string[] Off = ["false", "none", "no", "0", "off", "$false"];
    private static readonly HashSet<string> ValueOptions = new(
        ("-n --namespace --context --kubeconfig --cluster -l --selector -o --output --region --profile --endpoint-url -g --resource-group --subscription --project --zone --location --account " +
        "-h --host -H -p --port -U --username -u --user -e --rsh --exclude --include --filter --timeout --grace-period -s --size --iterations --cluster-name --server --query --reason").Split(' '), StringComparer.Ordinal);

    private readonly IReadOnlyList<ShellWord> _words;
    private readonly int _first;

    public ShellArguments(IReadOnlyList<ShellWord> words, int first)
    {
        _words = words;
        _first = first;
    }

    public int Count => Math.Max(0, _words.Count - _first);

    public ShellWord this[int index] => _words[_first + index];

    /// <summary>Whether the program is told to change nothing. The last word on it counts.</summary>
    public bool IsDryRun
    {
        get
        {
            var result = false;
            for (var i = 0; i < Count; i++)
            {
                var text = this[i].Text;
                if (text == "--") break;
                if (text.Equals("--no-dry-run", StringComparison.OrdinalIgnoreCase)) result = false;
                var equals = text.IndexOfAny(['=', ':']);
                var name = equals < 0 ? text : text.Substring(0, equals);
                if (!DryRunOptions.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
                var value = equals < 0 ? (i + 1 < Count ? this[i + 1].Text : "") : text.Substring(equals + 1);
                // A value that is not known may be "none".
                result = !Off.Contains(value, StringComparer.OrdinalIgnoreCase) && (equals < 0 || value.IndexOf(FoldedText.Hole) < 0);
            }

            return result;
        }
    }

    /// <summary>Whether the program is only asked what it can do. Behind <c>--</c> nothing is an option.</summary>
    public bool AsksForHelp(string program)
    {
        if (program == "aws" && Count > 0 && this[Count - 1].Text == "help") return true;
        for (var i = 0; i < Count && this[i].Text != "--"; i++)
        {
            if (this[i].Text is "--help" or "-help" or "/?" || (this[i].Text == "-h" && HelpByLetter.Contains(program))) return true;
        }

        return false;
    }

    /// <summary>The argument after the next positional one, if that is one of these words. What follows an option may be its value and is passed over.</summary>
    public int Positional(string[] words, int from)
    {
        for (var i = from; i < Count; i++)
        {
            var word = this[i];
            if (word.IsOption) continue;
            if (words.Any(pattern => IsWord(pattern, word.Text))) return i + 1;
            if (i == 0 || !this[i - 1].IsOption || this[i - 1].Text.IndexOf('=') > 0) return -1;
        }

        return -1;
    }

    /// <summary>What the command is about: the first argument from here that cannot be an option's value, else the first that may be one; null where neither stands.</summary>
    public ShellWord? Target(int from)
    {
        ShellWord? value = null;
        for (var i = from; i < Count; i++)
        {
            if (this[i].IsOption) continue;
            if (i == 0 || !this[i - 1].IsOption || this[i - 1].Text.IndexOf('=') > 0) return this[i];
            value ??= this[i];
        }

        return value;
    }

    /// <summary>All that the command may be about, <see cref="Target"/> first: what follows an option counts too, unless that option is known to take a value.</summary>
    public IReadOnlyList<ShellWord?> Targets(int from)
    {
        if (Target(from) is not { } first) return [];
        var all = new List<ShellWord?> { first };
        for (var i = from; i < Count; i++)
        {
            if (!this[i].IsOption && !ReferenceEquals(this[i], first) && (i == 0 || !ValueOptions.Contains(this[i - 1].Text))) all.Add(this[i]);
        }

        return all;
    }

    public bool HasOption(string[] alternatives) => alternatives.Any(HasOption);

    public bool HasOption(string option)
    {
        var equals = option.IndexOf('=');
        if (option[option.Length - 1] == '$') return Enumerable.Range(0, Count).Any(i => string.CompareOrdinal(this[i].Text, 0, option, 0, Math.Max(this[i].Text.Length, option.Length - 1)) == 0);
        if (equals > 0) return OptionValue(option.Substring(0, equals)) is { } value && value.Text.Equals(option.Substring(equals + 1), StringComparison.OrdinalIgnoreCase);
        for (var i = 0; i < Count; i++)
        {
            if (IsOption(this[i].Text, option)) return true;
        }

        return false;
    }

    /// <summary>The value of an option, behind an equals sign or as the next argument.</summary>
    public ShellWord? OptionValue(params string[] options)
    {
        for (var i = 0; i < Count; i++)
        {
            var word = this[i];
            foreach (var option in options)
            {
                if (word.Text.Equals(option, StringComparison.OrdinalIgnoreCase) && i + 1 < Count) return this[i + 1];
                if (word.Text.Length > option.Length && word.Text[option.Length] is '=' or ':' && word.Text.StartsWith(option, StringComparison.OrdinalIgnoreCase))
                    return word with { Text = word.Text.Substring(option.Length + 1), Start = Math.Min(word.Start + option.Length + 1, word.End) };
            }
        }

        return null;
    }

    private static bool IsOption(string word, string option)
    {
        if (word.Equals(option, option.Length == 2 && option[0] == '-' ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)) return true;
        // -rf holds -r; terraform's -auto-approve holds no -a, and -Fc of pg_restore is a format.
        if (option.Length == 2 && option[0] == '-')
            return word is ['-', not '-', _, ..] && word.Length <= LongestBundle && word.IndexOf(option[1]) > 0 && !(word[1] == 'F' && word.Length == 3) && word.Skip(1).All(char.IsLetter);
        // cmd takes /s/q for two.
        if (option is ['/', _]) return word.Length % 2 == 0 && Enumerable.Range(0, word.Length / 2).All(i => word[2 * i] == '/') && word.IndexOf(option, StringComparison.OrdinalIgnoreCase) >= 0;
        return word.Length > option.Length + 1 && word[option.Length] is '=' or ':' && word.StartsWith(option, StringComparison.OrdinalIgnoreCase)
            && !Off.Contains(word.Substring(option.Length + 1), StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsWord(string pattern, string word)
    {
        if (pattern is "+" or "@") return true;
        if (pattern[0] == '*') return word.EndsWith(pattern.Substring(1), StringComparison.OrdinalIgnoreCase);
        if (pattern[pattern.Length - 1] != '*') return pattern.Equals(word, StringComparison.OrdinalIgnoreCase);
        return word.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase);
    }
}
