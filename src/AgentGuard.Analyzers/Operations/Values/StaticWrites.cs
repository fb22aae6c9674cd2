using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>What the code of the assembly puts into a static field that it does not show to others. No binder or serializer sets one.</summary>
internal sealed class StaticWrites(AnalysisServices services)
{
    /// <summary>Whether only this assembly can write a member.</summary>
    public static bool AreInSight(ISymbol member)
    {
        for (var around = member; around is not (null or INamespaceSymbol); around = around.ContainingSymbol)
        {
            if (around.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal) return true;
        }

        return false;
    }

    /// <summary>Every value that is assigned to the field, found once per compilation; null where it is written in a way that hides what it gets.</summary>
    public IReadOnlyList<IOperation>? To(ISymbol field) =>
        services.DeclarationsOf(field) is [var declaration] && services.OncePerUnit(declaration.GetSyntax(), () => Find(field)) is { IsDefault: false } values ? values : null;

    private ImmutableArray<IOperation> Find(ISymbol field)
    {
        var values = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var tree in services.Compilation.SyntaxTrees)
        {
            foreach (var token in services.CharactersOf(tree).Identifiers(field.Name))
            {
                if (token.Parent is not SimpleNameSyntax name || WriteOf(CallSyntax.WithWrappers(CallSyntax.WithQualifiers(name))) is not { } write) continue;
                var model = services.ModelFor(tree);
                if (!SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol?.OriginalDefinition, field.OriginalDefinition)) continue;
                if (write is not AssignmentExpressionSyntax || model.GetOperation(write) is not IAssignmentOperation { Value: var value }) return default;
                values.Add(value);
            }
        }

        return values.ToImmutable();
    }

    // What gives the field a value, where its name is the target.
    private static SyntaxNode? WriteOf(SyntaxNode target) => target.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == target => assignment,
        ArgumentSyntax { Parent: TupleExpressionSyntax } or ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax => target.Parent,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } => target.Parent,
        _ => null,
    };
}
