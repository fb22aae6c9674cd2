using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Rules;

/// <summary>A dump file that is deleted, or a retention that is cut to nothing.</summary>
/// <param name="Name">What does it.</param>
/// <param name="Node">Where.</param>
internal sealed record BackupLoss(string Name, SyntaxNode Node)
{
    private static readonly string[] RetentionWords = ["retention", "backup", "recovery"];

    /// <summary>The losses in a member, first those of files.</summary>
    public static IEnumerable<BackupLoss> In(SyntaxNode unit, OperationContext context)
    {
        var text = new NodeText(unit, context.Services.TextOf(unit.SyntaxTree));
        var deletions = text.Identifiers("Delete").Select(static name => name.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>()).OfType<InvocationExpressionSyntax>();
        return deletions.Select(call => OfFile(call, context)).Concat(text.AssignedWith(RetentionWords).Select(name => OfRetention(name, context))).OfType<BackupLoss>();
    }

    private static BackupLoss? OfFile(InvocationExpressionSyntax call, OperationContext context)
    {
        if (CallSyntax.CalledName(call) != "Delete" || context.Model.GetOperation(call, context.Cancellation) is not IInvocationOperation { TargetMethod.ContainingType: { ContainingNamespace.Name: "IO", Name: "File" or "FileInfo" or "Directory" or "DirectoryInfo" } } deletion) return null;
        var path = deletion.Instance ?? deletion.Arguments.FirstOrDefault()?.Value;
        return path is not null && MeansBackup(context, path) ? new BackupLoss(deletion.TargetMethod.ContainingType.Name + ".Delete", call) : null;
    }

    private static BackupLoss? OfRetention(SyntaxToken token, OperationContext context)
    {
        if (token.Parent is not IdentifierNameSyntax name || !IsRetention(token.ValueText)) return null;
        var target = CallSyntax.WithQualifiers(name);
        return target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target && context.Model.GetConstantValue(assignment.Right, context.Cancellation) is { HasValue: true, Value: 0 or false }
            ? new BackupLoss($"{token.ValueText} = {assignment.Right}", assignment)
            : null;
    }

    // A recovery that is merely enabled may be that of a connection; that of data is to a point in time, or kept for some days.
    private static bool IsRetention(string name)
    {
        var words = NameParts.Of(name);
        return words.Contains("retention")
            || (words.Any(word => word is "backup" or "backups" or "recovery") && words.Any(word => word is "days" or "period" or "keep"))
            || (words.Contains("enabled") && (words.Contains("backup") || words.Contains("backups") || (words.Contains("recovery") && words.Contains("point"))));
    }

    private static bool MeansBackup(OperationContext context, IOperation path) =>
        context.Services.Texts.Fold(path).Any(text => BackupNames.Suggests(text.Text.Trim(Text.FoldedText.Hole))) || BackupNames.Suggests(Variables.Of(path)?.Name)
        || context.Services.Values.Of(path).SelectMany(source => source.DescendantsAndSelf()).Any(piece => BackupNames.Suggests(Variables.Of(piece)?.Name) || (piece.ConstantValue is { HasValue: true, Value: string text } && BackupNames.Suggests(text)));
}
