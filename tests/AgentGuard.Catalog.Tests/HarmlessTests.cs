using AgentGuard.Analyzers.Rules;
using AgentGuard.Catalog.Tests.Census;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace AgentGuard.Catalog.Tests;

/// <summary>Code that sounds destructive and is ordinary work, against the real libraries and the stand-ins for others: nothing is reported.</summary>
public class HarmlessTests(ITestOutputHelper output)
{
    [Fact]
    public async Task NothingIsReported()
    {
        var trees = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.cs")
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: Path.GetFileName(file)))
            .ToList();
        var compilation = RealLibraries.Compilation.AddSyntaxTrees(trees).WithOptions(RealLibraries.Compilation.Options.WithNullableContextOptions(NullableContextOptions.Enable));
        var calls = trees.Sum(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Count());
        output.WriteLine($"{calls} calls");
        Assert.True(calls >= 300, $"only {calls} calls");

        var reported = await compilation.WithAnalyzers([new DestructiveCallAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var problems = errors.Concat(reported).Select(diagnostic => diagnostic.ToString()).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
