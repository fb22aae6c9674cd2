using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>What a member says about a name.</summary>
/// <param name="IsDeclared">Whether the member declares the name itself.</param>
/// <param name="Type">The type as it is written at the only declaration; null where it is not, or where there are several declarations.</param>
/// <param name="Initializer">The value that the only declaration starts with.</param>
internal sealed record LocalName(bool IsDeclared, TypeSyntax? Type, ExpressionSyntax? Initializer);

/// <summary>
/// The names in a member, told from its text and syntax. Which of several declarations is meant at a place is for the compiler to say.
/// Only the places where a name stands in the text are looked at, for walking the whole member costs more than what is asked.
/// </summary>
internal sealed class LocalNames
{
    private readonly Dictionary<string, LocalName> _names = new(StringComparer.Ordinal);
    private readonly SyntaxNode _member;
    private readonly NodeText _text;

    /// <summary>Looks at a member.</summary>
    /// <param name="member">The member.</param>
    /// <param name="file">The text of its file.</param>
    public LocalNames(SyntaxNode member, string file) => (_member, _text) = (member, new NodeText(member, file));

    /// <summary>What the member says about a name; null where it may be written with escapes, or is missing in broken code.</summary>
    public LocalName? this[string name]
    {
        get
        {
            if (_text.HasEscapes || name.Length == 0) return null;
            lock (_names) return _names.TryGetValue(name, out var known) ? known : _names[name] = Read(name);
        }
    }

    /// <summary>Where a name stands by itself, not as the name of a member of something else.</summary>
    public IEnumerable<IdentifierNameSyntax> UsesOf(string name) => _text.Identifiers(name)
        .Select(static token => token.Parent)
        .OfType<IdentifierNameSyntax>()
        .Where(use => !IsInInnerType(use) && !IsMemberName(use));

    private LocalName Read(string name)
    {
        var declarations = 0;
        (TypeSyntax? Type, ExpressionSyntax? Initializer) declared = default;
        foreach (var place in _text.PlacesOf(name))
        {
            // What is accessed there is declared elsewhere.
            if (_text[place + name.Length] == '.') continue;
            if (_text.IdentifierAt(place, name) is not { Parent: { } parent } || DeclarationBy(parent) is not { } declaration || IsInInnerType(parent)) continue;
            declared = declaration;
            declarations++;
        }

        return declarations == 1 ? new LocalName(true, declared.Type, declared.Initializer) : new LocalName(declarations > 0, null, null);
    }

    // Top-level statements share a file with types.
    private bool IsInInnerType(SyntaxNode node) => _member is CompilationUnitSyntax && node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not null;

    private static bool IsMemberName(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access ? access.Name == name : name.Parent is MemberBindingExpressionSyntax or QualifiedNameSyntax or NameColonSyntax;

    private static (TypeSyntax? Type, ExpressionSyntax? Initializer)? DeclarationBy(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: BaseFieldDeclarationSyntax } } => null,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } local => (Written(declaration.Type), local.Initializer?.Value),
        ParameterSyntax parameter => (Written(parameter.Type), null),
        SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax pattern } => (Written(pattern.Type), null),
        SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax declaration } => (Written(declaration.Type), null),
        SingleVariableDesignationSyntax { Parent: RecursivePatternSyntax pattern } => (Written(pattern.Type), null),
        ForEachStatementSyntax loop => (Written(loop.Type), null),
        CatchDeclarationSyntax handler => (Written(handler.Type), null),
        SingleVariableDesignationSyntax or LocalFunctionStatementSyntax or QueryClauseSyntax or JoinIntoClauseSyntax or QueryContinuationSyntax => (null, null),
        _ => null,
    };

    private static TypeSyntax? Written(TypeSyntax? type) => type is { IsVar: true } ? null : type;
}
