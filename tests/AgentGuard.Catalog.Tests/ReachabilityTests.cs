using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Rules;
using AgentGuard.Catalog.Tests.Census;
using AgentGuard.Catalog.Tests.Reachability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace AgentGuard.Catalog.Tests;

/// <summary>For every line a call is written from the real symbol, compiled, and seen by the analyzer.</summary>
public class ReachabilityTests(ITestOutputHelper output)
{
    private const string Support = """
        public class Doc { public string Id { get; set; } public string query { get; set; } }
        public class Context : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<Doc> Docs { get; set; } }
        public class Ef6Context : System.Data.Entity.DbContext { public System.Data.Entity.DbSet<Doc> Docs { get; set; } }
        """;

    // Calls of an older version of the library, which a newer one forbids, and those whose library asks its users to agree to a preview.
    private static readonly string[] Allowed = ["CS0619", "SKEXP0001"];

    // A package whose dependency is only there in an older version: its metadata can be read, its methods cannot be called.
    private const string NewerDependency = "CS1705";

    [Fact]
    public async Task EveryLineIsSeenAtACall()
    {
        var compilation = RealLibraries.Compilation
            .AddSyntaxTrees(Parse("global using System.Linq; global using Dapper.Contrib.Extensions; global using LinqToDB;\n" + Support))
            .WithOptions(RealLibraries.Compilation.Options.WithAllowUnsafe(true));
        var document = compilation.GetTypeByMetadataName("Doc")!;
        var entries = CatalogIndex.BuiltIn.Entries.Where(entry => entry.Effect is CatalogEffect.Destroys or CatalogEffect.Runs).ToList();
        var samples = entries.SelectMany((entry, line) => Samples(entry, line, document)).ToList();
        compilation = compilation.AddSyntaxTrees(samples.Select(sample => sample.Tree));

        var diagnostics = compilation.GetDiagnostics();
        var broken = diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.IsInSource && !Allowed.Contains(diagnostic.Id))
            .GroupBy(diagnostic => diagnostic.Location.SourceTree!)
            .ToDictionary(group => group.Key, group => group.First().GetMessage());
        var reported = await compilation.WithAnalyzers([new DestructiveCallAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(reported.Where(diagnostic => diagnostic.Id == "AD0001").Select(diagnostic => diagnostic.ToString()));
        var seen = reported
            .Where(diagnostic => diagnostic.Id.StartsWith("AG000", StringComparison.Ordinal))
            .Select(diagnostic => diagnostic.Location.SourceTree)
            .ToHashSet();

        var unusable = diagnostics.Where(diagnostic => diagnostic.Id == NewerDependency).Select(diagnostic => diagnostic.GetMessage()).Distinct().ToList();
        var unseen = samples
            .Where(sample => !unusable.Any(message => message.Contains($"'{sample.Assembly}'", StringComparison.Ordinal)) || seen.Contains(sample.Tree))
            .GroupBy(sample => sample.Entry)
            .Where(line => !line.Any(sample => seen.Contains(sample.Tree) && !broken.ContainsKey(sample.Tree)))
            .Select(line => $"{line.Key.Id} {line.Key.Effect}: {string.Join(" | ", line.Select(sample => $"{sample.Tree} {broken.GetValueOrDefault(sample.Tree)}").Take(3))}")
            .ToList();
        output.WriteLine($"{entries.Count} lines, {samples.Count} calls written, {broken.Count} of them do not compile");
        output.WriteLine($"{samples.Where(sample => seen.Contains(sample.Tree)).Select(sample => sample.Entry).Distinct().Count()} lines seen");
        foreach (var message in unusable) output.WriteLine($"cannot be called here: {message}");
        Assert.True(unseen.Count == 0, $"{unseen.Count} lines are not seen at any call:\n{string.Join('\n', unseen)}");
        Assert.Equal(entries.Count, samples.Select(sample => sample.Entry).Distinct().Count());
    }

    private static IEnumerable<Sample> Samples(CatalogEntry entry, int line, INamedTypeSymbol document) => Resolver.MembersOf(entry.Id)
        .OfType<IMethodSymbol>()
        .Select((method, overload) => new Sample(entry, method.ContainingAssembly.Name, Parse(new CallWriter(entry, CallWriter.Closed(method, document)).Write($"Sample{line}_{overload}"))));

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source);

    private sealed record Sample(CatalogEntry Entry, string Assembly, SyntaxTree Tree);
}
