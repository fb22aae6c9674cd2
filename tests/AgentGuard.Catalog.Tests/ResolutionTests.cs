using AgentGuard.Analyzers.Catalog;
using AgentGuard.Catalog.Tests.Census;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Catalog.Tests;

/// <summary>Every line of the shipped catalogue parses, names a member that exists, and paths that exist on it.</summary>
public class ResolutionTests
{
    public static TheoryData<string> Files => [.. CatalogIndex.BuiltInFiles().Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryLineResolves(string file)
    {
        var text = CatalogIndex.BuiltInFiles().Single(candidate => candidate.Name == file).Text;
        var (entries, errors) = CatalogParser.Parse(SourceText.From(text));
        Assert.Empty(errors.Select(error => error.Message));
        Assert.NotEmpty(entries);

        var faults = entries.SelectMany(Faults).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // The gate looks for extension methods in types of such names only.
    [Fact]
    public void ExtensionMethodsAreKnownByTheNameOfTheirType() => Assert.Empty(CatalogIndex.BuiltIn.Entries
        .Where(entry => !entry.Id.IsOfExtensions && Resolver.MembersOf(entry.Id).Any(member => member is IMethodSymbol { IsExtensionMethod: true }))
        .Select(entry => entry.Id.ToString()));

    // With a command definition the text is not a parameter, so that each overload needs its line.
    [Fact]
    public void EveryMethodOfDapperThatTakesACommandIsRead()
    {
        var taking = RealLibraries.Compilation.GetTypeByMetadataName("Dapper.SqlMapper")!.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method.DeclaredAccessibility == Accessibility.Public && method.Parameters.Any(parameter => parameter.Type.Name == "CommandDefinition"))
            .ToList();
        Assert.True(taking.Count > 20, $"{taking.Count} methods");
        var lines = CatalogIndex.BuiltIn.Entries.Where(entry => entry.Effect == CatalogEffect.Runs && entry.Sources.Any(source => !source.Properties.IsEmpty)).ToList();
        Assert.Empty(taking.Where(method => !lines.Exists(line => line.Id.FitsName(method.Name) && line.Id.FitsDeclaration("Dapper.SqlMapper", CatalogId.ParametersOf(method)))).Select(method => method.GetDocumentationCommentId()));
    }

    [Fact]
    public void NoLineIsWrittenTwice()
    {
        var twice = CatalogIndex.BuiltIn.Entries
            .GroupBy(entry => $"{entry.Id} {entry.Effect} {string.Join(',', entry.Kinds)} {string.Join(',', entry.Sources)} {string.Join(',', entry.Conditions.Select(condition => $"{condition.Path}{condition.Test}{condition.Literal ?? "null"}{condition.Excludes}"))}")
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
        Assert.Empty(twice);
    }

    private static IEnumerable<string> Faults(CatalogEntry entry)
    {
        var members = Resolver.MembersOf(entry.Id).ToList();
        if (members.Count == 0) return [$"{entry.Id} names no member of the library"];
        if (entry.Id.AsyncTwin && !members.Any(member => member.Name.EndsWith("Async", StringComparison.Ordinal))) return [$"{entry.Id} has no asynchronous twin"];
        if (entry.Id.AsyncTwin && members.All(member => member.Name.EndsWith("Async", StringComparison.Ordinal))) return [$"{entry.Id} has no synchronous twin"];

        var paths = entry.Sources.Concat(entry.Conditions.Select(condition => condition.Path));
        if (entry.Target is { } target) paths = paths.Append(target);
        return paths.Where(path => !members.Any(member => Resolver.Resolves(member, path))).Select(path => $"{entry.Id} has no '{path}'");
    }
}
