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

        (string Variable, string Value)? first = null;
        foreach (var variable in options.EnvironmentVariables)
        {
            if (Environment.GetEnvironmentVariable(variable)?.Trim() is not { Length: > 0 } value) continue;
            if (first is not { } before) first = (variable, value);
            else if (!string.Equals(value, before.Value, StringComparison.OrdinalIgnoreCase))
                return new(Production, "in doubt", $"{before.Variable} says '{before.Value}' but {variable} says '{value}'.");
        }

        return first is { } said ? new(said.Value, said.Variable, null) : new(Production, $"{string.Join(" and ", options.EnvironmentVariables)} not set", null);
    }
}
