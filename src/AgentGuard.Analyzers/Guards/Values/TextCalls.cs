using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Targets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Calls of the base library that compare texts, or that pass a text on with small changes.</summary>
internal sealed class TextCalls(FlowBody body, ConditionReader conditions)
{
    /// <summary>What the result of such a call proves; false if it is no such call.</summary>
    public bool TryRead(IInvocationOperation call, Value? instance, Value?[] arguments, out Value? result)
    {
        result = null;
        if (!IsBaseLibrary(call.TargetMethod)) return false;

        // An extension method's receiver is its first argument; both forms are looked at as one row of operands.
        var operations = call.Instance is null ? call.Arguments.Select(a => a.Value).ToArray() : [call.Instance, .. call.Arguments.Select(a => a.Value)];
        var values = call.Instance is null ? arguments : [instance, .. arguments];
        if (values.Length == 0) return false;
        var type = call.TargetMethod.ContainingType;
        switch (call.TargetMethod.Name)
        {
            case "Equals" when type.Name is "StringComparer" or "EqualityComparer" or "IEqualityComparer" && values.Length == 3:
                result = conditions.Compare(values[1], operations[1], values[2], operations[2]);
                return true;
            case "Equals" or "SequenceEqual" when values.Length >= 2:
                result = conditions.Compare(values[0], operations[0], values[1], operations[1], isByObject: operations[0].Type is not { } compared || !Places.IsBool(compared));
                return true;
            case "Compare" or "CompareTo" or "CompareOrdinal" when values.Length >= 2:
                result = conditions.Compare(values[0], operations[0], values[1], operations[1]) is { } same
                    ? new Value(Origin.Unknown, ImmutableArray.Create(new Case(0, Value.WhenTrue(same)), new Case(new Signed(1), Value.WhenFalse(same)), new Case(new Signed(-1), Value.WhenFalse(same))), Facts.Unreachable)
                    : null;
                return true;
            case "Contains" when values.Length >= 2 && values[1] is { Origin: Origin.Environment or Origin.Target or Origin.Destroyed } && type.SpecialType != SpecialType.System_String && OpenLists.Contain(call, operations[0], operations[1], body):
                return true;
            case "Contains" when values.Length >= 2 && type.SpecialType != SpecialType.System_String:
                result = conditions.Contains(body.Helpers.ListOf(operations[0], values[0], body.Cancellation) ?? (values[0] is { Origin: Origin.List } ? null : values[0]), operations[0], values[1]);
                return true;
            case "IndexOf" or "LastIndexOf" when values.Length >= 2 && values[1] is { } sought && sought.IsConstant(out var flag) && type.SpecialType != SpecialType.System_String && new OptionFlags(body).Of(flag, TextTest.Equals, operations[1].Syntax) is { } option:
                result = IndexOf(option);
                return true;
            case "IndexOf" or "LastIndexOf" when values.Length >= 2:
                result = IndexOf(type.SpecialType == SpecialType.System_String
                    ? conditions.Compare(values[0], operations[0], values[1], operations[1], TextTest.Contains)
                    : conditions.Contains(body.Helpers.ListOf(operations[0], values[0], body.Cancellation), operations[0], values[1]));
                return true;
            case "Contains" or "StartsWith" or "EndsWith" when values.Length >= 2:
                var test = call.TargetMethod.Name switch { "Contains" => TextTest.Contains, "StartsWith" => TextTest.StartsWith, _ => TextTest.EndsWith };
                result = values[0] is { } letters && letters.IsConstant(out var text) && values[1] is { Origin: Origin.Answer } && text is string choices
                    ? conditions.Contains(new Value(Origin.List, choices.Select(c => new Case(c, Facts.None)).ToImmutableArray(), Facts.Unreachable), operations[0], values[1])
                    : conditions.Compare(values[0], operations[0], values[1], operations[1], test);
                return true;
            case "IsNullOrEmpty" or "IsNullOrWhiteSpace":
                result = conditions.OfEmpty(values[0], call.TargetMethod.Name == "IsNullOrWhiteSpace");
                return true;
            case "IsMatch" when values.Any(value => value is { Origin: Origin.Answer }):
                result = Value.Condition(Facts.Confirmed, Facts.Declined);
                return true;
            case "IsMatch" when type.Name == "Regex" && values.FirstOrDefault(static value => value is { Origin: Origin.Environment or Origin.Target or Origin.Destroyed }) is { } matched:
                result = RegexTests.Match(matched, call, body);
                return true;
            case "TryParse" when values[0] is { Origin: Origin.Answer }:
                return true;
            case "Parse" when type.SpecialType == SpecialType.System_Enum && values.FirstOrDefault(static value => value is { Origin: Origin.Environment }) is { } name:
                result = Value.Of(name.Origin);
                return true;
            case "Parse" or "ToBoolean" when values[0] is { Origin: Origin.Answer }:
                result = Parsed(call.TargetMethod, values[0]!);
                return true;
            case "ToLower" or "ToLowerInvariant":
                result = values[0]?.Map(constant => constant is string s ? s.ToLowerInvariant() : new Optional<object?>(constant));
                return true;
            case "ToUpper" or "ToUpperInvariant":
                result = values[0]?.Map(constant => constant is string s ? s.ToUpperInvariant() : new Optional<object?>(constant));
                return true;
            case "Trim" or "TrimEnd" or "TrimStart" when values.Length == 1:
                result = values[0]?.Map(constant => constant is not string s ? constant : call.TargetMethod.Name switch { "Trim" => s.Trim(), "TrimEnd" => s.TrimEnd(), _ => s.TrimStart() });
                return true;
            case "ToString" when values.Length == 1:
                result = values[0]?.Map(constant => Constants.Text(constant, operations[0].Type));
                return true;
            case "GetValueOrDefault" when values.Length == 1:
                result = values[0]?.Map(constant => constant is null ? Constants.DefaultOf(call.Type) : constant);
                return true;
            case "Normalize" or "AsSpan" when values.Length == 1:
                result = values[0];
                return true;
            case "GetRelativePath" when type.Name == "Path" && values[^1] is { Origin: Origin.Unrelated }:
            case "GetFullPath" or "GetDirectoryName" or "GetFileName" or "Combine" or "Join" when type.Name == "Path" && UnrelatedVariables.AreHandedOver(call.Arguments, arguments):
                result = Value.Of(Origin.Unrelated);
                return true;
            case "GetRelativePath" when type.Name == "Path":
                result = Value.Of(Origin.RelativePath);
                return true;
            case "GetFullPath" or "GetDirectoryName" or "GetFileName" or "Combine" or "Join" when type.Name == "Path":
                result = Value.Of(Origin.Path);
                return true;
            case "FirstOrDefault" or "First" or "Substring" or "ElementAtOrDefault" or "Trim" or "TrimEnd" or "TrimStart" when values[0] is { Origin: Origin.Answer }:
                result = Value.Of(Origin.Answer);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A letter of an answer; an empty one has none.</summary>
    public static Value? FirstLetter(Value answer) => answer.Cases.All(static @case => @case.Constant is null or "") ? answer with { Cases = ImmutableArray<Case>.Empty } : null;

    /// <summary>What holds once a helper that compares two values and throws has returned; null if the call is of no such helper.</summary>
    public Facts? OfThrowHelper(IInvocationOperation call, Value?[] arguments)
    {
        if (call.TargetMethod is not { Name: "ThrowIfEqual" or "ThrowIfNotEqual", ContainingType: { Name: "ArgumentOutOfRangeException", ContainingNamespace.Name: "System" } } helper || arguments.Length < 2) return null;
        var same = conditions.Compare(arguments[0], call.Arguments[0].Value, arguments[1], call.Arguments[1].Value);
        return helper.Name == "ThrowIfEqual" ? Value.WhenFalse(same) : Value.WhenTrue(same);
    }

    // Where it is, or that it is nowhere.
    private static Value? IndexOf(Value? found) => found is null
        ? null
        : new Value(Origin.Unknown, ImmutableArray.Create(new Case(-1, Value.WhenFalse(found)), new Case(0, Value.WhenTrue(found)), new Case(new Signed(1), Value.WhenTrue(found))), Facts.Unreachable);

    /// <summary>The value that an answer has when it is read as a bool or a number.</summary>
    public static Value? OfParsed(IInvocationOperation call, Value?[] arguments) =>
        call.TargetMethod.Name == "TryParse" && arguments.FirstOrDefault() is { Origin: Origin.Answer } answer ? Parsed(call.TargetMethod, answer) : null;

    private static Value Parsed(IMethodSymbol method, Value answer) =>
        method.ContainingType.SpecialType == SpecialType.System_Boolean || method.Name == "ToBoolean" ? Value.Condition(Facts.Confirmed, Facts.Declined) : answer;

    /// <summary>The variable that holds an environment of one's own where a call that reads it from its name has succeeded; what it holds otherwise is the first of the enum.</summary>
    public static IOperation? ParsedEnvironment(IOperation condition, Func<IOperation, Value?> read) =>
        condition is IInvocationOperation { TargetMethod: { Name: "TryParse", ContainingType.SpecialType: SpecialType.System_Enum }, Arguments: var arguments }
        && arguments.FirstOrDefault(static argument => argument.Parameter?.RefKind == RefKind.Out)?.Value is { } parsed
        && arguments.Any(argument => argument.Value != parsed && read(argument.Value) is { Origin: Origin.Environment })
            ? parsed
            : null;

    /// <summary>Whether a method belongs to the base library.</summary>
    public static bool IsBaseLibrary(IMethodSymbol method)
    {
        for (var space = method.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space is { Name: "System", ContainingNamespace.IsGlobalNamespace: true }) return method.DeclaringSyntaxReferences.IsEmpty;
        }

        return false;
    }
}
