using System.Collections.Immutable;
using System.Reflection;
using AgentGuard.Analyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Corpus.Robustness;

/// <summary>A compilation as a project of a workspace, to which code fixes can be applied.</summary>
internal sealed class FixRun : IDisposable
{
    private static readonly ImmutableArray<CodeFixProvider> Providers =
    [
        .. typeof(AddGuardAttributeFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private readonly AdhocWorkspace _workspace = new();
    private readonly ImmutableDictionary<string, DocumentId> _documents;
    private readonly Solution _solution;

    /// <summary>Takes over the files, references and options of a compilation.</summary>
    public FixRun(CSharpCompilation compilation, MetadataReference? extra = null)
    {
        var project = ProjectId.CreateNewId();
        var trees = compilation.SyntaxTrees;
        var documents = trees.Select((tree, index) => DocumentInfo.Create(DocumentId.CreateNewId(project), $"{index}.cs", loader: TextLoader.From(TextAndVersion.Create(tree.GetText(), VersionStamp.Create())), filePath: tree.FilePath)).ToList();
        _documents = trees.Zip(documents).GroupBy(pair => pair.First.FilePath).ToImmutableDictionary(group => group.Key, group => group.First().Second.Id);
        _solution = _workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            project,
            VersionStamp.Create(),
            compilation.AssemblyName!,
            compilation.AssemblyName!,
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: trees.FirstOrDefault()?.Options,
            documents: documents,
            metadataReferences: extra is null ? compilation.References : compilation.References.Append(extra)));
    }

    /// <summary>Computes every fix for every diagnostic.</summary>
    public async Task<int> ComputeAll(IEnumerable<Diagnostic> diagnostics)
    {
        var count = 0;
        foreach (var diagnostic in diagnostics)
        {
            foreach (var (action, _) in await Offered(diagnostic))
            {
                await Apply(action);
                count++;
            }
        }

        return count;
    }

    /// <summary>The fixes that are offered for a diagnostic, nested ones too.</summary>
    public async Task<ImmutableArray<(CodeAction Action, CodeFixProvider Provider)>> Offered(Diagnostic diagnostic)
    {
        var actions = ImmutableArray.CreateBuilder<(CodeAction Action, CodeFixProvider Provider)>();
        if (DocumentOf(diagnostic) is not { } document) return [];
        var moved = await Moved(diagnostic, document);
        foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, moved, (action, _) => actions.Add((action, provider)), CancellationToken.None));
        return [.. actions.SelectMany(offer => offer.Action.NestedActions.IsEmpty ? [offer] : offer.Action.NestedActions.Select(nested => (nested, offer.Provider)))];
    }

    /// <summary>One action for all diagnostics of an id in the project; null where the provider has none.</summary>
    public async Task<CodeAction?> FixAll(CodeFixProvider provider, string key, string id, ImmutableArray<Diagnostic> diagnostics)
    {
        if (provider.GetFixAllProvider() is not { } fixAll) return null;
        var byDocument = new List<(Document Document, Diagnostic Diagnostic)>();
        foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Id == id))
        {
            if (DocumentOf(diagnostic) is { } document) byDocument.Add((document, await Moved(diagnostic, document)));
        }

        var first = byDocument[0].Document;
        return await fixAll.GetFixAsync(new FixAllContext(first, provider, FixAllScope.Project, key, [id], new Known(byDocument), CancellationToken.None));
    }

    private Document? DocumentOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree && _documents.TryGetValue(tree.FilePath, out var id) ? _solution.GetDocument(id) : null;

    private static async Task<Diagnostic> Moved(Diagnostic diagnostic, Document document) =>
        Diagnostic.Create(diagnostic.Descriptor, Location.Create((await document.GetSyntaxRootAsync())!.SyntaxTree, diagnostic.Location.SourceSpan), diagnostic.AdditionalLocations, diagnostic.Properties);

    /// <summary>The compilation after a fix.</summary>
    public async Task<Compilation> Apply(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.Projects.Single().GetCompilationAsync())!;
    }

    /// <inheritdoc />
    public void Dispose() => _workspace.Dispose();

    private sealed class Known(List<(Document Document, Diagnostic Diagnostic)> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(diagnostics.Select(pair => pair.Diagnostic));

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult(diagnostics.Where(pair => pair.Document.Id == document.Id).Select(pair => pair.Diagnostic));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
