namespace AgentGuard;

/// <summary>The patterns of <see cref="RequiresTargetAttribute"/>.</summary>
internal static class TargetPattern
{
    /// <summary>Whether an identity fits a pattern as a whole; <c>*</c> stands for any characters, <c>?</c> for one. Linear in practice, never exponential.</summary>
    public static bool Matches(string? pattern, string identity)
    {
        if (string.IsNullOrEmpty(pattern)) return false;
        int p = 0, i = 0, star = -1, resume = 0;
        while (i < identity.Length)
        {
            if (p < pattern!.Length && pattern[p] == '*')
            {
                star = p++;
                resume = i;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || SameCharacter(pattern[p], identity[i])))
            {
                p++;
                i++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                i = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern!.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    private static bool SameCharacter(char left, char right) => left == right || char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
