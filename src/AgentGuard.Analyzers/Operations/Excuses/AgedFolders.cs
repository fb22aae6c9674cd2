using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Rows;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Folders that are kept for a time and are past it, as in log rotation: <c>if (folder.LastWriteTimeUtc &lt; cutoff)</c>, or all but the newest few.</summary>
internal sealed class AgedFolders
{
    private const int MaxSteps = 16;

    private static readonly ImmutableHashSet<string> Times = ImmutableHashSet.Create("LastWriteTime", "LastWriteTimeUtc", "CreationTime", "CreationTimeUtc", "LastAccessTime", "LastAccessTimeUtc");
    private static readonly ImmutableHashSet<string> TimeMethods = Times.Select(static time => "Get" + time).ToImmutableHashSet();
    private static readonly ImmutableHashSet<string> Parsers = ImmutableHashSet.Create("TryParse", "TryParseExact", "Parse", "ParseExact");
    private static readonly ImmutableHashSet<string> Counts = ImmutableHashSet.Create("Days", "TotalDays", "Hours", "TotalHours", "TotalMinutes", "Minutes");

    private readonly AnalysisServices _services;
    private readonly PrunedLists _pruned;

    /// <summary>Prepares the look at folders; nothing is read until one is asked about.</summary>
    public AgedFolders(AnalysisServices services) => (_services, _pruned) = (services, new(services, IsPredicate, Contain));

    /// <summary>Whether a path or <c>DirectoryInfo</c> is one.</summary>
    public bool Contain(IOperation folder)
    {
        if (_pruned.HoldPicked(folder)) return true;
        if (SubjectOf(folder) is not { } subject) return false;
        return HeldConditions.At(folder).Any(held => IsPast(held.Condition, held.Holds, subject))
            || (ListOf(subject, folder) is { } list && _pruned.Contain(list));
    }

    // The list that a loop goes through, or that `ForEach` hands to a function one by one.
    private IOperation? ListOf(ISymbol element, IOperation folder)
    {
        if (element is ILocalSymbol local) return _services.AssignmentsAround(folder).CollectionOf(local);
        IOperation? around = folder;
        while (around is not (null or IAnonymousFunctionOperation)) around = around.Parent;
        return around is IAnonymousFunctionOperation { Symbol.Parameters: [var first, ..] } function && SymbolEqualityComparer.Default.Equals(first, element) ? RowLoops.SetThatRuns(function) : null;
    }

    // `f => f.CreationTimeUtc < cutoff`, or a method that says so.
    private bool IsPredicate(IOperation predicate) => predicate switch
    {
        IAnonymousFunctionOperation { Symbol.Parameters: [var element, ..] } => Answers(predicate, element),
        IMethodReferenceOperation { Method: { IsVirtual: false, IsOverride: false, Parameters: [var element] } method } => _services.BodyOf(method.OriginalDefinition) is { } body && Answers(body, element.OriginalDefinition),
        _ => false,
    };

    private bool Answers(IOperation function, ISymbol element) =>
        ReturnedValues.Of(function) is [var answer] && HeldConditions.Split(answer, holds: true).Any(part => IsPast(part.Condition, part.Holds, element));

    private bool IsPast(IOperation condition, bool holds, ISymbol subject)
    {
        if (holds && condition is IInvocationOperation { TargetMethod: { IsVirtual: false, IsOverride: false, ReturnType.SpecialType: SpecialType.System_Boolean } method } asked)
        {
            return asked.Arguments.FirstOrDefault(argument => IsSubject(argument.Value, subject)) is { Parameter: { } parameter }
                && _services.BodyOf(method.OriginalDefinition) is { } body
                && Answers(body, parameter.OriginalDefinition);
        }

        if (condition is not IBinaryOperation { OperatorKind: var kind } comparison) return false;
        var isLess = kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        if (!isLess && kind is not (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual)) return false;
        var (lower, upper) = isLess == holds ? (comparison.LeftOperand, comparison.RightOperand) : (comparison.RightOperand, comparison.LeftOperand);
        return (IsTimeOf(lower, subject) && IsLimit(upper)) || (IsAgeOf(upper, subject) && IsSpan(lower)) || (IsEndOf(lower, subject) && (IsNow(upper) || IsLimit(upper)));
    }

    // `folder.CreationTime.AddDays(30)`, `folder.CreationTime + TimeSpan.FromDays(days)`
    private bool IsEndOf(IOperation end, ISymbol subject) => _services.Values.Of(end) is { IsEmpty: false } sources && sources.All(source => source switch
    {
        IInvocationOperation { TargetMethod: { Name: "Add", ContainingNamespace.Name: "System" }, Instance: { } time, Arguments: [var span] } => IsTimeOf(time, subject) && IsSpan(span.Value),
        IInvocationOperation { TargetMethod: { Name: ['A', 'd', 'd', _, ..], ContainingNamespace.Name: "System" }, Instance: { } time, Arguments: [var amount] } => IsTimeOf(time, subject) && (NumberOf(Variables.Unwrap(amount.Value)) is not { } shift || shift > 0),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsTimeOf(sum.LeftOperand, subject) && IsSpan(sum.RightOperand),
        _ => false,
    });

