using AgentGuard.Analyzers.Guards.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Whether a list holds anything, which stands in place of a constant.</summary>
internal sealed record ListSize(bool IsFilled);

/// <summary>
/// Lists and builders of texts to which reasons against something are added one by one, as in a validation: <c>if (errors.Count > 0) return</c> proves what kept each of them out.
/// Only a local counts that starts empty, and that nothing else in the member has in its hands.
/// </summary>
internal sealed class FilledLists(FlowBody body)
{
    private readonly Dictionary<ILocalSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>A list that was just made.</summary>
    public static Value Empty { get; } = Value.Of(new ListSize(IsFilled: false));

    private static Value Filled { get; } = Value.Of(new ListSize(IsFilled: true));

    /// <summary>Whether a type is one of these lists.</summary>
    public static bool IsList(ITypeSymbol? type) => type is { Name: "List" or "HashSet" or "Queue" or "Stack" or "Collection" or "StringBuilder", ContainingNamespace: { } space } && space.ToDisplayString().StartsWith("System.", StringComparison.Ordinal);

    /// <summary>What a call on a list does or tells; null if it is no such call.</summary>
    public CallMeaning? Read(IInvocationOperation call, OperationReader reader)
    {
        if (call.TargetMethod.Name is not ("Add" or "AddRange" or "Enqueue" or "Push" or "AppendLine" or "Append" or "AppendFormat" or "Clear" or "Any") || (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is not { } receiver || LocalOf(receiver) is not { } list) return null;
        if (body.Load(list, reader.State) is not { } size || !IsSize(size) || !IsOwn(list.Local)) return null;
        switch (call.TargetMethod.Name)
        {
            case "Any":
                return call.Arguments.Length == (call.Instance is null ? 1 : 0) ? new CallMeaning(Facts.None, size.Map(static constant => ((ListSize)constant!).IsFilled)) : null;
            case "Clear":
                reader.Store(list, Empty, null);
                break;
            case "AddRange" or "Append" or "AppendFormat":
                // What is added may be nothing at all.
                reader.Store(list, Value.Join(size, Facts.None, Filled, Facts.None), null);
                break;
            default:
                reader.Store(list, Filled, null);
                break;
        }

        return default(CallMeaning);
    }

    /// <summary>The number of elements, as far as it is known; null for another property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="list">What is known of the list.</param>
    /// <param name="holder">The list.</param>
    public Value? CountOf(IPropertyReferenceOperation property, Value? list, IOperation? holder) =>
        property.Property.Name is "Count" or "Length" && list is not null && IsSize(list) && holder is not null && LocalOf(holder) is { } local && IsOwn(local.Local)
            ? list.Map(static constant => ((ListSize)constant!).IsFilled ? new Signed(1) : 0)
            : null;

    private static bool IsSize(Value value) => value is { HasRest: false, Cases.IsEmpty: false } && value.Cases.All(static one => one.Constant is ListSize);

    private static ILocalReferenceOperation? LocalOf(IOperation operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation as ILocalReferenceOperation;
    }

    private bool IsOwn(ILocalSymbol list)
    {
        if (!_known.TryGetValue(list, out var isOwn))
            _known[list] = isOwn = body.Storages.IsWrittenOnce(list) && body.Graph.OriginalOperation.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, list)).All(IsHarmless);
        return isOwn;
    }

    // Additions, looks, and what only reads the elements.
    private static bool IsHarmless(ILocalReferenceOperation use)
    {
        for (var around = use.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation) return false;
        }

        IOperation whole = use;
        while (whole.Parent is IConversionOperation conversion) whole = conversion;
        return whole.Parent switch
        {
            IInvocationOperation { Parent: not IInvocationOperation, TargetMethod.Name: "Append" or "AppendLine" or "AppendFormat" } => true,
            IInvocationOperation call => call.Instance == whole && call.TargetMethod.Name is "Add" or "AddRange" or "Enqueue" or "Push" or "Clear" or "Contains" or "ToArray" or "ForEach" or "ToString",
            IIsPatternOperation pattern => pattern.Value == whole,
            IPropertyReferenceOperation => true,
            IForEachLoopOperation => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => TextCalls.IsBaseLibrary(method) && method.ContainingType.Name is "Enumerable" or "String" or "Console" or "TextWriter",
            IArgumentOperation { Parent: IObjectCreationOperation { Type: var made } } => made?.Name.EndsWith("Exception", StringComparison.Ordinal) == true,
            IReturnOperation => true,
            _ => false,
        };
    }
}
