using System.Runtime.CompilerServices;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>Reads the operations of a block in the order of execution: works out their values and what they change.</summary>
internal sealed class OperationReader(FlowBody body, Forgeries forgeries, FilledLists lists)
{
    // The name came with a later compiler than the one that this is built for.
    internal const OperationKind CollectionExpression = (OperationKind)127;

    private readonly ConditionReader _conditions = new(body);
    private readonly CallReader _calls = new(body, forgeries, lists);
    private readonly MemberValues _values = new(body, forgeries, lists);
    private readonly NewObjects _objects = new(body);
    private readonly MemberWrites _members = new(body);
    private BranchRefinement? _refinement;
    private bool _isTried;
    private bool _isCleanup;

    /// <summary>Prepares the reading of a body.</summary>
    public OperationReader(FlowBody body)
        : this(body, new Forgeries(body), new FilledLists(body))
    {
    }

    /// <summary>What branches tell of the variables that they test.</summary>
    public BranchRefinement Refinement => _refinement ??= new(body, Read);

    /// <summary>What holds at this point.</summary>
    public FlowState State { get; set; } = FlowState.Empty;

    /// <summary>What holds wherever an exception may leave the block, where that is asked.</summary>
    public FlowState Thrown { get; private set; } = FlowState.Empty;

    /// <summary>The places that the block has written, where that is asked.</summary>
    public HashSet<Storage> Written { get; } = [];

    /// <summary>The value of the operation that was read last at the top level.</summary>
    public Value? LastRead { get; private set; }

    /// <summary>Takes what is seen in the block.</summary>
    public BlockNotes Notes { get; set; } = new();

    /// <summary>Starts a block; what only a handler or what leaves through a cleanup asks is not worked out elsewhere.</summary>
    public void Begin(FlowState entry, bool isTried, bool isCleanup)
    {
        (State, Thrown, _isTried, _isCleanup) = (entry, entry, isTried, isCleanup);
        Written.Clear();
        LastRead = null;
    }

