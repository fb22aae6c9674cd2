using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Folders that the same member has made where there was none: under a new name, behind a check that it is missing, or where an older one has just been deleted.</summary>
internal sealed class NewFolders(AnalysisServices services)
{
    private const int MaxStatements = 64;

    /// <summary>Whether a path or <c>DirectoryInfo</c>, a variable that is not assigned anew in between, certainly is one.</summary>
    public bool Contain(IOperation path)
    {
        path = Variables.Unwrap(path);
        if (Variables.Of(path) is not { Kind: SymbolKind.Local or SymbolKind.Parameter } variable) return false;
        return Variables.WholeAround(path).Descendants().OfType<IInvocationOperation>().Any(call =>
            call.Syntax.SpanStart < path.Syntax.SpanStart
            && CreatedBy(call) is { } created
            && SymbolEqualityComparer.Default.Equals(Variables.Of(created), variable)
            && ((variable is ILocalSymbol && HaveNewName(services.Values.Of(created))) || IsMissingBefore(call, variable, path)));
    }

    /// <summary>Whether each of the paths has a name that nobody else can have used: a directory that may have been there before is not created here, whatever CreateDirectory says.</summary>
    public static bool HaveNewName(ImmutableArray<IOperation> paths) => paths.All(static path => path.DescendantsAndSelf().Any(static piece =>
        piece is IInvocationOperation { TargetMethod: { Name: "NewGuid" or "GetRandomFileName" or "CreateVersion7" } }));

    private static IOperation? CreatedBy(IInvocationOperation call) => call switch
    {
        { TargetMethod: { Name: "CreateDirectory", ContainingType.Name: "Directory" or "IDirectory" }, Arguments: [{ Value: var path }, ..] } => path,
        { TargetMethod: { Name: "Create", ContainingType.Name: "DirectoryInfo" or "IDirectoryInfo" }, Instance: var folder } => folder,
        { TargetMethod: { Name: "ExtractToDirectory" or "ExtractToDirectoryAsync", ContainingNamespace.Name: "Compression" or "Tar" }, Arguments: var given } => given.FirstOrDefault(static argument => argument.Parameter?.Name == "destinationDirectoryName")?.Value,
        _ => null,
    };

    // `if (Directory.Exists(dir)) throw ...; Directory.CreateDirectory(dir);` on every path to the use, or `Directory.Delete(dir, true)` in place of the throw.
    private bool IsMissingBefore(IInvocationOperation creation, ISymbol variable, IOperation use) =>
        EarlierCalls.Before(use.Syntax).Contains(creation.Syntax)
        && HeldConditions.At(creation).Where(held => HeldConditions.SayMissing(held, variable)).Select(static held => held.Condition)
            .Concat(StatementsBefore(creation).Where(statement => Deletes(statement, variable)))
            .Any(since => services.AssignmentsAround(use).All(variable).All(assignment => assignment.Syntax.SpanStart < since.Syntax.SpanStart));

    private static IEnumerable<IOperation> StatementsBefore(IOperation operation)
    {
        var child = operation;
        for (var around = operation.Parent; around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); around = around.Parent)
        {
            if (around is IBlockOperation block)
            {
                var place = block.Operations.IndexOf(child);
                for (var i = place - 1; i >= Math.Max(0, place - MaxStatements); i--) yield return block.Operations[i];
            }

            child = around;
        }
    }

    // The folder is gone when the statement has run.
    private static bool Deletes(IOperation? statement, ISymbol folder) => statement switch
    {
        IExpressionStatementOperation { Operation: var call } => Variables.Unwrap(call) is IInvocationOperation deletion && SymbolEqualityComparer.Default.Equals(Variables.Of(DeletedBy(deletion)), folder),
        IBlockOperation block => block.Operations.Any(inner => Deletes(inner, folder)),
        IConditionalOperation { WhenFalse: null, Condition: var found, WhenTrue: var deletion } => HeldConditions.SayMissing((Variables.Unwrap(found), false), folder) && Deletes(deletion, folder),
        _ => false,
    };

    private static IOperation? DeletedBy(IInvocationOperation call) => call switch
    {
        { TargetMethod: { Name: "Delete", ContainingType.Name: "Directory" or "IDirectory" }, Arguments: [{ Value: var path }, ..] } => path,
        { TargetMethod: { Name: "Delete", ContainingType.Name: "DirectoryInfo" or "IDirectoryInfo" }, Instance: var folder } => folder,
        _ => null,
    };
}
