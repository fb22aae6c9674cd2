using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>What the truth of a condition says about work that was tried.</summary>
internal enum Outcome
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It worked.</summary>
    Success,

    /// <summary>It did not work.</summary>
    Failure,
}

/// <summary>Reads conditions such as <c>!ok</c>, <c>exitCode != 0</c> or <c>error is not null</c>.</summary>
internal sealed class Outcomes(AnalysisServices services)
{
    private static readonly ImmutableHashSet<string> GoodWords = ImmutableHashSet.Create("ok", "success", "succeeded", "successful", "successfully", "valid", "healthy", "migrated", "connected", "passed", "works", "worked", "intact", "compatible");
    private static readonly ImmutableHashSet<string> BadWords = ImmutableHashSet.Create("failed", "failure", "failures", "fail", "fails", "fault", "faulted", "error", "errors", "broken", "corrupt", "corrupted", "corruption", "invalid", "mismatch", "exception", "exceptions", "crashed", "unhealthy", "unreachable", "incompatible");
    private static readonly ImmutableHashSet<string> CodeWords = ImmutableHashSet.Create("exit", "return", "result", "error", "errors", "failures", "hresult", "errno");

    // Verbs of methods whose bool result tells whether they did it.
    private static readonly ImmutableHashSet<string> Attempts = ImmutableHashSet.Create("try", "can", "migrate", "apply", "connect", "restore", "validate", "verify", "upgrade", "seed", "sync", "start", "load", "save", "execute", "run", "test", "ping", "probe", "attempt");

    // What is tried, so that several failed ones are a failure; `failedOrders` are orders in a state of theirs.
    private static readonly ImmutableHashSet<string> Tried = ImmutableHashSet.Create("migrations", "upgrades", "checks", "validations", "verifications", "tests", "steps", "attempts", "tries", "results", "operations", "commands", "statements", "scripts", "calls", "connections");

    // These ask a person, or for the environment, or for what there is: no work that could fail. A cache that is not valid is only out of date.
    private static readonly ImmutableHashSet<string> Questions = ImmutableHashSet.Create("confirm", "confirmed", "ask", "prompt", "environment", "development", "production", "staging", "exists", "contains", "get", "parse", "secret", "password", "cache", "cached");

    // With `try` before them, these ask whether there is one.
    private static readonly ImmutableHashSet<string> LookUps = ImmutableHashSet.Create("find", "handle", "read", "peek", "dequeue", "pop", "take", "add", "resolve", "match", "locate");

