using AgentGuard.Analyzers.Rules;
using AgentGuard.Catalog.Tests.Census;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace AgentGuard.Catalog.Tests;

/// <summary>Code that sounds destructive and is ordinary work, against the real libraries: nothing is reported.</summary>
public class HarmlessTests(ITestOutputHelper output)
{
    [Fact]
    public async Task NothingIsReported()
    {
        var trees = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.cs")
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: Path.GetFileName(file)))
            .ToList();
        var compilation = CSharpCompilation.Create("Harmless", trees, RealLibraries.Compilation.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var calls = trees.Sum(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Count());
        output.WriteLine($"{calls} calls");
        Assert.True(calls >= 300, $"only {calls} calls");

        var reported = await compilation.WithAnalyzers([new DestructiveCallAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var problems = errors.Concat(reported).Select(diagnostic => diagnostic.ToString()).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
