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

    [Theory]
    [InlineData("CALL(0); CALL(1);", 1)]
    [InlineData("CALL(0); if (all) { CALL(1); }", 1)]
    [InlineData("if (all) { CALL(0); } CALL(1);", 2)]
    [InlineData("again: CALL(0); if (all) goto again; goto last; last: CALL(1);", 2)]
    [InlineData("CALL(0); Run(); void Run() { CALL(1); }", 2)]
    [InlineData("CALL(0); System.Action run = () => { CALL(1); };", 2)]
    [InlineData("try { CALL(0); } catch (System.IO.IOException) { CALL(1); }", 2)]
    [InlineData("\n#if !OFF\nCALL(0);\n#endif\nCALL(1);", 2)]
    public async Task A_guard_stands_for_the_calls_that_no_path_reaches_without_it(string body, int guards)
    {
        var source = $"using AgentGuard;\n\nclass Fleet\n{{\n    public void Clean(bool all)\n    {{\n        {body.Replace("CALL(", "Wipe(")}\n    }}\n\n    void Wipe(int number) {{ }}\n}}\n";
        var result = await FixAll(new InsertGuardStatementFix(), InsertGuardStatementFix.ConfirmationKey, RuleIds.MissingConfirmation, source, "Wipe(0)", "Wipe(1)");
        Assert.Equal(guards, result.Split("Guard.RequireConfirmation();").Length - 1);
    }

    private static Task<string> FixAll(CodeFixProvider fix, string key, string id) => FixAll(fix, key, id, Source.ReplaceLineEndings("\n"), "EnsureDeleted()");

    private static async Task<string> FixAll(CodeFixProvider fix, string key, string id, string source, params string[] calls)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Demo", "Demo", LanguageNames.CSharp, parseOptions: VerifyFix.Parsing, metadataReferences: VerifyFix.References,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));
        var document = workspace.AddDocument(project.Id, "Fleet.cs", SourceText.From(source));
        var tree = (await document.GetSyntaxTreeAsync())!;
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(MissingGuardRule.GuardsProperty, "environment,confirmation,backup").Add(MissingGuardRule.AttributeProperty, "yes");
        var rule = new DestructiveCallAnalyzer().SupportedDiagnostics.First(rule => rule.Id == id);
        var diagnostics = calls.Select(call => Diagnostic.Create(rule, Location.Create(tree, new TextSpan(source.IndexOf(call, StringComparison.Ordinal), call.Length)), properties, "", "", "")).ToList();

        var context = new FixAllContext(document, fix, FixAllScope.Solution, key, [id], new Provider(diagnostics), CancellationToken.None);
        var action = Assert.IsAssignableFrom<CodeAction>(await fix.GetFixAllProvider()!.GetFixAsync(context));
        var change = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
        return (await change.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private sealed class Provider(IReadOnlyList<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
