using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace AgentGuard.Analyzers.Policy;

/// <summary>The options that apply to one source file. Every key is documented in docs/configuration.md.</summary>
internal sealed record PolicyOptions
{
    /// <summary>The options when nothing is configured.</summary>
    public static readonly PolicyOptions Default = new();

    /// <summary>Requirements by tier where they are configured.</summary>
    public ImmutableDictionary<Impact, Requirement> Impacts { get; init; } = ImmutableDictionary<Impact, Requirement>.Empty;

    /// <summary>Requirements by kind where they are configured; they win over the tier's.</summary>
    public ImmutableDictionary<DestructiveKind, Requirement> Kinds { get; init; } = ImmutableDictionary<DestructiveKind, Requirement>.Empty;

    /// <summary>Environment names that mean production.</summary>
    public ImmutableArray<string> ProductionEnvironments { get; init; } = ImmutableArray.Create("Production", "Prod", "Prd", "Live");

    /// <summary>Process environment variables that hold the environment's name.</summary>
    public ImmutableArray<string> EnvironmentVariables { get; init; } = ImmutableArray.Create(AgentGuard.EnvironmentVariables.Names);

    /// <summary>Names of switches that a person must turn on.</summary>
    public ImmutableArray<string> ConfirmationNames { get; init; } = ImmutableArray.Create(
        "confirm", "confirmed", "isConfirmed", "userConfirmed", "force", "yes", "assumeYes", "wipe", "reset", "purge", "drop", "dropExisting", "dropDatabase",
        "deleteExisting", "overwrite", "recreate", "iKnowWhatIAmDoing", "allowDataLoss", "allowDestructive", "destroy", "erase", "clean", "cleanup", "clear");

    /// <summary>Name patterns of methods that make a backup; <c>*</c> stands for any characters.</summary>
    public ImmutableArray<string> BackupMethods { get; init; } = ImmutableArray.Create("*Backup*", "*Snapshot*", "*Export*", "*Dump*", "*Archive*");

    /// <summary>Whether text that is wholly unknown at compile time is reported.</summary>
    public bool ReportUnknownText { get; init; }

    /// <summary>Whether only a list of allowed environments is an environment guard.</summary>
    public bool AllowListsOnly { get; init; }

    /// <summary>Whether these are the very same options: they are read once for all files that share them, and asked for at every name.</summary>
    public bool Equals(PolicyOptions? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>The guards that an operation of this kind needs.</summary>
    public Requirement RequirementFor(DestructiveKind kind)
    {
        if (Kinds.TryGetValue(kind, out var ofKind)) return ofKind;
        var impact = AgentGuard.Kinds.ImpactOf(kind);
        return Impacts.TryGetValue(impact, out var ofImpact) ? ofImpact : Requirement.DefaultFor(impact);
    }
}
