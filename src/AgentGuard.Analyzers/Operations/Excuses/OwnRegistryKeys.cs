using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Registry keys that the same type makes under the same constant path, as an installer or a URL protocol does: taking them away again undoes it.</summary>
internal sealed class OwnRegistryKeys(AnalysisServices services)
{
    /// <summary>Whether a call deletes one.</summary>
    public bool Contain(IOperation call) =>
        PlaceOf(call, "DeleteSubKeyTree") is var (deletedFrom, deleted)
        && call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && type.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(other => CallSyntax.CalledName(other) == "CreateSubKey"
            && services.ModelFor(other.SyntaxTree).GetOperation(other) is { } creation && PlaceOf(creation, "CreateSubKey") is var (madeIn, made)
            && SymbolEqualityComparer.Default.Equals(madeIn, deletedFrom) && string.Equals(made, deleted, StringComparison.OrdinalIgnoreCase));

    // `Registry.CurrentUser.CreateSubKey(@"Software\Classes\myapp")`: one of the static roots, and a path with more than one part.
    private static (ISymbol Root, string Path)? PlaceOf(IOperation call, string name) =>
        call is IInvocationOperation { TargetMethod: { Name: var called, ContainingType.Name: "RegistryKey" }, Instance: IFieldReferenceOperation { Field: { IsStatic: true, ContainingType.Name: "Registry" } root }, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string path } }, ..] } && called == name && path.Trim('\\').IndexOf('\\') > 0 ? (root, path.Trim('\\')) : null;
}
