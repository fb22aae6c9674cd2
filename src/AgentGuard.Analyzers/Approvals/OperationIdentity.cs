using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Approvals;

/// <summary>How an approvals file and the inventory name an operation.</summary>
/// <param name="Member">Documentation id of the member whose code it is.</param>
/// <param name="Operation">The statement, or the documentation id of the API; with <c>#2</c> behind it for the second of its kind in the member, and so on.</param>
internal sealed record OperationIdentity(string Member, string Operation)
{
    /// <summary>The identity of an operation.</summary>
    public static OperationIdentity Of(DestructiveOperation operation, AnalysisServices services, CancellationToken cancellation)
    {
        var name = NameOf(operation);
        if (CallSyntax.MemberOf(operation.Syntax) is not { } member) return new OperationIdentity("", name);

        // A second call under an approved one is another operation, so the place among its like is part of the name.
        var earlier = services.Operations.WithForwarded(member, services.ModelFor(member.SyntaxTree), cancellation)
            .Count(other => other.Syntax.SpanStart < operation.Syntax.SpanStart && NameOf(other) == name);
        return new OperationIdentity(MemberId(member, operation.Syntax, services, cancellation), earlier == 0 ? name : $"{name}#{earlier + 1}");
    }

    /// <summary>Documentation id of the member, or type, that a node belongs to.</summary>
    public static string MemberId(SyntaxNode member, SyntaxNode node, AnalysisServices services, CancellationToken cancellation)
    {
        var model = services.ModelFor(member.SyntaxTree);
        var symbol = Declared(member, node, model, cancellation) ?? model.GetEnclosingSymbol(node.SpanStart, cancellation);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction }) symbol = symbol.ContainingSymbol;
        if (symbol is IMethodSymbol { AssociatedSymbol: { } property }) symbol = property;
        return symbol?.GetDocumentationCommentId() ?? "";
    }

    private static ISymbol? Declared(SyntaxNode member, SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        member is Microsoft.CodeAnalysis.CSharp.Syntax.BaseFieldDeclarationSyntax field
            ? field.Declaration.Variables.Where(variable => variable.Span.Contains(node.Span)).Select(variable => model.GetDeclaredSymbol(variable, cancellation)).FirstOrDefault()
            : model.GetDeclaredSymbol(member, cancellation);

    private static string NameOf(DestructiveOperation operation) =>
        operation.Statement ?? operation.Member.OriginalDefinition.GetDocumentationCommentId() ?? operation.DisplayName;
}
