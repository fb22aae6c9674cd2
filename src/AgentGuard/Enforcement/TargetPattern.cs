namespace AgentGuard;

/// <summary>The patterns of <see cref="RequiresTargetAttribute"/>; <c>*</c> stands for any characters, <c>?</c> for one.</summary>
internal static class TargetPattern
{
    /// <summary>Whether one of the names of a target fits a pattern.</summary>
    public static bool Matches(string? pattern, GuardTarget target) => target.Place is null
        ? target.Identities.Any(identity => !target.IsMistakable(identity) && Matches(pattern, identity))
        : !string.IsNullOrEmpty(pattern) && target.Identities.Any(identity => Fits(pattern!, identity, PhysicalPath.IgnoresCase));

    /// <summary>Whether a name that is no path fits a pattern as a whole. A host is compared with the host alone: what stands behind it is chosen by others.</summary>
    public static bool Matches(string? pattern, string identity)
    {
        if (string.IsNullOrEmpty(pattern)) return false;
        var (scheme, host, rest) = Split(pattern!);
        var (itsScheme, itsHost, itsRest) = Split(identity);

        // Without a host, or where any host will do, there is nothing to mistake it for.
        if (itsHost.Length == 0 || (scheme is null && host == "*")) return Fits(pattern!, identity, ignoreCase: true);
        if (scheme is not null && (itsScheme is null || !Fits(scheme, itsScheme, ignoreCase: true))) return false;
        if (!Fits(host, itsHost, ignoreCase: true)) return false;
        return rest is null ? itsRest is null || host[^1] == '*' : itsRest is not null && Fits(rest, itsRest, ignoreCase: true);
    }

    private static (string? Scheme, string Host, string? Tail) Split(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var host = scheme < 0 ? 0 : scheme + 3;
        var slash = text.IndexOf('/', host);
        return (scheme < 0 ? null : text[..scheme], slash < 0 ? text[host..] : text[host..slash], slash < 0 ? null : text[(slash + 1)..]);
    }

    // Linear in practice, never exponential.
    private static bool Fits(string pattern, string text, bool ignoreCase)
    {
        int p = 0, i = 0, star = -1, resume = 0;
        while (i < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = i;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || IsSame(pattern[p], text[i], ignoreCase)))
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

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    private static bool IsSame(char left, char right, bool ignoreCase) => left == right || (ignoreCase && char.ToUpperInvariant(left) == char.ToUpperInvariant(right));
}
