using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Policy;

/// <summary>An <c>agentguard.</c> option that is not understood.</summary>
/// <param name="Key">The key as configured.</param>
/// <param name="Value">The value as configured.</param>
/// <param name="Message">What is wrong and what would be right.</param>
internal sealed record OptionError(string Key, string Value, string Message);

/// <summary>Reads <see cref="PolicyOptions"/> from .editorconfig and global config files. One per compilation.</summary>
internal sealed class PolicyReader(AnalyzerConfigOptionsProvider provider)
{
    private const string Prefix = "agentguard.";

    private static readonly ImmutableDictionary<string, Impact> ImpactNames = ImmutableDictionary<string, Impact>.Empty
        .Add("data_loss", Impact.DataLoss)
        .Add("disruption", Impact.Disruption)
        .Add("local", Impact.Local);

    private static readonly string[] SimpleKeys =
    [
        "agentguard.production_environments",
        "agentguard.environment_variables",
        "agentguard.confirmation_names",
        "agentguard.backup_methods",
        "agentguard.unknown_text",
        "agentguard.environment_lists",
    ];

    /// <summary>Every key, as it is written.</summary>
    internal static readonly string[] AllKeys =
    [
        .. SimpleKeys,
        .. ImpactNames.Keys.Select(impact => $"agentguard.{impact}.required_guards"),
        .. AgentGuard.Kinds.Names.Select(kind => $"agentguard.kinds.{kind}"),
    ];

    private readonly ConcurrentDictionary<AnalyzerConfigOptions, (PolicyOptions Options, ImmutableArray<OptionError> Errors)> _read = new();

    /// <summary>The options of a file.</summary>
    public PolicyOptions For(SyntaxTree tree) => Read(provider.GetOptions(tree)).Options;

    /// <summary>What is wrong with the options of a file.</summary>
    public ImmutableArray<OptionError> ErrorsFor(SyntaxTree tree) => Read(provider.GetOptions(tree)).Errors;

    private (PolicyOptions Options, ImmutableArray<OptionError> Errors) Read(AnalyzerConfigOptions options) => _read.GetOrAdd(options, static options =>
    {
        var policy = PolicyOptions.Default;
        var errors = ImmutableArray.CreateBuilder<OptionError>();
        foreach (var key in options.Keys)
        {
            if (!key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || !options.TryGetValue(key, out var value)) continue;
            var (changed, error) = Apply(policy, key.ToLowerInvariant(), value.Trim());
            policy = changed;
            if (error is not null) errors.Add(new OptionError(key, value, error));
        }

        return (policy, errors.ToImmutable());
    });

    private static (PolicyOptions Policy, string? Error) Apply(PolicyOptions policy, string key, string value)
    {
        switch (key)
        {
            case "agentguard.production_environments": return WithList(list => policy with { ProductionEnvironments = list });
            case "agentguard.environment_variables": return WithList(list => policy with { EnvironmentVariables = list });
            case "agentguard.confirmation_names": return WithList(list => policy with { ConfirmationNames = list });
            case "agentguard.backup_methods": return WithList(list => policy with { BackupMethods = list });
            case "agentguard.unknown_text": return WithWord("report", "ignore", first => policy with { ReportUnknownText = first });
            case "agentguard.environment_lists": return WithWord("allow", "any", first => policy with { AllowListsOnly = first });
        }

        var parts = key.Split('.');
        if (parts is [_, var impactName, "required_guards"] && ImpactNames.TryGetValue(impactName, out var impact))
            return WithRequirement(requirement => policy with { Impacts = policy.Impacts.SetItem(impact, requirement) });
        if (parts is [_, "kinds", var kindName] && AgentGuard.Kinds.TryParse(kindName, out var kind))
            return WithRequirement(requirement => policy with { Kinds = policy.Kinds.SetItem(kind, requirement) });
        return (policy, $"there is no such option; {Suggestion.For(key, AllKeys)}");

        (PolicyOptions, string?) WithList(Func<ImmutableArray<string>, PolicyOptions> change) =>
            OptionList.Split(value) is { IsEmpty: false } list ? (change(list), null) : (policy, "at least one value is expected, separated by commas");

        (PolicyOptions, string?) WithWord(string first, string second, Func<bool, PolicyOptions> change) =>
            value == first || value == second ? (change(value == first), null) : (policy, Suggestion.For(value, [first, second]));

        (PolicyOptions, string?) WithRequirement(Func<Requirement, PolicyOptions> change) =>
            Requirement.TryParse(value, out var requirement, out var fault) ? (change(requirement), null) : (policy, Suggestion.For(fault, Requirement.Words));
    }
}
