using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Targets;

/// <summary>Objects of one type that a class was handed side by side, as a client of staging and one of production: a check of one says nothing of the other.</summary>
/// <param name="member">The member whose calls are asked about.</param>
internal sealed class HeldTwins(IOperation member)
{
    private readonly Lazy<ImmutableHashSet<ISymbol>> _held = new(() => HeldIn(member));

    /// <summary>The fields and parameters of the class that hold another object of the type of the one that the call goes to or is handed.</summary>
    public ImmutableHashSet<ISymbol> Of(IOperation call)
    {
        ISymbol? held = null;
        foreach (var operation in call.DescendantsAndSelf())
        {
            if (Held(operation) is not { } named || SymbolEqualityComparer.Default.Equals(named, held)) continue;
            if (held is not null) return ImmutableHashSet<ISymbol>.Empty;
            held = named;
        }

        if (held is null || !HasTwin(held)) return ImmutableHashSet<ISymbol>.Empty;
        var type = TypeOf(held);
        return _held.Value.Remove(held).Where(other => SymbolEqualityComparer.Default.Equals(TypeOf(other), type)).ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
    }

    // Most classes hold one object of a type, and then their members need not be walked through.
    private static bool HasTwin(ISymbol held)
    {
        var type = TypeOf(held);
        for (var holder = held.ContainingType; holder is { DeclaringSyntaxReferences.IsEmpty: false }; holder = holder.BaseType)
        {
            foreach (var member in holder.GetMembers())
            {
                if (member is IFieldSymbol { IsReadOnly: true } field && IsTwin(field)) return true;
                if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && IsPrimary(constructor) && constructor.Parameters.Any(IsTwin)) return true;
            }
        }

        return false;

        bool IsTwin(ISymbol other) => SymbolEqualityComparer.Default.Equals(TypeOf(other), type) && !SymbolEqualityComparer.Default.Equals(other, held);
    }

    private static bool IsPrimary(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences is [var written, ..] && written.GetSyntax() is TypeDeclarationSyntax;

    private static ImmutableHashSet<ISymbol> HeldIn(IOperation operation) => operation.DescendantsAndSelf().Select(Held).OfType<ISymbol>().ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);

    private static ISymbol? Held(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Instance: IInstanceReferenceOperation, Field: { IsReadOnly: true } field } when IsObject(field.Type) => field,
        IParameterReferenceOperation { Parameter: var parameter } when IsObject(parameter.Type) && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && IsPrimary(constructor) => parameter,
        _ => null,
    };

    private static bool IsObject(ITypeSymbol type) => type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Interface, ContainingNamespace: var space }
        && space is not ({ Name: "System", ContainingNamespace.IsGlobalNamespace: true } or { Name: "IO", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    private static ITypeSymbol TypeOf(ISymbol held) => held is IFieldSymbol field ? field.Type : ((IParameterSymbol)held).Type;
}
