using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>Which places a member writes, and which of them can be followed: not those that a nested function writes, for it may run at any time.</summary>
internal sealed class StorageMap
{
    private readonly Dictionary<ISymbol, int> _writes = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _shared = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<Storage, IOperation> _seeds = [];
    private readonly Dictionary<CaptureId, IOperation> _captures;
    private readonly HashSet<ISymbol> _members = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);
    private readonly List<IOperation> _kept = [];
    private readonly Dictionary<ISymbol, IOperation> _functions = new(SymbolEqualityComparer.Default);
    private HashSet<string>? _reassigned;

    /// <summary>Scans a whole member once.</summary>
    public StorageMap(ControlFlowGraph graph)
    {
        _captures = CapturesOf(graph, _functions);
        foreach (var operation in graph.OriginalOperation.DescendantsAndSelf()) NoteTargets(operation);
    }

    private StorageMap(StorageMap outer, ControlFlowGraph graph)
    {
        (_writes, _shared, _seeds, _members, _variables, _kept) = (outer._writes, outer._shared, outer._seeds, outer._members, outer._variables, outer._kept);
        foreach (var function in outer._functions) _functions[function.Key] = function.Value;
        _captures = CapturesOf(graph, _functions);
    }

    /// <summary>Fields, properties and parameters that the member writes, with one operation that refers to each.</summary>
    public IEnumerable<KeyValuePair<Storage, IOperation>> Seeds => _seeds;

    /// <summary>The fields and properties that the member writes, of whatever object.</summary>
    public IReadOnlyCollection<ISymbol> WrittenMembers => _members;

    /// <summary>The locals and parameters that the member names.</summary>
    public IReadOnlyCollection<ISymbol> Variables => _variables;

    /// <summary>Where the member names what it was not called with: fields, properties, and parameters of a constructor.</summary>
    public IReadOnlyList<IOperation> Kept => _kept;

    /// <summary>Whether the member writes any field or property.</summary>
    public bool WritesMembers => _members.Count > 0;

    /// <summary>Whether the member gives any variable a value apart from its declaration.</summary>
    public bool Assigns { get; private set; }

    /// <summary>The map for a nested function of the same member.</summary>
    public StorageMap For(ControlFlowGraph nested) => new(this, nested);

    /// <summary>Whether a variable keeps the value that it gets first.</summary>
    public bool IsWrittenOnce(ISymbol symbol) => !_shared.Contains(symbol) && _writes.TryGetValue(symbol, out var count) && count == 1;

    /// <summary>Whether a variable is given a value more than once.</summary>
    public bool IsReassigned(ISymbol symbol) => _shared.Contains(symbol) || (_writes.TryGetValue(symbol, out var count) && count > 1);

    /// <summary>Whether a variable of this name is given a value more than once.</summary>
    public bool IsReassigned(string name) => (_reassigned ??= [.. _writes.Where(pair => pair.Value > 1).Select(pair => pair.Key.Name)]).Contains(name);

    /// <summary>Whether a place may be written at any time, by a nested function or through a reference.</summary>
    public bool IsShared(ISymbol symbol) => _shared.Contains(symbol);

    /// <summary>Whether anything in the member writes it.</summary>
    public bool IsWritten(ISymbol symbol) => _writes.ContainsKey(symbol);

    /// <summary>The operation whose result a compiler temporary holds.</summary>
    public IOperation? CapturedOperation(CaptureId id) => _captures.TryGetValue(id, out var operation) ? operation : null;

    /// <summary>The function that a variable holds from the first on.</summary>
    public IOperation? FunctionIn(ILocalSymbol local) => IsWrittenOnce(local) && _functions.TryGetValue(local, out var function) ? function : null;

    /// <summary>The place that an operation refers to, or null if it is none that can be followed.</summary>
    public Storage? StorageOf(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation { IsImplicit: true } conversion:
                return StorageOf(conversion.Operand);
            case IDeclarationExpressionOperation declaration:
                return StorageOf(declaration.Expression);
            case IFlowCaptureReferenceOperation capture:
                // A temporary that stands for a place, as the target of `x = a ? b : c`, is that place.
                return CapturedOperation(capture.Id) is { } target && IsTarget(capture) && StorageOf(target) is { } place ? place : new Storage(capture.Id, null);
            case ILocalReferenceOperation local:
                return _shared.Contains(local.Local) ? null : new Storage(local.Local, null);
            case IParameterReferenceOperation parameter:
                return _shared.Contains(parameter.Parameter) ? null : new Storage(parameter.Parameter, null);
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } member:
                if (_shared.Contains(member.Member)) return null;
                return member.Instance switch
                {
                    null or IInstanceReferenceOperation => new Storage(member.Member, null),
                    var instance when StorageOf(instance) is { Member: null } root => new Storage(root.Root, member.Member),
                    _ => null,
                };
            default:
                return null;
        }
    }

    /// <summary>The variable, field or property that an operation refers to.</summary>
    public ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        IFlowCaptureReferenceOperation capture => CapturedOperation(capture.Id) is { } target ? SymbolOf(target) : null,
        IDeclarationExpressionOperation declaration => SymbolOf(declaration.Expression),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    private static bool IsTarget(IFlowCaptureReferenceOperation capture) => capture.Parent is IAssignmentOperation assignment && assignment.Target == capture;

    private static Dictionary<CaptureId, IOperation> CapturesOf(ControlFlowGraph graph, Dictionary<ISymbol, IOperation> functions)
    {
        var captures = new Dictionary<CaptureId, IOperation>();
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                if (operation is IFlowCaptureOperation capture) captures[capture.Id] = capture.Value;
                else if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { Type.TypeKind: TypeKind.Delegate } holder }, Value: var function }) functions[holder] = function;
            }
        }

        return captures;
    }

    private void NoteTargets(IOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.LocalReference:
                _variables.Add(((ILocalReferenceOperation)operation).Local);
                break;
            case OperationKind.ParameterReference when operation is IParameterReferenceOperation { Parameter: var parameter }:
                _variables.Add(parameter);
                if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }) _kept.Add(operation);
                break;
            case OperationKind.FieldReference or OperationKind.PropertyReference:
                _kept.Add(operation);
                break;
            case OperationKind.VariableDeclarator when operation is IVariableDeclaratorOperation declarator && declarator.GetVariableInitializer() is { } initializer:
                Note(declarator);
                if (declarator.Symbol.IsRef) NoteReferences(initializer.Value);
                break;
            case OperationKind.SimpleAssignment when operation is ISimpleAssignmentOperation { IsRef: true } assignment:
                NoteReferences(assignment.Value);
                break;
            case OperationKind.AddressOf:
                NoteReferences(((IAddressOfOperation)operation).Reference);
                break;
            case OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment or OperationKind.DeconstructionAssignment:
                Assigns = true;
                NoteTarget(((IAssignmentOperation)operation).Target);
                break;
            case OperationKind.Increment or OperationKind.Decrement:
                Note(((IIncrementOrDecrementOperation)operation).Target);
                break;
            case OperationKind.Argument when operation is IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                Note(argument.Value);
                break;
            case OperationKind.DeclarationPattern or OperationKind.RecursivePattern or OperationKind.ListPattern:
                Note(operation);
                break;
        }
    }

    private void NoteTarget(IOperation target)
    {
        // `(a, (b, c)) = ...` and `var (a, b) = ...`.
        if (target is IDeclarationExpressionOperation { Expression: ITupleOperation declared }) target = declared;
        if (target is not ITupleOperation tuple)
        {
            Note(target);
            return;
        }

        foreach (var element in tuple.Elements) NoteTarget(element);
    }

    // Whatever a reference is taken of may be written through it at any time.
    private void NoteReferences(IOperation references)
    {
        foreach (var operation in references.DescendantsAndSelf())
        {
            if (operation is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation && SymbolOf(operation) is { } symbol) _shared.Add(symbol);
        }
    }

    private void Note(IOperation target)
    {
        var symbol = target switch
        {
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            IDeclarationPatternOperation pattern => pattern.DeclaredSymbol,
            IRecursivePatternOperation pattern => pattern.DeclaredSymbol,
            IListPatternOperation pattern => pattern.DeclaredSymbol,
            _ => SymbolOf(target),
        };
        if (symbol is null) return;
        if (symbol is IFieldSymbol or IPropertySymbol) _members.Add(symbol);
        _writes[symbol] = _writes.TryGetValue(symbol, out var count) ? count + 1 : 1;
        if (symbol is IFieldSymbol or IPropertySymbol or IParameterSymbol)
        {
            if (StorageOf(target) is { } storage) _seeds[storage] = target;
        }

        // To write a part of a struct is to write the variable that holds it.
        if (target is IMemberReferenceOperation { Instance: { Type.IsValueType: true } holder }) Note(holder);

        // Fields are written by whoever has the object; only the nested functions of this member are looked at.
        if (FunctionAround(target) is { } function && !SymbolEqualityComparer.Default.Equals(function, symbol.ContainingSymbol)) _shared.Add(symbol);
    }

    private static ISymbol? FunctionAround(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda) return lambda.Symbol;
            if (parent is ILocalFunctionOperation local) return local.Symbol;
        }

        return null;
    }
}
