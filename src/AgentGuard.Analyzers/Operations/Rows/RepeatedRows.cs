using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Rows;

/// <summary>Parts of a whole that are taken again and again until nothing is left of it.</summary>
internal static class RepeatedRows
{
    /// <summary>Whether a part is taken in the condition of a loop, or decides by how many there were whether a loop goes on: <c>while (orders.Take(1000).ExecuteDelete() &gt; 0) { }</c>.</summary>
    public static bool UntilNoneIsLeft(IOperation part)
    {
        for (var around = part; around.Parent is { } parent; around = parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation) return false;
            if (parent is IWhileLoopOperation { Condition: { } condition } loop) return condition == around || Counts(part) is { } count && (Mentions(condition, count) || EndsBy(loop, count));
            if (parent is ILoopOperation) return false;
        }

        return false;
    }

    // `deleted = orders.Take(1000).ExecuteDelete();`
    private static ISymbol? Counts(IOperation part)
    {
        for (var around = part.Parent; around is not (null or IExpressionStatementOperation); around = around.Parent)
        {
            if (around is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned } }) return assigned;
            if (around is IVariableDeclaratorOperation { Symbol: var declared }) return declared;
        }

        return null;
    }

    // `if (deleted == 0) break;`
    private static bool EndsBy(IWhileLoopOperation loop, ISymbol count) => loop.Body.Descendants().OfType<IConditionalOperation>().Any(check => Mentions(check.Condition, count) && check.WhenTrue.DescendantsAndSelf().Any(static step => step is IBranchOperation or IReturnOperation));

    private static bool Mentions(IOperation condition, ISymbol variable) => condition.DescendantsAndSelf().Any(piece => piece is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, variable));

    /// <summary>Whether the files of a folder are listed by a method that calls itself for each folder in it.</summary>
    public static bool GoDownFrom(IInvocationOperation listing) =>
        Variables.Of(FolderOf(listing)) is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } folder
        && listing.Syntax.FirstAncestorOrSelf<SyntaxNode>(static around => around is MethodDeclarationSyntax or LocalFunctionStatementSyntax) is { } function
        && function.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => CallSyntax.CalledName(call) == method.Name
            && listing.SemanticModel?.GetOperation(call) is IInvocationOperation { TargetMethod: var called } again && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method.OriginalDefinition)
            && again.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == folder.Ordinal)?.Value is { } next && IsBelow(next, again, folder));

    /// <summary>Whether a value is each folder in a folder in turn.</summary>
    public static bool IsBelow(IOperation value, IOperation call, IParameterSymbol folder) =>
        RowLoops.SetOf(Variables.Unwrap(value) is IObjectCreationOperation { Type.Name: "DirectoryInfo", Arguments: [{ Value: var path }] } ? path : value, call) is { } folders
        && Variables.Unwrap(folders) is IInvocationOperation { TargetMethod.Name: "GetDirectories" or "EnumerateDirectories" or "GetFileSystemEntries" or "EnumerateFileSystemEntries" } listed
        && SymbolEqualityComparer.Default.Equals(Variables.Of(FolderOf(listed)), folder);

    // `Directory.GetFiles(folder)`, `folder.GetFiles()`
    private static IOperation? FolderOf(IInvocationOperation listing) => listing.Instance is { Type.Name: "DirectoryInfo" or "IDirectoryInfo" } holder ? holder : listing.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "path")?.Value;
}
