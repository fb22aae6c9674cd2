namespace AgentGuard;

/// <summary>How bad it is when the operation hits the wrong target. Decides which guards are required.</summary>
internal enum Impact
{
    /// <summary>Data that nothing but a backup brings back.</summary>
    DataLoss,

    /// <summary>Infrastructure or protection that people depend on.</summary>
    Disruption,

    /// <summary>Something on this machine, or that can be computed again.</summary>
    Local,
}
