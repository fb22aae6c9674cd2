using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Generators;

/// <summary>Finds the calls in guarded members that need a guard in front of them.</summary>
internal sealed class GuardedMemberReader(AnalysisServices services)
{
    private readonly TargetExpressions _targets = new(services.Compilation);

    /// <summary>The calls by file.</summary>
    public ImmutableArray<InterceptedFile> Read(NodeSet members, CancellationToken cancellation) => members.Nodes
        .SelectMany(member => Bodies(member, cancellation))
        .SelectMany(body => body.DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Distinct()
        .Select(call => Read(call, cancellation))
        .OfType<InterceptedCall>()
        .GroupBy(call => call.FilePath, StringComparer.Ordinal)
        .OrderBy(file => file.Key, StringComparer.Ordinal)
        .Select(file => new InterceptedFile(file.Key, new(file.OrderBy(call => call.Position).ToImmutableArray())))
        .ToImmutableArray();

    // The attribute of a partial type or method covers its other parts, wherever they stand.
    private IEnumerable<SyntaxNode> Bodies(SyntaxNode member, CancellationToken cancellation)
    {
        if (member is LambdaExpressionSyntax) return [member];
        var symbol = services.ModelFor(member.SyntaxTree).GetDeclaredSymbol(member, cancellation);
        IEnumerable<ISymbol?> parts = symbol switch
        {
            IMethodSymbol method => [method, method.PartialImplementationPart, method.PartialDefinitionPart],
            IPropertySymbol property => [property, property.PartialImplementationPart, property.PartialDefinitionPart],
            _ => [symbol],
        };
        return parts.OfType<ISymbol>().SelectMany(part => part.DeclaringSyntaxReferences).Select(part => part.GetSyntax(cancellation)).Append(member);
    }

    private InterceptedCall? Read(InvocationExpressionSyntax call, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (CallSyntax.CalledName(call) is not { } name || !services.Catalog.Index.Mentions(name)) return null;
        var model = services.ModelFor(call.SyntaxTree);
        if (model.GetOperation(call, cancellation) is not IInvocationOperation invocation || Interception.ObstacleAt(invocation, services) is not null) return null;

        var destroys = services.Operations.Find(call, model, cancellation).FirstOrDefault(operation => operation.Entry is null or { Effect: CatalogEffect.Destroys });
        var runs = services.Catalog.Match(invocation.TargetMethod).Where(entry => entry.Effect == CatalogEffect.Runs).ToList();
        if (destroys is null && runs.Count == 0) return null;
        if (GuardSpecification.Around(call, model, cancellation) is not { } guards || model.GetInterceptableLocation(call, cancellation) is not { } location) return null;

        var method = new MethodReader(invocation);
        var text = destroys is null ? TextExpressions.For(runs, method, GuardSpecification.Field) : null;
        if (destroys is null && text is null) return null;
        return new InterceptedCall(
            call.SyntaxTree.FilePath,
            call.SpanStart,
            location.GetInterceptsLocationAttributeSyntax(),
            guards.Attributes + (IsObsolete(call, model, cancellation) ? "[global::System.Obsolete]" : ""),
            guards.Call(invocation.TargetMethod, CallSite.Of(call, model, cancellation)),
            method.Shape(),
            text,
            _targets.For(method, destroys?.Entry?.Target, destroys?.Kind));
    }

    // Code that is obsolete itself may call what nothing else may.
    private static bool IsObsolete(SyntaxNode call, SemanticModel model, CancellationToken cancellation)
    {
        for (var symbol = model.GetEnclosingSymbol(call.SpanStart, cancellation); symbol is not null; symbol = (symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol.ContainingSymbol)
        {
            if (symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute")) return true;
        }

        return false;
    }
}
