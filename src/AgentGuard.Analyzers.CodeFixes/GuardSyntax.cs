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
    public static StatementSyntax Statement(GuardKinds guard)
    {
        var type = Imported(SyntaxFactory.ParseExpression("global::AgentGuard.Guard"));
        var method = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, type, SyntaxFactory.IdentifierName(MethodName(guard)));
        var arguments = SyntaxFactory.ParseArgumentList(guard == GuardKinds.Environment ? $"({AllowedEnvironment})" : "()");
        return SyntaxFactory.ExpressionStatement(SyntaxFactory.InvocationExpression(method, arguments));
    }

    /// <summary>Whether an attribute of the source is the one of this guard.</summary>
    public static bool Is(AttributeSyntax attribute, GuardKinds guard) =>
        WrittenAttributes.NameOf(attribute) is var name && (name == AttributeName(guard) || name == AttributeName(guard) + "Attribute");

    /// <summary>Whether a statement of the source is the one of this guard.</summary>
    public static bool Is(StatementSyntax statement, GuardKinds guard) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } }
        && call.Name.Identifier.ValueText == MethodName(guard)
        && call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Guard" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Guard" };

    private static T Imported<T>(T name) where T : SyntaxNode => name.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
}
