using System.Text;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Catalog.Tests;

/// <summary>One page of docs/detected: a catalogue file as a table that people can search.</summary>
/// <param name="Name">Name of the catalogue file without extension.</param>
/// <param name="Title">The library, as the first line of the file says.</param>
/// <param name="Lines">Number of lines in it.</param>
/// <param name="Text">The page.</param>
internal sealed record DetectedPage(string Name, string Title, int Lines, string Text)
{
    /// <summary>The pages of all catalogue files that say what is destroyed or executed.</summary>
    public static IReadOnlyList<DetectedPage> All() => CatalogIndex.BuiltInFiles()
        .Where(file => !file.Name.StartsWith("guards-", StringComparison.Ordinal))
        .Select(file => Write(Path.GetFileNameWithoutExtension(file.Name), file.Text))
        .ToList();

    /// <summary>The page that lists the others.</summary>
    public static string Index(IReadOnlyList<DetectedPage> pages)
    {
        var text = new StringBuilder("# What is detected\n\nThese pages are generated from the catalogue files in `src/AgentGuard.Analyzers/Catalog/Libraries`; [the catalogue](../catalogue.md) explains their format.\n")
            .Append("Every line of a library that can be restored from nuget.org is resolved against its real assembly by a test. Files named *ByName* describe libraries that the tests do not restore: their lines are written from documentation and tested against stand-ins.\n\n")
            .Append("| File | Lines | What |\n|---|---:|---|\n");
        foreach (var page in pages) text.Append($"| [{page.Name}]({page.Name}.md) | {page.Lines} | {page.Title} |\n");
        return text.ToString();
    }

    private static DetectedPage Write(string name, string file)
    {
        var title = "";
        var lines = 0;
        var inTable = false;
        var text = new StringBuilder();
        foreach (var line in file.Split('\n'))
        {
            if (line.StartsWith('#') && title.Length == 0) text.Append($"# {name}\n\n{title = line[1..].Trim()}\n");
            else if (line.StartsWith('#')) text.Append($"\n## {line[1..].Trim()}\n");
            if (CatalogParser.Parse(SourceText.From(line)).Entries is not [var entry])
            {
                inTable = false;
                continue;
            }

            if (!inTable) text.Append("\n| API | Effect | Conditions |\n|---|---|---|\n");
            text.Append($"| `{Api(entry.Id)}` | {Effect(entry)} | {Conditions(entry)} |\n");
            inTable = true;
            lines++;
        }

        return new DetectedPage(name, title, lines, text.ToString());
    }

    private static string Api(CatalogId id) => id.ToString()[2..].Replace(".#ctor", " constructor");

    private static string Effect(CatalogEntry entry) => entry.Effect switch
    {
        CatalogEffect.Destroys => $"destroys: {entry.Kinds[0].DisplayName()}",
        CatalogEffect.Runs => $"executes {Channel(entry.Channel)}",
        CatalogEffect.BacksUp => $"backs up: {string.Join(", ", entry.Kinds.Select(kind => kind.DisplayName()))}",
        CatalogEffect.Confirms => "asks a person",
        CatalogEffect.Weakens => "switches a protection off",
        CatalogEffect.Lists => "lists all that is there",
        _ => $"checks the {entry.Subject}",
    };

    private static string Channel(TextChannel channel) => channel switch
    {
        TextChannel.Sql => "SQL",
        TextChannel.Shell => "a command line",
        TextChannel.Http => "an HTTP request",
        TextChannel.Redis => "a Redis command",
        TextChannel.Input => "what is typed into a program",
        _ => "a MongoDB command",
    };

    private static string Conditions(CatalogEntry entry) => string.Join("; ", entry.Conditions.Select(condition =>
        $"{(condition.Excludes ? "unless" : "when")} `{condition.Path}` {Test(condition)}"));

    private static string Test(CatalogCondition condition) => condition.Test switch
    {
        ConditionTest.Unfiltered => "lets every row through",
        ConditionTest.Each => "is every row in turn",
        ConditionTest.Given => "is given",
        ConditionTest.Is => $"is seen to be `{Value(condition)}`",
        _ => $"is `{Value(condition)}`",
    };

    private static string Value(CatalogCondition condition) => condition.Literal switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        "" => "\"\"",
        var literal => literal.ToString()!,
    };
}
