using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>
/// Fields and properties that only hold a service which a constructor was handed: <c>_client = client;</c>. Nothing more can be learned
/// of such a member, and the places of its name in the constructors tell, so that none of them is bound or walked through for it.
/// </summary>
internal sealed class InjectedMembers(Func<ISymbol, ImmutableArray<SyntaxReference>> declarations, Func<SyntaxTree, string> texts)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a readonly field or a property without a setter is such a member.</summary>
    public bool Contain(ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: true, IsStatic: false } field => IsService(field.Type) && IsHanded(field.OriginalDefinition),
        IPropertySymbol { SetMethod: null, IsStatic: false, IsIndexer: false } property => IsService(property.Type) && IsHanded(property.OriginalDefinition),
        _ => false,
    };

    // Texts, paths, switches and numbers say something by their value; what a service is says its type.
    private static bool IsService(ITypeSymbol type) => type is { TypeKind: TypeKind.Interface or TypeKind.Class, SpecialType: SpecialType.None, Name: not ("FileInfo" or "DirectoryInfo") };

    private bool IsHanded(ISymbol member) => _known.TryGetValue(member, out var known) ? known : _known.GetOrAdd(member, Find(member));

    private bool Find(ISymbol member)
    {
        // An initializer gives a value that may tell more.
        if (declarations(member) is not { IsEmpty: false } written || written.Any(HasInitializer)) return false;
        var isHanded = false;
        foreach (var constructor in member.ContainingType.InstanceConstructors.SelectMany(constructor => declarations(constructor)).Select(static declaration => declaration.GetSyntax()).OfType<ConstructorDeclarationSyntax>())
        {
            var text = new NodeText(constructor, texts(constructor.SyntaxTree));
            foreach (var name in NamesIn(text, member.Name))
            {
                if (HandOver(name) is { } value && IsParameter(value.Identifier.ValueText, constructor, text)) isHanded = true;
                else if (MayBeWritten(name, constructor)) return false;
            }
        }

        return isHanded;
    }

    // `_client = client;` or `this._client = client ?? throw ...;`, on every path of the constructor.
    private static IdentifierNameSyntax? HandOver(IdentifierNameSyntax name)
    {
        ExpressionSyntax target = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access && access.Name == name ? access : name;
        if (target.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment || assignment.Left != target) return null;
        var value = assignment.Right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: var left, Right: ThrowExpressionSyntax } ? left : assignment.Right;
        return assignment.Parent is ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax } } or ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax } ? value as IdentifierNameSyntax : null;
    }

    private static bool IsParameter(string name, ConstructorDeclarationSyntax constructor, NodeText text) =>
        constructor.ParameterList.Parameters.Any(parameter => parameter.Modifiers.Count == 0 && parameter.Identifier.ValueText == name)
        && !NamesIn(text, name).Any(use => use.Parent is not MemberAccessExpressionSyntax && MayBeWritten(use, constructor));

    private static IEnumerable<IdentifierNameSyntax> NamesIn(NodeText text, string name) => text.Identifiers(name).Select(static token => token.Parent).OfType<IdentifierNameSyntax>();

    // As a target, as a part of one, or by reference: `Open(out _connection)`.
    private static bool MayBeWritten(IdentifierNameSyntax name, ConstructorDeclarationSyntax constructor) => name.Ancestors().TakeWhile(around => around != constructor).Any(around => around switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left.Span.Contains(name.Span),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => true,
        _ => false,
    });

    private static bool HasInitializer(SyntaxReference declaration) => declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null } or PropertyDeclarationSyntax { ExpressionBody: not null } or ParameterSyntax;
}
