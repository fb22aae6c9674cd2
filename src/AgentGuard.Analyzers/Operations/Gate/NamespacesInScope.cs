using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>
/// The outermost namespaces that the sources import or declare. An extension method of any other is nowhere in scope, which is told without
/// asking every reference whether it knows the namespace.
/// </summary>
internal sealed class NamespacesInScope(Compilation compilation)
{
    private readonly Lazy<HashSet<string>> _outermost = new(() => new HashSet<string>(WrittenIn(compilation), StringComparer.Ordinal));

    /// <summary>Whether the extension methods of a type may be in scope somewhere.</summary>
    /// <param name="container">Full name of the type.</param>
    public bool MayHoldExtensions(string container) => container.IndexOf('.') is var dot && (dot < 0 || _outermost.Value.Contains(container[..dot]));

    private static IEnumerable<string> WrittenIn(Compilation compilation)
    {
        var imported = (compilation.Options as CSharpCompilationOptions)?.Usings.Select(static import => import.Split('.')[0]) ?? [];
        return compilation.SyntaxTrees
            .Select(static tree => tree.GetRoot())
            .OfType<CompilationUnitSyntax>()
            .SelectMany(static unit => In(unit.Usings, unit.Members))
            .Concat(imported);
    }

    private static IEnumerable<string> In(SyntaxList<UsingDirectiveSyntax> imports, SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var import in imports)
        {
            if (import.NamespaceOrType is NameSyntax name) yield return Outermost(name);
        }

        foreach (var space in members.OfType<BaseNamespaceDeclarationSyntax>())
        {
            yield return Outermost(space.Name);
            foreach (var inner in In(space.Usings, space.Members)) yield return inner;
        }
    }

    private static string Outermost(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => Outermost(qualified.Left),
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
