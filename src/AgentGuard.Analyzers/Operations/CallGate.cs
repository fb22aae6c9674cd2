using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations;

/// <summary>
/// The second gate, behind the name index: common names such as <c>Delete</c> or <c>Execute</c> end here when the declared type of the receiver
/// rules every entry out. It looks names up in scope, which costs a small part of binding the member. Where it cannot tell, it lets the call through.
/// </summary>
internal sealed class CallGate(Compilation compilation, CatalogIndex index)
{
    private readonly PresentTypes _present = new(compilation);
    private readonly ConcurrentDictionary<string, GateCandidates> _candidates = new(StringComparer.Ordinal);

    /// <summary>Whether a call, object creation or method group of a name that the index mentions can be a destructive operation.</summary>
    public bool Admits(SyntaxNode node, string name, SemanticModel model)
    {
        var candidates = CandidatesFor(name);
        if (candidates.Always) return true;
        if (candidates.Entries.IsEmpty) return false;
        return node switch
        {
            InvocationExpressionSyntax invocation => Admits(invocation.Expression, candidates, model),
            ExpressionSyntax expression => Admits(expression, candidates, model),
            _ => true,
        };
    }

    /// <summary>Whether an assignment to a property of a name that the index mentions can switch a protection off.</summary>
    public bool AdmitsWeakening(string name) => CandidatesFor(name).HasWeakenings;

    private GateCandidates CandidatesFor(string name) =>
        _candidates.TryGetValue(name, out var candidates) ? candidates : _candidates.GetOrAdd(name, new GateCandidates(index, _present, name));

    private static bool Admits(ExpressionSyntax called, GateCandidates candidates, SemanticModel model)
    {
        switch (called)
        {
            case MemberAccessExpressionSyntax access:
                return TypeOf(access.Expression, model) is not { } receiver || candidates.MayBeIn(receiver) || ExtensionMayBe(access, receiver, candidates, model);
            case ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax type }:
                return model.LookupNamespacesAndTypes(type.SpanStart, name: type.Identifier.ValueText) is not [INamedTypeSymbol created] || candidates.MayBeIn(created);
            case IdentifierNameSyntax identifier:
                var inScope = model.LookupSymbols(identifier.SpanStart, name: identifier.Identifier.ValueText);
                return inScope.IsEmpty || inScope.Any(symbol => symbol is IMethodSymbol { ContainingType: { } type } && candidates.MayBeIn(type));
            default:
                return true;
        }
    }

    private static bool ExtensionMayBe(MemberAccessExpressionSyntax access, INamedTypeSymbol receiver, GateCandidates candidates, SemanticModel model)
    {
        foreach (var member in model.LookupSymbols(access.Name.SpanStart, receiver, access.Name.Identifier.ValueText, includeReducedExtensionMethods: true))
        {
            var type = member is IMethodSymbol { ReducedFrom: { } extension } ? extension.ContainingType : member.ContainingType;

            // The type of an extension block has no name; entries name the class around it.
            while (type is { Name: "", ContainingType: { } outer }) type = outer;
            if (type is not null && candidates.MayBeIn(type)) return true;
        }

        return false;
    }

    // Null means: not known without binding.
    private static INamedTypeSymbol? TypeOf(ExpressionSyntax receiver, SemanticModel model)
    {
        switch (receiver)
        {
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                return model.LookupSymbols(receiver.SpanStart, name: name) is [var symbol] ? TypeOf(symbol, name) : null;
            case ThisExpressionSyntax:
                return model.GetEnclosingSymbol(receiver.SpanStart)?.ContainingType;
            case MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: var name } } access:
                for (var type = TypeOf(access.Expression, model); type is not null; type = type.BaseType)
                {
                    if (type.GetMembers(name) is [var member, ..]) return TypeOf(member, name);
                }

                return null;
            default:
                return null;
        }
    }

    // `Color Color`: where a member has the name of its type, that name may stand for either.
    private static INamedTypeSymbol? TypeOf(ISymbol symbol, string name)
    {
        if (symbol is INamedTypeSymbol { TypeKind: not TypeKind.Error } written) return written;
        var type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type is INamedTypeSymbol { TypeKind: not TypeKind.Error } declared && declared.Name != name ? declared : null;
    }
}
