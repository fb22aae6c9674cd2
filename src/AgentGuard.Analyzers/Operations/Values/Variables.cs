using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>Looks through the wrappers that the compiler puts around a value.</summary>
internal static class Variables
{
    /// <summary>The local, parameter, or own field or property that an operation refers to; null for anything else.</summary>
    public static ISymbol? Of(IOperation? operation) => operation is null ? null : Unwrap(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } property => property.Property,
        _ => null,
    };

    /// <summary>A variable and the properties behind it: <c>process.StartInfo.FileName</c>; null where the chain does not start at a variable.</summary>
    public static (ISymbol Variable, string Property)? PathOf(IOperation operation)
    {
        var properties = "";
        while (true)
        {
            if (Of(operation) is { } variable) return (variable, properties);
            if (Unwrap(operation) is not IPropertyReferenceOperation { Instance: { } holder } property) return null;
            properties = properties.Length == 0 ? property.Property.Name : $"{property.Property.Name}.{properties}";
            operation = holder;
        }
    }

    /// <summary>The value under conversions, parentheses, <c>await</c>, <c>ConfigureAwait</c>, and the receiver of <c>?.</c>.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            var inner = operation switch
            {
                IConversionOperation conversion => conversion.Operand,
                IParenthesizedOperation parenthesized => parenthesized.Operand,
                IAwaitOperation await => await.Operation,
                IDelegateCreationOperation { Target: not null } creation => creation.Target,
                ITranslatedQueryOperation query => query.Operation,
                IConditionalAccessInstanceOperation placeholder => ReceiverOf(placeholder),
                IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } => task,
                _ => null,
            };
            if (inner is null) return operation;
            operation = inner;
        }
    }

    /// <summary>The elements of an array, a collection expression or initializer, or what a builder lambda adds; null for anything else.</summary>
    public static IEnumerable<IOperation>? ElementsOf(IOperation operation) => Unwrap(operation) switch
    {
        IArrayCreationOperation { Initializer: { } array } => array.ElementValues,
        IArrayInitializerOperation array => array.ElementValues,
        { Kind: CollectionExpression } collection => collection.ChildOperations,
        IObjectOrCollectionInitializerOperation { Initializers: var elements } when elements.All(IsAdd) => elements.Select(FirstArgument),
        IAnonymousFunctionOperation { Body: var body } when body.Descendants().Any(IsAdd) => body.Descendants().Where(IsAdd).OrderBy(add => add.Syntax.Span.End).Select(FirstArgument),
        _ => null,
    };

    /// <summary>The list whose elements a collection expression takes over: <c>[.. list]</c>; null for an element of its own.</summary>
    public static IOperation? SpreadIn(IOperation element) => element.Kind == Spread ? element.ChildOperations.FirstOrDefault() : null;

    private static bool IsAdd(IOperation operation) => operation is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: > 0 };

    private static IOperation FirstArgument(IOperation add) => ((IInvocationOperation)add).Arguments[0].Value;

    /// <summary>All that an operation is a part of: the body of the member, or an initializer.</summary>
    public static IOperation WholeAround(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }

    /// <summary>The variable that is declared with a value; null where the value goes elsewhere.</summary>
    public static ISymbol? DeclaredBy(IOperation value)
    {
        var around = value.Parent;
        while (around is IConversionOperation) around = around.Parent;
        return around is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } ? declared : null;
    }

    // ICollectionExpressionOperation came with Roslyn 4.10, two versions after the one that the analyzers are built on.
    private const OperationKind CollectionExpression = (OperationKind)0x7f;
    private const OperationKind Spread = (OperationKind)0x80;

    private static IOperation? ReceiverOf(IConditionalAccessInstanceOperation placeholder)
    {
        for (var parent = placeholder.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && (access.Operation.Syntax == placeholder.Syntax || access.WhenNotNull.Syntax.Span.Contains(placeholder.Syntax.Span))) return access.Operation;
        }

        return null;
    }
}