    /// <summary>What it means when a condition is true.</summary>
    public Outcome Of(IOperation? condition)
    {
        if (condition is null) return Outcome.None;
        condition = Variables.Unwrap(condition);
        return condition switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Flip(Of(not.Operand)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.And or BinaryOperatorKind.Or } both => Either(Of(both.LeftOperand), Of(both.RightOperand)),
            IBinaryOperation comparison => OfComparison(comparison),
            IIsPatternOperation pattern => OfPattern(pattern.Value, pattern.Pattern),
            IIsTypeOperation { TypeOperand: var type } => IsException(type) ? Outcome.Failure : Outcome.None,
            IInvocationOperation { TargetMethod.Name: "Any", Arguments: [{ Value: var counted }] } => Variables.Unwrap(counted) is IInvocationOperation listed ? OfListed(listed) : OfName(counted),
            // Whether a text has a certain form is no work that fails.
            IPropertyReferenceOperation { Property: { Name: "Success", ContainingNamespace.Name: "RegularExpressions" } } => Outcome.None,
            IInvocationOperation or IPropertyReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation => OfName(condition),
            ILocalReferenceOperation local => OfLocal(local),
            _ => Outcome.None,
        };
    }

    /// <summary>The opposite.</summary>
    public static Outcome Flip(Outcome outcome) => outcome switch
    {
        Outcome.Success => Outcome.Failure,
        Outcome.Failure => Outcome.Success,
        _ => Outcome.None,
    };

    /// <summary>What matching a pattern says.</summary>
    public Outcome OfPattern(IOperation value, IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => Flip(OfPattern(value, negated.Pattern)),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } when constant is null or bool => OfEquality(value, constant),
        IConstantPatternOperation constant => OfMember(constant.Value, value),
        ITypePatternOperation { MatchedType: var type } => IsException(type) ? Outcome.Failure : Outcome.None,
        IDeclarationPatternOperation { MatchedType: { } type } => IsException(type) ? Outcome.Failure : Outcome.None,
        IRecursivePatternOperation recursive when IsException(recursive.MatchedType) => Outcome.Failure,
        IRecursivePatternOperation { PropertySubpatterns: [var only] } when only.Member is IPropertyReferenceOperation property => OfPattern(property, only.Pattern),
        IRelationalPatternOperation => IsCode(value) ? Outcome.Failure : Outcome.None,
        _ => Outcome.None,
    };

    private static Outcome Either(Outcome left, Outcome right) =>
        left == Outcome.Failure || right == Outcome.Failure ? Outcome.Failure : left == Outcome.Success || right == Outcome.Success ? Outcome.Success : Outcome.None;

    private Outcome OfComparison(IBinaryOperation comparison)
    {
        var (left, right) = (Variables.Unwrap(comparison.LeftOperand), Variables.Unwrap(comparison.RightOperand));
        var (value, constant) = right.ConstantValue.HasValue || right is IFieldReferenceOperation { Field.IsStatic: true } ? (left, right) : (right, left);
        var equal = comparison.OperatorKind switch
        {
            BinaryOperatorKind.Equals => true,
            BinaryOperatorKind.NotEquals => false,
            BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThanOrEqual => (bool?)null,
            _ => true,
        };
        if (equal is null) return IsCode(value) ? Outcome.Failure : Outcome.None;
        var outcome = constant.ConstantValue is { HasValue: true, Value: var known } && constant is not IFieldReferenceOperation ? OfEquality(value, known) : OfMember(constant, value);
        return equal.Value ? outcome : Flip(outcome);
    }

    private Outcome OfEquality(IOperation value, object? constant) => constant switch
    {
        true => Of(value),
        false => Flip(Of(value)),
        null => IsException(Variables.Unwrap(value).Type) || OfName(value) == Outcome.Failure ? Outcome.Success : Outcome.None,
        0 => IsCode(value) ? Outcome.Success : Outcome.None,
        int => IsCode(value) ? Outcome.Failure : Outcome.None,
        _ => Outcome.None,
    };

    // `status == MigrationStatus.Failed`
    private static Outcome OfMember(IOperation member, IOperation value) =>
        Variables.Unwrap(member) is IFieldReferenceOperation { Field: { IsStatic: true } field } && value.Type?.TypeKind == TypeKind.Enum ? OfWords(NameParts.Of(field.Name)) : Outcome.None;

    private Outcome OfLocal(ILocalReferenceOperation local)
    {
        if (local.Type?.SpecialType != SpecialType.System_Boolean) return OfName(local);
        foreach (var assignment in services.AssignmentsAround(local).All(local.Local))
        {
            if (assignment.Syntax.FirstAncestorOrSelf<CatchClauseSyntax>() is not null && assignment.Value?.ConstantValue is { HasValue: true, Value: bool value })
                return value ? Outcome.Failure : Outcome.Success;
        }

        var named = OfName(local);
        if (named != Outcome.None) return named;
        var sources = services.Values.Of(local).Where(source => source is not ILocalReferenceOperation && !source.ConstantValue.HasValue).ToList();
        return sources.Select(Of).FirstOrDefault(outcome => outcome != Outcome.None);
    }

    private Outcome OfName(IOperation value)
    {
        value = Variables.Unwrap(value);
        if (value is IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: { } counted }) value = Variables.Unwrap(counted);
        if (value is IInvocationOperation { TargetMethod: var method })
        {
            var words = NameParts.Of(method.Name);
            if (words.Any(Questions.Contains) || IsLookUp(method, words)) return Outcome.None;
            var said = OfWords(words);
            return said == Outcome.None && words.Count > 0 && Attempts.Contains(words[0]) ? Outcome.Success : said;
        }

        var name = value switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            _ => "",
        };
        var named = NameParts.Of(name);
        return AreThings(named) && !IsFilledInCatch(value) ? Outcome.None : OfWords(named);
    }

    // `TryOpen(path, out var file)` says by its false that there is none, `TryMigrate(out var error)` that it failed.
    private static bool IsLookUp(IMethodSymbol method, IReadOnlyList<string> words) =>
        words is ["try", var verb, ..] && (LookUps.Contains(verb) || (!Attempts.Contains(verb) && method.Parameters.Any(static parameter => parameter.RefKind == RefKind.Out)));

    // `validator.Validate(x).Any()`: what a check gives back one by one is what it has against it.
    private static Outcome OfListed(IInvocationOperation call) =>
        OfWords(NameParts.Of(call.TargetMethod.Name)) == Outcome.Failure ? Outcome.Failure : Outcome.None;

    private static bool AreThings(IReadOnlyList<string> words) =>
        words is [.., "failed" or "rejected" or "invalid", [.., 's'] and var things] && !Tried.Contains(things) && !BadWords.Contains(things);

    private bool IsFilledInCatch(IOperation list) => Variables.Of(list) is { } variable
        && services.AssignmentsAround(list).All(variable).Any(static assignment => assignment.Appends && assignment.Syntax.FirstAncestorOrSelf<CatchClauseSyntax>() is not null);

    private static Outcome OfWords(IReadOnlyList<string> words) =>
        words.Any(Questions.Contains) ? Outcome.None
        : words.Any(BadWords.Contains) ? words.Contains("no") || words.Contains("without") ? Outcome.Success : Outcome.Failure
        : words.Any(GoodWords.Contains) ? words.Contains("not") ? Outcome.Failure : Outcome.Success
        : Outcome.None;

    // An exit code, or a number of errors.
    private bool IsCode(IOperation value)
    {
        value = Variables.Unwrap(value);
        if (value is IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: { } counted }) return OfName(counted) == Outcome.Failure;
        var words = NameParts.Of(value switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IMemberReferenceOperation member => member.Member.Name,
            IInvocationOperation invocation => invocation.TargetMethod.Name,
            _ => "",
        });
        return words.Any(CodeWords.Contains) && (words.Contains("code") || words.Any(BadWords.Contains) || words.Contains("hresult") || words.Contains("errno"));
    }

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Exception", ContainingNamespace.Name: "System" }) return true;
        }

        return false;
    }
}
