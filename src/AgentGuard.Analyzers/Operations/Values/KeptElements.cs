using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>What a collection can hold that only its own type or member sees, where each use of it is an addition or a look: a fixture's list of folders to clean up.</summary>
internal sealed class KeptElements(AnalysisServices services)
{
    private const int MaxUses = 200;

    // What is added as a whole stands for each of its elements.
    private static readonly ImmutableHashSet<string> Additions = ImmutableHashSet.Create("Add", "AddRange", "UnionWith", "Push", "Enqueue", "AddLast", "AddFirst");
    private static readonly ImmutableHashSet<string> Looks = ImmutableHashSet.Create("Clear", "Count", "Length", "Any", "Contains", "IsEmpty", "Remove", "RemoveAt", "Reverse");

    // What leaves the elements what they are.
    private static readonly ImmutableHashSet<string> Views = ImmutableHashSet.Create("Where", "ToArray", "ToList", "AsEnumerable", "Reverse", "Distinct", "OrderBy", "OrderByDescending");

    /// <summary>Every element; empty where some may be out of sight.</summary>
    public ImmutableArray<IOperation> Of(IOperation collection)
    {
        collection = Variables.Unwrap(collection);
        while (collection is IInvocationOperation { TargetMethod.Name: var view, Arguments: var arguments } call && Views.Contains(view) && (call.Instance ?? arguments.FirstOrDefault()?.Value) is { } viewed) collection = Variables.Unwrap(viewed);
        if (Variables.Of(collection) is not { } variable || ScopeOf(variable, collection) is not { IsEmpty: false } scope) return ImmutableArray<IOperation>.Empty;
        var elements = ImmutableArray.CreateBuilder<IOperation>();
        var left = MaxUses;
        foreach (var part in scope)
        {
            var model = services.ModelFor(part.SyntaxTree);
            foreach (var name in new NodeText(part, services.TextOf(part.SyntaxTree)).Identifiers(variable.Name))
            {
                if (name.Parent is VariableDeclaratorSyntax { Initializer.Value: var initial })
                {
                    if (model.GetOperation(initial) is not { } made || !AddInitial(made, elements)) return ImmutableArray<IOperation>.Empty;
                }
                else if (name.Parent is IdentifierNameSyntax use && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use).Symbol, variable) && (left-- == 0 || !AddUse(use, model, elements)))
                {
                    return ImmutableArray<IOperation>.Empty;
                }
            }
        }

        return elements.ToImmutable();
    }

    // The code that sees it.
    private ImmutableArray<SyntaxNode> ScopeOf(ISymbol variable, IOperation use) => variable switch
    {
        ILocalSymbol => CallSyntax.MemberOf(use.Syntax) is { } member ? ImmutableArray.Create(member) : ImmutableArray<SyntaxNode>.Empty,
        IFieldSymbol { DeclaredAccessibility: Accessibility.Private } => services.DeclarationsOf(variable.ContainingType).Select(static reference => reference.GetSyntax()).ToImmutableArray(),
        _ => ImmutableArray<SyntaxNode>.Empty,
    };

    // `new List<string>()`, `[]` and what stands between the brackets; what a constructor copies is out of sight.
    private static bool AddInitial(IOperation made, ImmutableArray<IOperation>.Builder elements)
    {
        made = Variables.Unwrap(made);
        if (made is IObjectCreationOperation creation)
        {
            if (creation.Arguments.Any(static argument => argument.Value.Type?.SpecialType != SpecialType.System_Int32)) return false;
            if (creation.Initializer is null) return true;
            made = creation.Initializer;
        }

        if (Variables.ElementsOf(made) is not { } initial) return false;
        elements.AddRange(initial);
        return true;
    }

    private static bool AddUse(IdentifierNameSyntax use, SemanticModel model, ImmutableArray<IOperation>.Builder elements)
    {
        ExpressionSyntax whole = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : use;
        if (whole.Parent is CommonForEachStatementSyntax loop && loop.Expression == whole) return true;
        if (whole.Parent is not MemberAccessExpressionSyntax access || access.Expression != whole) return false;
        var name = access.Name.Identifier.ValueText;
        if (!Additions.Contains(name)) return Looks.Contains(name) || Views.Contains(name);
        if (access.Parent is not InvocationExpressionSyntax { ArgumentList.Arguments: [var added] } || model.GetOperation(added.Expression) is not { } element) return false;
        elements.Add(element);
        return true;
    }
}
