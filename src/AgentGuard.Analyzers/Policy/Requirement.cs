namespace AgentGuard.Analyzers.Policy;

/// <summary>Which guards must stand before an operation.</summary>
/// <param name="Guards">The guards that are asked for.</param>
/// <param name="AnyOne">Whether one of them is enough.</param>
internal readonly record struct Requirement(GuardKinds Guards, bool AnyOne)
{
    /// <summary>No guard is asked for.</summary>
    public static readonly Requirement None = new(GuardKinds.None, AnyOne: false);

    /// <summary>Any one of the three guards.</summary>
    public static readonly Requirement Any = new(GuardKinds.All, AnyOne: true);

    /// <summary>The guards that still lack when <paramref name="present"/> hold.</summary>
    public GuardKinds Missing(GuardKinds present) => AnyOne && (present & Guards) != 0 ? GuardKinds.None : Guards & ~present;

    /// <summary>What the design asks for a tier.</summary>
    public static Requirement DefaultFor(Impact impact) => impact switch
    {
        Impact.DataLoss => new Requirement(GuardKinds.All, AnyOne: false),
        Impact.Disruption => new Requirement(GuardKinds.Environment | GuardKinds.Confirmation, AnyOne: false),
        _ => Any,
    };

    /// <summary>Reads <c>environment, confirmation</c>, <c>any</c> or <c>none</c>; false with the word at fault otherwise.</summary>
    public static bool TryParse(string text, out Requirement requirement, out string fault)
    {
        requirement = None;
        fault = "";
        foreach (var word in OptionList.Split(text))
        {
            switch (word)
            {
                case "any": requirement = Any; return true;
                case "none": requirement = None; return true;
                case "environment": requirement = new(requirement.Guards | GuardKinds.Environment, false); break;
                case "confirmation": requirement = new(requirement.Guards | GuardKinds.Confirmation, false); break;
                case "backup": requirement = new(requirement.Guards | GuardKinds.Backup, false); break;
                default: fault = word; return false;
            }
        }

        fault = text;
        return requirement.Guards != GuardKinds.None;
    }

    /// <summary>The requirement as an option's value, in one spelling.</summary>
    public string Written => (AnyOne, Guards) switch
    {
        (true, _) => "any",
        (_, GuardKinds.None) => "none",
        var (_, guards) => string.Join(", ", Words.Take(3).Where((_, bit) => ((int)guards & (1 << bit)) != 0)),
    };

    /// <summary>The words that <see cref="TryParse"/> understands.</summary>
    public static readonly string[] Words = ["environment", "confirmation", "backup", "any", "none"];
}
