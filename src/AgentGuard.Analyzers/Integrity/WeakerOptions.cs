using System.Collections.Immutable;
using AgentGuard.Analyzers.Policy;

namespace AgentGuard.Analyzers.Integrity;

/// <summary>Compares <c>agentguard.</c> options with what holds when nothing is configured.</summary>
internal static class WeakerOptions
{
    private const int ShortestName = 3;

    /// <summary>The options that ask for less, as they would be written.</summary>
    public static IEnumerable<string> Of(PolicyOptions policy)
    {
        foreach (var pair in policy.Impacts)
        {
            if (IsWeaker(pair.Value, Requirement.DefaultFor(pair.Key))) yield return $"agentguard.{Word(pair.Key)}.required_guards = {pair.Value.Written}";
        }

        foreach (var pair in policy.Kinds)
        {
            if (IsWeaker(pair.Value, Requirement.DefaultFor(Kinds.ImpactOf(pair.Key)))) yield return $"agentguard.kinds.{pair.Key.WrittenName()} = {pair.Value.Written}";
        }

        if (PolicyOptions.Default.ProductionEnvironments.Any(name => !policy.ProductionEnvironments.Contains(name, StringComparer.OrdinalIgnoreCase)))
            yield return $"agentguard.production_environments = {string.Join(", ", policy.ProductionEnvironments)}";

        // A pattern that nearly every name fits, or a name that says nothing of the kind, makes a guard of anything.
        if (policy.BackupMethods.Any(IsTooWide) || Added(policy.BackupMethods, PolicyOptions.Default.BackupMethods).Any(static name => !GuardWords.Save(name))) yield return $"agentguard.backup_methods = {string.Join(", ", policy.BackupMethods)}";
        if (policy.ConfirmationNames.Any(IsTooWide) || Added(policy.ConfirmationNames, PolicyOptions.Default.ConfirmationNames).Any(static name => !GuardWords.AskOrDestroy(name))) yield return $"agentguard.confirmation_names = {string.Join(", ", policy.ConfirmationNames)}";
        if (Added(policy.EnvironmentVariables, PolicyOptions.Default.EnvironmentVariables).Any(static name => !GuardWords.SayWhere(name))) yield return $"agentguard.environment_variables = {string.Join(", ", policy.EnvironmentVariables)}";
    }

    private static IEnumerable<string> Added(ImmutableArray<string> names, ImmutableArray<string> known) => names.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool IsWeaker(Requirement asked, Requirement byDefault) =>
        byDefault.AnyOne ? asked.Guards == GuardKinds.None : asked.AnyOne || (asked.Guards & byDefault.Guards) != byDefault.Guards;

    private static bool IsTooWide(string pattern) => pattern.Count(char.IsLetterOrDigit) < ShortestName;

    private static string Word(Impact impact) => impact switch
    {
        Impact.DataLoss => "data_loss",
        Impact.Disruption => "disruption",
        _ => "local",
    };
}
