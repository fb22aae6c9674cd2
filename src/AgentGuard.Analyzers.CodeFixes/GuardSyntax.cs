using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>How each guard is written, as an attribute and as a statement.</summary>
internal static class GuardSyntax
{
    private const string AllowedEnvironment = "\"Development\"";

    /// <summary>The name of the attribute, without its suffix.</summary>
    public static string AttributeName(GuardKinds guard) => guard switch
    {
        GuardKinds.Environment => "RequiresEnvironment",
        GuardKinds.Confirmation => "RequiresConfirmation",
        _ => "RequiresBackup",
    };

    /// <summary>The name of the method of <c>Guard</c>.</summary>
    public static string MethodName(GuardKinds guard) => guard switch
    {
        GuardKinds.Environment => "RequireEnvironment",
        GuardKinds.Confirmation => "RequireConfirmation",
        _ => "RequireBackup",
    };

    /// <summary>Whether the project can use what a fix writes.</summary>
    public static bool IsAvailable(Compilation compilation) => compilation.GetTypeByMetadataName("AgentGuard.Guard") is not null;

    /// <summary><c>RequiresEnvironment("Development")</c>.</summary>
    public static AttributeSyntax Attribute(GuardKinds guard)
    {
        var attribute = SyntaxFactory.Attribute(Imported(SyntaxFactory.ParseName("global::AgentGuard." + AttributeName(guard))));
        return guard == GuardKinds.Environment ? attribute.WithArgumentList(SyntaxFactory.ParseAttributeArgumentList($"({AllowedEnvironment})")) : attribute;
    }

    /// <summary><c>Guard.RequireEnvironment("Development");</c>.</summary>
    public static StatementSyntax Statement(GuardKinds guard) =>
        SyntaxFactory.ExpressionStatement(Call(MethodName(guard), guard == GuardKinds.Environment ? AllowedEnvironment : ""), Bare(SyntaxKind.SemicolonToken));

    /// <summary><c>await Guard.RequireConfirmationAsync();</c>; the environment is known at once.</summary>
    public static StatementSyntax AwaitedStatement(GuardKinds guard) => guard == GuardKinds.Environment
        ? Statement(guard)
        : SyntaxFactory.ExpressionStatement(SyntaxFactory.AwaitExpression(SyntaxFactory.Token(default, SyntaxKind.AwaitKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)), Call(MethodName(guard) + "Async", "")), Bare(SyntaxKind.SemicolonToken));

    /// <summary>A list of attributes.</summary>
    public static AttributeListSyntax AttributeList(SeparatedSyntaxList<AttributeSyntax> attributes) =>
        SyntaxFactory.AttributeList(Bare(SyntaxKind.OpenBracketToken), null, attributes, Bare(SyntaxKind.CloseBracketToken));

    /// <summary>The comma between two attributes.</summary>
    public static SyntaxToken Comma => SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(SyntaxFactory.Space));

    // Elastic white space would have the editor lay out the lines around it by its options, not as the author has them.
    private static SyntaxToken Bare(SyntaxKind kind) => SyntaxFactory.Token(default, kind, default);

    /// <summary>Whether an attribute of the source is the one of this guard.</summary>
    public static bool Is(AttributeSyntax attribute, GuardKinds guard) =>
        WrittenAttributes.NameOf(attribute) is var name && (name == AttributeName(guard) || name == AttributeName(guard) + "Attribute");

    /// <summary>Whether a statement of the source is the one of this guard.</summary>
    public static bool Is(StatementSyntax statement, GuardKinds guard) =>
        statement is ExpressionStatementSyntax { Expression: var whole }
        && (whole is AwaitExpressionSyntax awaited ? awaited.Expression : whole) is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call }
        && call.Name.Identifier.ValueText is var name && (name == MethodName(guard) || name == MethodName(guard) + "Async")
        && call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Guard" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Guard" };

    private static ExpressionSyntax Call(string method, string argument)
    {
        var call = SyntaxFactory.ParseExpression($"global::AgentGuard.Guard.{method}({argument})");
        var type = ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)call).Expression).Expression;
        return call.ReplaceNode(type, Imported(type));
    }

    private static T Imported<T>(T name) where T : SyntaxNode => name.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
}
