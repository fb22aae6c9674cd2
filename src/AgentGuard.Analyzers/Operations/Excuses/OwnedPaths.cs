using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>
/// Paths that are temporary wherever a flag beside them is set: <c>if (_owns) Directory.Delete(_folder, true)</c>, where only the branch that
/// makes a temporary folder says <c>_owns = true</c>, and folders that a flag says were missing before.
/// </summary>
/// <param name="services">What is shared in the compilation.</param>
/// <param name="isTemporary">Whether a path certainly is a temporary one.</param>
internal sealed class OwnedPaths(AnalysisServices services, Func<IOperation, bool> isTemporary)
{
    private readonly HandedValues _handed = new(services);

    /// <summary>Whether a path is one, where it is used.</summary>
    public bool Contain(IOperation path)
    {
        if (Variables.Of(Variables.Unwrap(path) is IObjectCreationOperation { Type.Name: "DirectoryInfo", Arguments: [var inner] } ? inner.Value : path) is not { } variable || !IsOwn(variable)) return false;
        return IsMadeWhereMissing(variable) || HeldConditions.At(path).Any(held => held.Holds && Variables.Of(held.Condition) is { } flag && IsOwn(flag) && Implies(flag, variable, path));
    }

    // `if (!Directory.Exists(folder)) { Directory.CreateDirectory(folder); _created = folder; }`, and nothing else is ever put there.
    private bool IsMadeWhereMissing(ISymbol variable)
    {
        if (variable is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private } || services.Values.AssignedTo(variable) is not { } assigned) return false;
        var given = assigned.Where(static value => value.ConstantValue is not { HasValue: true, Value: null }).ToList();
        return given.Count > 0 && services.Values.Declared(variable).All(static value => value.ConstantValue is { HasValue: true, Value: null }) && given.TrueForAll(value =>
            Variables.Of(value) is { Kind: SymbolKind.Local or SymbolKind.Parameter } folder && HeldConditions.At(value).Any(held => HeldConditions.SayMissing(held, folder))
            && (BlockOf(value.Syntax) as BlockSyntax)?.Statements.Any(static statement => statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && CallSyntax.CalledName(call) == "CreateDirectory") == true);
    }

    // What only this type writes.
    private static bool IsOwn(ISymbol variable) => variable switch
    {
        ILocalSymbol or IParameterSymbol { RefKind: RefKind.None } => true,
        IFieldSymbol field => field.DeclaredAccessibility == Accessibility.Private || field.IsReadOnly,
        IPropertySymbol property => property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private } && !property.IsVirtual && !property.IsAbstract,
        _ => false,
    };

    private bool Implies(ISymbol flag, ISymbol variable, IOperation use)
    {
        var given = ValuesOf(variable, use);
        var flags = ValuesOf(flag, use);
        return flags.Any(static set => set.Value.ConstantValue.Value is not false)
            && flags.All(set => set.Value.ConstantValue.Value is false || IsSetWithTemporary(set, given) || IsSetWithItsSource(set, given) || IsSetWithoutAny(set.Value, given) || IsSetBeforeCreation(set, variable, given) || IsHandedTogether(set.Value, given));
    }

    // `_folder = Path.Combine(Path.GetTempPath(), ...); _owns = true;`, and nothing else is put in its place afterwards.
    private bool IsSetWithTemporary(Written flag, IReadOnlyList<Written> given)
    {
        if (flag.Value.ConstantValue.Value is not true || BlockOf(flag.Syntax) is not { } block) return false;
        var temporary = given.Where(one => isTemporary(one.Value)).ToList();
        if (temporary.Find(one => BlockOf(one.Syntax) == block) is not { } own) return false;
        return given.Except(temporary).All(other => CallSyntax.MemberOf(other.Syntax) == CallSyntax.MemberOf(own.Syntax)
            ? other.Syntax.SpanStart < own.Syntax.SpanStart || AreAlternatives(own.Syntax, other.Syntax)
            : other.Syntax.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is null or ConstructorDeclarationSyntax);
    }

    // `_folder = folder;` behind it, and nothing else.
    private bool IsSetWithItsSource(Written flag, IReadOnlyList<Written> given) =>
        given is [{ Value: var only }] && Variables.Of(only) is ILocalSymbol source && only.Syntax.SpanStart > flag.Syntax.SpanStart && CallSyntax.MemberOf(only.Syntax) == CallSyntax.MemberOf(flag.Syntax) && IsSetWithTemporary(flag, ValuesOf(source, only));

    // One stands in the `if`, the other in its `else`.
    private static bool AreAlternatives(SyntaxNode one, SyntaxNode other) => one.Ancestors().OfType<IfStatementSyntax>().Any(branch =>
        branch.Else is { } second && ((branch.Statement.Span.Contains(one.Span) && second.Span.Contains(other.Span)) || (second.Span.Contains(one.Span) && branch.Statement.Span.Contains(other.Span))));

    // `_owns = folder is null; _folder = folder ?? Directory.CreateTempSubdirectory().FullName;`
    private bool IsSetWithoutAny(IOperation condition, IReadOnlyList<Written> given) =>
        MissingIn(condition) is { } missing && given is [{ Value: var value }] && Variables.Unwrap(value) switch
        {
            ICoalesceOperation coalesce => IsSame(coalesce.Value, missing) && isTemporary(coalesce.WhenNull),
            IConditionalOperation { WhenFalse: not null } choice => MissingIn(choice.Condition) is { } asked && SymbolEqualityComparer.Default.Equals(asked, missing) && isTemporary(choice.WhenTrue),
            _ => false,
        };

    // `var created = !Directory.Exists(folder); if (created) Directory.CreateDirectory(folder);`, or `created = true` beside the creation.
    private bool IsSetBeforeCreation(Written flag, ISymbol variable, IReadOnlyList<Written> given)
    {
        if (!IsSameInEveryMember(variable) && (!IsOfOneMember(variable) || given.Any(one => one.Syntax.SpanStart > flag.Syntax.SpanStart))) return false;
        var held = flag.Value.ConstantValue.Value is true ? HeldConditions.At(flag.Value) : HeldConditions.Split(flag.Value, holds: true);
        return held.Any(known => HeldConditions.SayMissing(known, variable));
    }

    // What only the constructor sets, or nothing does.
    private bool IsSameInEveryMember(ISymbol variable) => variable is IFieldSymbol { IsReadOnly: true } || (IsOfConstructor(variable) && !services.Values.AssignmentsTo(variable).Any(static assignment => assignment.Left is IdentifierNameSyntax));

    private static bool IsOfOneMember(ISymbol variable) => variable is ILocalSymbol or IParameterSymbol && !IsOfConstructor(variable);

    private static bool IsOfConstructor(ISymbol variable) => variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };

    // `this(Directory.CreateTempSubdirectory().FullName, owns: true)` beside `this(folder, owns: false)`.
    private bool IsHandedTogether(IOperation flag, IReadOnlyList<Written> given) =>
        Variables.Unwrap(flag) is IParameterReferenceOperation asked && given is [{ Value: var value }] && Variables.Unwrap(value) is IParameterReferenceOperation path
        && SymbolEqualityComparer.Default.Equals(asked.Parameter.ContainingSymbol, path.Parameter.ContainingSymbol)
        && _handed.To(asked) is { IsEmpty: false } flags && _handed.To(path) is var paths && paths.Length == flags.Length
        && flags.Zip(paths, static (flag, path) => (flag, path)).All(pair => pair.flag.ConstantValue.Value is false || (pair.flag.ConstantValue.Value is true && isTemporary(pair.path)));

    // The variable that a condition finds to be missing.
    private static ISymbol? MissingIn(IOperation condition) => Variables.Unwrap(condition) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue: { HasValue: true, Value: null }, LeftOperand: var left } => Variables.Of(left),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }, Value: var value } => Variables.Of(value),
        IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String }, Arguments: [var text] } => Variables.Of(text.Value),
        _ => null,
    };

    private static bool IsSame(IOperation value, ISymbol variable) => SymbolEqualityComparer.Default.Equals(Variables.Of(value), variable);

    private List<Written> ValuesOf(ISymbol variable, IOperation use)
    {
        if (variable is ILocalSymbol or IParameterSymbol) return [.. services.AssignmentsAround(use).All(variable).Select(assignment => new Written(assignment.Syntax, assignment.Value ?? use))];
        var values = new List<Written>();
        foreach (var declaration in services.DeclarationsOf(variable).Select(static reference => reference.GetSyntax()))
        {
            var initial = declaration switch { VariableDeclaratorSyntax field => field.Initializer?.Value, PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression, _ => null };
            if (initial is not null && services.ModelFor(initial.SyntaxTree).GetOperation(initial) is { } value) values.Add(new Written(initial, value));
        }

        return services.Values.AssignedTo(variable) is { } assigned ? [.. values, .. assigned.Select(static value => new Written(value.Syntax, value))] : [];
    }

    private static SyntaxNode? BlockOf(SyntaxNode assignment) => assignment.FirstAncestorOrSelf<StatementSyntax>()?.Parent as BlockSyntax;

    private sealed record Written(SyntaxNode Syntax, IOperation Value);
}
