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
        chroot 1
        gosu 1
        su-exec 1
        nsenter 0 -t -S -G --target
        systemd-run 0 -u -p -E -M -H --unit --property --setenv --slice --uid --gid --description --on-active --on-calendar --working-directory
        sshpass 0 -p -f -d -P
        microk8s 0
        k3s 0
        sail 0
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
        uv 1 -p --python --with --project --directory --extra --group --env-file
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

    private static readonly HashSet<string> RunOptions = new(
        ("-v --volume --mount --volumes-from --tmpfs -w --workdir -e --env --env-file -u --user --name --network --net --network-alias --link --ip --dns -p --publish --expose -h --hostname --add-host " +
        "--entrypoint -l --label -m --memory --cpus -c --cpu-shares --gpus --device --platform --pull --restart --cap-add --cap-drop --security-opt --shm-size --ulimit --log-driver --log-opt --cidfile " +
        "--pid --ipc --stop-signal --stop-timeout -a --attach -n --namespace --image --overrides --labels").Split(' '), StringComparer.Ordinal);

    /// <summary>The word of the program that really runs, from the word at <paramref name="index"/> on; the count of words where none does.</summary>
    public static int Unwrap(IReadOnlyList<ShellWord> words, int index, ref bool fedByPipe)
    {
        while (index < words.Count)
        {
            var text = words[index].Text;
            if (text.Equals("if", StringComparison.OrdinalIgnoreCase) && SkipCondition(words, index + 1) is var command && command > index + 1)
            {
                index = command;
                continue;
            }

            if (Reserved.Contains(text) || IsAssignment(text))
            {
                index++;
                continue;
            }

            var program = ProgramName(text);
            // It only tells where the program is.
            if (program == "command" && index + 1 < words.Count && words[index + 1].Text is "-v" or "-V") return words.Count;
            if (!Wrappers.TryGetValue(program, out var wrapper) || (program == "wsl" && index + 1 < words.Count && words[index + 1].Text == "--unregister")) return index;
            fedByPipe |= program is "xargs" or "parallel";
            index = program == "start" ? SkipStart(words, index + 1) : SkipOptions(words, index + 1, wrapper.ValueOptions);
            // env A=1 program
            while (index < words.Count && IsAssignment(words[index].Text)) index++;
            // uv run --frozen program
            if (wrapper.Arguments > 0) index = SkipOptions(words, index + wrapper.Arguments, wrapper.ValueOptions);
        }

        return words.Count;
    }

    /// <summary>The first word after the options from here.</summary>
    public static int SkipOptions(IReadOnlyList<ShellWord> words, int index, HashSet<string> withValue)
    {
        while (index < words.Count && words[index].IsOption)
        {
            if (words[index].Text == "--") return index + 1;
            index += TakesNext(words[index].Text, withValue) ? 2 : 1;
        }

        return index;
    }

    // -u and --user take the next word; so does -iu, but not -uroot.
    private static bool TakesNext(string option, HashSet<string> withValue)
    {
        if (withValue.Contains(option)) return true;
        if (option is not ['-', not '-', _, ..]) return false;
        for (var i = 1; i < option.Length; i++)
        {
            if (withValue.Contains("-" + option[i])) return i == option.Length - 1;
        }

        return false;
    }

    // cmd: if [/i] [not] exist file command
    private static int SkipCondition(IReadOnlyList<ShellWord> words, int index)
    {
        var next = index;
        while (next < words.Count && words[next].Text.ToLowerInvariant() is "/i" or "not") next++;
        if (next >= words.Count) return index;
        return words[next].Text.ToLowerInvariant() is "exist" or "defined" or "errorlevel" ? next + 2 : words[next].Text.IndexOf("==", StringComparison.Ordinal) > 0 ? next + 1 : index;
    }

    // cmd: start "title" /wait program
    private static int SkipStart(IReadOnlyList<ShellWord> words, int index)
    {
        if (index + 1 < words.Count && words[index].IsQuoted) index++;
        while (index < words.Count && words[index].Text is ['/', ..]) index += words[index].Text.Equals("/d", StringComparison.OrdinalIgnoreCase) ? 2 : 1;
        return index;
    }

    /// <summary>Where the command for another machine begins: after ssh's options and the host.</summary>
    public static int RemoteCommand(IReadOnlyList<ShellWord> words, int index) => SkipOptions(words, SkipOptions(words, index, SshOptions) + 1, SshOptions);

    /// <summary>Where the command for a container begins in <c>docker exec</c> and <c>kubectl exec</c>, or -1.</summary>
    public static int ContainerCommand(IReadOnlyList<ShellWord> words, int index)
    {
        var exec = index;
        while (exec < words.Count && exec < index + 6 && words[exec].Text is not ("exec" or "run")) exec++;
        if (exec >= words.Count || words[exec].Text is not ("exec" or "run")) return -1;
        var target = SkipOptions(words, exec + 1, words[exec].Text == "run" ? RunOptions : ExecOptions) + 1;
        return SkipOptions(words, target, ExecOptions);
    }

    /// <summary>Whether a container is run with a folder or volume of the machine in it; one that a file describes may have any.</summary>
    public static bool Mounts(IReadOnlyList<ShellWord> words, int from, int verb, int to)
    {
        for (var i = from; i < to && i < words.Count; i++)
        {
            var text = words[i].Text;
            if (i < verb ? text == "compose" : text is "-v" or "--volume" or "--mount" or "--volumes-from" || text.StartsWith("-v", StringComparison.Ordinal) || text.StartsWith("--volume", StringComparison.Ordinal) || text.StartsWith("--mount=", StringComparison.Ordinal)) return true;
        }

        return from > 0 && ProgramName(words[from - 1].Text) == "docker-compose";
    }

    /// <summary>A program's name without its folder and extension, lower case.</summary>
    public static string ProgramName(string text)
    {
        // cmd hides a line behind @, and npx takes a version: prisma@latest
        var name = text.Substring(text.LastIndexOfAny(['/', '\\']) + 1).TrimStart('@').ToLowerInvariant();
        if (name.IndexOf('@') is var version and > 0) name = name.Substring(0, version);
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
