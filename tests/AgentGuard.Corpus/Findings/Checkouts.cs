namespace AgentGuard.Corpus.Findings;

/// <summary>Where the checkouts are that the environment names.</summary>
internal static class Checkouts
{
    /// <summary>The folder with one checkout per repository; null where there is none, as on a build server.</summary>
    public static string? Root { get; } = Environment.GetEnvironmentVariable("AGENTGUARD_CORPUS") is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    /// <summary>The commit of a checkout: its detached HEAD, or the file <c>.commit</c> of an unpacked archive.</summary>
    public static string? CommitOf(string checkout)
    {
        var file = new[] { Path.Combine(checkout, ".git", "HEAD"), Path.Combine(checkout, ".commit") }.FirstOrDefault(File.Exists);
        return file is null ? null : File.ReadAllText(file).Trim();
    }
}

/// <summary>A test that needs checkouts, and says so where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (Checkouts.Root is null) Skip = "There are no checkouts: set AGENTGUARD_CORPUS to the folder that holds them (docs/corpus.md).";
    }
}
