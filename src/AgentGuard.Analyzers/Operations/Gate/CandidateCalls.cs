using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>What the token of a mentioned name can be the name of: a call, an object creation, an assignment to a property, or a method group that somebody else calls.</summary>
internal static class CandidateCalls
{
    /// <summary>The candidates at a token; several where one type names what several variables start with.</summary>
    public static IEnumerable<SyntaxNode> At(SyntaxToken token) => token.Parent switch
    {
        SimpleNameSyntax name => At(name),
        ImplicitObjectCreationExpressionSyntax creation when CallSyntax.CalledName(creation) is null => [creation],
        _ => [],
    };

    private static IEnumerable<SyntaxNode> At(SimpleNameSyntax name)
    {
        var whole = CallSyntax.WithQualifiers(name);
        var called = CallSyntax.WithWrappers(whole);
        return called.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == called => [call],
            ObjectCreationExpressionSyntax creation when creation.Type == whole => [creation],
            VariableDeclarationSyntax declaration when declaration.Type == whole => CreationsIn(declaration),
            NullableTypeSyntax { Parent: VariableDeclarationSyntax declaration } => CreationsIn(declaration),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Left == whole => [assignment],
            _ when whole is IdentifierNameSyntax or MemberAccessExpressionSyntax && IsValue(called) => [whole],
            _ => [],
        };
    }

    // A method group is handed on wherever a value may stand; what is a name in a declaration or a type is none.
    private static bool IsValue(SyntaxNode called) => called.Parent switch
    {
        ArgumentSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax or InitializerExpressionSyntax or ExpressionElementSyntax or SwitchExpressionArmSyntax => true,
        LambdaExpressionSyntax lambda => lambda.ExpressionBody == called,
        ConditionalExpressionSyntax choice => choice.Condition != called,
        CastExpressionSyntax cast => cast.Expression == called,
        BinaryExpressionSyntax binary => binary.RawKind is (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AsExpression && (binary.Right != called || binary.RawKind == (int)SyntaxKind.CoalesceExpression),
        _ => false,
    };

    // `Process process = new(...)`: the type names what is created.
    private static IEnumerable<SyntaxNode> CreationsIn(VariableDeclarationSyntax declaration) =>
        declaration.Variables.Select(static variable => variable.Initializer?.Value).OfType<ImplicitObjectCreationExpressionSyntax>();
}
