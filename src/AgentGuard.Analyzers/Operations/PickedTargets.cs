using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Tells whether a target was picked from a list by its place, and whether anybody looked at it.</summary>
internal static class PickedTargets
{
    // First, ElementAt and the like, without a predicate; Single says itself that there is no choice.
    private static readonly ImmutableHashSet<string> Picks = ImmutableHashSet.Create("First", "FirstOrDefault", "FirstAsync", "FirstOrDefaultAsync", "Last", "LastOrDefault", "LastAsync", "LastOrDefaultAsync", "ElementAt", "ElementAtOrDefault", "Peek", "Dequeue", "Pop");

    /// <summary>Whether a value is what came first, or stands at a fixed place, in a list that nobody filtered.</summary>
    public static bool IsPick(IOperation source) => source switch
    {
        IInvocationOperation { TargetMethod: { Name: var name } method } invocation when Picks.Contains(name) =>
            invocation.Arguments.All(argument => argument.Value.Type is not { TypeKind: TypeKind.Delegate } && !IsExpression(argument.Value)) && !IsFiltered(invocation.Instance ?? (method.IsExtensionMethod ? invocation.Arguments[0].Value : null)),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list, Arguments: [{ Value: var index }] } => IsConstantIndex(index) && !IsFiltered(list),
        IArrayElementReferenceOperation { ArrayReference: var array, Indices: [var index] } => IsConstantIndex(index) && Variables.Unwrap(array) is not IParameterReferenceOperation && !IsFiltered(array),
        _ => false,
    };

    private static bool IsConstantIndex(IOperation index) =>
        Variables.Unwrap(index) is { ConstantValue: { HasValue: true, Value: int } } or IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat };

    private static bool IsExpression(IOperation value) => value.Type is { Name: "Expression" } || Variables.Unwrap(value) is IAnonymousFunctionOperation;

    // `Where(v => v.Name == name).First()` was looked up; `args[0]` was typed by a person.
    private static bool IsFiltered(IOperation? list)
    {
        for (list = list is null ? null : Variables.Unwrap(list); list is IInvocationOperation invocation; list = invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value)
        {
            if (invocation.TargetMethod.Name is "Where" or "Split" or "FindAll" or "OfType") return true;
            if (invocation.Instance is null && !invocation.TargetMethod.IsExtensionMethod) return false;
        }

        return list is IParameterReferenceOperation { Parameter.Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } };
    }

    /// <summary>Whether some condition before the call looks at a variable, or a check or a person is handed it.</summary>
    public static bool IsLookedAt(SyntaxNode call, ISymbol? variable)
    {
        if (variable is null || CallSyntax.MemberOf(call) is not { } member) return false;
        return member.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == variable.Name
            && name.SpanStart < call.SpanStart
            && name.Ancestors().TakeWhile(parent => parent is not StatementSyntax).Any(parent => IsCondition(parent) || IsShown(parent)));
    }

    private static bool IsCondition(SyntaxNode node) => node.Parent switch
    {
        IfStatementSyntax branch => branch.Condition == node && !IsNullCheck(node),
        WhileStatementSyntax loop => loop.Condition == node && !IsNullCheck(node),
        SwitchStatementSyntax choice => choice.Expression == node,
        ConditionalExpressionSyntax choice => choice.Condition == node && !IsNullCheck(node),
        _ => false,
    };

    private static bool IsNullCheck(SyntaxNode condition) => condition switch
    {
        BinaryExpressionSyntax { Right: LiteralExpressionSyntax { Token.Text: "null" }, Left: IdentifierNameSyntax } => true,
        IsPatternExpressionSyntax { Pattern: var pattern, Expression: IdentifierNameSyntax } => pattern.ToString() is "null" or "not null" or "{ }" or "{}",
        _ => false,
    };

    private static bool IsShown(SyntaxNode node) =>
        node is InvocationExpressionSyntax call && CallSyntax.CalledName(call) is { } name && NameParts.Of(name).Any(word => word is "confirm" or "confirmation" or "ask" or "prompt" or "verify" or "validate" or "ensure" or "require" or "check" or "assert" or "throw");
}
