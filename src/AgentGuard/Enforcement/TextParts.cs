using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentGuard;

/// <summary>Turns the values of a call into text.</summary>
internal static class TextParts
{
    private static readonly Regex Placeholder = new(@"\{(\d+)(?:[,:][^{}]*)?\}", RegexOptions.CultureInvariant);

    /// <summary>All values, with spaces between; null if one of them does not tell its text.</summary>
    public static string? Join(IEnumerable<object?> parts)
    {
        var words = parts.SelectMany(Words).ToList();
        return words.Contains(null) ? null : string.Join(" ", words.Where(word => word!.Length > 0));
    }

    /// <summary>The text with a parameter where a value stands, as it goes to the database.</summary>
    public static string WithParameters(FormattableString text) => Placeholder.Replace(text.Format, "@p$1");

    private static IEnumerable<string?> Words(object? part) => part switch
    {
        null => [],
        string text => [text],
        FormattableString text => [WithParameters(text)],

        // A document (of MongoDB, say) can be enumerated too, but its text is its JSON.
        IEnumerable items and (Array or ICollection<object> or IEnumerable<string>) => items.Cast<object?>().SelectMany(Words),
        _ => [Text(part)],
    };

    // An object that has no text of its own gives the name of its type. Not by way of IConvertible: documents of MongoDB refuse to be converted.
    private static string? Text(object part)
    {
        var text = part is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : part.ToString();
        return text == part.GetType().ToString() ? null : text ?? "";
    }
}
