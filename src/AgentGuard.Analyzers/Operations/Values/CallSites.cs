using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>Finds where methods, local functions and lambdas in source are called. All files are searched, once, unless the method is private.</summary>
internal sealed class CallSites(AnalysisServices services)
{
    private readonly Lazy<ILookup<string, InvocationExpressionSyntax>> _invocations = new(() => services.Compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
        .ToLookup(invocation => CallSyntax.CalledName(invocation) ?? "", StringComparer.Ordinal));

    /// <summary>The member that a call stands in, whatever lambdas and local functions lie between.</summary>
    public static ISymbol? MemberAround(IOperation call)
    {
        var symbol = call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction }) symbol = symbol.ContainingSymbol;
        return symbol;
    }

    /// <summary>All calls, of an interface's member too where the method implements it.</summary>
    public IEnumerable<IInvocationOperation> Of(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        if (method.MethodKind == MethodKind.AnonymousFunction)
        {
            foreach (var call in CallsOfLambda(method)) yield return call;
            yield break;
        }

        // Binding costs more than counting: `command.ExecuteNonQuery()` is no call of the helper `ExecuteNonQuery(command)`.
        var required = definition.Parameters.Count(static parameter => parameter is { IsOptional: false, IsParams: false }) - (definition.IsExtensionMethod ? 1 : 0);
        foreach (var call in Meaning(definition, Candidates(definition).Where(node => node.ArgumentList.Arguments.Count >= required && CallSyntax.CalledName(node) == method.Name))) yield return call;
    }

    /// <summary>Whether a file that declares a method of this name may call one, told by the characters of the name alone.</summary>
    public bool MayBeIn(SyntaxTree tree, string name) => services.CharactersOf(tree) is var text && (text.HasEscapes || text.PlacesOf(name).Skip(1).Any());

    /// <summary>The calls that stand in one file, found by the characters of the name.</summary>
    public IEnumerable<IInvocationOperation> In(SyntaxTree tree, IMethodSymbol method) => Meaning(method.OriginalDefinition, services.CharactersOf(tree)
        .Identifiers(method.Name)
        .Select(static token => token.Parent)
        .OfType<SimpleNameSyntax>()
        .Select(CallSyntax.CallOf)
        .OfType<InvocationExpressionSyntax>());

    /// <summary>Where one of some names stands in the whole compilation, found by its characters, of which nothing is kept.</summary>
    public IEnumerable<SimpleNameSyntax> NamesAnywhere(params string[] names)
    {
        WordSearch? search = null;
        var written = SourceWords.OrEscapes(names);
        foreach (var tree in services.Compilation.SyntaxTrees)
        {
            var text = tree.GetText();
            if (!written.StandIn(text)) continue;
            search ??= new WordSearch(ImmutableArray.Create(new WordSet(names)), null);
            foreach (var (place, _) in search.In(text, new TextSpan(0, text.Length), static (_, _) => WordWorth.Counts))
            {
                if (tree.GetRoot().FindToken(place) is var token && token.Span.Contains(place) && Array.IndexOf(names, token.ValueText) >= 0 && token.Parent is SimpleNameSyntax found) yield return found;
            }
        }
    }

    private IEnumerable<IInvocationOperation> Meaning(IMethodSymbol definition, IEnumerable<InvocationExpressionSyntax> nodes)
    {
        foreach (var node in nodes)
        {
            if (services.ModelFor(node.SyntaxTree).GetOperation(node) is IInvocationOperation call && Means(call.TargetMethod, definition)) yield return call;
        }
    }

    // `Action<string> run = s => c.Execute(s);` is called by the name of its variable.
    private IEnumerable<IInvocationOperation> CallsOfLambda(IMethodSymbol lambda)
    {
        if (lambda.DeclaringSyntaxReferences is not [var declaration] || declaration.GetSyntax() is not { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } scope } } variable } }) yield break;
        foreach (var node in scope.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            var called = node.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Expression: var holder } ? holder : node.Expression;
            if (called is not IdentifierNameSyntax name || name.Identifier.ValueText != variable.Identifier.ValueText) continue;
            if (services.ModelFor(node.SyntaxTree).GetOperation(node) is IInvocationOperation { Instance: ILocalReferenceOperation { Local: var local } } call
                && local.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() == variable)) yield return call;
        }
    }

    // A private member is called from its own type only, so nothing else is searched.
    private IEnumerable<InvocationExpressionSyntax> Candidates(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.LocalFunction } => Within(method.ContainingSymbol.DeclaringSyntaxReferences),
        { DeclaredAccessibility: Accessibility.Private } => Within(method.ContainingType.DeclaringSyntaxReferences),
        _ => _invocations.Value[method.Name],
    };

    /// <summary>What a call or an object creation hands over.</summary>
    public static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    /// <summary>The calls inside declarations.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Within(ImmutableArray<SyntaxReference> declarations) =>
        declarations.SelectMany(declaration => declaration.GetSyntax().DescendantNodes().OfType<InvocationExpressionSyntax>());

    /// <summary>Whether what is called is a method, or a member of an interface that it implements.</summary>
    public static bool Means(IMethodSymbol called, IMethodSymbol definition)
    {
        var target = (called.ReducedFrom ?? called).OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(target, definition)) return true;
        return target.ContainingType is { TypeKind: TypeKind.Interface } && Implementations.Implements(definition, target);
    }
}
