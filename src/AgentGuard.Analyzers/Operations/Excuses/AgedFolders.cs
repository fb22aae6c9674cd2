using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Rows;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Folders that are kept for a time and are past it, as in log rotation: <c>if (folder.LastWriteTimeUtc &lt; cutoff)</c>, or all but the newest few.</summary>
internal sealed class AgedFolders(AnalysisServices services)
{
    private const int MaxSteps = 16;

    private static readonly ImmutableHashSet<string> Times = ImmutableHashSet.Create("LastWriteTime", "LastWriteTimeUtc", "CreationTime", "CreationTimeUtc", "LastAccessTime", "LastAccessTimeUtc");
    private static readonly ImmutableHashSet<string> TimeMethods = Times.Select(static time => "Get" + time).ToImmutableHashSet();
    private static readonly ImmutableHashSet<string> Parsers = ImmutableHashSet.Create("TryParse", "TryParseExact", "Parse", "ParseExact");
    private static readonly ImmutableHashSet<string> Counts = ImmutableHashSet.Create("Days", "TotalDays", "Hours", "TotalHours", "TotalMinutes", "Minutes");

    /// <summary>Whether a path or <c>DirectoryInfo</c> is one.</summary>
    public bool Contain(IOperation folder)
    {
        if (SubjectOf(folder) is not { } subject) return false;
        return HeldConditions.At(folder).Any(held => IsPast(held.Condition, held.Holds, subject))
            || (ListOf(subject, folder) is { } list && IsPruned(list, 0));
    }

    // The list that a loop goes through, or that `ForEach` hands to a function one by one.
    private IOperation? ListOf(ISymbol element, IOperation folder)
    {
        if (element is ILocalSymbol local) return services.AssignmentsAround(folder).CollectionOf(local);
        IOperation? around = folder;
        while (around is not (null or IAnonymousFunctionOperation)) around = around.Parent;
        return around is IAnonymousFunctionOperation { Symbol.Parameters: [var first, ..] } function && SymbolEqualityComparer.Default.Equals(first, element) ? RowLoops.SetThatRuns(function) : null;
    }

    // `folders.Where(f => f.CreationTimeUtc < cutoff)`, `folders.OrderByDescending(f => f.Name).Skip(5)`
    private bool IsPruned(IOperation list, int depth) => depth < MaxSteps && services.Values.Of(list) is { IsEmpty: false } sources && sources.All(source =>
    {
        if (source is not IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" or "List" or "Array" or "ParallelEnumerable" } call || (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is not { } inner) return false;
        var argument = call.Arguments.LastOrDefault()?.Value;
        return call.TargetMethod.Name switch
        {
            "Where" or "FindAll" when argument is not null => IsPredicate(Variables.Unwrap(argument)) || IsPruned(inner, depth + 1),
            "Skip" => (IsOrdered(inner, "OrderByDescending") && argument!.ConstantValue.Value is not 0) || IsPruned(inner, depth + 1),
            "SkipLast" => (IsOrdered(inner, "OrderBy") && argument!.ConstantValue.Value is not 0) || IsPruned(inner, depth + 1),
            "OrderBy" or "OrderByDescending" or "ThenBy" or "ToList" or "ToArray" or "AsEnumerable" or "Take" or "Reverse" => IsPruned(inner, depth + 1),
            _ => false,
        };
    });

    private bool IsOrdered(IOperation list, string order)
    {
        for (var step = 0; step < MaxSteps && services.Values.Of(list) is [IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable", Arguments: [{ Value: var inner }, ..] } call]; step++)
        {
            if (call.TargetMethod.Name == order) return true;
            if (call.TargetMethod.Name is not ("ThenBy" or "ThenByDescending" or "ToList" or "ToArray" or "Where")) return false;
            list = inner;
        }

        return false;
    }

    // `f => f.CreationTimeUtc < cutoff`, or a method that says so.
    private bool IsPredicate(IOperation predicate) => predicate switch
    {
        IAnonymousFunctionOperation { Symbol.Parameters: [var element, ..] } => Answers(predicate, element),
        IMethodReferenceOperation { Method: { IsVirtual: false, IsOverride: false, Parameters: [var element] } method } => services.BodyOf(method.OriginalDefinition) is { } body && Answers(body, element.OriginalDefinition),
        _ => false,
    };

    private bool Answers(IOperation function, ISymbol element) =>
        ReturnedValues.Of(function) is [var answer] && HeldConditions.Split(answer, holds: true).Any(part => IsPast(part.Condition, part.Holds, element));

    private bool IsPast(IOperation condition, bool holds, ISymbol subject)
    {
        if (holds && condition is IInvocationOperation { TargetMethod: { IsVirtual: false, IsOverride: false, ReturnType.SpecialType: SpecialType.System_Boolean } method } asked)
        {
            return asked.Arguments.FirstOrDefault(argument => IsSubject(argument.Value, subject)) is { Parameter: { } parameter }
                && services.BodyOf(method.OriginalDefinition) is { } body
                && Answers(body, parameter.OriginalDefinition);
        }

        if (condition is not IBinaryOperation { OperatorKind: var kind } comparison) return false;
        var isLess = kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        if (!isLess && kind is not (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual)) return false;
        var (lower, upper) = isLess == holds ? (comparison.LeftOperand, comparison.RightOperand) : (comparison.RightOperand, comparison.LeftOperand);
        return (IsTimeOf(lower, subject) && IsLimit(upper)) || (IsAgeOf(upper, subject) && IsSpan(lower));
    }

    private bool IsTimeOf(IOperation time, ISymbol subject) => services.Values.Of(time) is { IsEmpty: false } sources && sources.All(source => source switch
    {
        IPropertyReferenceOperation { Property.Name: "UtcDateTime" or "LocalDateTime" or "Date", Instance: { } whole } => IsTimeOf(whole, subject),
        IPropertyReferenceOperation { Property.Name: var name, Instance: { } holder } when Times.Contains(name) => IsSubject(holder, subject),
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "Directory" or "File" or "IDirectory" or "IFile" }, Arguments: [var path] } when TimeMethods.Contains(name) => IsSubject(path.Value, subject),
        IInvocationOperation { TargetMethod: { Name: var parser, ContainingType.Name: "DateTime" or "DateOnly" or "DateTimeOffset" } } call when Parsers.Contains(parser) => Mentions(call.Syntax, subject),
        ILocalReferenceOperation local => services.AssignmentsAround(local).All(local.Local) is { Count: > 0 } given && given.All(one => one.Value is null && one.Syntax.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && Parsers.Contains(CallSyntax.CalledName(call) ?? "") && Mentions(call, subject)),
        _ => false,
    });

    // `DateTime.TryParse(folder.Name, out var day)`
    private static bool Mentions(SyntaxNode call, ISymbol subject) => call.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == subject.Name);

