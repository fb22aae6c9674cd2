using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>Follows a value back to the expressions that it may come from.</summary>
internal sealed class ValueSources(AnalysisServices services)
{
    private const int MaxSteps = 64;

    // Parts of tuples that come from parts of tuples, in a loop perhaps from themselves.
    private const int MaxTuples = 2;

    /// <summary>The expressions that a value may come from, without wrappers; a reference that cannot be followed stands for itself.</summary>
    public ImmutableArray<IOperation> Of(IOperation value) => Of(value, 0);

    private ImmutableArray<IOperation> Of(IOperation value, int tuples)
    {
        // Most values come from nowhere else.
        var first = Variables.Unwrap(value);
        var origins = Next(first, tuples);
        if (origins.Count == 0) return ImmutableArray.Create(first);

        var sources = ImmutableArray.CreateBuilder<IOperation>();
        var pending = new Stack<IOperation>(origins);
        var seen = new HashSet<IOperation> { first };
        while (pending.Count > 0)
        {
            var operation = Variables.Unwrap(pending.Pop());
            var next = seen.Add(operation) && seen.Count < MaxSteps ? Next(operation, tuples) : [];
            if (next.Count == 0) sources.Add(operation);
            foreach (var source in next) pending.Push(source);
        }

        return sources.ToImmutable();
    }

    /// <summary>The same without <c>null</c>, where the value is used for something: nothing is done to what is not there.</summary>
    public ImmutableArray<IOperation> NotNull(IOperation value) => Of(value).RemoveAll(static source => source.ConstantValue is { HasValue: true, Value: null });

    /// <summary>The values at a catalogue path of a call; empty when there is no such argument.</summary>
    public ImmutableArray<IOperation> At(IOperation call, ValuePath path) => RootOf(call, path.Root) is { } root ? From(root, path.Properties, call.Syntax) : ImmutableArray<IOperation>.Empty;

    /// <summary>The values that a path of properties leads to from a value.</summary>
    public ImmutableArray<IOperation> From(IOperation root, ImmutableArray<string> properties, SyntaxNode use) =>
        properties.Aggregate(ImmutableArray.Create(root), (values, property) => values.SelectMany(value => PropertyOf(value, property, use)).ToImmutableArray());

