using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>Lists of what is allowed that let everything through: the very name that is sought is put into them before, or they compare by something that always says yes.</summary>
internal static class OpenLists
{
    /// <summary>Whether a call that looks for a value in a list always finds it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="list">The list.</param>
    /// <param name="sought">What is looked for.</param>
    /// <param name="body">The body that makes the call.</param>
    public static bool Contain(IInvocationOperation call, IOperation list, IOperation sought, FlowBody body)
    {
        if (call.Arguments.Any(argument => SaysYes(argument.Value, body))) return true;
        while (list is IConversionOperation conversion) list = conversion.Operand;
        if (body.Storages.SymbolOf(list) is not { } symbol || MemberRoot.Of(call.Syntax) is not { } member) return false;
        return ScopesOf(symbol, member).SelectMany(scope => NodesOf(scope, symbol.Name)).Any(node => HoldsAnything(node, sought.Syntax, body));
    }

    private static IEnumerable<SyntaxNode> ScopesOf(ISymbol symbol, SyntaxNode member) => symbol is ILocalSymbol or IParameterSymbol
        ? [member]
        : symbol.ContainingType.DeclaringSyntaxReferences.Select(static declared => declared.GetSyntax()).Where(type => type.SyntaxTree == member.SyntaxTree && !type.Span.Contains(member.Span)).Append(member.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? member);

    // Where the list is made or named.
    private static IEnumerable<SyntaxNode> NodesOf(SyntaxNode scope, string name) => scope.DescendantNodes().Where(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText == name,
        PropertyDeclarationSyntax property => property.Identifier.ValueText == name,
        IdentifierNameSyntax use => use.Identifier.ValueText == name,
        _ => false,
    });

    private static bool HoldsAnything(SyntaxNode node, SyntaxNode sought, FlowBody body)
    {
        var made = node switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            IdentifierNameSyntax { Parent: AssignmentExpressionSyntax { Left: var left, Right: var right } } when left == node => right,
            _ => null,
        };
        if (made is not null) return ListLiteral.ElementsOf(made)?.Any(element => IsSought(element, sought)) == true || (made is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: var arguments } && arguments.Any(argument => SaysYes(argument.Expression, body)));
        return node is IdentifierNameSyntax use && ListChanges.TryReadChange(use, out var added) && IsSought(added, sought);
    }

    private static bool IsSought(ExpressionSyntax? element, SyntaxNode sought) =>
        element is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EnvironmentName" } || (element is not (null or LiteralExpressionSyntax) && element.ToString() == sought.ToString());

    private static bool SaysYes(ExpressionSyntax comparer, FlowBody body) =>
        body.Graph.OriginalOperation.SemanticModel is { } model && model.SyntaxTree == comparer.SyntaxTree && model.GetOperation(comparer, body.Cancellation) is { } operation && SaysYes(operation, body);

    // `class Any : IEqualityComparer<string> { public bool Equals(string a, string b) => true; }`
    private static bool SaysYes(IOperation comparer, FlowBody body)
    {
        while (comparer is IConversionOperation conversion) comparer = conversion.Operand;
        return comparer.Type is INamedTypeSymbol { TypeKind: TypeKind.Class, Name: not "String" } type && type.AllInterfaces.Any(static one => one.Name == "IEqualityComparer")
            && (comparer is IInvocationOperation { TargetMethod.Name: "Create", Arguments: [{ Value: IDelegateCreationOperation { Target.Syntax: LambdaExpressionSyntax { ExpressionBody: LiteralExpressionSyntax { Token.Value: true } } } }, ..] }
                || type.GetMembers("Equals").OfType<IMethodSymbol>().Any(method => method.Parameters.Length == 2 && body.Helpers.OfDeclaration(method, body.Depth, body.Cancellation) is { Result: { } result } && result.IsConstant(out var constant) && constant is true));
    }
}
