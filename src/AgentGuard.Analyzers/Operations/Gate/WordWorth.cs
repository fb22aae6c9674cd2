namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>What a sought word is worth where it stands.</summary>
internal enum WordWorth : byte
{
    /// <summary>Nothing: it is not handed on.</summary>
    Nothing,

    /// <summary>As much as anywhere.</summary>
    Counts,

    /// <summary>Something only where the same file types commands into a program.</summary>
    IfTyped,

    /// <summary>Something only where the same file sets the guards of the run time up.</summary>
    IfSetUp,
}
