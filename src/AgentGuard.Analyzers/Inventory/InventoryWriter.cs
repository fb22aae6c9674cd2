using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AgentGuard.Analyzers.Inventory;

/// <summary>Writes the inventory as JSON: one property per line, so that a pull request shows what has changed.</summary>
internal static class InventoryWriter
{
    /// <summary>The version of the schema.</summary>
    public const int Version = 1;

    // Characters that MSBuild would read as its own are escaped, because a target carries the text to the file.
    private const string Escaped = "\"\\;%$@'*<>&";

    /// <summary>The whole file.</summary>
    public static string Write(ImmutableArray<InventoryEntry> entries)
    {
        var json = new StringBuilder();
        json.Append("{\n  \"version\": ").Append(Version).Append(",\n  \"operations\": [");
        for (var i = 0; i < entries.Length; i++)
        {
            json.Append(i == 0 ? "\n    {\n" : ",\n    {\n");
            json.Append(string.Join(",\n", Properties(entries[i]).Select(property => $"      \"{property.Name}\": {property.Value}")));
            json.Append("\n    }");
        }

        return json.Append(entries.IsEmpty ? "]\n}" : "\n  ]\n}").ToString();
    }

    private static IEnumerable<(string Name, string Value)> Properties(InventoryEntry entry)
    {
        yield return ("member", Quote(entry.Member));
        yield return ("operation", Quote(entry.Operation));
        yield return ("api", Quote(entry.Api));
        yield return ("file", Quote(entry.File));
        yield return ("kind", Quote(entry.Kind.WrittenName()));
        yield return ("impact", Quote(Kinds.ImpactOf(entry.Kind) switch { Impact.DataLoss => "data_loss", Impact.Disruption => "disruption", _ => "local" }));
        yield return ("target", entry.Target is null ? "null" : Quote(entry.Target));
        yield return ("migration", entry.InMigration ? "true" : "false");
        yield return ("required", Guards(entry.Required));
        yield return ("anyOne", entry.AnyOne ? "true" : "false");
        yield return ("byCode", Guards(entry.ByCode));
        yield return ("byAttribute", Guards(entry.ByAttribute));
        yield return ("missing", Guards(entry.Missing));
        yield return ("approval", entry.Approval is { Review: var review }
            ? $"{{ \"reason\": {Quote(review.Reason)}, \"approver\": {Quote(review.Approver)}, \"given\": \"{Day(review.Given)}\", \"expires\": \"{Day(review.Expires)}\" }}"
            : "null");
    }

    private static string Guards(GuardKinds guards) =>
        "[" + string.Join(", ", new[] { GuardKinds.Environment, GuardKinds.Confirmation, GuardKinds.Backup }.Where(guard => (guards & guard) != 0).Select(guard => Quote(guard.ToString().ToLowerInvariant()))) + "]";

    private static string Day(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c < ' ' || c > '~' || Escaped.IndexOf(c) >= 0) quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