    /// <summary>Reads an operation with all its parts.</summary>
    public Value? Read(IOperation? operation)
    {
        if (operation is null) return null;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Places.HasConstant(operation)) return LastRead = Value.Of(Places.Constant(operation));
        var value = operation.Kind switch
        {
            OperationKind.FlowCapture when operation is IFlowCaptureOperation capture => Write(new Storage(capture.Id, null), Presence.Of(Read(capture.Value), capture.Value), capture.Value),
            OperationKind.SimpleAssignment => Assign((ISimpleAssignmentOperation)operation),
            OperationKind.CompoundAssignment => AssignCompound((ICompoundAssignmentOperation)operation),
            OperationKind.Increment or OperationKind.Decrement => Store(((IIncrementOrDecrementOperation)operation).Target, null, null),
            OperationKind.DeconstructionAssignment => Deconstruct((IDeconstructionAssignmentOperation)operation),
            OperationKind.Invocation => ReadCall((IInvocationOperation)operation),
            OperationKind.ObjectCreation => ReadCreation((IObjectCreationOperation)operation),
            OperationKind.Await when operation is IAwaitOperation wait => Complete(Read(wait.Operation), wait),
            OperationKind.YieldReturn => Pause(operation),
            OperationKind.PropertyReference => ReadProperty((IPropertyReferenceOperation)operation),
            OperationKind.FieldReference => ReadField((IFieldReferenceOperation)operation),
            OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.FlowCaptureReference => body.Load(operation, State),
            OperationKind.FlowAnonymousFunction or OperationKind.MethodReference => ReadFunction(operation),
            OperationKind.Binary => ReadBinary((IBinaryOperation)operation),
            OperationKind.Unary when operation is IUnaryOperation unary => _conditions.OfUnary(unary, Read(unary.Operand)),
            OperationKind.IsPattern when operation is IIsPatternOperation pattern => _conditions.OfPattern(pattern.Pattern, Read(pattern.Value), pattern.Value, this),
            OperationKind.IsType when operation is IIsTypeOperation isType => Alternatives.Test(Read(isType.ValueOperand), isType.TypeOperand) is { } told ? isType.IsNegated ? ConditionReader.Negated(told) : told : null,
            OperationKind.IsNull when operation is IIsNullOperation isNull => ConditionReader.Test(Read(isNull.Operand), null, TextTest.Equals, body.Options),
            OperationKind.Conversion => ReadConversion((IConversionOperation)operation),
            OperationKind.DefaultValue => Constants.DefaultOf(operation.Type) is { HasValue: true, Value: var initial } ? Value.Of(initial) : null,
            OperationKind.ArrayCreation => FilledLists.OfArray((IArrayCreationOperation)operation, body, this),
            OperationKind.Tuple when operation is ITupleOperation tuple => ObjectValues.OfTuple(tuple, tuple.Elements.Select(Read).ToArray()),
            OperationKind.TupleBinary => ReadTuples((ITupleBinaryOperation)operation),
            OperationKind.Parenthesized => Read(((IParenthesizedOperation)operation).Operand),
            OperationKind.ExpressionStatement => Read(((IExpressionStatementOperation)operation).Operation),
            CollectionExpression => FilledLists.OfElements(operation.ChildOperations.Select(Read).ToArray(), operation, body, State),
            _ => ReadParts(operation),
        };
        Note(operation);
        return LastRead = value;
    }

    /// <summary>Gives a place a value; a place that is not followed keeps none.</summary>
    public Value? Store(IOperation target, Value? value, IOperation? source)
    {
        var symbol = body.Storages.SymbolOf(target);
        if (symbol is not null) Notes.NoteStore(symbol, value);
        if (value is null or { IsBare: true } && target is ILocalReferenceOperation local) value = body.Recognition.Places.OfLocal(local.Local) ?? value;
        if (body.Storages.StorageOf(target) is not { } storage)
        {
            if (symbol is IFieldSymbol or IPropertySymbol) Become(_members.AfterWrite(State, symbol, value));
            return value;
        }

        if (!MemberWrites.HasOwnSetter(symbol)) return Write(storage, value, source);
        Write(storage, _members.Open(value, symbol!), source);
        Become(_members.AfterPause(State));
        return value;
    }

    /// <summary>Adds facts.</summary>
    public void Prove(Facts facts) => State = State.With(facts);

    /// <summary>Takes what a call leaves of the members that it may have written.</summary>
    public void NoteWrites(IInvocationOperation call, HelperSummary? summary)
    {
        Become(_members.AfterCall(State, call, summary));
        foreach (var pair in summary?.Stores ?? HelperSummary.NoStores) Notes.NoteStore(pair.Key, pair.Value);
    }

    /// <summary>Reads the parts of an operation that has no meaning of its own here.</summary>
    public Value? ReadParts(IOperation operation)
    {
        foreach (var part in operation.ChildOperations) Read(part);
        return null;
    }

    /// <summary>Notes a switch that the program itself has set before it looks at it.</summary>
    public void NoteConstantSwitch(IOperation condition) => Notes.NoteConstantSwitch(condition, body, State);

    /// <summary>A value with what was set on the object that an operation refers to.</summary>
    public Value? Whole(Value? value, IOperation operation) => ObjectValues.With(value, operation, body, State);

    /// <summary>Gives a variable that a pattern declares its value.</summary>
    public void Declare(ILocalSymbol local, Value? value) =>
        Write(new Storage(local, null), value ?? body.Recognition.Places.OfLocal(local), null);

    /// <summary>The value of a member that a property pattern looks at.</summary>
    public Value? ReadMember(IMemberReferenceOperation member, Value? holder, IOperation? source) => _values.OfPattern(member, holder, source, this);

    private Value? Write(Storage storage, Value? value, IOperation? source)
    {
        var before = State;
        State = _members.AfterWrite(State, storage, value);

        // An object initializer fills a temporary, and a copy holds what its source does: what was set belongs to the variable that receives the object.
        if (storage.Member is null && source is not null && body.Storages.StorageOf(source) is { Member: null } from && !from.Equals(storage))
        {
            foreach (var pair in before.Values)
            {
                if (pair.Key.Member is not null && pair.Key.Root.Equals(from.Root)) State = State.With(pair.Key with { Root = storage.Root }, pair.Value);
            }
        }

        Become(State.With(storage, value), before);
        if (_isCleanup) Written.Add(storage);
        return value;
    }

    private void Become(FlowState state, FlowState? before = null)
    {
        before ??= State;
        if (ReferenceEquals(state, before)) return;
        State = state;
        if (_isTried) Thrown = FlowState.Join(Thrown, State);
        if (_isCleanup && body.Storages.WritesMembers) Written.UnionWith(state.ChangesSince(before));
    }

    private Value? Assign(ISimpleAssignmentOperation assignment)
    {
        Value? key = null;
        if (assignment.Target is IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var index] } indexed) (_, key) = (Read(indexed.Instance), Read(index.Value));
        else ReadParts(assignment.Target);
        var value = Read(assignment.Value);
        forgeries.Note(assignment, key, Notes);
        return Store(assignment.Target, value, assignment.Value);
    }

    private Value? AssignCompound(ICompoundAssignmentOperation compound)
    {
        var before = Read(compound.Target);
        var operand = Read(compound.Value);
        return Store(compound.Target, _conditions.OfBinary(compound.OperatorKind, compound.OperatorMethod, before, compound.Target, operand, compound.Value), null);
    }

    private Value? Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        // All parts of the right side are read before the first place on the left is written.
        foreach (var (target, value, source) in Deconstruction.Parts(deconstruction.Target, deconstruction.Value, Read)) Store(target, value, source);
        return null;
    }

    private Value? ReadCall(IInvocationOperation call)
    {
        var instance = Read(call.Instance);
        var arguments = new Value?[call.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = Read(call.Arguments[i].Value);
        Note(call);
        return _calls.Read(call, instance, arguments, this);
    }

    private Value? ReadCreation(IObjectCreationOperation creation)
    {
        var arguments = creation.Arguments.Select(argument => Read(argument.Value)).ToArray();
        Read(creation.Initializer);
        Become(_members.AfterHandOver(State, creation.Arguments.Select(argument => argument.Value)));
        Prove(_objects.OnCreation(creation, arguments));
        return _objects.OfCreation(creation, arguments, State);
    }

    private Value? ReadProperty(IPropertyReferenceOperation property)
    {
        var instance = Read(property.Instance);
        Value? key = null;
        foreach (var argument in property.Arguments) key = Read(argument.Value);
        if (body.Storages.StorageOf(property) is { } storage && State.Values.TryGetValue(storage, out var stored)) return stored;
        if (property.Instance is IInstanceReferenceOperation && body.PartOfThis(property.Property) is { } own) return own;
        if (instance?.Task is not null && property.Property.Name == "Result") return Complete(instance, property);
        return _values.OfProperty(property, instance, key, this);
    }

    private Value? ReadField(IFieldReferenceOperation field)
    {
        var instance = Read(field.Instance);
        if (body.Storages.StorageOf(field) is { } storage && State.Values.TryGetValue(storage, out var stored)) return stored;
        if (field.Instance is IInstanceReferenceOperation && body.PartOfThis(field.Field) is { } own) return own;
        return ObjectValues.PartOf(instance, field.Field) ?? (ObjectValues.IsChanged(field, body) ? null : _values.OfField(field, this));
    }

    private Value? ReadFunction(IOperation operation)
    {
        if (operation is IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function })
            Notes.NoteCall(function, State.Facts & Facts.ProcessInvariant);
        return ReadParts(operation);
    }

    private Value? ReadBinary(IBinaryOperation binary)
    {
        // Long sums and concatenations lean to the left; a loop keeps them off the stack.
        var chain = new Stack<IBinaryOperation>();
        IOperation left = binary;
        while (left is IBinaryOperation inner && !Places.HasConstant(inner))
        {
            chain.Push(inner);
            left = inner.LeftOperand;
        }

        var value = Read(left);
        while (chain.Count > 0)
        {
            var current = chain.Pop();
            value = _conditions.OfBinary(current.OperatorKind, current.OperatorMethod, value, current.LeftOperand, Read(current.RightOperand), current.RightOperand);
        }

        return value;
    }

    private Value? ReadTuples(ITupleBinaryOperation comparison)
    {
        var left = ObjectValues.ElementsOf(Read(comparison.LeftOperand), comparison.LeftOperand.Type);
        var right = ObjectValues.ElementsOf(Read(comparison.RightOperand), comparison.RightOperand.Type);
        return left.Length == right.Length ? _conditions.OfTuples(comparison, left, right) : null;
    }

    private Value? ReadConversion(IConversionOperation conversion)
    {
        var value = Read(conversion.Operand);
        return conversion.OperatorMethod is { } change ? _objects.OfConversion(change, value) : value?.Map(constant => Constants.Converted(constant, conversion.Type));
    }

    private Value? Complete(Value? task, IOperation operation)
    {
        Note(operation);
        Become(_members.AfterPause(State));
        if (task?.Task is not { } completion) return null;
        Prove(completion.Facts);
        return completion.Result;
    }

    private Value? Pause(IOperation operation)
    {
        ReadParts(operation);
        Become(_members.AfterPause(State));
        if (body.IsIterator) Write(FilledLists.Yielded, FilledLists.Filled, null);
        return null;
    }

    private void Note(IOperation operation) => Notes.Note(operation.Syntax, State.Facts);
}
