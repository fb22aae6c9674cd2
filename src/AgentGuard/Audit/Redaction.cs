using System.Text.RegularExpressions;

namespace AgentGuard;

/// <summary>Takes secrets out of what is written down. What goes in is already free of connection strings and statements; this is the net below.</summary>
internal static class Redaction
{
    private const string Hidden = "***";

    // Generous: on a busy machine a short limit would mask harmless texts, and with them the reason of a refusal.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly Regex Named = new(
        @"(?<name>\b[\w.-]*(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|account[_-]?key|private[_-]?key|authorization|credential|signature|sig)\b[""']?\s*[=:]\s*)(?:(?:bearer|basic)\s+)?(?:""[^""]*""|'[^']*'|[^\s;,&""']+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Limit);

    private static readonly Regex Known = new(
        @"(?<=://)[^/\s@]+(?=@)|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_\w{20,}|\bxox[abprs]-[\w-]{10,}|\bsk-[\w-]{16,}|\beyJ[\w-]+\.[\w-]+\.[\w-]*|(?<=\b[Bb]earer\s+)\S+",
        RegexOptions.CultureInvariant,
        Limit);

    // What every match of the expressions holds. Nearly no text does, and these searches are far cheaper.
    private static readonly string[] NameParts = ["pass", "pwd", "secret", "token", "key", "authorization", "credential", "sig"];
    private static readonly string[] KnownParts = ["@", "AKIA", "ASIA", "gh", "xox", "sk-", "eyJ", "earer"];

    /// <summary>The text without what looks like a secret.</summary>
    public static string Clean(string text) => MayHoldSecret(text) ? Mask(text) : text;

    /// <summary>Whether the text has to be looked at closely.</summary>
    internal static bool MayHoldSecret(string text)
    {
        foreach (var character in text)
        {
            // Beyond ASCII there are characters that are equal to one of its letters without case.
            if (character > '\x7f') return true;
        }

        return Array.Exists(KnownParts, part => text.IndexOf(part, StringComparison.Ordinal) >= 0)
            || Array.Exists(NameParts, part => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    internal static string Mask(string text)
    {
        try
        {
            return Known.Replace(Named.Replace(text, "${name}" + Hidden), Hidden);
        }
        catch (RegexMatchTimeoutException)
        {
            return Hidden;
        }
    }
}
