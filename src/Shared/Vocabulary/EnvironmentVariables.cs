namespace AgentGuard;

/// <summary>Variables that hold the name of the environment where nothing else is configured. What a check in code may ask and what a guard attribute asks at run time is the same.</summary>
internal static class EnvironmentVariables
{
    /// <summary>Their names.</summary>
    public static readonly string[] Names = ["DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT", "AZURE_FUNCTIONS_ENVIRONMENT"];
}