    /// <summary>The argument for a parameter, the receiver of a call, or what is assigned.</summary>
    public static IOperation? RootOf(IOperation call, string root) => call switch
    {
        IInvocationOperation or IObjectCreationOperation when root == ValuePath.Result => call,
        IInvocationOperation invocation when root == ValuePath.Receiver => invocation.Instance ?? (invocation.TargetMethod.IsExtensionMethod ? ArgumentAt(invocation.Arguments, 0) : null),
        IInvocationOperation invocation => Argument(invocation.Arguments, root) ?? Extended(invocation, root),
        IObjectCreationOperation creation => Argument(creation.Arguments, root),
        ISimpleAssignmentOperation assignment when root == ValuePath.Assigned => assignment.Value,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: var holder } } when root == ValuePath.Receiver => holder,
        IPropertyReferenceOperation property when root == ValuePath.Receiver => property.Instance,
        IMethodReferenceOperation method when root == ValuePath.Receiver => method.Instance,
        _ => null,
    };

    /// <summary>What a property of an object may hold: assigned before the use, or when the object was created.</summary>
    public IEnumerable<IOperation> PropertyOf(IOperation holder, string property, SyntaxNode use)
    {
        if (Variables.Of(holder) is { } variable)
        {
            var assigned = services.AssignmentsAround(holder).Reaching(variable, property, use).ToList();
            if (assigned.Count > 0) return assigned.Select(assignment => assignment.Value).OfType<IOperation>();
        }

        return Of(holder).SelectMany(source => InitialValues(source, property));
    }

    /// <summary>What a property of the result of a call is given at once: <c>db.Entry(order).State = EntityState.Deleted</c>, also by way of a variable in the same block.</summary>
    public IEnumerable<IOperation> GivenToResult(IOperation call, string property)
    {
        if (call.Parent is IPropertyReferenceOperation { Property.Name: var name, Parent: ISimpleAssignmentOperation set } target && name == property && set.Target == target) return [set.Value];
        if (Variables.DeclaredBy(call) is not { } variable) return [];
        var block = call.Syntax.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()?.Parent;
        return services.AssignmentsAround(call).All(variable, property).Where(assignment => assignment.Syntax.Parent is ExpressionStatementSyntax { Parent: var around } && around == block).Select(static assignment => assignment.Value).OfType<IOperation>();
    }

    /// <summary>Whether an object that is created in view leaves a property at its default.</summary>
    public bool LeavesUnset(IOperation holder, string property, SyntaxNode use)
    {
        var sources = Of(holder);
        return sources.All(source => source is IObjectCreationOperation) && !PropertyOf(holder, property, use).Any();
    }

    /// <summary>Whether a document that a variable holds has been given something since it was created.</summary>
    public bool IsFilled(IOperation reference) =>
        Variables.Of(reference) is { Kind: SymbolKind.Local } variable && services.AssignmentsAround(reference).IsFilled(variable, reference.Syntax);

    /// <summary>The values that a property may have from the start: by initializer, by a constructor or factory parameter of its name, or by a fluent <c>With...</c> call.</summary>
    public IEnumerable<IOperation> InitialValues(IOperation source, string property)
    {
        var values = new List<IOperation>();
        var pending = new Stack<IOperation>();
        var seen = new HashSet<IOperation>();
        pending.Push(source);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!seen.Add(next) || seen.Count > MaxSteps) continue;
            if (next is IBinaryOperation { OperatorMethod: not null } pipe)
            {
                // CliWrap: what stands left of `|` is the input of the command right of it.
                if (property == "StandardInputPipe") values.Add(pipe.LeftOperand);
                else foreach (var origin in new[] { pipe.LeftOperand, pipe.RightOperand }.SelectMany(side => Of(side))) pending.Push(origin);
                continue;
            }

            if (next is not IInvocationOperation call)
            {
                if (CreatedWith(next, property) is { } value) values.Add(value);
                continue;
            }

            var given = call.TargetMethod.Name == "With" + property ? ArgumentAt(call.Arguments, call.Instance is null ? 1 : 0) : call.Arguments.FirstOrDefault(argument => Sets(argument.Parameter?.Name, property))?.Value;
            if (given is not null) values.Add(given);
            else if (RootOf(call, ValuePath.Receiver) is { } receiver)
            {
                foreach (var origin in Of(receiver)) pending.Push(origin);
            }
        }

        return values;
    }

    private static IOperation? CreatedWith(IOperation source, string property)
    {
        // `StartInfo = { FileName = "psql" }` creates nothing and sets all the same.
        var creation = source as IObjectCreationOperation;
        var initializers = (source as IObjectOrCollectionInitializerOperation ?? creation?.Initializer)?.Initializers ?? ImmutableArray<IOperation>.Empty;
        foreach (var initializer in initializers.Reverse())
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment && target.Property.Name == property) return assignment.Value;
            if (initializer is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation collection, Initializer: var elements } && collection.Property.Name == property) return elements;
        }

        return creation?.Arguments.FirstOrDefault(argument => Sets(argument.Parameter?.Name, property))?.Value;
    }

    /// <summary>The assignments in a member's type to something of its name.</summary>
    public IEnumerable<AssignmentExpressionSyntax> AssignmentsTo(ISymbol member) => AssignmentsIn(member.ContainingType, member.Name);

    /// <summary>The assignments in a type to something of a name, whatever object it belongs to.</summary>
    public IEnumerable<AssignmentExpressionSyntax> AssignmentsIn(INamedTypeSymbol type, string name) => services.DeclarationsOf(type)
        .Select(static declaration => declaration.GetSyntax())
        .SelectMany(declaration => services.ObjectPerUnit(declaration, () => AssignmentsByName(declaration))[name]);

    // SqlCommand's constructor calls its command text `cmdText`, and WebRequest.Create its address `requestUriString`.
    private static bool Sets(string? parameter, string property) =>
        string.Equals(parameter, property, StringComparison.OrdinalIgnoreCase) || (property, parameter) is ("CommandText", "cmdText") or ("RequestUri", "requestUriString");

    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    // A member of a C# 14 extension block is called on what it extends. The block's parameter has no name in this Roslyn, but the static method behind the member has one for it.
    private static IOperation? Extended(IInvocationOperation invocation, string parameter) =>
        invocation is { Instance: { } receiver, TargetMethod: { ContainingType: { Name: "", ContainingType: { } holder } } method }
        && holder.GetMembers(method.Name).OfType<IMethodSymbol>().Any(behind => behind.IsStatic && behind.Parameters.Length == method.Parameters.Length + 1 && behind.Parameters[0].Name == parameter)
            ? receiver
            : null;

    private static IOperation? ArgumentAt(ImmutableArray<IArgumentOperation> arguments, int ordinal) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;

    private IReadOnlyList<IOperation> Next(IOperation operation, int tuples) => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation => Assigned(operation, tuples),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => [conditional.WhenTrue, whenFalse],
        ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
        ISwitchExpressionOperation choice => choice.Arms.Select(arm => arm.Value).ToList(),
        ISimpleAssignmentOperation assignment => [assignment.Value],
        ICoalesceAssignmentOperation kept => [kept.Target, kept.Value],
        IConditionalAccessOperation access => [access.WhenNotNull],
        IFieldReferenceOperation { Field: var field } => Initializers(field),
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "Lazy" }, Instance: { } lazy } => Made(lazy),
        IPropertyReferenceOperation { Property: { SetMethod: null or { DeclaredAccessibility: Accessibility.Private } } property } => Initializers(property),
        // Whoever creates the object may give it another value: the property stands for itself beside its own.
        IPropertyReferenceOperation { Property: { SetMethod.IsInitOnly: true } property } => [.. Initializers(property), operation],
        _ => [],
    };

    // What the function of a `new Lazy<T>(() => ...)` returns that the variable is given; none where that is out of sight.
    private IReadOnlyList<IOperation> Made(IOperation lazy)
    {
        var sources = Variables.Of(lazy) is null ? [lazy] : Next(Variables.Unwrap(lazy), MaxTuples);
        var functions = sources.Select(static source => Variables.Unwrap(source) is IObjectCreationOperation { Arguments: [{ Value: var factory }, ..] } ? Variables.Unwrap(factory) as IAnonymousFunctionOperation : null).ToList();
        return functions.Contains(null) ? [] : functions.SelectMany(static function => ReturnedValues.Of(function!)).ToList();
    }

    private IReadOnlyList<IOperation> Assigned(IOperation reference, int tuples)
    {
        var variable = Variables.Of(reference)!;
        var all = services.AssignmentsAround(reference);
        var assignments = all.Reaching(variable, "", reference.Syntax).Where(assignment => !assignment.Appends).ToList();
        if (assignments.Count == 0) return [];
        var values = new List<IOperation>();
        foreach (var assignment in assignments)
        {
            var given = assignment.Value is { } value ? [value] : assignment.PartOf is var (whole, place) ? PartsOf(whole, place, tuples) : [];
            if (given.Count == 0) return [];
            values.AddRange(given);
        }

        // `if (path == "") path = Path.GetTempPath();` leaves what the caller has handed over on the other path: the parameter stands for itself beside the rest.
        return variable is IParameterSymbol && !all.IsReplaced(variable, reference.Syntax) ? [.. values, reference] : values;
    }

    // What stands at one place of the tuples that a choice or a method in sight yields; none where one of them is made elsewhere.
    private IReadOnlyList<IOperation> PartsOf(IOperation whole, int place, int tuples)
    {
        if (tuples == MaxTuples) return [];
        var parts = Of(whole, tuples + 1).SelectMany(TuplesOf).Select(value => Variables.Unwrap(value) is ITupleOperation { Elements: var elements } && place < elements.Length ? elements[place] : null).ToList();
        return parts.Contains(null) ? [] : parts.Select(static part => part!).ToList();
    }

    private IReadOnlyList<IOperation> TuplesOf(IOperation source) =>
        source is IInvocationOperation { TargetMethod: { IsVirtual: false, IsAbstract: false, IsOverride: false } method } && services.BodyOf(method.OriginalDefinition) is { } body ? ReturnedValues.Of(body) : [source];

    // Every value that a private or readonly field, a static one of this assembly, or a get-only property can ever have; none where some are out of sight.
    private IReadOnlyList<IOperation> Initializers(ISymbol member)
    {
        var isOpen = member is IFieldSymbol { IsReadOnly: false, IsConst: false, DeclaredAccessibility: not Accessibility.Private };
        if (isOpen && !(member.IsStatic && StaticWrites.AreInSight(member))) return [];
        if (member.IsVirtual || member.IsAbstract || services.Injected.Contain(member)) return [];
        var values = Declared(member);
        if (member is IFieldSymbol { IsConst: true }) return values;
        return (isOpen ? new StaticWrites(services).To(member) : AssignedTo(member)) is { } assigned ? [.. values, .. assigned] : [];
    }

    /// <summary>What a field or property is declared with.</summary>
    public IReadOnlyList<IOperation> Declared(ISymbol member)
    {
        var values = new List<IOperation>();
        foreach (var reference in services.DeclarationsOf(member))
        {
            var declaration = reference.GetSyntax();
            if (InitializerOf(declaration) is { } initializer && services.ModelFor(declaration.SyntaxTree).GetOperation(initializer) is { } value) values.Add(value);
        }

        return values;
    }

    /// <summary>Every value that is assigned to a field or property in its type; null where some are out of sight.</summary>
    public IReadOnlyList<IOperation>? AssignedTo(ISymbol member)
    {
        var values = new List<IOperation>();
        foreach (var candidate in AssignmentsTo(member))
        {
            if (services.ModelFor(candidate.SyntaxTree).GetOperation(candidate) is not IAssignmentOperation assignment) return null;
            // That of another object may be followed by a look at this one.
            if (Variables.Unwrap(assignment.Target) is IMemberReferenceOperation { Member: var assigned } && SymbolEqualityComparer.Default.Equals(assigned.OriginalDefinition, member.OriginalDefinition)) values.Add(assignment.Value);
        }

        return values;
    }

    private static ILookup<string, AssignmentExpressionSyntax> AssignmentsByName(SyntaxNode type) =>
        type.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(assignment => NameOf(assignment.Left) is not null).ToLookup(assignment => NameOf(assignment.Left)!, StringComparer.Ordinal);

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name: var name } => name.Identifier.ValueText,
        _ => null,
    };

    private static ExpressionSyntax? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
        PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.AccessorList?.Accessors.FirstOrDefault()?.ExpressionBody?.Expression,
        _ => null,
    };
}
