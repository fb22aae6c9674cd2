namespace AgentGuard.Text.Shell;

/// <summary>All rules by the program they are about. The tables stand in the other files, one per family.</summary>
internal static partial class ShellRules
{
    private static readonly Dictionary<string, ShellRule[]> ByProgram =
        new[] { Databases, NoSql, Amazon, Azure, Google, Platforms, Containers, Infrastructure, Backups, Services, Git, Disks }
            .SelectMany(table => table.Split('\n'))
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(ShellRule.Parse)
            .SelectMany(rule => rule.Programs.Select(program => (program, rule)))
            .GroupBy(pair => pair.program, pair => pair.rule, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules about a program, in the order of the tables: the first that holds is the one.</summary>
    public static IReadOnlyList<ShellRule> Of(string program) => ByProgram.TryGetValue(program, out var rules) ? rules : [];
}
