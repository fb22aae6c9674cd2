using System.Text.RegularExpressions;

namespace AgentGuard.Text;

/// <summary>Columns in which a program notes when it last looked at a row, or which version it saw: to set them all makes it look again, and loses nothing that anybody entered.</summary>
internal static class BookkeepingNames
{
    private const string Done = "scan|scanned|sync|synced|synchroni[sz]ed|run|check|checked|refresh|refreshed|indexed|update|updated|modified|crawled|fetched|polled";
    private const string Time = "(_?(at|on|utc|date|time|datetime|timestamp))*";

    private static readonly Regex Humps = new("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", RegexOptions.CultureInvariant);

    // last_scan, ai_last_updated, last_collections_scan, updated_at, date_modified, folder_scan_date
    private static readonly Regex Look = new($"^((\\w*_)?last[a-z_]*?({Done}){Time}|(date_?)?(updated|modified|scanned|synced|indexed|refreshed){Time}|(\\w*_)?(scan|sync|refresh)_(date|time))$", RegexOptions.CultureInvariant);

    // etag, image_etag, image_e_tag
    private static readonly Regex Version = new("^(\\w*_)?(etag|e_tag)$", RegexOptions.CultureInvariant);

    /// <summary>Whether a column or property is named like one.</summary>
    public static bool Contain(string name)
    {
        if (name.Length > 64) return false;
        var words = Humps.Replace(name, "_").ToLowerInvariant();
        return Look.IsMatch(words) || Version.IsMatch(words);
    }
}
