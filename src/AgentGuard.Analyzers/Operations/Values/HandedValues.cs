using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>What the callers hand to a parameter, where all of them are in sight: of a local function, a private method, a static one that only this assembly sees, or a constructor that only the type around can call.</summary>
internal sealed class HandedValues(AnalysisServices services)
{
    private const int MaxCallers = 100;

    private readonly Lazy<bool> _hasFriends = new(() => services.Compilation.Assembly.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute"));

    /// <summary>Every argument that the parameter is ever given; empty where some are out of sight, or where the parameter is assigned.</summary>
    public ImmutableArray<IOperation> To(IParameterReferenceOperation reference)
    {
        var parameter = reference.Parameter;
        if (parameter.RefKind != RefKind.None || parameter.ContainingSymbol is not IMethodSymbol method || IsAssigned(reference, method) || UsesOf(method) is not { } uses) return ImmutableArray<IOperation>.Empty;
        var values = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var node in uses)
        {
            if (services.ModelFor(node.SyntaxTree).GetOperation(node) is not { } use || OperationFinder.MemberOf(use) is not IMethodSymbol called) return ImmutableArray<IOperation>.Empty;
            if (!SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method.OriginalDefinition)) continue;

            // A method group may be called with anything.
            if (CallSites.ArgumentsOf(use).FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is not { } argument || values.Count == MaxCallers) return ImmutableArray<IOperation>.Empty;
            values.Add(argument.Value);
        }

        // What only calls itself is called by nobody in sight.
        return method.MethodKind != MethodKind.Constructor && values.All(value => method.DeclaringSyntaxReferences.Any(own => own.SyntaxTree == value.Syntax.SyntaxTree && own.Span.Contains(value.Syntax.Span))) ? ImmutableArray<IOperation>.Empty : values.ToImmutable();
    }

    private bool IsAssigned(IParameterReferenceOperation reference, IMethodSymbol method) =>
        services.AssignmentsAround(reference).All(reference.Parameter).Count > 0
        || (method.MethodKind == MethodKind.Constructor && services.Values.AssignmentsTo(reference.Parameter).Any(assignment => assignment.Left is IdentifierNameSyntax));

    // Where it may be called; null where that may be anywhere.
    private IEnumerable<SyntaxNode>? UsesOf(IMethodSymbol method)
    {
        if (ScopeOf(method) is { IsEmpty: false } scope) return scope.SelectMany(part => UsesIn(part, method));
        return IsInternal(method) && !_hasFriends.Value ? services.CallSites.NamesAnywhere(method.Name).Where(name => !IsInNameOf(name) && MayMean(name, method)).Select(CallOrName) : null;
    }

    // Elsewhere a property or another method may be called the same.
    private bool MayMean(SimpleNameSyntax name, IMethodSymbol method) =>
        services.ModelFor(name.SyntaxTree).GetSymbolInfo(name).Symbol is not { } meant || SymbolEqualityComparer.Default.Equals(((meant as IMethodSymbol)?.ReducedFrom ?? meant).OriginalDefinition, method.OriginalDefinition);

    // The code that can call it; empty where that is not the code of one type.
    private ImmutableArray<SyntaxNode> ScopeOf(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.LocalFunction } => NodesOf(method.ContainingSymbol),
        { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private, PartialDefinitionPart: null, PartialImplementationPart: null } => NodesOf(method.ContainingType),
        { MethodKind: MethodKind.Constructor, DeclaredAccessibility: Accessibility.Private, ContainingType: { IsRecord: false } type } => NodesOf(type),
        { MethodKind: MethodKind.Constructor, ContainingType: { DeclaredAccessibility: Accessibility.Private, IsRecord: false, ContainingType: { } outer } } => NodesOf(outer),
        _ => ImmutableArray<SyntaxNode>.Empty,
    };

    // Static and seen by this assembly only. What implements a static member of an interface is called by way of that.
    private static bool IsInternal(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: true, IsAbstract: false, IsVirtual: false, PartialDefinitionPart: null, PartialImplementationPart: null, ContainingType.AllInterfaces.IsEmpty: true } && StaticWrites.AreInSight(method);

    private ImmutableArray<SyntaxNode> NodesOf(ISymbol symbol) => services.DeclarationsOf(symbol).Select(static reference => reference.GetSyntax()).ToImmutableArray();

    // Many calls in a large type ask the same: its names are searched for, not walked to.
    private IEnumerable<SyntaxNode> UsesIn(SyntaxNode part, IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? part.DescendantNodes().Where(static node => node is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax)
        : new NodeText(part, services.TextOf(part.SyntaxTree)).Identifiers(method.Name).Select(static token => token.Parent).OfType<SimpleNameSyntax>().Where(static name => !IsInNameOf(name)).Select(CallOrName);

    private static SyntaxNode CallOrName(SimpleNameSyntax name) => (SyntaxNode?)CallSyntax.CallOf(name) ?? CallSyntax.WithQualifiers(name);

    private static bool IsInNameOf(SyntaxNode name) => name.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };
}
