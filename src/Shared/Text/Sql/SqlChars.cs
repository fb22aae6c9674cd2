namespace AgentGuard.Text.Sql;

/// <summary>What characters make a word in every dialect.</summary>
internal static class SqlChars
{
    public static bool IsWord(char c) =>
        c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or FoldedText.Hole
        || (c > '\x7f' && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)));
}
