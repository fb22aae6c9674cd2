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

    /// <summary>The operations in the code and in the methods that it calls, a few levels deep, by each path to them.</summary>
    /// <param name="code">A member, or a body.</param>
    /// <param name="follow">Which methods are looked into.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IEnumerable<ReachedOperation> From(SyntaxNode code, Func<IMethodSymbol, bool> follow, CancellationToken cancellation) =>
        Over(code, follow, ImmutableArray<SyntaxNode>.Empty, ImmutableHashSet.Create(code), cancellation).Where(static reached => !reached.Operation.IsHarmless);

    private IEnumerable<ReachedOperation> Over(SyntaxNode code, Func<IMethodSymbol, bool> follow, ImmutableArray<SyntaxNode> path, ImmutableHashSet<SyntaxNode> seen, CancellationToken cancellation) => services.Operations
        .AllWithForwarded(code, services.ModelFor(code.SyntaxTree), cancellation)
        .Select(operation => new ReachedOperation(operation, path))
        .Concat(path.Length == MaxDepth ? [] :
            from call in CallsIn(code, static _ => true, follow, cancellation)
            from body in call.Bodies
            where !seen.Contains(body)
            from reached in Over(body, follow, path.Add(call.Syntax), seen.Add(body), cancellation)
            select reached);

    /// <summary>The operations in the private methods of the types around the code that it calls, harmless ones too: each once for each call in the code that leads to it.</summary>
    public ImmutableArray<ReachedOperation> ThroughPrivate(SyntaxNode code, CancellationToken cancellation)
    {
        var reached = ImmutableArray.CreateBuilder<ReachedOperation>();
        foreach (var call in PrivateCallsIn(code, cancellation))
        {
            var lengths = new Dictionary<SyntaxNode, int> { [code] = 0 };
            foreach (var body in call.Bodies) Enter(body, ImmutableArray.Create<SyntaxNode>(call.Syntax), lengths, reached, cancellation);
        }

        return reached.ToImmutable();
    }

    // A body is entered again only by a shorter path, from which more is within reach: methods that all call each other have more paths than anyone can walk.
    private void Enter(SyntaxNode body, ImmutableArray<SyntaxNode> path, Dictionary<SyntaxNode, int> lengths, ImmutableArray<ReachedOperation>.Builder reached, CancellationToken cancellation)
    {
        if (!lengths.TryGetValue(body, out var known)) reached.AddRange(services.Operations.AllIn(body, services.ModelFor(body.SyntaxTree), cancellation).Select(operation => new ReachedOperation(operation, path)));
        else if (known <= path.Length) return;
        lengths[body] = path.Length;
        if (path.Length == MaxDepth) return;
        foreach (var call in PrivateCallsIn(body, cancellation))
        {
            foreach (var inner in call.Bodies)
            {
                if (!lengths.TryGetValue(inner, out var length) || length > path.Length + 1) Enter(inner, path.Add(call.Syntax), lengths, reached, cancellation);
            }
        }
    }

    // A call of another name is not bound, and where no type around has a private method, nothing is walked through.
    private ImmutableArray<Call> PrivateCallsIn(SyntaxNode code, CancellationToken cancellation) => services.OncePerUnit(code, () =>
    {
        var types = code.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Select(type => services.ObjectPerUnit(type, () => PrivateMethods(type, cancellation))).ToList();
        return types is [_, ..] && types.TrueForAll(static names => names.Count == 0) ? ImmutableArray<Call>.Empty
            : CallsIn(code, MayBePrivate, static method => method.DeclaredAccessibility == Accessibility.Private && method.DeclaringSyntaxReferences.Length > 0, cancellation).ToImmutableArray();

        bool MayBePrivate(InvocationExpressionSyntax call) => types.Count == 0 || CallSyntax.CalledName(call) is not { } name || types.Exists(names => names.Contains(name));
    });

    private HashSet<string> PrivateMethods(TypeDeclarationSyntax type, CancellationToken cancellation) =>
        [.. services.ModelFor(type.SyntaxTree).GetDeclaredSymbol(type, cancellation)?.GetMembers().Where(IsPrivate).Select(static method => method.Name) ?? []];

    private static bool IsPrivate(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private };

    // With the bodies that a call leads to outside of the code.
    private IEnumerable<Call> CallsIn(SyntaxNode code, Func<InvocationExpressionSyntax, bool> mayFollow, Func<IMethodSymbol, bool> follow, CancellationToken cancellation) =>
        from call in code.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where mayFollow(call)
        let method = (services.ModelFor(code.SyntaxTree).GetOperation(call, cancellation) as IInvocationOperation)?.TargetMethod
        where method is not null && follow(method)
        select new Call(call, services
            .DeclarationsOf((method.PartialImplementationPart ?? method.ReducedFrom ?? method).OriginalDefinition)
            .Select(reference => reference.GetSyntax(cancellation))
            .Where(body => !code.Contains(body))
            .ToImmutableArray());

    private sealed record Call(InvocationExpressionSyntax Syntax, ImmutableArray<SyntaxNode> Bodies);
}
