namespace AgentGuard;

/// <summary>The environment that this process runs in, and who said so.</summary>
/// <param name="Name">Its name; <c>Production</c> if nobody said anything.</param>
/// <param name="Source">Who said so.</param>
/// <param name="Conflict">Why the name cannot be trusted, if it cannot.</param>
internal sealed record CurrentEnvironment(string Name, string Source, string? Conflict)
{
    private const string Production = "Production";

    public static CurrentEnvironment Of(GuardOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.EnvironmentName)) return new(options.EnvironmentName!.Trim(), "set by the host", null);

        var said = options.EnvironmentVariables
            .Select(variable => (Variable: variable, Value: Environment.GetEnvironmentVariable(variable)?.Trim()))
            .Where(pair => !string.IsNullOrEmpty(pair.Value))
            .ToList();
        if (said.Count == 0) return new(Production, $"{string.Join(" and ", options.EnvironmentVariables)} not set", null);

        var conflict = said.Find(pair => !string.Equals(pair.Value, said[0].Value, StringComparison.OrdinalIgnoreCase));
        return conflict.Variable is null
            ? new(said[0].Value!, said[0].Variable, null)
            : new(Production, "in doubt", $"{said[0].Variable} says '{said[0].Value}' but {conflict.Variable} says '{conflict.Value}'.");
    }
}
