using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Corpus.Robustness;

/// <summary>Source that mutants are made of.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Text">The source.</param>
internal sealed partial record Seed(string Name, string Text)
{
    /// <summary>The sources inside this repository's tests: they are full of destructive calls and guards, so mutants of them reach every rule.</summary>
    public static IReadOnlyList<Seed> FromTests { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !BuildOutput().IsMatch(file))
            .Order(StringComparer.Ordinal)
            .SelectMany(InFile),
    ];

    /// <summary>The C# files of a folder that are not enormous.</summary>
    public static IReadOnlyList<Seed> FromFolder(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length < 40_000 && !BuildOutput().IsMatch(file))
            .Order(StringComparer.Ordinal)
            .Select(file => new Seed(Path.GetRelativePath(folder, file), File.ReadAllText(file))),
    ];

    // The test's own file is C# as well, with everything around the source.
    private static IEnumerable<Seed> InFile(string file)
    {
        var root = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot();
        var name = Path.GetFileName(file);
        var sources = root.DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.Token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) && literal.Token.ValueText.Contains('{'))
            .Select((literal, index) => new Seed($"{name}#{index}", WithoutMarkup(literal.Token.ValueText)));
        return sources.Prepend(new Seed(name, root.ToFullString()));
    }

    private static string WithoutMarkup(string source) => Mark().Replace(source, "").Replace("|}", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\|[A-Za-z0-9#]+:")]
    private static partial Regex Mark();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex BuildOutput();
}
