using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>A destructive operation that a piece of code performs, itself or through methods it calls.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Path">The calls that lead to it, outermost first; empty when the code performs it itself.</param>
internal sealed record ReachedOperation(DestructiveOperation Operation, ImmutableArray<SyntaxNode> Path)
{
    /// <summary>Where the code performs it: the operation, or the first call on the way to it.</summary>
    public SyntaxNode Start => Path.IsEmpty ? Operation.Syntax : Path[0];
}

/// <summary>Finds the operations that a piece of code reaches through methods in source.</summary>
internal sealed class ReachableOperations(AnalysisServices services)
{
    private const int MaxDepth = 3;

    /// <summary>The operations in the code and in the methods that it calls, a few levels deep.</summary>
    /// <param name="code">A member, or a body.</param>
    /// <param name="follow">Which methods are looked into.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IEnumerable<ReachedOperation> From(SyntaxNode code, Func<IMethodSymbol, bool> follow, CancellationToken cancellation) =>
        Walk(code, static _ => true, follow, ImmutableArray<SyntaxNode>.Empty, ImmutableHashSet.Create(code), cancellation);

    /// <summary>The operations in the code and in the private methods of the types around it. A call of another name is not bound.</summary>
    public IEnumerable<ReachedOperation> FromPrivate(SyntaxNode code, CancellationToken cancellation)
    {
        var types = code.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Select(type => services.ModelFor(type.SyntaxTree).GetDeclaredSymbol(type, cancellation)).OfType<INamedTypeSymbol>().ToList();
        return Walk(code, IsPrivate, static method => method.DeclaredAccessibility == Accessibility.Private && method.DeclaringSyntaxReferences.Length > 0, ImmutableArray<SyntaxNode>.Empty, ImmutableHashSet.Create(code), cancellation);

        bool IsPrivate(InvocationExpressionSyntax call) =>
            CallSyntax.CalledName(call) is not { } name || types.Any(type => type.GetMembers(name).Any(static member => member is IMethodSymbol { DeclaredAccessibility: Accessibility.Private })) || types.Count == 0;
    }

    private IEnumerable<ReachedOperation> Walk(SyntaxNode code, Func<InvocationExpressionSyntax, bool> mayFollow, Func<IMethodSymbol, bool> follow, ImmutableArray<SyntaxNode> path, ImmutableHashSet<SyntaxNode> seen, CancellationToken cancellation)
    {
        var model = services.ModelFor(code.SyntaxTree);
        foreach (var operation in services.Operations.In(code, model, cancellation)) yield return new ReachedOperation(operation, path);
        if (path.Length == MaxDepth) yield break;

        foreach (var call in code.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(mayFollow))
        {
            if (model.GetOperation(call, cancellation) is not IInvocationOperation { TargetMethod: var method } || !follow(method)) continue;
            foreach (var body in Bodies(method).Where(body => !seen.Contains(body) && !code.Span.Contains(body.Span)))
            {
                foreach (var reached in Walk(body, mayFollow, follow, path.Add(call), seen.Add(body), cancellation)) yield return reached;
            }
        }
    }

    private IEnumerable<SyntaxNode> Bodies(IMethodSymbol method) =>
        services.DeclarationsOf((method.PartialImplementationPart ?? method.ReducedFrom ?? method).OriginalDefinition).Select(reference => reference.GetSyntax());
}
