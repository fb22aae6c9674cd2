using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Copies;

/// <summary>Backups that are deleted again before anything is destroyed: <c>File.Copy(data, copy); File.Delete(copy); File.Delete(data);</c>.</summary>
internal static class DeletedBackups
{
    /// <summary>The last backup before an operation, where each of them is a file that is gone again; null where any may be left.</summary>
    public static Location? Before(DestructiveOperation operation, AnalysisServices services)
    {
        if (MemberRoot.Of(operation.Syntax) is not { } member) return null;
        var calls = member.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.SpanStart < operation.Syntax.SpanStart).ToList();
        var deletions = calls.FindAll(call => DeletedBy(call) is not null && AlwaysRunsBefore(call, operation.Syntax));
        if (deletions.Count == 0) return null;
        var backups = services.Guards.BackupsFor(operation.Syntax.SyntaxTree);
        SyntaxNode? last = null;
        foreach (var call in calls)
        {
            if (services.ModelFor(call.SyntaxTree).GetOperation(call) is not IInvocationOperation made || !OtherBackups.SavedBy(made, operation.Kind, services, backups).Any()) continue;
            if (BackupPlace.DestinationOf(call) is not var (_, place) || !deletions.Exists(deletion => IsGone(place, call, deletion, member))) return null;
            last = call;
        }

        return last?.GetLocation();
    }

    // `File.Delete(copy)`, `copy.Delete()`
    private static ExpressionSyntax? DeletedBy(InvocationExpressionSyntax call) => call switch
    {
        { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Delete", Expression: var type }, ArgumentList.Arguments: [{ Expression: var path }] } when CallSyntax.CalledName(type) == "File" => path,
        { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Delete", Expression: IdentifierNameSyntax file }, ArgumentList.Arguments: [] } => file,
        _ => null,
    };

    // A statement of a block that the operation stands in too.
    private static bool AlwaysRunsBefore(InvocationExpressionSyntax deletion, SyntaxNode operation) => deletion.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement
        && (statement.Parent is GlobalStatementSyntax { Parent: { } unit } ? unit : statement.Parent)!.Span.Contains(operation.Span);

    // Between the two nothing takes it anywhere else: what was sent away may go.
    private static bool IsGone(ExpressionSyntax place, InvocationExpressionSyntax copy, InvocationExpressionSyntax deletion, SyntaxNode member) =>
        copy.Span.End < deletion.SpanStart && place is IdentifierNameSyntax or LiteralExpressionSyntax && SyntaxFactory.AreEquivalent(place, DeletedBy(deletion))
        && !member.DescendantNodes().Any(use => use.SpanStart > copy.Span.End && use.Span.End < deletion.SpanStart && use.IsKind(place.Kind()) && SyntaxFactory.AreEquivalent(use, place));
}
