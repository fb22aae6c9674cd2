using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Whether a list holds anything, which stands in place of a constant.</summary>
internal sealed record ListSize(bool IsFilled);

/// <summary>
/// Lists and builders of texts to which reasons against something are added one by one, as in a validation: <c>if (errors.Count > 0) return</c> proves what kept each of them out.
/// Of locals only one counts that starts empty, and that nothing else in the member has in its hands; what a helper gives back, an array and what an iterator yields are as they were made.
/// </summary>
internal sealed class FilledLists(FlowBody body)
{
    private readonly Dictionary<ILocalSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The place that holds whether an iterator has given anything.</summary>
    public static Storage Yielded { get; } = new(nameof(Yielded), null);

    /// <summary>A list that was just made.</summary>
    public static Value Empty { get; } = Value.Of(new ListSize(IsFilled: false));

    /// <summary>A list that holds something.</summary>
    public static Value Filled { get; } = Value.Of(new ListSize(IsFilled: true));

    /// <summary>A list that is made with what is written behind it; the flow graph fills it in a place of its own.</summary>
    public static Value? OfCreation(IObjectCreationOperation creation) => creation.Syntax switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: null } => Empty,
        BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression, Expressions.Count: > 0 } } => Filled,
        _ => null,
    };

    /// <summary>A list that is written out: its constants, the tasks or checks in it, or that it holds something. What is spread in it may be nothing.</summary>
    public static Value? OfElements(Value?[] elements, IOperation list, FlowBody body, FlowState state) => elements.Length == 0
        ? Empty
        : TaskCalls.OfElements(elements) ?? (list.ChildOperations.Any(static element => Variables.SpreadIn(element) is not null) ? null : Filled with { Each = ListedChecks.Of(elements, list.ChildOperations.ToArray(), body, state) });

    /// <summary>A new array.</summary>
    public static Value? OfArray(IArrayCreationOperation array, FlowBody body, OperationReader reader)
    {
        foreach (var size in array.DimensionSizes) reader.Read(size);
        if (array.Initializer is null) return array.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: 0 } }] ? Empty : null;
        return OfElements(array.Initializer.ElementValues.Select(reader.Read).ToArray(), array.Initializer, body, reader.State);
    }

    /// <summary>Whether a type is one of these lists.</summary>
    public static bool IsList(ITypeSymbol? type) => type is { Name: "List" or "HashSet" or "Queue" or "Stack" or "Collection" or "StringBuilder", ContainingNamespace: { } space } && space.ToDisplayString().StartsWith("System.", StringComparison.Ordinal);

    /// <summary>Whether a method of arrays looks at the elements and changes none.</summary>
    public static bool IsLook(IMethodSymbol method) => method is { Name: "TrueForAll" or "Exists", ContainingType.SpecialType: SpecialType.System_Array };

    /// <summary>What a call on a list does or tells; null if it is no such call.</summary>
    public CallMeaning? Read(IInvocationOperation call, Value? list, Value?[] arguments, OperationReader reader) => ReadMade(call, list, reader) ?? ReadLocal(call, arguments.LastOrDefault(), reader);

    // What is asked of a list that stays as it was made.
    private CallMeaning? ReadMade(IInvocationOperation call, Value? list, OperationReader reader)
    {
        var method = call.TargetMethod;
        if (method is { Name: "Empty", Parameters.IsEmpty: true, IsStatic: true, ContainingType.Name: "Array" or "Enumerable" } && TextCalls.IsBaseLibrary(method)) return new CallMeaning(Facts.None, Empty);
        if (list?.Each is { } each && TextCalls.IsBaseLibrary(method) && HolderOf(call) is { } checks && IsMade(checks))
        {
            if (ListedChecks.Asked(call, each, body, reader.State) is { } asked) return new CallMeaning(Facts.None, asked);
            if (method.Name == "GetEnumerator") reader.State = reader.State with { Facts = reader.State.Facts.OutsideEach };
            if (method.Name == "MoveNext" && call.Instance is not null)
            {
                reader.Store(call.Instance, Value.Of(Origin.Unknown) with { Each = each }, null);
                return new CallMeaning(Facts.None, ListedChecks.Next(list));
            }
        }

        if (list is null || !IsSize(list, HolderOf(call)?.Type) || !TextCalls.IsBaseLibrary(method) || HolderOf(call) is not { } holder || !IsMade(holder)) return null;
        if (method.Name == "MoveNext" && call.Instance is not null)
        {
            // Only the first look tells whether there is anything.
            reader.Store(call.Instance, null, null);
            return new CallMeaning(Facts.None, Told(list, static constant => IsFilled(constant)));
        }

        if (call.Arguments.Length != (call.Instance is null ? 1 : 0) + (method.Name == "Select" ? 1 : 0)) return null;
        return method.Name switch
        {
            "Select" => new CallMeaning(Facts.None, list with { Each = null }),
            "Any" => new CallMeaning(Facts.None, Told(list, static constant => IsFilled(constant))),
            "Count" or "LongCount" => new CallMeaning(Facts.None, Number(list)),
            "FirstOrDefault" => new CallMeaning(Facts.None, Told(list, static constant => IsFilled(constant) ? default(Optional<object?>) : null) with { IsPresent = true }),
            "GetEnumerator" or "ToList" or "ToArray" or "ToHashSet" or "ToImmutableArray" or "ToImmutableList" or "AsEnumerable" or "AsReadOnly" => new CallMeaning(Facts.None, list),
            _ => null,
        };
    }

    private CallMeaning? ReadLocal(IInvocationOperation call, Value? value, OperationReader reader)
    {
        if (call.TargetMethod.Name is not ("Add" or "AddRange" or "Enqueue" or "Push" or "AppendLine" or "Append" or "AppendFormat" or "Clear" or "Any") || HolderOf(call) is not { } receiver || (LocalOf(receiver) ?? (IOperation?)NewOf(receiver)) is not { } list) return null;
        if (body.Load(list, reader.State) is not { } size || !IsSize(size, list.Type) || (list is ILocalReferenceOperation { Local: var local } && !IsOwn(local))) return null;
        switch (call.TargetMethod.Name)
        {
            case "Any":
                return call.Arguments.Length == (call.Instance is null ? 1 : 0) ? new CallMeaning(Facts.None, Told(size, static constant => IsFilled(constant))) : null;
            case "Clear":
                reader.Store(list, Empty, null);
                break;
            case "AddRange" or "Append" or "AppendFormat":
                // What is added may be nothing at all.
                reader.Store(list, Value.Join(size, Facts.None, Filled with { Each = size.Each }, Facts.None), null);
                break;
            default:
                var added = call.Arguments.LastOrDefault() is { Value: var element } ? ListedChecks.Read(value, element, body, reader.State) : null;
                reader.Store(list, Filled with { Each = ListedChecks.Together(size.Each, added) }, null);
                break;
        }

        return default(CallMeaning);
    }

    /// <summary>The number of elements, as far as it is known; null for another property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="list">What is known of the list.</param>
    /// <param name="holder">The list.</param>
    public Value? CountOf(IPropertyReferenceOperation property, Value? list, IOperation? holder) =>
        property.Property.Name is "Count" or "Length" && list is not null && holder is not null && IsSize(list, holder.Type) && IsMade(holder) ? Number(list) : null;

    /// <summary>What it proves that a list is <c>[]</c>.</summary>
    public static Value? IsNone(Value? list, ITypeSymbol? type) => list is not null && IsSize(list, type) ? Told(list, static constant => !IsFilled(constant)) : null;

    /// <summary>Whether what a field or property was made with says how much it holds: others may fill a list at any time, an array keeps its length.</summary>
    public static bool Stays(Value? value, ISymbol member, Helpers helpers) =>
        member is IFieldSymbol { Type: IArrayTypeSymbol } or IPropertySymbol { Type: IArrayTypeSymbol } || value is null || !value.Cases.Any(static one => one.Constant is ListSize) || (value.Each is not null && ListChanges.IsOnlyRead(member, helpers));

    // A list that is written out holds its constants; one in a field may have been cleared since.
    private static bool IsSize(Value value, ITypeSymbol? type) => value is { HasRest: false, Cases.IsEmpty: false }
        && (value.Cases.All(static one => one.Constant is ListSize) || (value.Origin == Origin.List && (type is IArrayTypeSymbol || value.Cases.Any(static one => one.Constant is ListSize))));

    private static IOperation? HolderOf(IInvocationOperation call)
    {
        var holder = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        while (holder is IConversionOperation conversion) holder = conversion.Operand;
        return holder;
    }

    private static bool IsFilled(object? constant) => constant is not ListSize { IsFilled: false };

    private static Value Number(Value list) => Told(list, static constant => IsFilled(constant) ? new Signed(1) : 0);

    private static Value Told(Value list, Func<object?, Optional<object?>> change) => list.Map(change) with { Origin = Origin.Unknown, Each = null };

    // What a call has made, here or a line before.
    private bool IsMade(IOperation holder)
    {
        while (holder is IConversionOperation conversion) holder = conversion.Operand;
        return holder switch
        {
            ILocalReferenceOperation local => IsOwn(local.Local),
            IFieldReferenceOperation { Field: var field } => ListChanges.IsOnlyRead(field, body.Helpers),
            IFlowCaptureReferenceOperation capture => body.Storages.CapturedOperation(capture.Id) is { } captured and not IFlowCaptureReferenceOperation && IsMade(captured),
            IAwaitOperation wait => IsMade(wait.Operation),
            IArrayCreationOperation or { Kind: OperationReader.CollectionExpression } or IObjectCreationOperation => true,
            IInvocationOperation { TargetMethod: { Name: "Where" or "Select", ContainingType.Name: "Enumerable" }, Arguments: [var listed, ..] } => IsMade(listed.Value),
            IParameterReferenceOperation { Parameter.IsParams: true } handed => !body.Storages.IsWritten(handed.Parameter),
            // What another class gives in its place may be longer or shorter.
            IInvocationOperation { TargetMethod: { IsSealed: false, ContainingType.IsSealed: false } and ({ IsVirtual: true } or { IsOverride: true }) } => false,
            IInvocationOperation call => !call.Arguments.Any(static argument => IsList(argument.Value.Type)),
            _ => false,
        };
    }

    private static ILocalReferenceOperation? LocalOf(IOperation operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation as ILocalReferenceOperation;
    }

    // The list that is just made, and filled with what is written behind it.
    private IFlowCaptureReferenceOperation? NewOf(IOperation operation) => operation is IFlowCaptureReferenceOperation capture && body.Storages.CapturedOperation(capture.Id) is IObjectCreationOperation ? capture : null;

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
            IInvocationOperation call => call.Instance == whole && call.TargetMethod.Name is "Add" or "AddRange" or "Enqueue" or "Push" or "Clear" or "Contains" or "ToArray" or "ForEach" or "ToString" or "TrueForAll" or "Exists",
            IIsPatternOperation pattern => pattern.Value == whole,
            IPropertyReferenceOperation => true,
            IForEachLoopOperation => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => IsLook(method) || TextCalls.IsBaseLibrary(method) && method.ContainingType.Name is "Enumerable" or "MemoryExtensions" or "String" or "Console" or "TextWriter",
            IArgumentOperation { Parent: IObjectCreationOperation { Type: var made } } => made?.Name.EndsWith("Exception", StringComparison.Ordinal) == true,
            IReturnOperation => true,
            _ => false,
        };
    }
}
