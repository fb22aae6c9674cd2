namespace AgentGuard;

/// <summary>The guard that blocked an operation.</summary>
public enum BlockingGuard
{
    /// <summary>The environment is not one of those allowed.</summary>
    Environment,

    /// <summary>The target is unknown or not one of those allowed.</summary>
    Target,

    /// <summary>Nobody confirmed.</summary>
    Confirmation,

    /// <summary>There is no backup that would bring the data back.</summary>
    Backup,

    /// <summary>The operation could not be recorded.</summary>
    Audit,
}
