using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Expressions that are an object and never null: <c>Error? Check() => env.IsDevelopment() ? null : new Error("...")</c>.</summary>
internal static class Presence
{
    /// <summary>A value with what its expression says of that.</summary>
    public static Value? Of(Value? value, IOperation expression)
    {
        if (value is { HasRest: false } or { Task: not null }) return value;
        while (expression is IConversionOperation { OperatorMethod: null } conversion) expression = conversion.Operand;
        return expression is { Type.IsReferenceType: true } && IsObject(expression) ? (value ?? Value.Of(Origin.Unknown)) with { IsPresent = true } : value;
    }

    // `NotFound()` of a controller is declared as one that gives an object.
    private static bool IsObject(IOperation expression) => expression switch
    {
        IObjectCreationOperation or IInterpolatedStringOperation or IArrayCreationOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => true,
        IInvocationOperation { Type.SpecialType: not SpecialType.System_String, TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, ReturnNullableAnnotation: NullableAnnotation.NotAnnotated, OriginalDefinition.ReturnType.TypeKind: not TypeKind.TypeParameter } } => true,
        _ => false,
    };
}