    private bool IsNow(IOperation time) => _services.Values.Of(time).All(static source => source is IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Now" or "UtcNow" or "Today", ContainingNamespace.Name: "System" } } or IInvocationOperation { TargetMethod: { Name: "GetUtcNow" or "GetLocalNow", ContainingType.Name: "TimeProvider" } });

    private bool IsTimeOf(IOperation time, ISymbol subject) => _services.Values.Of(time) is { IsEmpty: false } sources && sources.All(source => source switch
    {
        IPropertyReferenceOperation { Property.Name: "UtcDateTime" or "LocalDateTime" or "Date", Instance: { } whole } => IsTimeOf(whole, subject),
        IPropertyReferenceOperation { Property.Name: var name, Instance: { } holder } when Times.Contains(name) => IsSubject(holder, subject),
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "Directory" or "File" or "IDirectory" or "IFile" }, Arguments: [var path] } when TimeMethods.Contains(name) => IsSubject(path.Value, subject),
        IInvocationOperation { TargetMethod: { Name: var parser, ContainingType.Name: "DateTime" or "DateOnly" or "DateTimeOffset" } } call when Parsers.Contains(parser) => Mentions(call, subject),
        ILocalReferenceOperation local => _services.AssignmentsAround(local).All(local.Local) is { Count: > 0 } given && given.All(one => one.Value is null && one.Syntax.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && Parsers.Contains(CallSyntax.CalledName(call) ?? "") && local.SemanticModel!.GetOperation(call) is { } parsed && Mentions(parsed, subject)),
        _ => false,
    });

    // `DateTime.TryParse(folder.Name, out var day)`, where the name may have been taken before.
    private bool Mentions(IOperation call, ISymbol subject) => call.Descendants().Any(piece => Variables.Of(piece) is { } variable && (SymbolEqualityComparer.Default.Equals(variable, subject)
        || (piece is ILocalReferenceOperation && _services.AssignmentsAround(piece).All(variable) is [{ Value: { } name }] && name.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(Variables.Of(part), subject)))));

    private bool IsAgeOf(IOperation age, ISymbol subject) => _services.Values.Of(age) is { IsEmpty: false } sources && sources.All(source => source switch
    {
        IPropertyReferenceOperation { Property: { Name: var count, ContainingType.Name: "TimeSpan" }, Instance: { } span } when Counts.Contains(count) => IsAgeOf(span, subject),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference => IsTimeOf(difference.RightOperand, subject),
        IInvocationOperation { TargetMethod.Name: "Subtract", Arguments: [var earlier] } => IsTimeOf(earlier.Value, subject),
        _ => false,
    });

    // Everything was written before now; what somebody has set, or what lies in the past, is a limit.
    private bool IsLimit(IOperation limit) => _services.Values.Of(limit) is { IsEmpty: false } sources && sources.All(source => source switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true, ContainingNamespace.Name: "System" } } or IFieldReferenceOperation { Field: { IsStatic: true, ContainingNamespace.Name: "System" } } => false,
        IPropertyReferenceOperation { Property: { Name: "Date" or "UtcDateTime" or "LocalDateTime" or "DateTime", ContainingNamespace.Name: "System" }, Instance: { } whole } => IsLimit(whole),
        IInvocationOperation { TargetMethod: { Name: "Subtract", ContainingNamespace.Name: "System" }, Arguments: [var span] } => IsSpan(span.Value),
        IInvocationOperation { TargetMethod: { Name: ['A', 'd', 'd', _, ..], ContainingNamespace.Name: "System" }, Arguments: [var amount] } => NumberOf(amount.Value) is not { } shift || shift < 0,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference => IsSpan(difference.RightOperand),
        IParameterReferenceOperation or IMemberReferenceOperation or ILocalReferenceOperation => true,
        _ => false,
    });

    private bool IsSpan(IOperation span) => _services.Values.Of(span).All(static source => source switch
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
                case ILocalReferenceOperation local when _services.AssignmentsAround(local).All(local.Local) is [{ Value: { } value }] && Variables.Unwrap(value) is IObjectCreationOperation { Type.Name: "DirectoryInfo" } or IPropertyReferenceOperation { Property.Name: "FullName" }:
                    folder = value;
                    break;
                case var other:
                    return Variables.Of(other) is { Kind: SymbolKind.Local or SymbolKind.Parameter } variable ? variable : null;
            }
        }

        return null;
    }
}
