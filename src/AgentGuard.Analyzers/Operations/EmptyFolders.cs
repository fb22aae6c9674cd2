using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Folders that the <c>if</c> around a call has found to hold nothing: <c>if (!folder.EnumerateFileSystemInfos().Any())</c>.</summary>
internal sealed class EmptyFolders(AnalysisServices services)
{
    [Flags]
    private enum Content
    {
        None = 0,
        Files = 1,
        Folders = 2,
        All = Files | Folders,
    }

    /// <summary>Whether a path or <c>DirectoryInfo</c> is one.</summary>
    public bool Contain(IOperation folder)
    {
        if (Variables.Of(folder) is not { Kind: SymbolKind.Local or SymbolKind.Parameter } variable) return false;
        IOperation child = folder;
        for (var around = folder.Parent; around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); around = around.Parent)
        {
            if (around is IConditionalOperation branch && branch.WhenTrue == child && Missing(branch.Condition, variable) == Content.All && !IsAssignedIn(branch, variable, folder)) return true;
            child = around;
        }

        return false;
    }

    private bool IsAssignedIn(IConditionalOperation branch, ISymbol variable, IOperation use) =>
        services.AssignmentsAround(use).All(variable).Any(assignment => branch.Syntax.Span.Contains(assignment.Syntax.Span));

    // What a folder is known not to hold where the condition is true.
    private Content Missing(IOperation condition, ISymbol folder) => Variables.Unwrap(condition) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => Missing(both.LeftOperand, folder) | Missing(both.RightOperand, folder),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IInvocationOperation { TargetMethod: { Name: "Any", ContainingType.Name: "Enumerable" }, Arguments: [var list] } } => Listed(list.Value, folder),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue: { HasValue: true, Value: 0 }, LeftOperand: var count } => Variables.Unwrap(count) switch
        {
            IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } list } => Listed(list, folder),
            IInvocationOperation { TargetMethod: { Name: "Count", ContainingType.Name: "Enumerable" }, Arguments: [var list] } => Listed(list.Value, folder),
            _ => Content.None,
        },
        _ => Content.None,
    };

    private Content Listed(IOperation list, ISymbol folder)
    {
        if (services.Values.Of(list) is not [IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "Directory" or "DirectoryInfo" } } call]) return Content.None;
        if (!SymbolEqualityComparer.Default.Equals(Variables.Of(call.Instance ?? call.Arguments.FirstOrDefault()?.Value), folder)) return Content.None;
        var rest = call.Arguments.Skip(call.Instance is null ? 1 : 0).Select(static argument => Variables.Unwrap(argument.Value)).ToList();
        if (rest.Exists(static argument => argument.ConstantValue.Value is string pattern && pattern is not ("*" or "*.*"))) return Content.None;
        var isDeep = rest.Exists(static argument => argument is IFieldReferenceOperation { Field.Name: "AllDirectories" });
        if (!rest.TrueForAll(static argument => argument.ConstantValue.HasValue)) return Content.None;
        return name switch
        {
            "EnumerateFileSystemEntries" or "GetFileSystemEntries" or "EnumerateFileSystemInfos" or "GetFileSystemInfos" => Content.All,

            // Folders without any file.
            "EnumerateFiles" or "GetFiles" => isDeep ? Content.All : Content.Files,
            "EnumerateDirectories" or "GetDirectories" => Content.Folders,
            _ => Content.None,
        };
    }
}
