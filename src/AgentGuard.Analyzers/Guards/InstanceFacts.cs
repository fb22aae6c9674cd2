using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards;

/// <summary>What every constructor of a class has made sure of: where one throws in production, there is no object whose methods could run there.</summary>
internal sealed class InstanceFacts(Helpers helpers, Func<SyntaxTree, SemanticModel> models)
{
    private readonly ConcurrentDictionary<ISymbol, Facts> _facts = new(SymbolEqualityComparer.Default);

    /// <summary>What is true of the whole process wherever the member of an object runs.</summary>
    public Facts Of(SyntaxNode member, CancellationToken cancellation)
    {
        if (member is ConstructorDeclarationSyntax or CompilationUnitSyntax or EqualsValueClauseSyntax || member.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } declaration) return Facts.None;
        if (member.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } declared || declared.Modifiers.Any(SyntaxKind.StaticKeyword) || declared.Modifiers.Any(SyntaxKind.ExternKeyword)) return Facts.None;
        return models(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is { } type ? _facts.GetOrAdd(type, _ => OfConstructors(type, cancellation)) : Facts.None;
    }

    private Facts OfConstructors(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var facts = Facts.Unreachable;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaringSyntaxReferences is not [var written] || written.GetSyntax(cancellation) is not ConstructorDeclarationSyntax) return Facts.None;
            if (helpers.OfDeclaration(constructor, 0, cancellation) is not { } summary) return Facts.None;
            facts &= summary.OnReturn;
        }

        return facts.IsUnreachable ? Facts.None : facts & Facts.ProcessInvariant;
    }
}
