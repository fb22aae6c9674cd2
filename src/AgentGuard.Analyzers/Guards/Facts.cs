namespace AgentGuard.Analyzers.Guards;

/// <summary>The set of things known to hold at a program point. A fact, once made, holds for the rest of its path.</summary>
internal readonly record struct Facts(ulong Bits)
{
    private const int FirstBackup = 20;

    // Between what holds and the backups stands what holds of one element of a loop.
    private const int FirstOfEach = 7;

    /// <summary>Nothing is known.</summary>
    public static readonly Facts None = new(0);

    /// <summary>Everything holds: the point is never reached.</summary>
    public static readonly Facts Unreachable = new(ulong.MaxValue);

    /// <summary>The environment or the target is one of those that are named as allowed.</summary>
    public static readonly Facts Allowed = new(1 << 0);

    /// <summary>The environment or the target is none of those that are named as production.</summary>
    public static readonly Facts NotProduction = new(1 << 1);

    /// <summary>The environment is production.</summary>
    public static readonly Facts Production = new(1 << 2);

    /// <summary>A check said that the environment is not the allowed one.</summary>
    public static readonly Facts NotAllowed = new(1 << 3);

    /// <summary>The path lies below an allowed root; says something about files only.</summary>
    public static readonly Facts PathContained = new(1 << 4);

    /// <summary>A person said yes.</summary>
    public static readonly Facts Confirmed = new(1 << 5);

    /// <summary>A person said no.</summary>
    public static readonly Facts Declined = new(1 << 6);

    /// <summary>What checks of the environment or of the target prove.</summary>
    public static readonly Facts Environment = Allowed | NotProduction | PathContained;

    /// <summary>What is true of the whole process, so that it also holds when a delegate made here runs later.</summary>
    public static readonly Facts ProcessInvariant = Allowed | NotProduction | Production | NotAllowed | PathContained;

    /// <summary>Every backup fact.</summary>
    public static readonly Facts AnyBackup = BackupOf(Enum.GetValues(typeof(DestructiveKind)).Cast<DestructiveKind>());

    /// <summary>Whether the point is never reached.</summary>
    public bool IsUnreachable => Bits == ulong.MaxValue;

    /// <summary>Both.</summary>
    public static Facts operator |(Facts left, Facts right) => new(left.Bits | right.Bits);

    /// <summary>What holds on either path: the meet of the analysis.</summary>
    public static Facts operator &(Facts left, Facts right) => new(left.Bits & right.Bits);

    /// <summary>The facts without some.</summary>
    public Facts Without(Facts other) => new(Bits & ~other.Bits);

    /// <summary>The facts as those of one element of a loop; backups are none of them.</summary>
    public Facts OfEach => IsUnreachable ? this : new((Bits & ((1 << FirstOfEach) - 1)) << FirstOfEach);

    /// <summary>The facts without those of one element of a loop.</summary>
    public Facts OutsideEach => IsUnreachable ? this : Without(new Facts(((1UL << FirstOfEach) - 1) << FirstOfEach));

    /// <summary>The facts where each element has gone through the loop.</summary>
    public Facts AfterEach => IsUnreachable ? this : OutsideEach | new Facts((Bits >> FirstOfEach) & ((1 << FirstOfEach) - 1));

    /// <summary>Whether all of <paramref name="other"/> hold.</summary>
    public bool Include(Facts other) => (Bits & other.Bits) == other.Bits;

    /// <summary>Whether any of <paramref name="other"/> holds.</summary>
    public bool Overlap(Facts other) => (Bits & other.Bits) != 0;

    /// <summary>The fact that a backup of these kinds completed.</summary>
    public static Facts BackupOf(IEnumerable<DestructiveKind> kinds) =>
        kinds.Aggregate(None, (facts, kind) => facts | new Facts(1UL << (FirstBackup + (int)kind)));

    /// <summary>The guards that these facts say anything about, for or against.</summary>
    public IEnumerable<GuardKinds> Mentioned()
    {
        if (Overlap(ProcessInvariant)) yield return GuardKinds.Environment;
        if (Overlap(Confirmed | Declined)) yield return GuardKinds.Confirmation;
        if (Overlap(AnyBackup)) yield return GuardKinds.Backup;
    }

    /// <summary>Which of the three guards these facts prove for an operation of a kind.</summary>
    public GuardKinds GuardsFor(DestructiveKind kind)
    {
        var guards = GuardKinds.None;
        var environment = Allowed | NotProduction;
        if (kind is DestructiveKind.Directory or DestructiveKind.Files) environment |= PathContained;
        if (Overlap(environment)) guards |= GuardKinds.Environment;
        if (Include(Confirmed)) guards |= GuardKinds.Confirmation;
        if (Include(BackupOf([kind]))) guards |= GuardKinds.Backup;
        return guards;
    }
}
