using System.Text.RegularExpressions;

namespace AgentGuard.Corpus.Search;

/// <summary>What a person would search a repository for to find what destroys; written without a look at the catalogue.</summary>
/// <param name="Name">How the pattern is called in tables.</param>
/// <param name="Expression">What is searched for, line by line.</param>
internal sealed record SearchPattern(string Name, Regex Expression)
{
    /// <summary>All of them; a place belongs to the first that matches there.</summary>
    public static IReadOnlyList<SearchPattern> All { get; } =
    [
        Of("SQL drop", @"\bDROP\s+(TABLE|DATABASE|SCHEMA|TABLESPACE|OWNED|KEYSPACE|USER|ROLE|LOGIN|COLUMN|KEYSPACE)\b"),
        Of("SQL truncate", @"\bTRUNCATE\s+(TABLE\s+)?[\w\[""`{.]"),
        Of("SQL delete", @"\bDELETE\s+FROM\b"),
        Of("shell remove", @"\brm\s+-\w*[rf]|\brd\s+/s|\brmdir\s+/s|Remove-Item\b.*-Recurse|\bdropdb\b|terraform\s+destroy|kubectl\s+delete|docker\s+(system|volume)\s+(prune|rm)|git\s+(reset\s+--hard|clean\s+-f)"),
        Of("Redis flush", @"\bFLUSH(ALL|DB)\b|\bFlush(All)?(Database|Databases)(Async)?\s*\("),
        Of("directory delete", @"\bDirectory\.Delete\s*\(|\.Delete\s*\(\s*(recursive\s*:\s*)?true\s*\)"),
        Of("HTTP delete", @"\bHttpMethod\.Delete\b|\bDeleteAsync\s*\(\s*(\$?@?""|new Uri|\w*[uU]r[il])"),
        Of("EF delete", @"\bEnsureDeleted(Async)?\s*\(|\bExecuteDelete(Async)?\s*\(|\.RemoveRange\s*\(|\bDatabase\.Delete\s*\("),
        Of("call that drops", @"\b\w*(Drop|Truncate|Destroy|Terminate|Purge|Wipe|Erase|Obliterate|Nuke)\w*\s*(<[\w<>,. ]+>)?\s*\(", RegexOptions.None),
        Of("call that deletes", @"\b\w*(Delete|Deregister|ScheduleKeyDeletion|ForceRemove|Reset(All|Database|Data))\w*\s*(<[\w<>,. ]+>)?\s*\(", RegexOptions.None),
        Of("fluent delete", @"\bDelete\s*\.\s*(Table|Schema|Column|FromTable|Database|Index|ForeignKey|Sequence)\b", RegexOptions.None),
    ];

    private static SearchPattern Of(string name, string expression, RegexOptions options = RegexOptions.IgnoreCase) => new(name, new Regex(expression, options | RegexOptions.CultureInvariant));
}
