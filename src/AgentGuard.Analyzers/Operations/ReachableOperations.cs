using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
    public IEnumerable<ReachedOperation> From(SyntaxNode code, Func<IMethodSymbol, bool> follow, CancellationToken cancellation)
    {
        var walk = new Walk(services, static _ => true, follow, cancellation);
        return walk.Over(code, ImmutableArray<SyntaxNode>.Empty, ImmutableHashSet.Create(code)).Where(static reached => !reached.Operation.IsHarmless);
    }

    /// <summary>The operations in the private methods of the types around the code that it calls, harmless ones too. A call of another name is not bound.</summary>
    public IEnumerable<ReachedOperation> ThroughPrivate(SyntaxNode code, CancellationToken cancellation)
    {
        var types = code.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().ToList();
        var helpers = types.Select(type => services.ObjectPerUnit(type, () => PrivateMethods.Of(type, services.ModelFor(type.SyntaxTree), cancellation))).ToList();
        if (types.Count > 0 && helpers.TrueForAll(static methods => methods.Names.IsEmpty)) return [];
        var walk = new Walk(services, IsPrivate, static method => method.DeclaredAccessibility == Accessibility.Private && method.DeclaringSyntaxReferences.Length > 0, cancellation);
        return walk.Through(code, ImmutableArray<SyntaxNode>.Empty, ImmutableHashSet.Create(code));

        bool IsPrivate(InvocationExpressionSyntax call) => types.Count == 0 || CallSyntax.CalledName(call) is not { } name || helpers.Exists(methods => methods.Names.Contains(name));
    }

    // By name; those of other parts of the type too.
    private sealed record PrivateMethods(ImmutableHashSet<string> Names)
    {
        private static readonly PrivateMethods None = new(ImmutableHashSet<string>.Empty);

        public static PrivateMethods Of(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellation)
        {
            if (!MayHaveSome(type)) return None;
            var members = model.GetDeclaredSymbol(type, cancellation) is INamedTypeSymbol symbol ? symbol.GetMembers() : ImmutableArray<ISymbol>.Empty;
            return new(members.Where(static member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private }).Select(static member => member.Name).ToImmutableHashSet(StringComparer.Ordinal));
        }

        // The syntax of the type alone tells of most that they have none.
        private static bool MayHaveSome(TypeDeclarationSyntax type) =>
            type.Modifiers.Any(SyntaxKind.PartialKeyword) || type.Members.Any(static member => member is TypeDeclarationSyntax { Identifier.ValueText: "" } || (member is MethodDeclarationSyntax method && CallSyntax.MayBePrivate(method)));
    }

    private sealed class Walk(AnalysisServices services, Func<InvocationExpressionSyntax, bool> mayFollow, Func<IMethodSymbol, bool> follow, CancellationToken cancellation)
    {
        public IEnumerable<ReachedOperation> Over(SyntaxNode code, ImmutableArray<SyntaxNode> path, ImmutableHashSet<SyntaxNode> seen) => services.Operations
            .AllIn(code, services.ModelFor(code.SyntaxTree), cancellation)
            .Select(operation => new ReachedOperation(operation, path))
            .Concat(path.Length < MaxDepth ? Through(code, path, seen) : []);

        public IEnumerable<ReachedOperation> Through(SyntaxNode code, ImmutableArray<SyntaxNode> path, ImmutableHashSet<SyntaxNode> seen) =>
            from call in code.DescendantNodes().OfType<InvocationExpressionSyntax>()
            where mayFollow(call)
            let method = (services.ModelFor(code.SyntaxTree).GetOperation(call, cancellation) as IInvocationOperation)?.TargetMethod
            where method is not null && follow(method)
            from body in BodiesOf(method)
            where !seen.Contains(body) && !code.Span.Contains(body.Span)
            from reached in Over(body, path.Add(call), seen.Add(body))
            select reached;

        private IEnumerable<SyntaxNode> BodiesOf(IMethodSymbol method) =>
            services.DeclarationsOf((method.PartialImplementationPart ?? method.ReducedFrom ?? method).OriginalDefinition).Select(reference => reference.GetSyntax());
    }
}
