using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Methods that are called by name at run time: by reflection, by an expression tree, on a <c>dynamic</c> variable whose type can be seen, and with <c>dynamic</c> arguments.</summary>
internal static class LateBoundCalls
{
    // All the methods of a type, of which a comparison of names picks one.
    private const string AllMethods = "GetMethods";

    /// <summary>The names under which methods are found by their names.</summary>
    public static readonly ImmutableArray<string> Finders = ImmutableArray.Create("GetMethod", AllMethods, "GetRuntimeMethod", "GetDeclaredMethod", "InvokeMember", "CreateDelegate", "Call");

    /// <summary>The name that a call of a finder seeks; null for any other node.</summary>
    public static string? SoughtName(SyntaxNode node, SemanticModel model)
    {
        if (node is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } call || CallSyntax.CalledName(call) is not { } finder || !Finders.Contains(finder)) return null;
        if (finder == AllMethods) return PickedName(call);
        if (arguments.Count == 0) return null;
        return finder is "Call" or "CreateDelegate"
            ? arguments.Take(3).Select(static argument => Written(argument.Expression)).FirstOrDefault(static name => name is not null)
            : Written(arguments[0].Expression) ?? (arguments[0].Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or BinaryExpressionSyntax ? model.GetConstantValue(arguments[0].Expression).Value as string : null);
    }

    // `type.GetMethods().First(m => m.Name == "Delete")`, and a loop over them.
    private static string? PickedName(InvocationExpressionSyntax call)
    {
        SyntaxNode methods = call;
        while (methods.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax picking } access && access.Expression == methods)
        {
            if (ComparedName(picking.ArgumentList) is { } name) return name;
            methods = picking;
        }

        return methods.Parent is ForEachStatementSyntax loop && loop.Expression == methods ? ComparedName(loop.Statement) : null;
    }

    private static string? ComparedName(SyntaxNode code) => code.DescendantNodes().OfType<ExpressionSyntax>()
        .Where(static name => name.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } or ConstantPatternSyntax or ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" } } })
        .Select(Written)
        .FirstOrDefault(static name => name is not null);

    // Only what asks for a constant has to be bound.
    private static string? Written(ExpressionSyntax name) => name switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }] } => CallSyntax.CalledName(named),
        _ => null,
    };

    /// <summary>Whether a method is one by which others are found.</summary>
    public static bool IsFinder(IMethodSymbol method) => Finders.Contains(method.Name)
        && method.ContainingType is { Name: "Type" or "TypeInfo" or "RuntimeReflectionExtensions" or "Delegate" or "Expression" } type && type.ContainingNamespace.ToDisplayString() is "System" or "System.Reflection" or "System.Linq.Expressions";

    /// <summary>The method that is found by name; null where none is, or where it cannot be seen which.</summary>
    public static IMethodSymbol? MethodOf(IOperation? call, ValueSources values) => call switch
    {
        IInvocationOperation finder when IsFinder(finder.TargetMethod) => Found(finder, values),
        IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { Instance: { } instance, MemberName: var name }, Arguments: var arguments } => values.Of(instance).Select(source => Called(Variables.Unwrap(source).Type, name, arguments)).FirstOrDefault(static method => method is not null),
        IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { ContainingType: { } type, MemberName: var name }, Arguments: var arguments } => Called(type, name, arguments),
        _ => null,
    };

    /// <summary>Whether what a <c>dynamic</c> call hands over leaves it open that a line applies: <c>Directory.Delete(path, false)</c>.</summary>
    public static bool MayApply(CatalogEntry entry, IOperation? call, IMethodSymbol method) => call is not IDynamicInvocationOperation bound || entry.Conditions.All(condition =>
        condition is not { Path: { Properties.IsEmpty: true, Root: var parameter }, Literal: bool wanted } || ArgumentFor(parameter, bound, method)?.ConstantValue is not { HasValue: true, Value: bool given } || (given == wanted) != condition.Excludes);

    private static IOperation? ArgumentFor(string parameter, IDynamicInvocationOperation call, IMethodSymbol method)
    {
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            if ((call.GetArgumentName(i) ?? (i < method.Parameters.Length ? method.Parameters[i].Name : null)) == parameter) return call.Arguments[i];
        }

        return null;
    }

    private static IMethodSymbol? Found(IInvocationOperation finder, ValueSources values)
    {
        if (finder is { TargetMethod.Name: AllMethods, Instance: { } all }) return finder.Syntax is InvocationExpressionSyntax call && PickedName(call) is { } picked ? In(ReflectedType(values, all), picked, null) : null;
        var arguments = finder.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).Select(static argument => argument.Value).ToList();
        if (finder.Instance is { } instance) arguments.Insert(0, instance);

        // `Delegate.CreateDelegate(typeof(Action), target, "Name")`
        var taken = finder.TargetMethod.Name == "Call" ? null : TypesIn(values, finder.Arguments);
        if (finder.TargetMethod.Name == "CreateDelegate")
        {
            taken = TakenBy(arguments[0]);
            arguments.RemoveAt(0);
        }

        return arguments is [var type, { ConstantValue: { HasValue: true, Value: string name } }, ..]
            ? In(ReflectedType(values, type), name, taken)
            : null;
    }

    // A delegate fits one overload; of an open instance method it takes the object first, so that it may fit none.
    private static List<ITypeSymbol?>? TakenBy(IOperation type) => Variables.Unwrap(type) is ITypeOfOperation { TypeOperand: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } } ? invoke.Parameters.Select(static parameter => (ITypeSymbol?)parameter.Type).ToList() : null;

    private static ITypeSymbol? ReflectedType(ValueSources values, IOperation type) => values.Of(type).Select(Variables.Unwrap).Select(source => source switch
    {
        ITypeOfOperation { TypeOperand: var operand } => operand,
        IInvocationOperation { TargetMethod.Name: "GetType", Instance: { } instance } => Variables.Unwrap(instance).Type,
        IInvocationOperation { TargetMethod: { Name: "GetTypeInfo", ContainingType.Name: "IntrospectionExtensions" }, Arguments: [{ Value: var reflected }] } => ReflectedType(values, reflected),
        IInvocationOperation { TargetMethod: { Name: "Constant", ContainingType.Name: "Expression" }, Arguments: [{ Value: var constant }, ..] } => Variables.Unwrap(constant).Type,
        { Type: { Name: not ("Type" or "TypeInfo" or "Expression") } target } => target,
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

    // The overload that takes as many arguments, before any other.
    private static IMethodSymbol? Called(ITypeSymbol? type, string name, ImmutableArray<IOperation> arguments) => In(type, name, arguments.Select(static _ => default(ITypeSymbol)).ToList()) ?? In(type, name, null);

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
