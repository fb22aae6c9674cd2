using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Folders that the <c>if</c> around a call, or one before it that leaves, has found to hold nothing: <c>if (!folder.EnumerateFileSystemInfos().Any())</c>.</summary>
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
        var missing = HeldConditions.At(folder)
            .Where(held => !IsAssignedSince(held.Condition, variable, folder))
            .Aggregate(Content.None, (known, held) => known | Missing(held.Condition, held.Holds, variable));
        return missing == Content.All;
    }

    private bool IsAssignedSince(IOperation condition, ISymbol variable, IOperation use) =>
        services.AssignmentsAround(use).All(variable).Any(assignment => assignment.Syntax.SpanStart > condition.Syntax.SpanStart && assignment.Syntax.SpanStart < use.Syntax.SpanStart);

    // What a folder is known not to hold where the condition is true, or where it is not.
    private Content Missing(IOperation condition, bool holds, ISymbol folder) => condition switch
    {
        IInvocationOperation { TargetMethod: { Name: "Any", ContainingType.Name: "Enumerable" }, Arguments: [var list] } when !holds => Listed(list.Value, folder),
        IBinaryOperation { OperatorKind: var comparison, RightOperand.ConstantValue: { HasValue: true, Value: 0 }, LeftOperand: var count } when (comparison == BinaryOperatorKind.Equals) == holds && comparison is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan => Variables.Unwrap(count) switch
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
