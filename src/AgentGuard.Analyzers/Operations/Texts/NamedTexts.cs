using System.Collections.Immutable;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>
/// Texts that are composed out of sight, by an implementation elsewhere or from a resource, under a name that says what is written in
/// them: <c>syntax.DropDatabase(name)</c>, <c>dialect.GetDropTableString(table)</c>, <c>Resources.TruncateTable</c>.
/// </summary>
internal static class NamedTexts
{
    private static readonly string Hole = FoldedText.Hole.ToString();

    private static readonly ImmutableDictionary<(string Verb, string Thing), string> Statements = new Dictionary<(string, string), string>
    {
        [("drop", "database")] = $"DROP DATABASE {Hole}",
        [("drop", "schema")] = $"DROP SCHEMA {Hole}",
        [("drop", "table")] = $"DROP TABLE {Hole}",
        [("drop", "column")] = $"ALTER TABLE {Hole} DROP COLUMN {Hole}",
        [("truncate", "table")] = $"TRUNCATE TABLE {Hole}",
    }.ToImmutableDictionary();

    private static readonly ImmutableHashSet<string> Before = ImmutableHashSet.Create("get", "build", "create", "generate", "make", "compose", "render", "sql", "query", "script");
    private static readonly ImmutableHashSet<string> Between = ImmutableHashSet.Create("all", "the", "every");
    private static readonly ImmutableHashSet<string> After = ImmutableHashSet.Create("if", "exists", "cascade", "sql", "query", "statement", "statements", "command", "text", "string", "script", "ddl");

    /// <summary>The text, as far as the name tells it; null where it tells nothing.</summary>
    /// <param name="source">What yields the text.</param>
    public static FoldedString? Of(IOperation source)
    {
        ISymbol? member = source switch
        {
            IInvocationOperation call => call.TargetMethod,
            IMemberReferenceOperation reference => reference.Member,
            _ => null,
        };
        return member is not null && source.Type?.SpecialType == SpecialType.System_String && Statement(NameParts.Of(member.Name)) is { } statement
            ? new FoldedString(statement, ImmutableArray.Create(source.Syntax.GetLocation()))
            : null;
    }

    /// <summary>The text of a file, as far as the file's name tells it: <c>sql/drop_tables.sql</c>; null where it tells nothing.</summary>
    /// <param name="paths">The paths that it may have.</param>
    /// <param name="reading">The call that reads it.</param>
    public static FoldedString? OfFile(ImmutableArray<FoldedString> paths, SyntaxNode reading) =>
        paths is [{ Text: var path }] && path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase) && Statement(NameParts.Of(System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))) is { } statement
            ? new FoldedString(statement, ImmutableArray.Create(reading.GetLocation()))
            : null;

    // The whole name has to say it: `DropTableMessage` and `DropTableIndex` are something else.
    private static string? Statement(IReadOnlyList<string> words)
    {
        var verb = 0;
        while (verb < words.Count && Before.Contains(words[verb])) verb++;
        var thing = verb + 1;
        while (thing < words.Count && Between.Contains(words[thing])) thing++;
        return thing < words.Count && words.Skip(thing + 1).All(After.Contains) && Statements.TryGetValue((words[verb], words[thing].TrimEnd('s')), out var statement) ? statement : null;
    }
}
