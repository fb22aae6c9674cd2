using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>One entry of docs/guards.md.</summary>
/// <param name="Number">Its number on the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Proves">The guards that hold at the marked call, or <c>nothing</c>.</param>
/// <param name="Reason">The reason of the near miss, where one is named.</param>
/// <param name="Form">How the code is to be completed.</param>
/// <param name="Code">The example.</param>
public sealed record Shape(int Number, string Title, string Proves, string? Reason, string Form, string Code)
{
    private static readonly Regex Entry = new(
        @"^### (?<number>\d+)\. (?<title>[^\n]+)\n\nProves: (?<proves>[a-z, ]+?)(: (?<reason>\w+))?\n\n```csharp(?: (?<form>\w+))?\n(?<code>.*?)\n```$",
        RegexOptions.Multiline | RegexOptions.Singleline);

    /// <summary>All entries, in the order of the page.</summary>
    public static ImmutableArray<Shape> All { get; } = Read();

    /// <summary>Whether the marked call deletes files.</summary>
    public bool IsAboutFiles => Code.Contains("WipeFiles(", StringComparison.Ordinal);

    /// <summary>The text of the whole file.</summary>
    public string File => GuardHarness.FileFor(Code, Form);

    /// <summary>The entries as test data.</summary>
    public static TheoryData<int> Numbers(Func<Shape, bool> which) => new(All.Where(which).Select(shape => shape.Number));

    /// <summary>The entry of a number.</summary>
    public static Shape Of(int number) => All[number - 1];

    private static ImmutableArray<Shape> Read()
    {
        var page = System.IO.File.ReadAllText(System.IO.Path.Combine(TestPaths.Root, "docs", "guards.md")).ReplaceLineEndings("\n");
        return Entry.Matches(page).Select(match => new Shape(
            int.Parse(match.Groups["number"].Value),
            match.Groups["title"].Value,
            match.Groups["proves"].Value,
            match.Groups["reason"].Success ? match.Groups["reason"].Value : null,
            match.Groups["form"].Success ? match.Groups["form"].Value : "statements",
            match.Groups["code"].Value)).ToImmutableArray();
    }
}
