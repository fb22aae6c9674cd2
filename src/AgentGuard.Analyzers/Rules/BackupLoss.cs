using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Rules;

/// <summary>A dump file that is deleted, or a retention that is cut to nothing.</summary>
/// <param name="Name">What does it.</param>
/// <param name="Node">Where.</param>
internal sealed record BackupLoss(string Name, SyntaxNode Node)
{
    /// <summary>The losses in a member.</summary>
    public static IEnumerable<BackupLoss> In(SyntaxNode unit, OperationContext context)
    {
        foreach (var node in unit.DescendantNodes())
        {
            switch (node)
            {
                case InvocationExpressionSyntax call when CallSyntax.CalledName(call) == "Delete" && context.Model.GetOperation(call, context.Cancellation) is IInvocationOperation { TargetMethod.ContainingType: { ContainingNamespace.Name: "IO", Name: "File" or "FileInfo" or "Directory" or "DirectoryInfo" } } deletion:
                    var path = deletion.Instance ?? deletion.Arguments.FirstOrDefault()?.Value;
                    if (path is not null && MeansBackup(context, path)) yield return new BackupLoss(deletion.TargetMethod.ContainingType.Name + ".Delete", call);
                    break;
                case AssignmentExpressionSyntax { Left: var left } assignment when NameOf(left) is { } name && IsRetention(name) && context.Model.GetConstantValue(assignment.Right, context.Cancellation) is { HasValue: true, Value: 0 or false }:
                    yield return new BackupLoss($"{name} = {assignment.Right}", assignment);
                    break;
            }
        }
    }

    private static bool IsRetention(string name)
    {
        var words = NameParts.Of(name);
        return words.Contains("retention") || (words.Any(word => word is "backup" or "backups" or "recovery") && words.Any(word => word is "enabled" or "days" or "period" or "keep"));
    }

    private static bool MeansBackup(OperationContext context, IOperation path) =>
        context.Services.Texts.Fold(path).Any(text => BackupNames.Suggests(text.Text.Trim(Text.FoldedText.Hole))) || BackupNames.Suggests(Variables.Of(path)?.Name)
        || context.Services.Values.Of(path).SelectMany(source => source.DescendantsAndSelf()).Any(piece => BackupNames.Suggests(Variables.Of(piece)?.Name) || (piece.ConstantValue is { HasValue: true, Value: string text } && BackupNames.Suggests(text)));

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
