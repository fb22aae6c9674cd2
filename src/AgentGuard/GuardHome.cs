namespace AgentGuard;

/// <summary>The directory of the ledger and the audit file: <c>AGENTGUARD_HOME</c>, or <c>AgentGuard</c> in the user's local application data.</summary>
internal static class GuardHome
{
    public const string Variable = "AGENTGUARD_HOME";

    public static string File(string name)
    {
        var home = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(home)) return Path.Combine(Path.GetFullPath(home!), name);

        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

        // A service account without a home: a relative path would follow the working directory, so the name stays one that cannot be written.
        return data.Length == 0 ? Path.Combine(Path.DirectorySeparatorChar.ToString(), "AGENTGUARD_HOME-is-not-set", name) : Path.Combine(data, "AgentGuard", name);
    }
}
