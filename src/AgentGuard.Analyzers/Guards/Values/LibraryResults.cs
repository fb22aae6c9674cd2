using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>
/// Results of libraries, whose bodies nobody sees and whose names all of them share: <c>Result.Failure("...")</c> is one whose <c>IsFailure</c> is true,
/// and an error that becomes a result is a failed one.
/// </summary>
internal static class LibraryResults
{
    private static readonly string[] Made = ["Success", "Ok", "Succeeded"];
    private static readonly string[] MadeFailed = ["Failure", "Fail", "Failed", "Error", "Invalid", "Forbidden", "Unauthorized", "Conflict", "CriticalError", "Unavailable"];

    // What the first argument decides.
    private static readonly string[] MadeIf = ["SuccessIf", "OkIf"];
    private static readonly string[] MadeFailedIf = ["FailureIf", "FailIf"];

    private static readonly string[] Successes = ["IsSuccess", "IsOk", "Success", "Succeeded", "IsSuccessful"];
    private static readonly string[] Failures = ["IsFailure", "IsFailed", "IsError", "Failed"];

    /// <summary>What is known of the result that a call makes; null for any other call.</summary>
    public static Value? Of(IInvocationOperation call, Value?[] arguments, FlowBody body)
    {
        var method = call.TargetMethod;
        if (!method.IsStatic || method.IsExtensionMethod || method.ReturnType.SpecialType != SpecialType.None) return null;
        var isIf = Array.IndexOf(MadeIf, method.Name) >= 0;
        var success = Array.IndexOf(Made, method.Name) >= 0 ? Value.Of(true)
            : Array.IndexOf(MadeFailed, method.Name) >= 0 ? Value.Of(false)
            : isIf || Array.IndexOf(MadeFailedIf, method.Name) >= 0 ? Decided(call, arguments, isIf)
            : null;
        return success is null || !body.Helpers.DeclarationsOf(method.OriginalDefinition).IsEmpty ? null : With(method.ReturnType, success);
    }

    /// <summary>What is known of the result that a value becomes by a conversion of a library.</summary>
    public static Value? OfConversion(IMethodSymbol conversion, Value? value)
    {
        if (!conversion.DeclaringSyntaxReferences.IsEmpty || conversion.Parameters is not [{ Type: var from }] || !PropertiesOf(conversion.ReturnType).Any()) return null;
        if (PropertiesOf(from).Any()) return value;
        return With(conversion.ReturnType, Value.Of(!IsError(from)));
    }

    private static bool IsError(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { ElementType: var element } => IsError(element),
        INamedTypeSymbol { TypeArguments: [var element], Name: not "Error" } list when list.AllInterfaces.Any(static i => i.Name == "IEnumerable") => IsError(element),
        _ => type.Name is "Error" or "IError" or "Exception" || type.Name.EndsWith("Error", StringComparison.Ordinal),
    };

    private static Value? Decided(IInvocationOperation call, Value?[] arguments, bool isIf)
    {
        var decision = call.Arguments.Zip(arguments, static (argument, value) => (argument.Parameter?.Type, value)).FirstOrDefault(static pair => pair.Type is not null && Places.IsBool(pair.Type)).value;
        return isIf ? decision : ConditionReader.Negated(decision);
    }

    private static Value? With(ITypeSymbol type, Value success)
    {
        var parts = ObjectValues.None;
        foreach (var property in PropertiesOf(type)) parts = parts.SetItem(ObjectValues.KeyOf(property), Array.IndexOf(Successes, property.Name) >= 0 ? success : ConditionReader.Negated(success)!);
        return parts.IsEmpty ? null : Value.Of(Origin.Unknown) with { Parts = parts };
    }

    private static IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol type)
    {
        for (ITypeSymbol? part = type; part is { SpecialType: SpecialType.None }; part = part.BaseType)
        {
            foreach (var property in part.GetMembers().OfType<IPropertySymbol>())
            {
                if (!property.IsStatic && Places.IsBool(property.Type) && (Array.IndexOf(Successes, property.Name) >= 0 || Array.IndexOf(Failures, property.Name) >= 0)) yield return property;
            }
        }
    }
}
