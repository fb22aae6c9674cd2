namespace AgentGuard.Text.Shell;

/// <summary>Interpreters and package managers that start a tool by name: <c>python manage.py</c>, <c>php artisan</c>, <c>yarn prisma</c>.</summary>
internal static class ShellLaunchers
{
    private static readonly HashSet<string> Interpreters = new("python python3 py php ruby node bin/rails".Split(' '), StringComparer.Ordinal);
    private static readonly char[] Version = [.. "0123456789."];
    private static readonly HashSet<string> PackageManagers = new("npm yarn pnpm bun".Split(' '), StringComparer.Ordinal);

    // Without `exec` a package manager starts what a package brings along, by this name or by a script of it; any other name is that of a script.
    private static readonly HashSet<string> PackageTools = new(
        "prisma knex typeorm typeorm-ts-node-commonjs sequelize sequelize-cli mikro-orm drizzle-kit supabase neon neonctl netlify vercel vc wrangler firebase serverless sls cdk cdktf sst amplify railway heroku".Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Values = new(["-d", "-c", "-W", "-X"], StringComparer.Ordinal);

    // Of a package manager: where the package lies.
    private static readonly HashSet<string> Places = new("--filter -F --prefix --dir -C --cwd --workspace workspace".Split(' '), StringComparer.Ordinal);

    /// <summary>The word of the tool, with its name in <paramref name="program"/>; the word itself where it starts no other.</summary>
    public static int Resolve(IReadOnlyList<ShellWord> words, int index, ref string program)
    {
        var next = index + 1;
        var isScript = false;
        if (Interpreters.Contains(program) || Interpreters.Contains(program.TrimEnd(Version)))
        {
            if (next < words.Count && words[next].Text == "-m") next++;
            else next = ShellWrappers.SkipOptions(words, next, Values);
        }
        else if (program == "dotnet")
        {
            // dotnet tool run dotnet-ef
            if (next + 1 >= words.Count || words[next].Text != "tool" || words[next + 1].Text is not ("run" or "exec")) return index;
            next = ShellWrappers.SkipOptions(words, next + 2, Values);
        }
        else if (PackageManagers.Contains(program))
        {
            isScript = true;
            for (; next < words.Count && (words[next].IsOption || words[next].Text is "exec" or "dlx" or "run" or "x" or "workspace"); next++)
            {
                isScript &= words[next].Text is not ("exec" or "dlx" or "x");
                if (Places.Contains(words[next].Text)) next++;
            }
        }
        else
        {
            return index;
        }

        if (next >= words.Count) return index;
        var tool = ShellWrappers.ProgramName(words[next].Text);
        if (isScript && !PackageTools.Contains(tool)) return index;
        if (ShellRules.Of(tool).Count == 0 && !ShellClients.IsSqlClient(tool)) return index;
        program = tool;
        return next;
    }
}
