using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations;

/// <summary>
/// Fields and properties that only hold a service which a constructor was handed: <c>_client = client;</c>. Nothing more can be learned
/// of such a member, and its syntax tells, so that no constructor is bound for it.
/// </summary>
internal sealed class InjectedMembers(Func<ISymbol, ImmutableArray<SyntaxReference>> declarations)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableHashSet<string>> _byType = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a readonly field or a property without a setter is such a member.</summary>
    public bool Contain(ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: true, IsStatic: false } field => IsService(field.Type) && InType(field),
        IPropertySymbol { SetMethod: null, IsStatic: false, IsIndexer: false } property => IsService(property.Type) && InType(property),
        _ => false,
    };

    // Texts, switches and numbers say something by their value; what a service is says its type.
    private static bool IsService(ITypeSymbol type) => type is { TypeKind: TypeKind.Interface or TypeKind.Class, SpecialType: SpecialType.None };

    private bool InType(ISymbol member)
    {
        var type = member.ContainingType.OriginalDefinition;
        return (_byType.TryGetValue(type, out var names) ? names : _byType.GetOrAdd(type, NamesIn(type))).Contains(member.Name);
    }

    private ImmutableHashSet<string> NamesIn(INamedTypeSymbol type)
    {
        var constructors = declarations(type)
            .Select(static declaration => declaration.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(static declaration => declaration.Members.OfType<ConstructorDeclarationSyntax>())
            .Where(static constructor => !constructor.Modifiers.Any(SyntaxKind.StaticKeyword));
        var handed = new HashSet<string>();
        var other = new HashSet<string>();
        foreach (var constructor in constructors)
        {
            var assignments = constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>().ToList();
            other.UnionWith(GivenAway(constructor));
            var parameters = new HashSet<string>(constructor.ParameterList.Parameters.Where(static parameter => parameter.Modifiers.Count == 0).Select(static parameter => parameter.Identifier.ValueText));
            parameters.ExceptWith(other);
            parameters.ExceptWith(assignments.Where(static assignment => assignment.Left is IdentifierNameSyntax or TupleExpressionSyntax).SelectMany(static assignment => NamesIn(assignment.Left)));
            foreach (var assignment in assignments)
            {
                if (IsHanded(assignment, parameters)) handed.Add(NameOf(assignment.Left)!);
                else other.UnionWith(NamesIn(assignment.Left));
            }
        }

        // An initializer gives a value that may tell more.
        return handed.Except(other).Except(type.GetMembers().Where(static member => member.DeclaringSyntaxReferences.Any(HasInitializer)).Select(static member => member.Name)).ToImmutableHashSet();
    }

    private static bool IsHanded(AssignmentExpressionSyntax assignment, HashSet<string> parameters)
    {
        var value = assignment.Right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: var left, Right: ThrowExpressionSyntax } ? left : assignment.Right;
        return assignment.RawKind == (int)SyntaxKind.SimpleAssignmentExpression
            && NameOf(assignment.Left) is not null
            && value is IdentifierNameSyntax { Identifier.ValueText: var parameter }
            && parameters.Contains(parameter)
            && assignment.Parent is ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax } } or ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax };
    }

    // `Open(out _connection)`
    private static IEnumerable<string> GivenAway(ConstructorDeclarationSyntax constructor) => constructor
        .DescendantNodes()
        .OfType<ArgumentSyntax>()
        .Where(static argument => argument.RefKindKeyword.RawKind != 0)
        .SelectMany(static argument => NamesIn(argument.Expression));

    private static IEnumerable<string> NamesIn(ExpressionSyntax target) => target.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText);

    private static bool HasInitializer(SyntaxReference declaration) => declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null } or PropertyDeclarationSyntax { ExpressionBody: not null } or ParameterSyntax;

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText,
        _ => null,
    };
}
