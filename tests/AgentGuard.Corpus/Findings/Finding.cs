using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Corpus.Findings;

/// <summary>What is reported at one place: the three missing guards of one call are one finding.</summary>
/// <param name="Path">The file, relative to the checkout.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Ids">The diagnostics, joined by <c>+</c>.</param>
/// <param name="Message">What the first of them says.</param>
internal sealed record Finding(string Path, int Line, string Ids, string Message)
{
    /// <summary>Groups diagnostics by place; a file that two projects share counts once.</summary>
    public static ImmutableArray<Finding> From(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .GroupBy(diagnostic => (diagnostic.Location.GetLineSpan().Path, Line: diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1))
            .Select(place => new Finding(place.Key.Path ?? "", place.Key.Line, string.Join("+", place.Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal)), place.OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal).First().GetMessage()))
            .OrderBy(finding => finding.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line),
    ];
}
