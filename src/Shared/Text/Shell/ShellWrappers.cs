namespace AgentGuard.Text.Shell;

/// <summary>Programs that run another program: which of their options take a value, and how many arguments stand before the other program.</summary>
internal static class ShellWrappers
{
    private const string Table = """
        sudo 0 -u -g -h -p -C -T -r -t -U -D -R --user --group --host --prompt --chdir
        doas 0 -u -C
        env 0 -u -C --unset --chdir
        nohup 0
        time 0 -f -o
        nice 0 -n --adjustment
        ionice 0 -c -n -p
        timeout 1 -s -k --signal --kill-after
        stdbuf 0 -i -o -e
        setsid 0
        exec 0 -a
        command 0
        builtin 0
        caffeinate 0 -t -w
        chronic 0
        unbuffer 0
        busybox 0
        toybox 0
        watch 0 -n --interval
        flock 1 -w -E
        chroot 1
        strace 0 -o -e -p -s
        xargs 0 -I -i -n -P -L -d -E -s -a -l --max-args --max-procs --delimiter --arg-file
        parallel 0 -j --jobs
        start 0
        call 0
        wsl 0 -d -u --distribution --user --cd
        npx 0 -p --package
        bunx 0
        pnpx 0
        bundle 1
        poetry 1
        pipenv 1
        uv 1
        uvx 0
        dotenv 0 -e -f
        doppler-run 0
        direnv 2
        nix-shell 0
        firejail 0
        """;

    private static readonly Dictionary<string, (int Arguments, HashSet<string> ValueOptions)> Wrappers = Table
        .Split('\n')
        .Select(line => line.Trim().Split(' '))
        .ToDictionary(
            parts => parts[0],
            parts => (int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), new HashSet<string>(parts.Skip(2), StringComparer.Ordinal)),
            StringComparer.OrdinalIgnoreCase);

    // Words of the shell's own grammar that may stand before a command.
    private static readonly HashSet<string> Reserved = new("{ } ! if then elif else fi do done while until & .".Split(' '), StringComparer.Ordinal);

    /// <summary>Options of ssh that take a value.</summary>
    private static readonly HashSet<string> SshOptions = new("-p -i -l -o -F -J -L -R -D -b -c -E -e -I -m -O -Q -S -W -w -B".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> ExecOptions = new("-u -e -w --user --env --workdir --env-file --index -n --namespace -c --container --context".Split(' '), StringComparer.Ordinal);

    /// <summary>The word of the program that really runs, from the word at <paramref name="index"/> on; the count of words where none does.</summary>
    public static int Unwrap(IReadOnlyList<ShellWord> words, int index, ref bool fedByPipe)
    {
        while (index < words.Count)
        {
            var text = words[index].Text;
            if (Reserved.Contains(text) || IsAssignment(text))
            {
                index++;
                continue;
            }

            var program = ProgramName(text);
            if (!Wrappers.TryGetValue(program, out var wrapper) || (program == "wsl" && index + 1 < words.Count && words[index + 1].Text == "--unregister")) return index;
            fedByPipe |= program is "xargs" or "parallel";
            index = SkipOptions(words, index + 1, wrapper.ValueOptions);
            // env A=1 program
            while (index < words.Count && IsAssignment(words[index].Text)) index++;
            index += wrapper.Arguments;
        }

        return words.Count;
    }

    /// <summary>The first word after the options from here.</summary>
    public static int SkipOptions(IReadOnlyList<ShellWord> words, int index, HashSet<string> withValue)
    {
        while (index < words.Count && words[index].IsOption)
        {
            if (words[index].Text == "--") return index + 1;
            index += withValue.Contains(words[index].Text) ? 2 : 1;
        }

        return index;
    }

    /// <summary>Where the command for another machine begins: after ssh's options and the host.</summary>
    public static int RemoteCommand(IReadOnlyList<ShellWord> words, int index) => SkipOptions(words, SkipOptions(words, index, SshOptions) + 1, SshOptions);

    /// <summary>Where the command for a container begins in <c>docker exec</c> and <c>kubectl exec</c>, or -1.</summary>
    public static int ContainerCommand(IReadOnlyList<ShellWord> words, int index)
    {
        var exec = index;
        while (exec < words.Count && exec < index + 6 && words[exec].Text != "exec") exec++;
        if (exec >= words.Count || words[exec].Text != "exec") return -1;
        var target = SkipOptions(words, exec + 1, ExecOptions) + 1;
        return SkipOptions(words, target, ExecOptions);
    }

    /// <summary>A program's name without its folder and extension, lower case.</summary>
    public static string ProgramName(string text)
    {
        var name = text.Substring(text.LastIndexOfAny(['/', '\\']) + 1).ToLowerInvariant();
        foreach (var extension in new[] { ".exe", ".cmd", ".bat", ".com" })
        {
            if (name.EndsWith(extension, StringComparison.Ordinal)) return name.Substring(0, name.Length - extension.Length);
        }

        return name;
    }

    private static bool IsAssignment(string text)
    {
        var equals = text.IndexOf('=');
        if (equals <= 0 || char.IsDigit(text[0])) return false;
        for (var i = 0; i < equals; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] != '_') return false;
        }

        return true;
    }
}
