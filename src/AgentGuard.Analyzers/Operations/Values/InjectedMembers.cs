using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>
/// Fields and properties that only hold a service which a constructor was handed: <c>_client = client;</c>. Nothing more can be learned
/// of such a member, and its syntax tells, so that no constructor is bound for it.
/// </summary>
internal sealed class InjectedMembers(Func<ISymbol, ImmutableArray<SyntaxReference>> declarations)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, HashSet<string>> _byType = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a readonly field or a property without a setter is such a member.</summary>
    public bool Contain(ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: true, IsStatic: false } field => IsService(field.Type) && InType(field),
        IPropertySymbol { SetMethod: null, IsStatic: false, IsIndexer: false } property => IsService(property.Type) && InType(property),
        _ => false,
    };

    // Texts, paths, switches and numbers say something by their value; what a service is says its type.
    private static bool IsService(ITypeSymbol type) => type is { TypeKind: TypeKind.Interface or TypeKind.Class, SpecialType: SpecialType.None, Name: not ("FileInfo" or "DirectoryInfo") };

    private bool InType(ISymbol member)
    {
        var type = member.ContainingType.OriginalDefinition;
        var names = _byType.TryGetValue(type, out var known) ? known : _byType.GetOrAdd(type, NamesIn(type));

        // An initializer gives a value that may tell more.
        return names.Contains(member.Name) && !member.OriginalDefinition.DeclaringSyntaxReferences.Any(HasInitializer);
    }

    private HashSet<string> NamesIn(INamedTypeSymbol type)
    {
        var handed = new HashSet<string>();
        var other = new HashSet<string>();
        foreach (var declaration in declarations(type))
        {
            if (declaration.GetSyntax() is not TypeDeclarationSyntax { Members: var members }) continue;
            foreach (var member in members)
            {
                if (member is ConstructorDeclarationSyntax constructor && !constructor.Modifiers.Any(SyntaxKind.StaticKeyword)) Read(constructor, handed, other);
            }
        }

        handed.ExceptWith(other);
        return handed;
    }

    private static void Read(ConstructorDeclarationSyntax constructor, HashSet<string> handed, HashSet<string> other)
    {
        var parameters = new HashSet<string>();
        foreach (var parameter in constructor.ParameterList.Parameters)
        {
            if (parameter.Modifiers.Count == 0) parameters.Add(parameter.Identifier.ValueText);
        }

        var assignments = new List<AssignmentExpressionSyntax>();
        foreach (var node in constructor.DescendantNodes())
        {
            if (node is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument) other.UnionWith(NamesIn(argument.Expression)); // `Open(out _connection)`
            if (node is not AssignmentExpressionSyntax assignment) continue;
            assignments.Add(assignment);
            if (assignment.Left is IdentifierNameSyntax name) parameters.Remove(name.Identifier.ValueText);
            else if (assignment.Left is TupleExpressionSyntax tuple) parameters.ExceptWith(NamesIn(tuple));
        }

        parameters.ExceptWith(other);
        foreach (var assignment in assignments)
        {
            if (IsHanded(assignment, parameters)) handed.Add(NameOf(assignment.Left)!);
            else other.UnionWith(NamesIn(assignment.Left));
        }
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

    private static IEnumerable<string> NamesIn(ExpressionSyntax target) => target.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText);

    private static bool HasInitializer(SyntaxReference declaration) => declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null } or PropertyDeclarationSyntax { ExpressionBody: not null } or ParameterSyntax;

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText,
        _ => null,
    };
}
