using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Operations;

/// <summary>What can be told of a call from its syntax alone.</summary>
internal static class CallSyntax
{
    /// <summary>The simple name that a call, object creation or method group is written with; null where there is none.</summary>
    public static string? CalledName(SyntaxNode node) => NameToken(node) is { RawKind: not 0 } token ? token.ValueText : null;

    /// <summary>The name of what a call or creation calls, where it can be told; a target-typed <c>new</c> is looked up if its first argument is a text of several words.</summary>
    public static string? CalledName(SyntaxNode node, SemanticModel model) => CalledName(node)
        ?? (node is ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax or InterpolatedStringExpressionSyntax } first, ..] } && first.ToString().IndexOf(' ') > 0 ? model.GetTypeInfo(node).Type?.Name : null);

    /// <summary>From the called name to the end of the call: a long fluent chain is not underlined whole.</summary>
    public static Location LocationOf(SyntaxNode node) =>
        node is InvocationExpressionSyntax && NameToken(node) is { RawKind: not 0 } token
            ? Location.Create(node.SyntaxTree, TextSpan.FromBounds(token.SpanStart, node.Span.End))
            : node.GetLocation();

    /// <summary>The member, local function or lambda whose body holds the node; the outermost one, with its initializers.</summary>
    public static SyntaxNode? MemberOf(SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor
        is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax
        or BaseFieldDeclarationSyntax or GlobalStatementSyntax or TypeDeclarationSyntax or CompilationUnitSyntax);

    /// <summary>Whether the modifiers leave it open that a method is private, as it is without any.</summary>
    public static bool MayBePrivate(MethodDeclarationSyntax method) =>
        !method.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword);

    /// <summary>Whether a parameter may hold <c>true</c>, by its type as it is written.</summary>
    public static bool MayBeTrue(TypeSyntax? type) => type switch
    {
        NullableTypeSyntax nullable => MayBeTrue(nullable.ElementType),
        PredefinedTypeSyntax { Keyword.RawKind: var keyword } => keyword is (int)SyntaxKind.BoolKeyword or (int)SyntaxKind.ObjectKeyword,
        SimpleNameSyntax { Identifier.ValueText: "CancellationToken" } => false,
        _ => true,
    };

    /// <summary>A name with what stands before it: <c>a.b.Name</c>, <c>?.Name</c>, <c>global::Name</c>.</summary>
    public static ExpressionSyntax WithQualifiers(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        QualifiedNameSyntax qualified when qualified.Right == name => qualified,
        AliasQualifiedNameSyntax alias when alias.Name == name => alias,
        _ => name,
    };

    /// <summary>The call of a name; null where the name is not called.</summary>
    public static InvocationExpressionSyntax? CallOf(SimpleNameSyntax name) =>
        WithQualifiers(name) is { Parent: InvocationExpressionSyntax call } callee && call.Expression == callee ? call : null;

    /// <summary>An expression with the parentheses and <c>!</c> around it.</summary>
    public static SyntaxNode WithWrappers(ExpressionSyntax expression)
    {
        SyntaxNode node = expression;
        while (node.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }) node = node.Parent;
        return node;
    }

    private static SyntaxToken NameToken(SyntaxNode? node) => node switch
    {
        InvocationExpressionSyntax invocation => NameToken(invocation.Expression),
        MemberAccessExpressionSyntax access => access.Name.Identifier,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier,
        SimpleNameSyntax name => name.Identifier,
        ObjectCreationExpressionSyntax creation => NameToken(creation.Type),
        QualifiedNameSyntax qualified => qualified.Right.Identifier,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier,
        ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax declaration } } => NameToken(declaration.Type),
        ParenthesizedExpressionSyntax parenthesized => NameToken(parenthesized.Expression),
        NullableTypeSyntax nullable => NameToken(nullable.ElementType),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => NameToken(suppressed.Operand),
        _ => default,
    };
}
