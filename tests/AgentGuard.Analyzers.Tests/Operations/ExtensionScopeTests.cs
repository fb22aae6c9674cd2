using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>An extension method is looked for wherever an import, or a namespace around, can bring it into scope.</summary>
public sealed class ExtensionScopeTests
{
    private const string Body = "class C { void M(System.Data.IDbConnection connection, string text) { connection.Execute(text); } }";

    private static readonly CSharpCompilation Base = CSharpCompilation.Create("scope", null, Verify.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    [Theory]
    [InlineData("using Dapper; " + Body, "")]
    [InlineData("using global::Dapper; " + Body, "")]
    [InlineData("using static Dapper.SqlMapper; " + Body, "")]
    [InlineData("using \\u0044apper; " + Body, "")]
    [InlineData("namespace Own { using Dapper; " + Body + " }", "")]
    [InlineData("namespace Own.Inner { namespace Deeper { using Dapper; " + Body + " } }", "")]
    [InlineData("namespace Dapper; " + Body, "")]
    [InlineData("namespace Dapper.Own; " + Body, "")]
    [InlineData(Body, "global using Dapper;")]
    [InlineData(Body, "global using static Dapper.SqlMapper;")]
    [InlineData("#if true\nusing Dapper;\n#endif\n" + Body, "")]
    public void An_extension_in_scope_passes(string file, string other) => Assert.True(Admitted(Base, file, other));

    [Theory]
    [InlineData("namespace Own; static class Extensions { public static void Execute(this System.Data.IDbConnection connection, string text) { } } " + Body, "")]
    [InlineData("namespace Own { static class Extensions { public static void Execute(this System.Data.IDbConnection connection, string text) { } } } namespace Own { " + Body + " }", "using System;")]
    public void One_of_a_library_that_nobody_imports_does_not(string file, string other) => Assert.False(Admitted(Base, file, other));

    [Fact]
    public void An_import_that_the_compilation_is_set_up_with_counts() =>
        Assert.True(Admitted(Base.WithOptions(Base.Options.WithUsings("Dapper")), Body, "", SourceCodeKind.Script));

    private static bool Admitted(CSharpCompilation compilation, string file, string other, SourceCodeKind kind = SourceCodeKind.Regular)
    {
        var options = CSharpParseOptions.Default.WithKind(kind);
        var tree = CSharpSyntaxTree.ParseText(file, options);
        compilation = compilation.AddSyntaxTrees(tree, CSharpSyntaxTree.ParseText(other));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var call = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Single();
        return AnalysisServices.Create(compilation, new AnalyzerOptions([]), [], default).Gate.Admits(call, compilation.GetSemanticModel(tree));
    }
}
