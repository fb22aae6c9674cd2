using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>Flags that the program puts into the command line itself before it looks for them: <c>args = [.. args, "--yes"]</c>.</summary>
internal static class AddedFlags
{
    /// <summary>Whether a list of arguments has a flag in any case. One that is added under a condition waits for something.</summary>
    /// <param name="line">The arguments.</param>
    /// <param name="flag">What is looked for in them.</param>
    /// <param name="body">The body that looks.</param>
    public static bool Contain(IOperation line, string flag, FlowBody body)
    {
        while (line is IConversionOperation conversion) line = conversion.Operand;
        if (line is not (ILocalReferenceOperation or IParameterReferenceOperation) || body.Storages.SymbolOf(line)?.Name is not { } name || MemberRoot.Of(line.Syntax) is not { } member) return false;
        return member.DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Any(literal => literal.SpanStart < line.Syntax.SpanStart && literal.Token.Value is string text && text == flag && IsGivenTo(name, literal) && StartUpChoices.IsAlwaysRun(literal, member));
    }

    /// <summary>Whether a flag is an element of a list in any case: written in it, or appended to it.</summary>
    public static bool IsElementOf(SyntaxNode flag, SyntaxNode list) => flag.Ancestors().TakeWhile(around => around != list).All(Keeps);

    private static bool IsGivenTo(string name, SyntaxNode flag)
    {
        foreach (var around in flag.Ancestors())
        {
            switch (around)
            {
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var assigned } }:
                    return assigned == name;
                case VariableDeclaratorSyntax { Identifier.ValueText: var declared }:
                    return declared == name;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "Insert", Expression: IdentifierNameSyntax { Identifier.ValueText: var list } } }:
                    return list == name;
                case var other when !Keeps(other):
                    return false;
            }
        }

        return false;
    }

    private static bool Keeps(SyntaxNode around) => around switch
    {
        InvocationExpressionSyntax call => CallSyntax.CalledName(call) is "Append" or "Prepend" or "Concat" or "Union" or "ToArray" or "ToList",
        StatementSyntax or AnonymousFunctionExpressionSyntax or ElementAccessExpressionSyntax or BinaryExpressionSyntax or ConditionalExpressionSyntax => false,
        _ => true,
    };
}
