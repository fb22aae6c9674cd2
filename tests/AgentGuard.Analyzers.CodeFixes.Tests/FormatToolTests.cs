using System.Collections.Immutable;
using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.CodeFixes.Tests;

/// <summary><c>dotnet format</c> fixes id after id in any order, with the equivalence key of whichever diagnostic the analyzer reports first.</summary>
public sealed class FormatToolTests
{
    private const string Source = """
        using AgentGuard;
        using Microsoft.EntityFrameworkCore;

        class Fleet(DbContext db)
        {
            public void Reset()
            {
                db.Database.EnsureDeleted();
            }
        }
        """;

    [Theory]
    [InlineData(AddGuardAttributeFix.EnvironmentKey, RuleIds.MissingBackup, "[RequiresBackup]")]
    [InlineData(AddGuardAttributeFix.BackupKey, RuleIds.UnguardedLocal, "[RequiresEnvironment(\"Development\")]")]
    [InlineData(AddGuardAttributeFix.EnvironmentKey, RuleIds.MissingEnvironmentCheck, "[RequiresEnvironment(\"Development\")]")]
    public async Task The_rule_decides_when_the_key_is_of_another_one(string key, string id, string expected) =>
        Assert.Contains($"    {expected}\n    public void Reset()", await FixAll(new AddGuardAttributeFix(), key, id));

    [Fact]
    public async Task The_same_holds_for_statements() =>
        Assert.Contains("        Guard.RequireConfirmation();\n        db", await FixAll(new InsertGuardStatementFix(), InsertGuardStatementFix.BackupKey, RuleIds.MissingConfirmation));

    private static async Task<string> FixAll(CodeFixProvider fix, string key, string id)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Demo", "Demo", LanguageNames.CSharp, parseOptions: VerifyFix.Parsing, metadataReferences: VerifyFix.References,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));
        var document = workspace.AddDocument(project.Id, "Fleet.cs", SourceText.From(Source.ReplaceLineEndings("\n")));
        var tree = (await document.GetSyntaxTreeAsync())!;
        var call = new TextSpan(tree.ToString().IndexOf("EnsureDeleted", StringComparison.Ordinal), "EnsureDeleted()".Length);
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(MissingGuardRule.GuardsProperty, "environment,confirmation,backup").Add(MissingGuardRule.AttributeProperty, "yes");
        var diagnostic = Diagnostic.Create(new DestructiveCallAnalyzer().SupportedDiagnostics.First(rule => rule.Id == id), Location.Create(tree, call), properties, "", "", "");

        var context = new FixAllContext(document, fix, FixAllScope.Solution, key, [id], new Provider(diagnostic), CancellationToken.None);
        var action = Assert.IsAssignableFrom<CodeAction>(await fix.GetFixAllProvider()!.GetFixAsync(context));
        var change = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
        return (await change.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private sealed class Provider(Diagnostic diagnostic) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([diagnostic]);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([diagnostic]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
