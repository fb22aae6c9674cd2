using System.Text.RegularExpressions;

namespace AgentGuard.Text;

/// <summary>Finds destructive MongoDB commands in a command document written as JSON or in shell notation.</summary>
internal static class MongoScanner
{
    private static readonly Dictionary<string, DestructiveKind> Commands = new(StringComparer.Ordinal)
    {
        ["dropDatabase"] = DestructiveKind.Database,
        ["drop"] = DestructiveKind.Collection,
        ["dropAllUsersFromDatabase"] = DestructiveKind.Identity,
        ["dropAllRolesFromDatabase"] = DestructiveKind.Identity,
        ["dropUser"] = DestructiveKind.Identity,
        ["dropRole"] = DestructiveKind.Identity,
        ["shutdown"] = DestructiveKind.Compute,
        ["removeShard"] = DestructiveKind.Cluster,
    };

    // A command document's first key is its command: { drop: "rentals", ... }
    private static readonly Regex FirstKey = new(@"^\s*\{\s*[""']?(\w+)[""']?\s*:\s*(?:[""']([^""']*)[""'])?", RegexOptions.CultureInvariant);
    private static readonly Regex Query = new(@"[""']?\bq[""']?\s*:\s*(?=\{)", RegexOptions.CultureInvariant);
    private static readonly Regex One = new(@"[""']?\blimit[""']?\s*:\s*1\b", RegexOptions.CultureInvariant);
    private static readonly Regex Multiple = new(@"[""']?\bmulti[""']?\s*:\s*true", RegexOptions.CultureInvariant);

    private const int LongestQuery = 128;

    // What every document fits, without blanks and quotes: it has a key, and true is true.
    private static readonly Regex ForAll = new(@"\G\{(_id:\{\$(exists:(true|1)|ne:null)\}|\$expr:true|\$where:(return)?(true|1);?)?\}", RegexOptions.CultureInvariant);
    private static readonly Regex BlanksAndQuotes = new(@"[\s""']+", RegexOptions.CultureInvariant);
    private static readonly Regex DropsTarget = new(@"[""']?\bdropTarget[""']?\s*:\s*true", RegexOptions.CultureInvariant);

    /// <summary>The destructive command in a text; at most one.</summary>
    public static IReadOnlyList<TextFinding> Scan(string text)
    {
        var match = FirstKey.Match(text);
        if (!match.Success) return [];
        var command = match.Groups[1].Value;
        var name = match.Groups[2].Value;
        var target = name.Length == 0 || name.IndexOf(FoldedText.Hole) >= 0 ? null : name;
        DestructiveKind? kind = command switch
        {
            "delete" when HasQueryForAll(text, One) => DestructiveKind.Rows,
            "update" when Multiple.IsMatch(text) && HasQueryForAll(text, null) => DestructiveKind.Rows,
            "renameCollection" when DropsTarget.IsMatch(text) => DestructiveKind.Collection,
            _ => Commands.TryGetValue(command, out var found) ? found : null,
        };
        return kind is { } destroyed ? [new TextFinding(TextEffect.Destroys, destroyed, command, target, match.Index, text.Length)] : [];
    }

    /// <summary>Whether every document fits a filter that is written as a document: <c>{}</c>, <c>{ _id: { $exists: true } }</c>.</summary>
    public static bool IsForAll(string filter)
    {
        var bare = BlanksAndQuotes.Replace(filter, "");
        return ForAll.Match(bare) is { Success: true, Length: var length } && length == bare.Length;
    }

    private static bool HasQueryForAll(string text, Regex? limit)
    {
        for (var query = Query.Match(text); query.Success;)
        {
            var start = query.Index + query.Length;
            query = query.NextMatch();
            // It stands behind its query, and before the next.
            if (limit?.Match(text, start, (query.Success ? query.Index : text.Length) - start).Success == true) continue;
            if (ForAll.IsMatch(BlanksAndQuotes.Replace(text.Substring(start, Math.Min(LongestQuery, text.Length - start)), ""), 0)) return true;
        }

        return false;
    }
}
