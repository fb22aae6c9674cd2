using AgentGuard.Analyzers.Guards.Names;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>What a call did, apart from the effects of its arguments.</summary>
/// <param name="OnReturn">What holds once it has returned.</param>
/// <param name="Result">What is known of its result.</param>
/// <param name="Body">What its body does, where that is the one that runs.</param>
internal readonly record struct CallMeaning(Facts OnReturn, Value? Result, HelperSummary? Body = null)
{
    /// <summary>A call that tells something by its result alone.</summary>
    public static CallMeaning Of(Value? result) => new(Facts.None, result);

    /// <summary>A call that proves something and gives something once it has completed, which that of a task has when it was awaited.</summary>
    public static CallMeaning Completed(IMethodSymbol method, Facts facts, Value? result) => TaskType(method) is not null
        ? new CallMeaning(Facts.None, facts == Facts.None && result is null ? null : Value.Pending(facts, result))
        : new CallMeaning(facts, result);

    /// <summary>What a method gives once it has completed.</summary>
    public static ITypeSymbol Awaited(IMethodSymbol method) => TaskType(method) is { TypeArguments: [var result] } ? result : method.ReturnType;

    /// <summary>Whether that is a yes or a no.</summary>
    public static bool GivesBool(IMethodSymbol method) => Places.IsBool(Awaited(method));

    private static INamedTypeSymbol? TaskType(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol task && (task.Name == "IAsyncOperation" || (task.TypeKind is TypeKind.Class or TypeKind.Struct && (task.Name == "Process" || task.Name.EndsWith("Task", StringComparison.Ordinal)))) ? task : null;
}
