using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>
/// The declared type of a receiver, without binding the member that it stands in. Null means: not known, the compiler has to say.
/// A type as it is written is looked up where the containing type is declared, so that no body is bound.
/// </summary>
internal sealed class ReceiverTypes(Func<SyntaxTree, string> texts)
{
    // Longer chains of names, and locals that stand for each other, are left to the compiler.
    private const int MostSteps = 32;

    private readonly ConcurrentDictionary<SyntaxNode, LocalNames> _locals = new();
    private readonly ConcurrentDictionary<TypeDeclarationSyntax, INamedTypeSymbol?> _declared = new();
    private readonly ConcurrentDictionary<ParameterSyntax, INamedTypeSymbol?> _parameters = new();
    private readonly ConcurrentDictionary<(SyntaxNode? Scope, string Type), INamedTypeSymbol?> _written = new();

    /// <summary>The type of an expression that is a name, a chain of names, or creates an object.</summary>
    public INamedTypeSymbol? Of(ExpressionSyntax receiver, SemanticModel model) => Of(receiver, model, MostSteps);

    private INamedTypeSymbol? Of(ExpressionSyntax receiver, SemanticModel model, int steps) => steps == 0 ? null : receiver switch
    {
        IdentifierNameSyntax name => OfName(name, model, steps - 1),
        ThisExpressionSyntax => ScopeOf(receiver) is { } scope ? Declared(scope, model) : null,
        BaseExpressionSyntax => ScopeOf(receiver) is { } scope ? Declared(scope, model)?.BaseType : null,
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access => Of(access.Expression, model, steps - 1) is { } holder ? OfMember(holder, name.Identifier.ValueText) : IsLocal(access) ? null : Written(access, access, model),
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax method } access } => Of(access.Expression, model, steps - 1) is { } holder ? Returned(holder, method.Identifier.ValueText) : null,
        ObjectCreationExpressionSyntax creation => Written(creation.Type, receiver, model),
        CastExpressionSyntax cast => Written(cast.Type, receiver, model),
        ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression, model, steps - 1),
        _ => null,
    };

    /// <summary>A type as it is written at a place.</summary>
    public INamedTypeSymbol? Written(ExpressionSyntax type, SyntaxNode place, SemanticModel model)
    {
        if (type is NullableTypeSyntax nullable) type = nullable.ElementType;
        if (IsTypeParameter(type, place)) return null;
        var scope = ScopeOf(place);
        var key = (scope ?? place.SyntaxTree.GetRoot(), type.ToString());
        if (_written.TryGetValue(key, out var known)) return known;
        var position = scope is TypeDeclarationSyntax { OpenBraceToken: { RawKind: not 0 } brace } ? brace.Span.End : scope is null ? place.SyntaxTree.Length : -1;
        var found = position < 0 ? null : model.GetSpeculativeSymbolInfo(position, type, SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol as INamedTypeSymbol;
        return _written.GetOrAdd(key, found is { TypeKind: TypeKind.Error } ? null : found);
    }

    /// <summary>The types around a place, from the inside out.</summary>
    public IEnumerable<INamedTypeSymbol> Around(SyntaxNode place, SemanticModel model) => ScopesAround(place, model).Select(static scope => scope.Type);

    private IEnumerable<(TypeDeclarationSyntax Declaration, INamedTypeSymbol Type)> ScopesAround(SyntaxNode place, SemanticModel model)
    {
        for (var scope = ScopeOf(place); scope is not null; scope = scope.Parent is null ? null : ScopeOf(scope.Parent))
        {
            if (Declared(scope, model) is { } type) yield return (scope, type);
        }
    }

    /// <summary>What the member around a place declares itself.</summary>
    public LocalNames LocalsAround(SyntaxNode place)
    {
        var member = MemberAround(place);
        return _locals.TryGetValue(member, out var known) ? known : _locals.GetOrAdd(member, new LocalNames(member, texts(member.SyntaxTree)));
    }

    private INamedTypeSymbol? OfName(IdentifierNameSyntax name, SemanticModel model, int steps)
    {
        var text = name.Identifier.ValueText;
        if (LocalsAround(name)[text] is not { } local) return null;
        if (local.IsDeclared)
        {
            return local switch
            {
                { Type: { Parent: ParameterSyntax { Parent.Parent: BaseMethodDeclarationSyntax } parameter } } => Declared(parameter, model),
                { Type: { } type } => Written(type, name, model),
                { Initializer: { } initializer } when initializer.Span.End < name.SpanStart => Of(initializer, model, steps),
                _ => null,
            };
        }

        // `value` and `field` in an accessor have no declaration.
        if (text is "value" or "field") return null;
        foreach (var (declaration, type) in ScopesAround(name, model))
        {
            if (PrimaryParameter(declaration, text) is { } parameter) return parameter.Type is { } written ? Written(written, name, model) : null;
            if (MemberOf(type, text) is { } member) return member is INamedTypeSymbol nested ? nested : TypeOf(member, text);
        }

        return Written(name, name, model);
    }

    private bool IsLocal(ExpressionSyntax chain)
    {
        while (chain is MemberAccessExpressionSyntax access) chain = access.Expression;
        return chain is not IdentifierNameSyntax name || LocalsAround(name)[name.Identifier.ValueText] is not { IsDeclared: false };
    }

    // Type parameters of a method are not in scope where its type is declared, and may hide a type of that name.
    private static bool IsTypeParameter(ExpressionSyntax type, SyntaxNode place) => type is IdentifierNameSyntax { Identifier.ValueText: var name } && place.Ancestors().TakeWhile(static ancestor => ancestor is not TypeDeclarationSyntax).Any(ancestor => ancestor switch
    {
        MethodDeclarationSyntax { TypeParameterList: { } list } => list.Parameters.Any(parameter => parameter.Identifier.ValueText == name),
        LocalFunctionStatementSyntax { TypeParameterList: { } list } => list.Parameters.Any(parameter => parameter.Identifier.ValueText == name),
        _ => false,
    });

    private static ParameterSyntax? PrimaryParameter(TypeDeclarationSyntax declaration, string name) => declaration.ParameterList?.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == name);

    private static INamedTypeSymbol? OfMember(INamedTypeSymbol holder, string name) =>
        MemberOf(holder, name) is { } member ? member as INamedTypeSymbol ?? TypeOf(member, name) : null;

    /// <summary>The members of a type, its bases, and where it is an interface those it inherits, by name.</summary>
    public static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type, string name) => WithInherited(type).SelectMany(current => current.GetMembers(name));

    private static ISymbol? MemberOf(INamedTypeSymbol type, string name)
    {
        foreach (var current in WithInherited(type))
        {
            if (current.GetMembers(name) is [var member, ..]) return member;
        }

        return null;
    }

    private static IEnumerable<INamedTypeSymbol> WithInherited(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType) yield return current;
        if (type.TypeKind != TypeKind.Interface) yield break;
        foreach (var inherited in type.AllInterfaces) yield return inherited;
    }

    // A call without arguments takes the overload without parameters, before any extension method.
    private static INamedTypeSymbol? Returned(INamedTypeSymbol holder, string method)
    {
        foreach (var current in WithInherited(holder))
        {
            foreach (var member in current.GetMembers(method))
            {
                if (member is IMethodSymbol { Parameters.IsEmpty: true, IsGenericMethod: false, ReturnType: var returned }) return Known(returned, method);
            }
        }

        return null;
    }

    private static INamedTypeSymbol? TypeOf(ISymbol symbol, string name) => symbol switch
    {
        IFieldSymbol field => Known(field.Type, name),
        IPropertySymbol property => Known(property.Type, name),
        _ => null,
    };

    // `Color Color`: where a member has the name of its type, that name may stand for either.
    private static INamedTypeSymbol? Known(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { TypeKind: not (TypeKind.Error or TypeKind.Dynamic) } named && named.Name != name ? named : null;

    private static TypeDeclarationSyntax? ScopeOf(SyntaxNode place) => place.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    // The compiler has looked the type up already, with the method.
    private INamedTypeSymbol? Declared(ParameterSyntax parameter, SemanticModel model) =>
        _parameters.TryGetValue(parameter, out var known) ? known : _parameters.GetOrAdd(parameter, model.GetDeclaredSymbol(parameter)?.Type is INamedTypeSymbol { TypeKind: not (TypeKind.Error or TypeKind.Dynamic) } type ? type : null);

    private INamedTypeSymbol? Declared(TypeDeclarationSyntax scope, SemanticModel model) =>
        _declared.TryGetValue(scope, out var known) ? known : _declared.GetOrAdd(scope, model.GetDeclaredSymbol(scope) as INamedTypeSymbol);

    // Locals of top-level statements are in scope in all of them.
    private static SyntaxNode MemberAround(SyntaxNode place)
    {
        var member = place;
        for (var node = place; node.Parent is { } parent; node = parent)
        {
            if (parent is TypeDeclarationSyntax) return node;
            member = parent;
        }

        return member;
    }
}
