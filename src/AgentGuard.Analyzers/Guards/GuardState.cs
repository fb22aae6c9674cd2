using System.Collections.Immutable;

namespace AgentGuard.Analyzers.Guards;

/// <summary>What is known just before a call, and which guards near it do not count.</summary>
internal sealed class GuardState(Facts facts, Func<ImmutableArray<NearMiss>> findNearMisses)
{
    private ImmutableArray<NearMiss> _nearMisses;

    /// <summary>The facts.</summary>
    public Facts Facts { get; } = facts;

    /// <summary>Guards in the same member that do not count for the call, the most telling first. A guarded call is not searched around.</summary>
    public ImmutableArray<NearMiss> NearMisses => _nearMisses.IsDefault ? _nearMisses = findNearMisses() : _nearMisses;

    /// <summary>Whether the call is never reached.</summary>
    public bool IsUnreachable => Facts.IsUnreachable;

    /// <summary>Whether the environment is checked, but the call runs where the check says that it is production, or not the allowed one.</summary>
    public bool IsEnvironmentInverted => !IsUnreachable && Facts.Overlap(Facts.Production | Facts.NotAllowed) && !Facts.Overlap(Facts.Allowed | Facts.NotProduction);

    /// <summary>Whether the environment guard only names what is forbidden.</summary>
    public bool IsDenyListOnly => !IsUnreachable && Facts.Include(Facts.NotProduction) && !Facts.Include(Facts.Allowed);

    /// <summary>The guards that hold for an operation of a kind; all of them where it is never reached.</summary>
    public GuardKinds GuardsFor(DestructiveKind kind) => Facts.GuardsFor(kind);

    /// <summary>The most telling near miss of a guard for an operation of a kind, or null if there is none.</summary>
    public NearMiss? NearestMiss(GuardKinds guard, DestructiveKind kind)
    {
        var candidates = NearMisses.Where(miss => miss.Guard == guard).ToImmutableArray();
        if (candidates.IsEmpty) return null;
        if (guard == GuardKinds.Backup && Facts.Overlap(Facts.AnyBackup) && !Facts.Include(Facts.BackupOf([kind]))) return candidates[0] with { Reason = NearMissReason.WrongKind };
        return candidates[0];
    }
}
