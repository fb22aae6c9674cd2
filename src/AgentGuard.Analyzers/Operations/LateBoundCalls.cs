using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Methods that are called by name at run time: by reflection, and on a <c>dynamic</c> variable whose type can be seen.</summary>
internal static class LateBoundCalls
{
    /// <summary>The name under which reflection finds a method.</summary>
    public const string Finder = "GetMethod";

    /// <summary>The name that a call of <see cref="Finder"/> seeks, as far as its syntax tells; null for any other node.</summary>
    public static string? SoughtName(SyntaxNode node) => node is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var name }, ..] } call && CallSyntax.CalledName(call) == Finder ? name switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }] } => CallSyntax.CalledName(named),
        _ => null,
    } : null;

    /// <summary>Whether a method is the one by which reflection finds others.</summary>
    public static bool IsFinder(IMethodSymbol method) => method is { Name: Finder, ContainingType: { Name: "Type", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>The method that is found by name; null where none is, or where it cannot be seen which.</summary>
    public static IMethodSymbol? MethodOf(IOperation? call, ValueSources values) => call switch
    {
        IInvocationOperation { TargetMethod: var finder, Instance: { } type, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string name } }, .. var rest] } when IsFinder(finder) => In(ReflectedType(values, type), name, TypesIn(values, rest)),
        IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { Instance: { } instance, MemberName: var name } } => values.Of(instance).Select(source => In(Variables.Unwrap(source).Type, name, null)).FirstOrDefault(static method => method is not null),
        _ => null,
    };

    private static ITypeSymbol? ReflectedType(ValueSources values, IOperation type) => values.Of(type).Select(Variables.Unwrap).Select(static source => source switch
    {
        ITypeOfOperation { TypeOperand: var operand } => operand,
        IInvocationOperation { TargetMethod.Name: "GetType", Instance: { } instance } => Variables.Unwrap(instance).Type,
        _ => null,
    }).FirstOrDefault();

    // The types that the method is asked to take; null where none are named.
    private static List<ITypeSymbol?>? TypesIn(ValueSources values, ImmutableArray<IArgumentOperation> arguments) => arguments
        .Where(static argument => argument.Parameter?.Type is IArrayTypeSymbol { ElementType.Name: "Type" })
        .SelectMany(argument => values.Of(argument.Value))
        .Select(Variables.ElementsOf)
        .FirstOrDefault(static elements => elements is not null)?
        .Select(static element => (Variables.Unwrap(element) as ITypeOfOperation)?.TypeOperand)
        .ToList();

    private static IMethodSymbol? In(ITypeSymbol? type, string name, List<ITypeSymbol?>? taken)
    {
        for (; type is not null and not IDynamicTypeSymbol; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => taken is null || Takes(method, taken)) is { } method) return method;
        }

        return null;
    }

    private static bool Takes(IMethodSymbol method, List<ITypeSymbol?> types) =>
        method.Parameters.Length == types.Count && method.Parameters.Zip(types, static (parameter, type) => type is null || SymbolEqualityComparer.Default.Equals(parameter.Type, type)).All(static same => same);
}
