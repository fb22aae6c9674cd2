namespace AgentGuard;

/// <summary>The written names of the kinds (<c>file_share</c>), and the impact tier of each.</summary>
internal static class Kinds
{
    // A range, not Enum.GetValues: that one is not AOT-safe on netstandard2.0.
    private static readonly Dictionary<string, DestructiveKind> ByName = Enumerable
        .Range((int)DestructiveKind.Database, (int)DestructiveKind.Files)
        .Select(number => (DestructiveKind)number)
        .ToDictionary(WrittenName, StringComparer.Ordinal);

    /// <summary>All written names, in the order of the vocabulary.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>Reads a written name.</summary>
    public static bool TryParse(string name, out DestructiveKind kind) => ByName.TryGetValue(name, out kind);

    /// <summary>Reads a kind as the tables of the scanners write it: behind <c>=</c> may stand, with dashes, what the thing is called where the name of its kind does not fit.</summary>
    public static bool TryParse(string name, out DestructiveKind kind, out string? called)
    {
        var equals = name.IndexOf('=');
        called = equals < 0 ? null : name.Substring(equals + 1).Replace('-', ' ');
        return TryParse(equals < 0 ? name : name.Substring(0, equals), out kind);
    }

    /// <summary>The tier of a kind.</summary>
    public static Impact ImpactOf(DestructiveKind kind) => kind switch
    {
        >= DestructiveKind.Cache => Impact.Local,
        >= DestructiveKind.Backup => Impact.Disruption,
        _ => Impact.DataLoss,
    };

    /// <summary>The name in catalogue files and options: <c>search_index</c>.</summary>
    public static string WrittenName(this DestructiveKind kind) => Split(kind, '_');

    /// <summary>The name in messages: <c>search index</c>.</summary>
    public static string DisplayName(this DestructiveKind kind) => Split(kind, ' ');

    /// <summary>What a message says is destroyed: <c>a database</c>, <c>all rows</c>.</summary>
    public static string Phrase(this DestructiveKind kind) => kind switch
    {
        DestructiveKind.Rows => "all rows",
        DestructiveKind.Files => "files",
        DestructiveKind.Dns => "DNS records",
        DestructiveKind.QueuePurge => "all messages of a queue",
        DestructiveKind.Identity => "an identity or its permissions",
        DestructiveKind.Compute => "a machine or service",
        DestructiveKind.Infrastructure => "infrastructure",
        DestructiveKind.Replication => "replication",
        DestructiveKind.Cache => "a whole cache",
        DestructiveKind.Directory => "a directory with everything in it",
        _ => "a " + kind.DisplayName(),
    };

    private static string Split(DestructiveKind kind, char separator)
    {
        var name = kind.ToString();
        var result = new System.Text.StringBuilder(name.Length + 2);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0) result.Append(separator);
            result.Append(char.ToLowerInvariant(name[i]));
        }

        return result.ToString();
    }
}