    private bool IsAgeOf(IOperation age, ISymbol subject) => services.Values.Of(age) is { IsEmpty: false } sources && sources.All(source => source switch
    {
        IPropertyReferenceOperation { Property: { Name: var count, ContainingType.Name: "TimeSpan" }, Instance: { } span } when Counts.Contains(count) => IsAgeOf(span, subject),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference => IsTimeOf(difference.RightOperand, subject),
        IInvocationOperation { TargetMethod.Name: "Subtract", Arguments: [var earlier] } => IsTimeOf(earlier.Value, subject),
        _ => false,
    });

    // Everything was written before now; what somebody has set, or what lies in the past, is a limit.
    private bool IsLimit(IOperation limit) => services.Values.Of(limit) is { IsEmpty: false } sources && sources.All(source => source switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true, ContainingNamespace.Name: "System" } } or IFieldReferenceOperation { Field: { IsStatic: true, ContainingNamespace.Name: "System" } } => false,
        IPropertyReferenceOperation { Property: { Name: "Date" or "UtcDateTime" or "LocalDateTime" or "DateTime", ContainingNamespace.Name: "System" }, Instance: { } whole } => IsLimit(whole),
        IInvocationOperation { TargetMethod: { Name: "Subtract", ContainingNamespace.Name: "System" }, Arguments: [var span] } => IsSpan(span.Value),
        IInvocationOperation { TargetMethod: { Name: ['A', 'd', 'd', _, ..], ContainingNamespace.Name: "System" }, Arguments: [var amount] } => NumberOf(amount.Value) is not { } shift || shift < 0,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference => IsSpan(difference.RightOperand),
        IParameterReferenceOperation or IMemberReferenceOperation or ILocalReferenceOperation => true,
        _ => false,
    });

    private bool IsSpan(IOperation span) => services.Values.Of(span).All(static source => source switch
    {
        { ConstantValue.HasValue: true } => NumberOf(source) > 0,
        IFieldReferenceOperation { Field: { IsStatic: true, ContainingType.Name: "TimeSpan" } } => false,
        IInvocationOperation { TargetMethod.ContainingType.Name: "TimeSpan", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string text } }, ..] } => text is not ['-', ..] && text.Any(static digit => digit is >= '1' and <= '9'),
        IInvocationOperation { TargetMethod.ContainingType.Name: "TimeSpan", Arguments: [{ Value: { ConstantValue.HasValue: true } amount }, ..] } => NumberOf(amount) > 0,
        _ => true,
    });

    private static double? NumberOf(IOperation value) => value.ConstantValue.Value switch
    {
        int number => number,
        long number => number,
        double number => number,
        _ => null,
    };

    private bool IsSubject(IOperation folder, ISymbol subject) => SymbolEqualityComparer.Default.Equals(SubjectOf(folder), subject);

    // The variable that a folder or its path comes from, unchanged.
    private ISymbol? SubjectOf(IOperation folder)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            switch (Variables.Unwrap(folder))
            {
                case IPropertyReferenceOperation { Property: { Name: "FullName", ContainingNamespace.Name: "IO" }, Instance: { } holder }:
                    folder = holder;
                    break;
                case IObjectCreationOperation { Type.Name: "DirectoryInfo", Arguments: [var path] }:
                    folder = path.Value;
                    break;
                case ILocalReferenceOperation local when services.AssignmentsAround(local).All(local.Local) is [{ Value: { } value }] && Variables.Unwrap(value) is IObjectCreationOperation { Type.Name: "DirectoryInfo" } or IPropertyReferenceOperation { Property.Name: "FullName" }:
                    folder = value;
                    break;
                case var other:
                    return Variables.Of(other) is { Kind: SymbolKind.Local or SymbolKind.Parameter } variable ? variable : null;
            }
        }

        return null;
    }
}
