using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards;

/// <summary>What every caller of a private method has made sure of before it calls, a few levels up.</summary>
internal sealed class CallerFacts(GuardAnalysis analysis, Func<SyntaxTree, SemanticModel> models)
{
    private const int MostDepth = 4;
    private const int MostCallers = 1000;

    private readonly ConcurrentDictionary<(ISymbol Method, int Depth), Facts> _facts = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableDictionary<string, ImmutableArray<SimpleNameSyntax>>> _names = new(SymbolEqualityComparer.Default);

    /// <summary>The facts that hold whenever the member is entered.</summary>
    public Facts Of(SyntaxNode member, int depth, CancellationToken cancellationToken)
    {
        if (depth >= MostDepth || member is not MethodDeclarationSyntax declaration || !CallSyntax.MayBePrivate(declaration)) return Facts.None;
        if (models(member.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is not IMethodSymbol { DeclaredAccessibility: Accessibility.Private } method) return Facts.None;
        if (!method.ExplicitInterfaceImplementations.IsEmpty) return Facts.None;
        var key = ((ISymbol)(method.PartialDefinitionPart ?? method), depth);
        if (_facts.TryGetValue(key, out var known)) return known;
        return _facts[key] = AtCallSites(method, depth, cancellationToken);
    }

    private Facts AtCallSites(IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        var names = _names.GetOrAdd(method.ContainingType, type => NamesIn((INamedTypeSymbol)type, cancellationToken));
        if (!names.TryGetValue(method.Name, out var uses) || uses.Length > MostCallers) return Facts.None;
        var facts = Facts.Unreachable;
        foreach (var use in uses)
        {
            if (!RefersTo(use, method, cancellationToken)) continue;
            if (CallOf(use) is not { } call)
            {
                if (IsNameOf(use)) continue;

                // A method group may be called from anywhere.
                return Facts.None;
            }

            if (use.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } around && IsSame(around, method, cancellationToken)) continue;
            facts &= analysis.FactsAt(call, depth + 1, cancellationToken);
        }

        return facts.IsUnreachable ? Facts.None : facts;
    }

    private bool IsSame(MethodDeclarationSyntax declaration, IMethodSymbol method, CancellationToken cancellationToken) =>
        models(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is IMethodSymbol symbol
        && SymbolEqualityComparer.Default.Equals(symbol.PartialDefinitionPart ?? symbol, method.PartialDefinitionPart ?? method);

    private bool RefersTo(SimpleNameSyntax use, IMethodSymbol method, CancellationToken cancellationToken)
    {
        var info = models(use.SyntaxTree).GetSymbolInfo(use, cancellationToken);
        var candidates = info.Symbol is { } symbol ? ImmutableArray.Create(symbol) : info.CandidateSymbols;
        return candidates.OfType<IMethodSymbol>().Any(candidate =>
            SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition.PartialDefinitionPart ?? candidate.OriginalDefinition, method.PartialDefinitionPart ?? method));
    }

    private static InvocationExpressionSyntax? CallOf(SimpleNameSyntax use)
    {
        SyntaxNode callee = use.Parent is MemberAccessExpressionSyntax access && access.Name == use || use.Parent is MemberBindingExpressionSyntax ? use.Parent : use;
        return callee.Parent is InvocationExpressionSyntax invocation && invocation.Expression == callee ? invocation : null;
    }

    private static bool IsNameOf(SyntaxNode use) =>
        use.Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    private static ImmutableDictionary<string, ImmutableArray<SimpleNameSyntax>> NamesIn(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var methods = type.GetMembers().OfType<IMethodSymbol>().Where(method => method.DeclaredAccessibility == Accessibility.Private).Select(method => method.Name).ToImmutableHashSet();
        return type.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes())
            .OfType<SimpleNameSyntax>()
            .Where(name => methods.Contains(name.Identifier.ValueText))
            .GroupBy(name => name.Identifier.ValueText)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray());
    }
}
