using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>The environment checks of the host, such as <c>environment.IsDevelopment()</c>.</summary>
internal static class HostCheck
{
    /// <summary>Whether a method is one; known by type, since any type may have a method of that name.</summary>
    public static bool Is(ISymbol? method) => method is IMethodSymbol
    {
        Name: "IsDevelopment" or "IsStaging" or "IsProduction" or "IsEnvironment",
        ContainingType.Name: "HostEnvironmentEnvExtensions" or "HostingEnvironmentExtensions" or "HostEnvironmentExtensions",
    };
}
