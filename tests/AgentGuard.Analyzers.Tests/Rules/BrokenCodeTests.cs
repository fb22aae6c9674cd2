using System.Collections.Immutable;
using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>Code that does not compile, as an editor sees it between two keys, breaks no rule.</summary>
public sealed class BrokenCodeTests
{
    [Theory]
    [InlineData("""
        bool ask = true;
        class C
        {
            void M(Microsoft.EntityFrameworkCore.DbContext db)
            {
                var asked = Ask("really?");
                if (asked) db.Database.EnsureDeleted();
            }
        }
        bool Ask(string question) => question.Length > 3;
        """)]
    [InlineData("""
        class C
        {
            void M(Microsoft.EntityFrameworkCore.DbContext db)
            {
                var  = db;
                .Token = "a";
                db.Database.EnsureDeleted();
            }
        }
        """)]
    public async Task The_call_is_judged_and_nothing_thrown(string source)
    {
        var compilation = CSharpCompilation.Create("Broken", [CSharpSyntaxTree.ParseText(Verify.Usings + source)], Verify.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Contains(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var thrown = ImmutableArray<string>.Empty;
        var analysis = compilation.WithAnalyzers([new DestructiveCallAnalyzer()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => thrown = thrown.Add(exception.ToString()), concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        var found = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.Empty(thrown);
        Assert.Contains(found, diagnostic => diagnostic.Id == RuleIds.MissingConfirmation);
    }
}
