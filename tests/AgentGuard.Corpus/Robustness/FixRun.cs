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
            foreach (var action in await Offered(diagnostic))
            {
                await Apply(action);
                count++;
            }
        }

        return count;
    }

    /// <summary>The fixes that are offered for a diagnostic, nested ones too.</summary>
    public async Task<ImmutableArray<CodeAction>> Offered(Diagnostic diagnostic)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        if (diagnostic.Location.SourceTree is not { } tree || !_documents.TryGetValue(tree.FilePath, out var id)) return [];
        var document = _solution.GetDocument(id)!;
        var root = await document.GetSyntaxRootAsync();
        var moved = Diagnostic.Create(diagnostic.Descriptor, Location.Create(root!.SyntaxTree, diagnostic.Location.SourceSpan), diagnostic.AdditionalLocations, diagnostic.Properties);
        foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, moved, (action, _) => actions.Add(action), CancellationToken.None));
        return [.. actions.SelectMany(action => action.NestedActions.IsEmpty ? [action] : action.NestedActions)];
    }

    /// <summary>The compilation after a fix.</summary>
    public async Task<Compilation> Apply(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.Projects.Single().GetCompilationAsync())!;
    }

    /// <inheritdoc />
    public void Dispose() => _workspace.Dispose();
}
