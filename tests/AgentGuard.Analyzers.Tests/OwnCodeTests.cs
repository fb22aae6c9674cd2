using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Tests;

/// <summary>The analyzers' own project cannot run what it builds, so its sources are checked here.</summary>
public class OwnCodeTests
{
    [Fact]
    public async Task All_rules_are_content_with_the_analyzers_own_code()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = new[] { "AgentGuard.Analyzers", "Shared" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(TestPaths.Root, "src", folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path))
            .Append(CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading;", options))
            .ToList();
        var compilation = CSharpCompilation.Create("AgentGuard.Analyzers", trees, Verify.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var diagnostics = await compilation.WithAnalyzers(Verify.AllAnalyzers).GetAnalyzerDiagnosticsAsync();

        Assert.Empty(diagnostics);
    }

    [Fact]
    public void Every_analyzer_of_the_assembly_is_among_them() => Assert.True(Verify.AllAnalyzers.Length >= 2);
}
