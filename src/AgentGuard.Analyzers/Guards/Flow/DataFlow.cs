using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>Which variables of one member what they hold may come from: every mention in what they are given, however it is used there.</summary>
internal sealed class DataFlow
{
    private readonly Dictionary<ISymbol, Origins> _given = new(SymbolEqualityComparer.Default);
    private readonly SyntaxNode _root;
    private readonly SemanticModel? _model;
    private readonly HashSet<ISymbol> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>Reads a member once.</summary>
    public DataFlow(IOperation member)
    {
        (_root, _model) = (member.Syntax, member.SemanticModel);
        foreach (var operation in member.DescendantsAndSelf()) Note(operation);
    }

    /// <summary>What some operations may hold, all the way back; open where that cannot be seen from here.</summary>
    public Origins Of(IEnumerable<IOperation> operations)
    {
        var found = new Origins();
        foreach (var operation in operations) found.Add(MentionsIn(operation));
        return Complete(found);
    }

    /// <summary>What a variable may hold, all the way back.</summary>
    public Origins Of(ISymbol variable)
    {
        var found = new Origins();
        found.Variables.Add(variable);
        return Complete(found);
    }

    private Origins Complete(Origins found)
    {
        var pending = new Stack<ISymbol>(found.Variables);
        while (pending.Count > 0)
        {
            if (!_given.TryGetValue(pending.Pop(), out var given)) continue;
            found.IsOpen |= given.IsOpen;
            foreach (var source in given.Variables)
            {
                if (found.Variables.Add(source)) pending.Push(source);
            }
        }

        return found;
    }

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation:
                GivenTo(VariableOf(operation)!);
                break;
            case IVariableDeclaratorOperation declarator:
                Flow(GivenTo(declarator.Symbol), declarator.GetVariableInitializer());
                break;
            case IForEachLoopOperation { LoopControlVariable: { } each } loop:
                Flow(TargetsIn(each), loop.Collection);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Flow(TargetsIn(deconstruction.Target), deconstruction.Value);
                break;
            case IAssignmentOperation assignment:
                Flow(GivenToHolder(assignment.Target), assignment.Value);
                break;
            case IPatternOperation pattern when DeclaredBy(pattern) is { } declared:
                Flow(GivenTo(declared), LookedAt(pattern));
                break;
            case IInvocationOperation call:
                NoteCall(call.Instance, call.Arguments, isCompared: call.Type?.SpecialType == SpecialType.System_Boolean || !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty);
                break;
            case IObjectCreationOperation creation:
                NoteCall(null, creation.Arguments, isCompared: false);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality:
                Link([equality.LeftOperand, equality.RightOperand]);
                break;
        }
    }

    // A receiver keeps what it is handed, an `out` argument gets what the others tell; what is compared, or checked together, has to do with each other.
    private void NoteCall(IOperation? instance, ImmutableArray<IArgumentOperation> arguments, bool isCompared)
    {
        var all = arguments.Select(static argument => argument.Value).Concat(instance is null ? [] : new[] { instance }).ToArray();
        if (isCompared && all.Length > 1) Link(all);
        if (instance is not null && GivenToHolder(instance) is { } kept) Flow(kept, [.. arguments.Select(static argument => argument.Value)]);
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref) Flow(TargetsIn(argument.Value), all);
        }
    }

    private void Link(IOperation[] operations)
    {
        foreach (var operation in operations)
        {
            foreach (var variable in MentionsIn(operation).Variables) Flow(GivenTo(variable), [.. operations.Where(other => other != operation)]);
        }
    }

    private void Flow(Origins? given, params IOperation?[] sources)
    {
        if (given is null) return;
        foreach (var source in sources)
        {
            if (source is not null) given.Add(MentionsIn(source));
        }
    }

    private void Flow(IEnumerable<Origins> targets, params IOperation?[] sources)
    {
        foreach (var target in targets) Flow(target, sources);
    }

    private IEnumerable<Origins> TargetsIn(IOperation target) => target.DescendantsAndSelf()
        .Select(static operation => operation is IVariableDeclaratorOperation declarator ? declarator.Symbol : VariableOf(operation))
        .OfType<ISymbol>()
        .Select(GivenTo);

    private Origins? GivenToHolder(IOperation target)
    {
        while (true)
        {
            switch (target)
            {
                case IMemberReferenceOperation { Instance: { } holder }:
                    target = holder;
                    break;
                case IConversionOperation conversion:
                    target = conversion.Operand;
                    break;
                case IArrayElementReferenceOperation element:
                    target = element.ArrayReference;
                    break;
                case IInvocationOperation { Instance: { } receiver }:
                    target = receiver;
                    break;
                default:
                    return VariableOf(target) is { } variable ? GivenTo(variable) : null;
            }
        }
    }

    private Origins GivenTo(ISymbol variable)
    {
        if (_given.TryGetValue(variable, out var known)) return known;
        return _given[variable] = new Origins { IsOpen = variable is IParameterSymbol parameter && !IsOwn(parameter) };
    }

    // What a lambda or a local function is called with, or a class with a primary constructor was made with, is told elsewhere.
    private bool IsOwn(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) } method
        && method.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == _root.SyntaxTree && reference.Span.Contains(_root.Span) && reference.GetSyntax() is not TypeDeclarationSyntax);

    private Origins MentionsIn(IOperation source)
    {
        var found = new Origins();
        foreach (var operation in source.DescendantsAndSelf())
        {
            if (VariableOf(operation) is { } variable) found.Variables.Add(variable);
            else found.IsOpen |= operation is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences: [var written] } called } ? !IsPure(called, written) : IsOpen(operation);
        }

        return found;
    }

    // `private static string Resolve(string path) => Path.GetFullPath(path)` gives back what it gets, as the base library does.
    private bool IsPure(IMethodSymbol method, SyntaxReference written)
    {
        if (!method.IsStatic || written.SyntaxTree != _root.SyntaxTree || !_methods.Add(method)) return false;
        var isPure = _model?.GetOperation(written.GetSyntax()) is { } body && !MentionsIn(body).IsOpen;
        _methods.Remove(method);
        return isPure;
    }

    // The object itself, a static member and a method of the program may hold or bring anything; the base library gives back what it gets.
    private static bool IsOpen(IOperation operation) => operation switch
    {
        IInstanceReferenceOperation { ReferenceKind: not InstanceReferenceKind.ImplicitReceiver } => true,
        IFieldReferenceOperation { Field: { IsStatic: true, HasConstantValue: false } field } => !IsOfBase(field),
        IPropertyReferenceOperation { Property.IsStatic: true } property => !IsOfBase(property.Property),
        IInvocationOperation { Instance: null, Arguments.IsEmpty: true } call => !IsOfBase(call.TargetMethod),
        IInvocationOperation call => !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty,
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null } creation => creation.Type is not { } made || !IsOfBase(made),
        IAnonymousFunctionOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation => true,
        _ => false,
    };

    private static bool IsOfBase(ISymbol symbol)
    {
        var space = symbol.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space?.Name == "System" && symbol.DeclaringSyntaxReferences.IsEmpty;
    }

    /// <summary>The local or parameter that an operation names.</summary>
    public static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static ISymbol? DeclaredBy(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    };

    private static IOperation? LookedAt(IOperation pattern)
    {
        for (var around = pattern.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IIsPatternOperation test:
                    return test.Value;
                case ISwitchOperation statement:
                    return statement.Value;
                case ISwitchExpressionOperation expression:
                    return expression.Value;
            }
        }

        return null;
    }

    /// <summary>The variables that something may come from.</summary>
    internal sealed class Origins
    {
        /// <summary>The variables.</summary>
        public HashSet<ISymbol> Variables { get; } = new(SymbolEqualityComparer.Default);

        /// <summary>Whether it may come from anything else that cannot be seen.</summary>
        public bool IsOpen { get; set; }

        /// <summary>Takes what others come from.</summary>
        public void Add(Origins other)
        {
            Variables.UnionWith(other.Variables);
            IsOpen |= other.IsOpen;
        }
    }
}
