namespace AgentGuard.Text.Shell;

/// <summary>Commands that remove files, in every shell's spelling.</summary>
internal static class ShellFiles
{
    private static readonly string[] TemporaryRoots =
        ["/tmp/", "/var/tmp/", "$tmpdir/", "${tmpdir}/", "$tmp/", "$temp/", "$runner_temp/", "%temp%\\", "%tmp%\\", "$env:temp\\", "$env:temp/", "$env:tmp\\"];

    private static readonly HashSet<string> SystemFolders = new(
        "/ /* /bin /boot /dev /etc /home /lib /opt /root /sbin /srv /usr /var ~ $HOME /etc/ /usr/ /var/ /home/".Split(' '), StringComparer.OrdinalIgnoreCase);

    // The options of rm, chmod and chown that are letters.
    private const string Letters = "rRfvidIPWxchHL";

    // What PowerShell shows as if it were files.
    private static readonly string[] NoFiles = ["env:", "alias:", "function:", "variable:"];

    // What follows these is no path, although it follows an option of Remove-Item.
    private static readonly HashSet<string> NoPath = new("-ErrorAction -EA -WarningAction -WA -Include -Exclude -Filter -Stream -Credential -ErrorVariable -OutVariable".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>What the command removes: null where nothing, no target where it is not named.</summary>
    public static (string Verb, IReadOnlyList<ShellWord?> Targets)? Find(string program, ShellArguments arguments, bool fedByPipe, ShellDialect dialect) => program switch
    {
        "rm" or "remove-item" or "ri" or "rimraf" => Remove(program, arguments, fedByPipe),
        "del" or "erase" => Targets(program, arguments, arguments.HasOption("/s") || (dialect == ShellDialect.PowerShell && IsRecursive(arguments)), isWindows: true),
        "rd" or "rmdir" when arguments.HasOption("/s") || (dialect == ShellDialect.PowerShell && IsRecursive(arguments)) => Targets(program + " /s", arguments, true, isWindows: true),
        "find" or "fd" => FindDelete(arguments),
        _ => null,
    };

    /// <summary>Whether rights of the system's own folders are changed with all below them.</summary>
    public static bool ChangesSystem(ShellArguments arguments) =>
        IsRecursive(arguments) && Enumerable.Range(0, arguments.Count).Any(i => SystemFolders.Contains(arguments[i].Text));

    private static (string, IReadOnlyList<ShellWord?>)? Remove(string program, ShellArguments arguments, bool fedByPipe)
    {
        if (program == "rimraf") return Targets(program, arguments, true);
        var isRecursive = IsRecursive(arguments);
        if (fedByPipe && arguments.Target(0) is null) return (isRecursive ? program + " -r" : program, []);
        return Targets(isRecursive ? program + " -r" : program, arguments, isRecursive || fedByPipe);
    }

    private static (string, IReadOnlyList<ShellWord?>)? FindDelete(ShellArguments arguments)
    {
        if (!arguments.HasOption("-delete")) return null;
        var first = 0;
        while (first < arguments.Count && (arguments[first].Text is "-H" or "-L" or "-P" || arguments[first].Text.StartsWith("-O", StringComparison.Ordinal))) first++;
        var end = first;
        while (end < arguments.Count && !arguments[end].IsOption && arguments[end].Text is not ("(" or "!")) end++;
        var roots = Enumerable.Range(first, end - first).Select(i => arguments[i]).ToList();
        if (ShellRetention.IsPast(arguments)) return null;
        if (roots.Count == 0) return ("find -delete", [arguments.Target(0)]);
        var lasting = roots.FindAll(root => !IsTemporary(root) && !(root.Text is "/tmp" or "/var/tmp" && ShellRetention.IsNamed(arguments)));
        return lasting.Count == 0 ? null : ("find -delete", [.. lasting]);
    }

    // Recursive, every target counts; otherwise only one with a wildcard does. Temporary files never do.
    private static (string, IReadOnlyList<ShellWord?>)? Targets(string verb, ShellArguments arguments, bool all, bool isWindows = false)
    {
        var targets = new List<ShellWord?>();
        var afterDashes = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            var word = arguments[i];
            if (!afterDashes && word.Text == "--") afterDashes = true;
            else if (!afterDashes && (word.IsOption || (isWindows && IsSwitch(word.Text)) || (i > 0 && NoPath.Contains(arguments[i - 1].Text)))) continue;
            else if ((all || HasWildcard(word)) && !IsTemporary(word) && !NoFiles.Any(drive => word.Text.StartsWith(drive, StringComparison.OrdinalIgnoreCase))) targets.Add(word);
        }

        return targets.Count == 0 ? null : (verb, targets);
    }

    // /s, /a:h and /s/q
    private static bool IsSwitch(string text) => text is ['/', _, ..] && char.IsLetter(text[1]) && (text.Length == 2 || text[2] is ':' or '/');

    private static bool HasWildcard(ShellWord word) => word.Text.IndexOfAny(['*', '?']) >= 0 && !word.IsQuoted;

    /// <summary>Whether a path lies in the system's own place for temporary files, or in a cache.</summary>
    public static bool IsTemporary(ShellWord word)
    {
        if (word.Text.IndexOf("..", StringComparison.Ordinal) >= 0) return false;
        // What a hole holds may climb out again.
        if (word.HasHole) return false;
        return TemporaryRoots.Any(root => word.Text.Length > root.Length && word.Text.StartsWith(root, StringComparison.OrdinalIgnoreCase)) || ShellCaches.Hold(word.Text);
    }

    private static bool IsRecursive(ShellArguments arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var text = arguments[i].Text;
            if (text == "--") return false;
            if (text.Equals("--recursive", StringComparison.OrdinalIgnoreCase) || text.StartsWith("-rec", StringComparison.OrdinalIgnoreCase)) return true;
            // PowerShell takes any beginning of -Recurse; -Force holds an r as well, and is no bundle of letters.
            if (text.Equals("-re", StringComparison.OrdinalIgnoreCase) || (text is ['-', not '-', ..] && text.IndexOfAny(['r', 'R']) > 0 && text.Skip(1).All(letter => Letters.IndexOf(letter) >= 0))) return true;
        }

        return false;
    }
}
