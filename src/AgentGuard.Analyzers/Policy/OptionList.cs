using System.Collections.Immutable;

namespace AgentGuard.Analyzers.Policy;

/// <summary>Comma-separated option values; a <c>;</c> would begin a comment in an .editorconfig file.</summary>
internal static class OptionList
{
    /// <summary>The trimmed, non-empty items.</summary>
    public static ImmutableArray<string> Split(string value) =>
        value.Split(',').Select(item => item.Trim()).Where(item => item.Length > 0).ToImmutableArray();
}
