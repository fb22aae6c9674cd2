using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>Private fields that keep the constant they are declared with, for nobody writes them, and bools that constructors alone write: as good as <c>readonly</c> ones.</summary>
internal sealed class UnwrittenFields(Func<ISymbol, ImmutableArray<SyntaxReference>> declarations)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a field is one of them. An attribute may let somebody else fill it.</summary>
    public bool Contain(IFieldSymbol field) =>
        MemberUses.IsWritableInside(field)
        && (_known.TryGetValue(field.OriginalDefinition, out var known) ? known : _known.GetOrAdd(field.OriginalDefinition, IsUnwritten((IFieldSymbol)field.OriginalDefinition)));

    private bool IsUnwritten(IFieldSymbol field) =>
        declarations(field) is [var declaration]
        && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: var initial }
        && (initial?.Value is LiteralExpressionSyntax || (initial is null && Places.IsBool(field.Type)))
        && field.GetAttributes().IsEmpty
        && MemberUses.In(declarations(field.ContainingType), field.Name).Where(MemberUses.MayBeWritten).ToArray() is var writes
        && (initial is null ? writes.Length > 0 && Array.TrueForAll(writes, IsInConstructor) : writes.Length == 0);

    // What no lambda does later.
    private static bool IsInConstructor(IdentifierNameSyntax write) => write.Ancestors().FirstOrDefault(static around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is ConstructorDeclarationSyntax;
}
