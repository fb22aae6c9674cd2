using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>All assignments in one member, by variable and property, in source order.</summary>
internal sealed class MemberAssignments
{
    /// <summary>The name under which entries of a dictionary or document are kept.</summary>
    public const string Entries = "this[]";

    private const string CommandText = "CommandText";

    // A member with more calls of its own type's methods, or more variables beside them, is not one that composes a statement.
    private const int MaxOwnCalls = 256;
    private const int MaxGrowing = 4096;

    private static readonly string[] AppendingMethods = ["Append", "AppendLine", "AppendFormat", "AppendJoin", "Add", "AddRange", "Enqueue", "Push"];

    // What puts a value under a key.
    private static readonly string[] PairMethods = ["Add", "TryAdd", "TryAddWithoutValidation"];
    private static readonly string[] KeyedTypes = ["Dictionary", "IDictionary", "SortedDictionary", "JsonObject", "JsonNode", "JObject", "JToken", "BsonDocument", "ExpandoObject", "HttpRequestHeaders", "HttpHeaders"];

    // What else puts something into a document.
    private static readonly string[] FillingMethods = ["Set", "SetElement", "Merge", "InsertAt"];

    private readonly Dictionary<(ISymbol Variable, string Property), List<Assignment>> _assignments = new(VariableComparer.Instance);
    private readonly List<IInvocationOperation> _ownCalls = [];
    private readonly Dictionary<ISymbol, IOperation> _collections = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, (IOperation Collection, int Part)> _parts = new(SymbolEqualityComparer.Default);

    /// <summary>Reads a member's whole operation tree once.</summary>
    public MemberAssignments(IOperation root)
    {
        foreach (var operation in root.DescendantsAndSelf()) Read(operation);
        AddOwnCalls();

        // `sb.Append(a).Append(b)` begins twice at the same place, and a call ends where its arguments do.
        foreach (var key in _assignments.Keys.ToList()) _assignments[key] = [.. _assignments[key].OrderBy(static assignment => assignment.Syntax.Span.End).ThenByDescending(static assignment => assignment.Syntax.SpanStart)];
    }

    /// <summary>The assignments that may decide the value at a use, nearest first; an unconditional one ends the list, and those below the use that come round to it stand behind.</summary>
    /// <param name="variable">Local, parameter, field or property.</param>
    /// <param name="property">A property of what the variable holds (<c>StartInfo.FileName</c>), or an empty string for the variable itself.</param>
    /// <param name="use">Where the value is used.</param>
    public IEnumerable<Assignment> Reaching(ISymbol variable, string property, SyntaxNode use)
    {
        if (!_assignments.TryGetValue((variable, property), out var all)) yield break;
        SyntaxNode? first = null;
        for (var i = all.Count - 1; i >= 0 && first is null; i--)
        {
            var assignment = all[i];
            if (assignment.Syntax.SpanStart >= use.SpanStart || assignment.Syntax.Contains(use)) continue;
            yield return assignment;
            if (assignment.Replaces && Dominates(assignment.Syntax, use)) first = assignment.Syntax;
        }

        foreach (var later in all)
        {
            if (!later.Appends && later.Syntax.SpanStart > use.SpanStart && ComesRound(later.Syntax, use, variable, first)) yield return later;
        }
    }

    /// <summary>Whether every path to a use gives the variable a new value, so that nothing is left of what it was handed.</summary>
    public bool IsReplaced(ISymbol variable, SyntaxNode use) =>
        All(variable).Any(assignment => assignment.Replaces && assignment.Syntax.SpanStart < use.SpanStart && !assignment.Syntax.Contains(use) && Dominates(assignment.Syntax, use));

    /// <summary>Every assignment of a variable, wherever it stands.</summary>
    public IReadOnlyList<Assignment> All(ISymbol variable, string property = "") =>
        _assignments.TryGetValue((variable, property), out var all) ? all : [];

    /// <summary>The collection of which a <c>foreach</c> variable is an element; null for any other variable.</summary>
    public IOperation? CollectionOf(ILocalSymbol element) => _collections.TryGetValue(element, out var collection) ? collection : null;

    /// <summary>The collection of which a variable is one part of each element: <c>foreach (var (name, sql) in steps)</c>; null for any other variable.</summary>
    public (IOperation Collection, int Part)? PartOf(ILocalSymbol local) => _parts.TryGetValue(local, out var part) ? part : null;

    /// <summary>Whether what a variable holds has got something since it was created: by an indexer, or by <c>Add</c>. A loop counts as run.</summary>
    public bool IsFilled(ISymbol variable, SyntaxNode use)
    {
        var filled = All(variable, Entries).Concat(All(variable).Where(assignment => assignment.Appends)).Where(assignment => assignment.Syntax.SpanStart < use.SpanStart && Dominates(LoopAround(assignment.Syntax), use)).ToList();
        return filled.Count > 0 && !All(variable).Any(assignment => !assignment.Appends && assignment.Syntax.SpanStart < use.SpanStart && filled.All(fill => fill.Syntax.SpanStart < assignment.Syntax.SpanStart));
    }

