using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Rules;

/// <summary>Creates rule descriptors that all carry a description and a help link.</summary>
internal static class Descriptor
{
    private const string Version = "v0.1.0";

    /// <summary>Missing, wrong or faked guards.</summary>
    public const string Guards = "AgentGuard.Guards";

    /// <summary>What goes wrong in incidents beyond a missing guard.</summary>
    public const string Incidents = "AgentGuard.Incidents";

    /// <summary>Approvals, configuration and suppression.</summary>
    public const string Accountability = "AgentGuard.Accountability";

    /// <summary>Creates a descriptor.</summary>
    public static DiagnosticDescriptor Create(string id, string title, string message, string category, string description, DiagnosticSeverity severity = DiagnosticSeverity.Warning, params string[] tags) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, description, $"https://github.com/agentguard/AgentGuard.Analyzers/blob/{Version}/docs/rules/{id}.md", tags);
}
