using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>What a member says about a name: where it declares it, if it does, and where it uses it.</summary>
/// <param name="IsDeclared">Whether the member declares the name itself.</param>
/// <param name="Type">The type as it is written at the only declaration; null where it is not, or where there are several declarations.</param>
/// <param name="Initializer">The value that the only declaration starts with.</param>
/// <param name="Uses">Where the name stands by itself, not as the name of a member of something else.</param>
internal sealed record LocalName(bool IsDeclared, TypeSyntax? Type, ExpressionSyntax? Initializer, IReadOnlyList<IdentifierNameSyntax> Uses);

/// <summary>
/// The names in a member, told from its text and syntax. Which of several declarations is meant at a place is for the compiler to say.
/// Only the places where a name stands in the text are looked at, for walking the whole member costs more than what is asked.
/// </summary>
internal sealed class LocalNames
{
    private readonly Dictionary<string, LocalName> _names = new(StringComparer.Ordinal);
    private readonly SyntaxNode _member;
    private readonly string _text;
    private readonly bool _isEscaped;

    /// <summary>Reads the text of a member.</summary>
    public LocalNames(SyntaxNode member)
    {
        _member = member;
        _text = member.SyntaxTree.GetText().ToString(member.Span);
        _isEscaped = _text.IndexOf("\\u", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    /// <summary>What the member says about a name; null where it may be written with escapes, or is missing in broken code.</summary>
    public LocalName? this[string name]
    {
        get
        {
            if (_isEscaped || name.Length == 0) return null;
            lock (_names) return _names.TryGetValue(name, out var known) ? known : _names[name] = Read(name);
        }
    }

    private LocalName Read(string name)
    {
        var uses = new List<IdentifierNameSyntax>();
        var declarations = 0;
        (TypeSyntax? Type, ExpressionSyntax? Initializer) declared = default;
        for (var place = _text.IndexOf(name, StringComparison.Ordinal); place >= 0; place = _text.IndexOf(name, place + name.Length, StringComparison.Ordinal))
        {
            if (!IsWhole(place, name.Length)) continue;
            var token = _member.FindToken(_member.SpanStart + place);
            if (!token.IsKind(SyntaxKind.IdentifierToken) || token.ValueText != name || IsInInnerType(token)) continue;
            if (token.Parent is IdentifierNameSyntax use)
            {
                if (!IsMemberName(use)) uses.Add(use);
            }
            else if (DeclarationBy(token) is { } declaration)
            {
                declared = declaration;
                declarations++;
            }
        }

        return declarations == 1 ? new LocalName(true, declared.Type, declared.Initializer, uses) : new LocalName(declarations > 0, null, null, uses);
    }

    private bool IsWhole(int place, int length) =>
        (place == 0 || !IsWord(_text[place - 1])) && (place + length == _text.Length || !IsWord(_text[place + length]));

    private static bool IsWord(char character) => character == '_' || char.IsLetterOrDigit(character);

    // Top-level statements share a file with types.
    private bool IsInInnerType(SyntaxToken token) => _member is CompilationUnitSyntax && token.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not null;

    private static bool IsMemberName(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access ? access.Name == name : name.Parent is MemberBindingExpressionSyntax or QualifiedNameSyntax or NameColonSyntax;

    private static (TypeSyntax? Type, ExpressionSyntax? Initializer)? DeclarationBy(SyntaxToken token) => token.Parent switch
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
