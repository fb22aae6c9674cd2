using System.Collections.Immutable;
using AgentGuard.Analyzers.Approvals;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Migrations;
using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Inventory;

/// <summary>Collects every destructive operation of a compilation.</summary>
internal sealed class InventoryReader(AnalysisServices services, CancellationToken cancellation)
{
    /// <summary>All operations, sorted.</summary>
    public ImmutableArray<InventoryEntry> Read() => InventoryEntry.Sorted(services.Compilation.SyntaxTrees.SelectMany(In));

    private IEnumerable<InventoryEntry> In(SyntaxTree tree)
    {
        var root = tree.GetRoot(cancellation);
        var model = services.ModelFor(tree);
        var calls = services.Operations.WithForwarded(root, model, cancellation).Where(operation => !MigrationPlan.IsInMigration(operation.Syntax, model, cancellation)).Select(operation => Entry(operation, inMigration: false));
        var losses = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(MigrationRule.MayBeUp).SelectMany(up => MigrationRule.LossesOf(up, services, model, cancellation)).Select(loss => Entry(MigrationRule.OperationOf(loss), inMigration: true));
        return calls.Concat(losses);
    }

    private InventoryEntry Entry(DestructiveOperation operation, bool inMigration)
    {
        var context = new OperationContext(services, operation, services.ModelFor(operation.Syntax.SyntaxTree), static _ => { }, cancellation);
        var identity = OperationIdentity.Of(operation, services, cancellation);
        var required = inMigration ? default : context.Requirement;
        var byCode = inMigration ? GuardKinds.None : context.State.GuardsFor(operation.Kind) & GuardKinds.All;
        return new InventoryEntry(
            RelativePath(operation.Syntax.SyntaxTree.FilePath),
            identity.Member,
            identity.Operation,
            operation.Member.OriginalDefinition.GetDocumentationCommentId() ?? operation.DisplayName,
            operation.Kind,
            operation.Target,
            required.Guards,
            required.AnyOne,
            byCode,
            inMigration ? GuardKinds.None : context.Present & ~byCode & GuardKinds.All,
            inMigration,
            services.Approvals.For(operation, services, cancellation));
    }

    // Nothing of the machine gets into the file: what does not lie in the project goes by its name alone.
    private string RelativePath(string path)
    {
        path = path.Replace('\\', '/');
        var project = services.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.ProjectDir", out var directory) ? directory.Replace('\\', '/').TrimEnd('/') + "/" : "";
        return project.Length > 1 && path.StartsWith(project, StringComparison.Ordinal) ? path[project.Length..] : path[(path.LastIndexOf('/') + 1)..];
    }
}
