namespace AgentGuard;

/// <summary>Variables that coding agents set in the processes they start. Those that a person keeps in a profile are not among them.</summary>
internal static class AgentMarkers
{
    private static readonly string[] Variables =
    [
        "AGENT", "AI_AGENT", "AIDER_CHAT", "AMP_THREAD_ID", "ANTIGRAVITY_AGENT", "AUGMENT_AGENT",
        "CLAUDECODE", "CLAUDE_CODE", "CLAUDE_CODE_ENTRYPOINT", "CLAUDE_CODE_SSE_PORT", "CLINE_ACTIVE", "CODEX_CI", "CODEX_SANDBOX",
        "CODEX_SANDBOX_NETWORK_DISABLED", "CODEX_THREAD_ID", "COPILOT_AGENT_ID", "COPILOT_AGENT_SESSION_ID", "COPILOT_CLI", "COPILOT_MODEL",
        "CRUSH", "CURSOR_AGENT", "DEVIN_SESSION_ID", "GEMINI_CLI", "GEMINI_CLI_NO_RELAUNCH", "GOOSE_TERMINAL", "JULES_SESSION_ID", "KILOCODE",
        "OPENCODE", "OPENCODE_CLIENT", "OPENHANDS_SESSION_ID", "QWEN_CODE", "REPLIT_AGENT", "ROO_ACTIVE", "TRAE_AI_SHELL_ID", "WARP_AGENT", "WINDSURF_AGENT",
    ];

    /// <summary>Whether a variable is one of them.</summary>
    public static bool Contain(string variable) => Array.IndexOf(Variables, variable) >= 0;

    /// <summary>The first variable that is set, or null.</summary>
    public static string? Find(Func<string, string?> read) => Variables.FirstOrDefault(name => read(name) is { Length: > 0 } value && value is not ("0" or "false"));
}
