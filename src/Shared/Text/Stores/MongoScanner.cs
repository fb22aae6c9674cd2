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
    private static readonly Regex EmptyQuery = new(@"[""']?\bq[""']?\s*:\s*\{\s*\}", RegexOptions.CultureInvariant);
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
            "delete" when EmptyQuery.IsMatch(text) => DestructiveKind.Rows,
            "renameCollection" when DropsTarget.IsMatch(text) => DestructiveKind.Collection,
            _ => Commands.TryGetValue(command, out var found) ? found : null,
        };
        return kind is { } destroyed ? [new TextFinding(TextEffect.Destroys, destroyed, command, target, match.Index, text.Length)] : [];
    }
}
