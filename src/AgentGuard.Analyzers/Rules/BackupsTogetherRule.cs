using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0202: one member destroys data and the backups that could bring it back.</summary>
internal sealed class BackupsTogetherRule : OperationRule
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        RuleIds.BackupsTogether,
        "Data and its backups are destroyed together",
        "'{0}' goes together with '{1}': afterwards neither the data nor a backup is left. Keep the backups until someone has seen that nothing is missing, and let a separate, reviewed job remove them.",
        Descriptor.Incidents,
        "What destroys data must not, in the same stroke, destroy what could bring it back: backups, snapshots, dump files, or the retention that keeps them.");

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc />
    public override void Check(OperationContext context)
    {
        var operation = context.Operation;
        if (UnitOf(operation.Syntax) is not { } unit) return;
        if (IsBackup(operation))
        {
            var own = context.Services.Operations.AllIn(unit, context.Model, context.Cancellation).Select(static other => new ReachedOperation(other, ImmutableArray<SyntaxNode>.Empty));
            ReportWith(context, own.Concat(InHelpers(context, unit)).FirstOrDefault(reached => IsData(reached.Operation) && Fits(operation, reached.Operation) && Counts(reached, operation)));
        }
        else if (IsData(operation) && Loss(context, unit) is var (name, where))
        {
            Report(context, name, where);
        }
        else if (IsData(operation))
        {
            // A helper's backup operation is reported where the data goes, since only there they come together.
            ReportWith(context, InHelpers(context, unit).FirstOrDefault(reached => IsBackup(reached.Operation) && Fits(reached.Operation, operation) && Counts(reached, operation)));
        }
    }

    private static bool Counts(ReachedOperation reached, DestructiveOperation operation) => Together(operation.Syntax, reached.Start) && !reached.Operation.IsHarmless;

    private static void ReportWith(OperationContext context, ReachedOperation? other)
    {
        if (other is not null) Report(context, other.Operation.DisplayName, other.Start.GetLocation());
    }

    private static void Report(OperationContext context, string other, Location where) => context.Report(Rule, [where], null, context.Operation.DisplayName, other);

    private static ImmutableArray<ReachedOperation> InHelpers(OperationContext context, SyntaxNode unit) =>
        context.Services.OncePerUnit(unit, () => new ReachableOperations(context.Services).ThroughPrivate(unit, context.Cancellation));

    private static SyntaxNode? UnitOf(SyntaxNode node) => CallSyntax.MemberOf(node) is GlobalStatementSyntax { Parent: { } unit } ? unit : CallSyntax.MemberOf(node);

    private static bool IsBackup(DestructiveOperation operation) =>
        operation.Kind is DestructiveKind.Backup or DestructiveKind.Snapshot || (operation.Kind is not DestructiveKind.Directory and not DestructiveKind.Files and not DestructiveKind.Rows && BackupNames.Suggests(operation.Target));

    private static bool IsData(DestructiveOperation operation) =>
        Kinds.ImpactOf(operation.Kind) == Impact.DataLoss && operation.Kind is not (DestructiveKind.Secret or DestructiveKind.Key) && !BackupNames.Suggests(operation.Target);

    // A snapshot is one of a disk or of what lies on one; a backup may be of anything.
    private static bool Fits(DestructiveOperation backup, DestructiveOperation data) =>
        backup.Kind != DestructiveKind.Snapshot || data.Kind is DestructiveKind.Volume or DestructiveKind.Disk or DestructiveKind.Database or DestructiveKind.Cluster or DestructiveKind.FileShare or DestructiveKind.SearchIndex or DestructiveKind.Project or DestructiveKind.Stack;

    private static (string Name, Location Where)? Loss(OperationContext context, SyntaxNode unit)
    {
        var loss = context.Services.OncePerUnit(unit, () => BackupLoss.In(unit, context).ToImmutableArray()).FirstOrDefault(candidate => Together(context.Operation.Syntax, candidate.Node));
        return loss is null ? null : (loss.Name, loss.Node.GetLocation());
    }

    // Branches of one switch, the two sides of an if, and the handlers of two commands do not run together.
    private static bool Together(SyntaxNode one, SyntaxNode other)
    {
        if (one.SyntaxTree != other.SyntaxTree) return true;
        foreach (var parent in one.Ancestors().Where(parent => parent.Span.Contains(other.Span)))
        {
            var (first, second) = (Child(parent, one), Child(parent, other));
            if (first == second) continue;
            if (parent is SwitchStatementSyntax or SwitchExpressionSyntax) return false;
            if (parent is IfStatementSyntax branch && (first == branch.Else || second == branch.Else)) return false;
            return Lambda(one, parent) is null || Lambda(other, parent) is null;
        }

        return true;
    }

    private static SyntaxNode? Lambda(SyntaxNode node, SyntaxNode within) => node.Ancestors().TakeWhile(parent => parent != within).LastOrDefault(parent => parent is AnonymousFunctionExpressionSyntax);

    private static SyntaxNode? Child(SyntaxNode parent, SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor.Parent == parent);
}
