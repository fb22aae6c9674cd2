using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>Private fields that keep the constant they are declared with, for nobody writes them, and bools that constructors alone write: as good as <c>readonly</c> ones.</summary>
internal sealed class UnwrittenFields(Func<ISymbol, ImmutableArray<SyntaxReference>> declarations)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a field is one of them. An attribute may let somebody else fill it.</summary>
    public bool Contain(IFieldSymbol field) =>
        field is { DeclaredAccessibility: Accessibility.Private, IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false }
        && (_known.TryGetValue(field.OriginalDefinition, out var known) ? known : _known.GetOrAdd(field.OriginalDefinition, IsUnwritten((IFieldSymbol)field.OriginalDefinition)));

    private bool IsUnwritten(IFieldSymbol field) =>
        declarations(field) is [var declaration]
        && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: var initial }
        && (initial?.Value is LiteralExpressionSyntax || (initial is null && Places.IsBool(field.Type)))
        && field.GetAttributes().IsEmpty
        && declarations(field.ContainingType).SelectMany(type => NamesIn(type.GetSyntax(), field.Name)).Where(IsWritten).ToArray() is var writes
        && (initial is null ? writes.Length > 0 && Array.TrueForAll(writes, IsInConstructor) : writes.Length == 0);

    // What no lambda does later.
    private static bool IsInConstructor(IdentifierNameSyntax write) => write.Ancestors().FirstOrDefault(static around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is ConstructorDeclarationSyntax;

    private static IEnumerable<IdentifierNameSyntax> NamesIn(SyntaxNode type, string name) => type.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name);

    private static bool IsWritten(IdentifierNameSyntax use)
    {
        ExpressionSyntax whole = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
        while (whole.Parent is ParenthesizedExpressionSyntax parenthesized) whole = parenthesized;
        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
            PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
