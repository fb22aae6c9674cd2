namespace AgentGuard.Text.Sql;

/// <summary>One statement: the tokens from its verb to its end.</summary>
/// <param name="Start">The token of the verb.</param>
/// <param name="Verb">The verb, upper case, or empty where no word stands.</param>
/// <param name="IsConditional">Whether a condition of the script decides if it runs.</param>
/// <param name="With">The <c>WITH</c> clause before it, if any.</param>
internal sealed record SqlStatement(int Start, string Verb, bool IsConditional, SqlStatement? With)
{
    /// <summary>The token after its last.</summary>
    public int End { get; set; }

    /// <summary>Whether an EXPLAIN or a definition keeps it from running.</summary>
    public bool IsInert { get; init; }
}
