using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Integrity;

/// <summary>The ids of AgentGuard's rules, as written in suppressions and severities.</summary>
internal static class GuardRules
{
    private const string Prefix = "AG";

    /// <summary>The rules whose default is a suggestion.</summary>
    private static readonly ImmutableHashSet<string> Suggestions = ImmutableHashSet.Create("AG0106", Rules.RuleIds.GuessedTarget);

    /// <summary>Every id that there is.</summary>
    public static readonly ImmutableArray<string> Ids = Range(1, 4).Concat(Range(101, 106)).Concat(Range(201, 207)).Concat(Range(301, 301)).Concat(Range(901, 902)).ToImmutableArray();

    /// <summary>The id that a suppression names, as in <c>AG0001:Title</c>; null when it names none of ours.</summary>
    public static string? IdIn(string text)
    {
        var colon = text.IndexOf(':');
        var id = (colon < 0 ? text : text[..colon]).Trim();
        return id.Length == 6 && id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && id.Skip(2).All(char.IsDigit) ? id.ToUpperInvariant() : null;
    }

    /// <summary>Whether a severity is lower than the rule's own.</summary>
    public static bool IsLower(string id, ReportDiagnostic severity) => severity switch
    {
        ReportDiagnostic.Suppress or ReportDiagnostic.Hidden => true,
        ReportDiagnostic.Info => !Suggestions.Contains(id),
        _ => false,
    };

    /// <summary>Whether a rule is about the code, which test projects may take as a suggestion; the rules about accountability are not.</summary>
    public static bool IsAboutCode(string id) => string.CompareOrdinal(id, "AG0300") < 0;

    private static IEnumerable<string> Range(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => Prefix + number.ToString("0000", CultureInfo.InvariantCulture));
}
