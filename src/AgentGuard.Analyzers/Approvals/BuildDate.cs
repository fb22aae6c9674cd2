using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Approvals;

/// <summary>The day of the build as the project hands it in, so that the same inputs give the same diagnostics.</summary>
internal static class BuildDate
{
    /// <summary>The compiler-visible property.</summary>
    public const string Property = "build_property.AgentGuardBuildDate";

    private const string Format = "yyyy-MM-dd";

    /// <summary>The date; null when none, or none that can be read, is handed in.</summary>
    public static DateTime? Of(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Property, out var value)
        && DateTime.TryParseExact(value, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Why a complete approval does not hold on a day; null when it does.</summary>
    public static string? WhyNotInForce(Approval approval, DateTime? today) => today switch
    {
        null => "The build hands in no date, so it cannot be seen whether this approval still holds; set the property AgentGuardBuildDate to year-month-day",
        { } date when approval.Review.Expires < date => $"This approval expired on {Written(approval.Review.Expires)}; ask the approver whether it should hold on",
        // A day of grace for the time zones: the one who approves may be ahead of the machine that builds.
        { } date when approval.Review.Given > date.AddDays(1) => $"This approval is dated {Written(approval.Review.Given)}, after the build date {Written(date)}",
        _ => null,
    };

    private static string Written(DateTime day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
