using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using AgentGuard.Text.Shell;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Registry keys of the application itself: a known one below the user's <c>Software</c>, and those that the same type makes under the same constant path, as an installer or a URL protocol does.</summary>
internal sealed class OwnRegistryKeys(AnalysisServices services)
{
    private const int MaxDepth = 4;

    /// <summary>Whether a call deletes one.</summary>
    public bool Contain(IOperation call) => PlaceOf(call, "DeleteSubKeyTree") is var (root, path) && ((root.Name == "CurrentUser" && RegistryKeys.AreOwn(path)) || IsMade(call, root, path));

    private bool IsMade(IOperation call, ISymbol root, string path) =>
        (path.IndexOf('\\') > 0 || (root.Name == "ClassesRoot" && RegistryKeys.AreOwn($@"Software\Classes\{path}"))) && path.IndexOf(FoldedText.Hole) < 0
        && call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && type.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(other => CallSyntax.CalledName(other) == "CreateSubKey"
            && services.ModelFor(other.SyntaxTree).GetOperation(other) is { } creation && PlaceOf(creation, "CreateSubKey") is var (madeIn, made)
            && SymbolEqualityComparer.Default.Equals(madeIn, root) && string.Equals(made, path, StringComparison.OrdinalIgnoreCase));

    // `Registry.CurrentUser.CreateSubKey(@"Software\Classes\myapp")`: the static root, and the path below it.
    private (ISymbol Root, string Path)? PlaceOf(IOperation call, string name) =>
        call is IInvocationOperation { TargetMethod: { Name: var called, ContainingType.Name: "RegistryKey" }, Instance: { } key, Arguments: [{ Value: var subkey }, ..] }
        && called == name && TextOf(subkey) is { } below && KeyOf(key, 0) is var (root, path)
            ? (root, $"{path}\\{below}".Trim('\\'))
            : null;

    // What is not known of it is a hole.
    private string? TextOf(IOperation subkey) => services.Texts.Fold(subkey) is [{ Text: var only }] ? only : null;

    // One of the static roots, or a key that is opened below it.
    private (ISymbol Root, string Path)? KeyOf(IOperation key, int depth) => depth < MaxDepth && services.Values.NotNull(key) is [var only] ? Variables.Unwrap(only) switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, ContainingType.Name: "Registry" } root } => (root, ""),
        IInvocationOperation { TargetMethod: { Name: "OpenSubKey" or "CreateSubKey", ContainingType.Name: "RegistryKey" }, Instance: { } parent, Arguments: [{ Value: var subkey }, ..] } when TextOf(subkey) is { } below && KeyOf(parent, depth + 1) is var (root, path) => (root, $"{path}\\{below}".Trim('\\')),
        _ => null,
    } : null;
}
