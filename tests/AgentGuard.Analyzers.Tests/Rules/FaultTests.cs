using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>A fault of the analyzer is reported by the compiler, and hides nothing but the call at which it happened.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task The_other_calls_of_the_file_are_judged()
    {
        const string Source = """
            class C
            {
                void First(System.Data.Common.DbCommand command) { command.CommandText = File.ReadAllText("sql/reset.sql"); command.ExecuteNonQuery(); }
                void Second(Microsoft.EntityFrameworkCore.DbContext db) => db.Database.EnsureDeleted();
            }
            """;
        var compilation = CSharpCompilation.Create("Faulty", [CSharpSyntaxTree.ParseText(Verify.Usings + Source)], Verify.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var thrown = new List<Exception>();
        var analysis = compilation.WithAnalyzers([new DestructiveCallAnalyzer()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([new Unreadable()]), (exception, _, _) => thrown.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        var found = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.IsType<IOException>(Assert.Single(thrown));
        Assert.Contains(found, diagnostic => diagnostic.Id == RuleIds.MissingConfirmation);
    }

    [Theory]
    [InlineData("var names = new[] { \"x\", \"x\" }; if (again) names = new[] { \"y\" }; Console.WriteLine(names.Length);")]
    [InlineData("var weights = again ? new[] { 1, 1, 2 } : new[] { 3, 3 }; Console.WriteLine(weights);")]
    [InlineData("if (Contains<string>()) Console.WriteLine();")]
    [InlineData("if (this.Contains<string>()) Console.WriteLine();")]
    public Task Nothing_is_thrown_at(string statements) => Verify.Destructive($$"""
        class C
        {
            static bool Contains<T>() => DateTime.Now.Day > 3;
            bool Contains<T>(params T[] all) => all.Length > 3;
            void M(Microsoft.EntityFrameworkCore.DbContext db, bool again) { {{statements}} db.Database.{|all:EnsureDeleted()|}; }
        }
        """);

    private sealed class Unreadable : AdditionalText
    {
        public override string Path => "sql/reset.sql";

        public override SourceText GetText(CancellationToken cancellationToken = default) => throw new IOException("The disk is gone.");
    }
}
