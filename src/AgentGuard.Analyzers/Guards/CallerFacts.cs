using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards;

/// <summary>What every caller of a method that only its own types can call has made sure of before it calls, a few levels up: of a private one, and of a protected one that a base class calls.</summary>
internal sealed class CallerFacts(GuardAnalysis analysis, Func<SyntaxTree, SemanticModel> models, Func<ISymbol, ImmutableArray<SyntaxReference>> declarations, Func<IEnumerable<SyntaxTree>> trees)
{
    private const int MostDepth = 4;
    private const int MostCallers = 1000;

    private readonly ConcurrentDictionary<(ISymbol Method, int Depth), Facts> _facts = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableDictionary<string, ImmutableArray<SimpleNameSyntax>>> _names = new(SymbolEqualityComparer.Default);

    // The simple names that stand in base lists: a type of another name has no derived one.
    private readonly Lazy<HashSet<string>> _bases = new(() => [.. trees().SelectMany(static tree => TypesIn(tree.GetRoot())).SelectMany(static type => type.BaseList?.Types ?? []).Select(static type => CallSyntax.CalledName(type.Type)).OfType<string>()]);

    /// <summary>The facts that hold whenever the member is entered.</summary>
    public Facts Of(SyntaxNode member, int depth, CancellationToken cancellationToken)
    {
        if (depth >= MostDepth || member is not MethodDeclarationSyntax declaration || !MayBeOwn(declaration)) return Facts.None;
        if (models(member.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is not { } method || !IsOwn(method)) return Facts.None;
        var key = ((ISymbol)(method.PartialDefinitionPart ?? method), depth);
        if (_facts.TryGetValue(key, out var known)) return known;
        return _facts[key] = AtCallSites(method, depth, cancellationToken);
    }

    // A hosted service runs once its start has gone on to the base class's.
    private Facts AtStart(IMethodSymbol method, int depth, CancellationToken cancellationToken) => method.ContainingType.GetMembers("StartAsync").Where(static start => start.IsOverride).ToList() is not { Count: > 0 } starts ? Facts.None : starts
        .SelectMany(start => declarations(start))
        .SelectMany(start => start.GetSyntax(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Where(static call => call.Expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax, Name.Identifier.ValueText: "StartAsync" })
        .Aggregate(Facts.Unreachable, (facts, call) => facts & analysis.FactsAt(call, depth + 1, cancellationToken));

    private static bool IsRunByHost(IMethodSymbol method) => method is { Name: "ExecuteAsync", OverriddenMethod.ContainingType: { Name: "BackgroundService", DeclaringSyntaxReferences.IsEmpty: true } };

    private Facts AtCallSites(IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        var facts = IsRunByHost(method) ? AtStart(method, depth, cancellationToken) : Facts.Unreachable;
        var first = Overridden(method).LastOrDefault()?.ContainingType.OriginalDefinition ?? method.ContainingType;
        for (var caller = method.ContainingType; caller is not null; caller = SymbolEqualityComparer.Default.Equals(caller, first) ? null : caller.BaseType?.OriginalDefinition)
        {
            var names = _names.GetOrAdd(caller, type => NamesIn((INamedTypeSymbol)type, cancellationToken));
            if (!names.TryGetValue(method.Name, out var uses)) continue;
            if (uses.Length > MostCallers) return Facts.None;
            foreach (var use in uses)
            {
                if (!RefersTo(use, method, cancellationToken)) continue;
                if (CallSyntax.CallOf(use) is not { } call)
                {
                    if (IsNameOf(use)) continue;

                    // A method group may be called at any time; what is true of the whole process where it is handed out still is.
                    facts &= analysis.FactsAt(use, depth + 1, cancellationToken) & Facts.ProcessInvariant;
                    if (facts == Facts.None) return facts;
                    continue;
                }

                if (use.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } around && IsSame(around, method, cancellationToken)) continue;
                facts &= analysis.FactsAt(call, depth + 1, cancellationToken);
            }
        }

        return facts.IsUnreachable ? Facts.None : facts;
    }

    private static bool MayBeOwn(MethodDeclarationSyntax method) => CallSyntax.MayBePrivate(method) || method.Modifiers.Any(SyntaxKind.OverrideKeyword);

    private bool IsOwn(IMethodSymbol method) => method.ExplicitInterfaceImplementations.IsEmpty && method.DeclaredAccessibility switch
    {
        Accessibility.Private => true,

        // A step that a base class calls: all of its bases can be seen, or are the host's, and no derived class can call it too.
        Accessibility.Protected or Accessibility.ProtectedAndInternal when method.IsOverride => (IsRunByHost(method) || Overridden(method).All(step => !declarations(step).IsEmpty)) && (method.ContainingType.IsSealed || !_bases.Value.Contains(method.ContainingType.Name)),
        _ => false,
    };

    private static IEnumerable<INamedTypeSymbol> AndBases(INamedTypeSymbol type)
    {
        for (var part = type; part is { DeclaringSyntaxReferences.IsEmpty: false }; part = part.BaseType) yield return part;
    }

    private static IEnumerable<IMethodSymbol> Overridden(IMethodSymbol method)
    {
        for (var step = method.OverriddenMethod; step is not null; step = step.OverriddenMethod) yield return step;
    }

    private static IEnumerable<TypeDeclarationSyntax> TypesIn(SyntaxNode root) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>();

    private bool IsSame(MethodDeclarationSyntax declaration, IMethodSymbol method, CancellationToken cancellationToken) =>
        models(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is IMethodSymbol symbol
        && SymbolEqualityComparer.Default.Equals(symbol.PartialDefinitionPart ?? symbol, method.PartialDefinitionPart ?? method);

    private bool RefersTo(SimpleNameSyntax use, IMethodSymbol method, CancellationToken cancellationToken)
    {
        var info = models(use.SyntaxTree).GetSymbolInfo(use, cancellationToken);
        var candidates = info.Symbol is { } symbol ? ImmutableArray.Create(symbol) : info.CandidateSymbols;
        return candidates.OfType<IMethodSymbol>().Any(candidate => Overridden(method).Prepend(method).Any(step =>
            SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition.PartialDefinitionPart ?? candidate.OriginalDefinition, step.OriginalDefinition.PartialDefinitionPart ?? step.OriginalDefinition)));
    }

    private static bool IsNameOf(SyntaxNode use) =>
        use.Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    private ImmutableDictionary<string, ImmutableArray<SimpleNameSyntax>> NamesIn(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var methods = AndBases(type).SelectMany(static part => part.GetMembers()).OfType<IMethodSymbol>().Where(method => method.DeclaredAccessibility == Accessibility.Private || method.IsOverride || method.IsAbstract || method.IsVirtual).Select(method => method.Name).ToImmutableHashSet();
        return declarations(type)
            .SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes())
            .OfType<SimpleNameSyntax>()
            .Where(name => methods.Contains(name.Identifier.ValueText))
            .GroupBy(name => name.Identifier.ValueText)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray());
    }
}
