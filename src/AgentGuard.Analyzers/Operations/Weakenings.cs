using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Finds where a protection is switched off: by a property, an argument, or a statement in executed text.</summary>
internal sealed class Weakenings(AnalysisServices services)
{
    private readonly Conditions _conditions = services.Conditions;

    /// <summary>What an assignment to a property switches off.</summary>
    public IEnumerable<DestructiveOperation> Of(AssignmentExpressionSyntax assignment, SemanticModel model, CancellationToken cancellation) =>
        NameOf(assignment.Left) is { } name && services.Catalog.Index.Mentions(name) && services.Gate.AdmitsWeakening(name) ? OfProperty(assignment, model, cancellation) : [];

    // A method of its own: the closure would be allocated for every assignment.
    private IEnumerable<DestructiveOperation> OfProperty(AssignmentExpressionSyntax assignment, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetOperation(assignment, cancellation) is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } set) return [];
        return services.Catalog.Match(property)
            .Where(entry => entry.Effect == CatalogEffect.Weakens && _conditions.AreShown(entry, set))
            .Take(1)
            .Select(entry => Weakening(assignment, set, property, $"{property.Name} = {Written(assignment.Right)}", entry));
    }

    /// <summary>What a call switches off, by its arguments or by the text that it executes.</summary>
    public IEnumerable<DestructiveOperation> Of(SyntaxNode node, IOperation? call)
    {
        if (OperationFinder.MemberOf(call) is not { } member) return [];
        var entries = services.Catalog.Match(member);
        var byArguments = entries
            .Where(entry => entry.Effect == CatalogEffect.Weakens && _conditions.AreShown(entry, call!))
            .Take(1)
            .Select(entry => Weakening(node, call!, member, member.ContainingType.Name + "." + member.Name, entry));
        return byArguments.Concat(services.Operations.WeakeningTexts(call!).Select(finding => Weakening(node, call!, member, finding.Target is null ? finding.Verb : $"{finding.Verb} {finding.Target}", null)));
    }

    private static DestructiveOperation Weakening(SyntaxNode node, IOperation call, ISymbol member, string statement, CatalogEntry? entry) =>
        new(node, call, member, DestructiveKind.Infrastructure, statement, null, ImmutableArray<Location>.Empty, entry);

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    private static string Written(ExpressionSyntax value) => value is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : value.ToString();
}
