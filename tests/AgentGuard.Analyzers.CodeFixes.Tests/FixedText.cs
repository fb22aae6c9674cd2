using System.Collections.Immutable;
using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.CodeFixes.Tests;

/// <summary>What a fix makes of a file, character by character, in a workspace that has no options; the file may belong to projects of several language versions.</summary>
internal static class FixedText
{
    /// <summary>The text after the fix for AG0004 at a call; the text itself where nothing is offered.</summary>
    public static async Task<string> Of(CodeFixProvider fix, string source, string call, params LanguageVersion[] otherLanguages)
    {
        using var workspace = new AdhocWorkspace();
        var document = Add(workspace, source, LanguageVersion.Preview);
        foreach (var language in otherLanguages) Add(workspace, source, language);
        document = workspace.CurrentSolution.GetDocument(document.Id)!;

        var tree = (await document.GetSyntaxTreeAsync())!;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(MissingGuardRule.GuardsProperty, "environment,confirmation,backup").Add(MissingGuardRule.AttributeProperty, "yes");
        var place = Location.Create(tree, new TextSpan(source.IndexOf(call, StringComparison.Ordinal), call.Length));
        var diagnostic = Diagnostic.Create(new DestructiveCallAnalyzer().SupportedDiagnostics.First(rule => rule.Id == RuleIds.UnguardedLocal), place, properties, "", "", "", "");

        var offered = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offered.Add(action), CancellationToken.None));
        if (offered.Count == 0) return source;
        var change = Assert.Single((await offered[0].GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
        return (await change.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private static Document Add(AdhocWorkspace workspace, string source, LanguageVersion language)
    {
        var name = $"Demo({language})";
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, name, "Demo", LanguageNames.CSharp, parseOptions: VerifyFix.Parsing.WithLanguageVersion(language),
            metadataReferences: VerifyFix.References, compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));
        var info = DocumentInfo.Create(DocumentId.CreateNewId(project.Id), "Fleet.cs", loader: TextLoader.From(TextAndVersion.Create(SourceText.From(source), VersionStamp.Create())), filePath: "/src/Fleet.cs");
        return workspace.AddDocument(info);
    }
}
