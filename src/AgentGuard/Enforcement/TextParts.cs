using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentGuard;

/// <summary>Turns the values of a call into text.</summary>
internal static class TextParts
{
    private static readonly Regex Placeholder = new(@"\{(\d+)(?:[,:][^{}]*)?\}", RegexOptions.CultureInvariant);

    /// <summary>All values, with spaces between.</summary>
    public static string Join(IEnumerable<object?> parts) => string.Join(" ", parts.SelectMany(Words).Where(word => word.Length > 0));

    /// <summary>The text with a parameter where a value stands, as it goes to the database.</summary>
    public static string WithParameters(FormattableString text) => Placeholder.Replace(text.Format, "@p$1");

    private static IEnumerable<string> Words(object? part) => part switch
    {
        null => [],
        string text => [text],
        FormattableString text => [WithParameters(text)],

        // A document (of MongoDB, say) can be enumerated too, but its text is its JSON.
        IEnumerable items and (Array or ICollection<object> or IEnumerable<string>) => items.Cast<object?>().SelectMany(Words),
        _ => [Convert.ToString(part, CultureInfo.InvariantCulture) ?? ""],
    };
}