    private static SyntaxNode LoopAround(SyntaxNode assignment)
    {
        SyntaxNode? node = assignment.FirstAncestorOrSelf<StatementSyntax>();
        var outer = node?.Parent is BlockSyntax block ? block.Parent : node?.Parent;
        return outer is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax ? outer : assignment;
    }

    // What stands below a use decides it in the next round of a loop around both, or when the function that holds the use runs later.
    private static bool ComesRound(SyntaxNode later, SyntaxNode use, ISymbol variable, SyntaxNode? first)
    {
        foreach (var around in use.Ancestors())
        {
            if (around is MemberDeclarationSyntax || DeclaresWithin(around, variable) || (first is not null && around.Span.Contains(first.Span))) return false;
            switch (around)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                case CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax when around.Span.Contains(later.Span):
                    return true;
            }
        }

        return false;
    }

    private static bool DeclaresWithin(SyntaxNode around, ISymbol variable) =>
        variable is ILocalSymbol or IParameterSymbol && variable.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == around.SyntaxTree && around.Span.Contains(declaration.Span));

    // Its statement list also holds the use, so the use is not reached without it (gotos aside).
    private static bool Dominates(SyntaxNode assignment, SyntaxNode use)
    {
        var statement = assignment.FirstAncestorOrSelf<StatementSyntax>();
        var list = statement?.Parent is GlobalStatementSyntax global ? global.Parent : statement?.Parent;
        return list is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax && list.Span.Contains(use.Span) && !InsideConditional(assignment, statement!);
    }

    private static bool InsideConditional(SyntaxNode assignment, StatementSyntax statement) =>
        assignment.Ancestors().TakeWhile(node => node != statement).Any(node => node is ConditionalExpressionSyntax or BinaryExpressionSyntax or LambdaExpressionSyntax or SwitchExpressionSyntax or ConditionalAccessExpressionSyntax);

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var local } declarator when declarator.GetVariableInitializer() is { Value: var value }:
                Add(local, "", new Assignment(declarator.Syntax, value, Appends: false));
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var element }, Collection: var collection }:
                _collections[element] = collection;
                break;
            case IForEachLoopOperation { LoopControlVariable: IDeclarationExpressionOperation { Expression: ITupleOperation { Elements: var parts } }, Collection: var collection }:
                for (var i = 0; i < parts.Length; i++)
                {
                    if (parts[i] is ILocalReferenceOperation { Local: var part }) _parts[part] = (collection, i);
                }

                break;
            case ISimpleAssignmentOperation assignment:
                AddTo(assignment.Target, assignment.Syntax, assignment.Value, appends: false);
                break;
            case ICoalesceAssignmentOperation assignment:
                AddTo(assignment.Target, new Assignment(assignment.Syntax, assignment.Value, Appends: false) { Keeps = true });
                break;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } assignment:
                AddTo(assignment.Target, assignment.Syntax, assignment.Value, appends: true);
                break;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.And } assignment:
                AddTo(assignment.Target, assignment.Syntax, assignment, appends: false);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                AddTo(argument.Value, new Assignment(argument.Syntax, null, Appends: false) { HandedOut = argument });
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                AddParts(deconstruction.Target, deconstruction.Syntax, deconstruction.Value);
                break;
            case IInvocationOperation { Instance: { } receiver, Arguments: [{ Value: var key }, { Value: var entry }] } pair when PairMethods.Contains(pair.TargetMethod.Name) && IsKeyed(receiver.Type):
                AddEntry(Innermost(receiver), new Assignment(pair.Syntax, entry, Appends: true) { Key = key });
                break;
            case IInvocationOperation { Instance: { } receiver } invocation when AppendingMethods.Contains(invocation.TargetMethod.Name):
                var first = invocation.Arguments.IsEmpty ? null : invocation.Arguments[0].Value;
                AddTo(Innermost(receiver), new Assignment(invocation.Syntax, first, Appends: true) { Call = invocation.TargetMethod.Name is "Add" or "Enqueue" or "Push" ? null : invocation });
                break;
            case IMethodReferenceOperation { Method.Name: "Add", Instance: { } receiver } adder when ElementFunctions.ListFor(adder) is { } added:
                AddTo(receiver, adder.Syntax, added, appends: true);
                break;
            case IInvocationOperation { Instance: { } receiver, TargetMethod: { Name: "Clear", ContainingType.Name: "StringBuilder" } } invocation:
                AddTo(Innermost(receiver), new Assignment(invocation.Syntax, null, Appends: false) { Call = invocation });
                break;
            case IInvocationOperation { Instance: null or IInstanceReferenceOperation, TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } invocation:
                if (_ownCalls.Count < MaxOwnCalls) _ownCalls.Add(invocation);
                break;
            case IArgumentOperation { Value: var value, Parameter: { } parameter, Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } invocation } when TextPropertyOf(value.Type) is { } property && Variables.Of(value) is { } variable:
                Add(variable, property, new Assignment(invocation.Syntax, null, Appends: true) { Call = invocation, HandedTo = parameter });
                break;
            case IInvocationOperation { Instance: { Type.Name: "BsonDocument" } receiver } invocation when FillingMethods.Contains(invocation.TargetMethod.Name) && Variables.Of(receiver) is { } document:
                Add(document, Entries, new Assignment(invocation.Syntax, null, Appends: true));
                break;
        }
    }

    // Objects that hold a text which whoever gets them can go on with.
    private static string? TextPropertyOf(ITypeSymbol? type) =>
        type is { Name: "StringBuilder" } or INamedTypeSymbol { Name: "List", TypeArguments: [{ SpecialType: SpecialType.System_String }] } ? "" : type?.Name.EndsWith("Command", StringComparison.Ordinal) == true ? CommandText : null;

    // A field, or what a local function captures, may go on growing in the methods that are called here.
    private void AddOwnCalls()
    {
        var left = MaxGrowing;
        foreach (var (variable, property) in _ownCalls.Count == 0 ? [] : _assignments.Keys.ToList())
        {
            if (variable is IParameterSymbol || (property != CommandText && !(property.Length == 0 && TypeOf(variable) is { Name: "StringBuilder" or "String" }))) continue;
            if ((left -= _ownCalls.Count) < 0) return;
            foreach (var call in _ownCalls)
            {
                if (variable is IFieldSymbol or IPropertySymbol || call.TargetMethod.MethodKind == MethodKind.LocalFunction) Add(variable, property, new Assignment(call.Syntax, null, Appends: true) { Call = call });
            }
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    // `sb.Append(a).Append(b)`: both append to sb.
    private static IOperation Innermost(IOperation receiver)
    {
        while (receiver is IInvocationOperation { Instance: { } inner } invocation && (AppendingMethods.Contains(invocation.TargetMethod.Name) || invocation.TargetMethod.Name == "Clear")) receiver = inner;
        return receiver;
    }

    // `(a, (b, c)) = (1, (2, 3))`: each place gets the part that stands where it does; of another tuple nothing is known.
    private void AddParts(IOperation target, SyntaxNode syntax, IOperation? value)
    {
        while (target is IDeclarationExpressionOperation { Expression: var declared }) target = declared;
        while (value is IConversionOperation conversion) value = conversion.Operand;
        if (target is not ITupleOperation tuple)
        {
            AddTo(target, syntax, value, appends: false);
            return;
        }

        var parts = value is ITupleOperation given && given.Elements.Length == tuple.Elements.Length ? given.Elements : default;
        var whole = parts.IsDefault && value is not null ? Variables.Unwrap(value) : null;
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            if (whole is null || tuple.Elements[i] is ITupleOperation or IDeclarationExpressionOperation { Expression: ITupleOperation }) AddParts(tuple.Elements[i], syntax, parts.IsDefault ? null : parts[i]);
            else AddTo(tuple.Elements[i], new Assignment(syntax, null, Appends: false) { PartOf = (whole, i) });
        }
    }

    private void AddTo(IOperation target, SyntaxNode syntax, IOperation? value, bool appends) => AddTo(target, new Assignment(syntax, value, appends));

    private static bool IsKeyed(ITypeSymbol? type) => type is not null && KeyedTypes.Contains(type.Name);

    private void AddEntry(IOperation holder, Assignment entry)
    {
        if (Variables.PathOf(holder) is var (variable, path)) Add(variable, path.Length == 0 ? Entries : $"{path}.{Entries}", entry);
    }

    private void AddTo(IOperation target, Assignment assignment)
    {
        if (target is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } holder, Arguments: [{ Value: var key }] } && IsKeyed(holder.Type))
        {
            AddEntry(holder, assignment with { Appends = true, Key = key });
            return;
        }

        if (target is IDeclarationExpressionOperation { Expression: var declared }) target = declared;
        if (Variables.PathOf(target) is var (variable, property)) Add(variable, property, assignment);
    }

    private void Add(ISymbol variable, string property, Assignment assignment)
    {
        if (!_assignments.TryGetValue((variable, property), out var list)) _assignments[(variable, property)] = list = [];
        list.Add(assignment);
    }

    private sealed class VariableComparer : IEqualityComparer<(ISymbol Variable, string Property)>
    {
        public static readonly VariableComparer Instance = new();

        public bool Equals((ISymbol Variable, string Property) x, (ISymbol Variable, string Property) y) =>
            SymbolEqualityComparer.Default.Equals(x.Variable, y.Variable) && x.Property == y.Property;

        public int GetHashCode((ISymbol Variable, string Property) key) =>
            SymbolEqualityComparer.Default.GetHashCode(key.Variable) ^ key.Property.GetHashCode();
    }
}
