using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>Functions that a list hands its elements to one by one: <c>list.ForEach(e => ...)</c>, <c>Task.WhenAll(list.Select(e => ...))</c>, <c>Array.ForEach(array, other.Add)</c>.</summary>
internal static class ElementFunctions
{
    private static readonly ImmutableHashSet<string> Loops = ImmutableHashSet.Create("ForEach", "ForEachAsync", "ForAll", "Select", "SelectMany", "ConvertAll", "All", "Any");

    /// <summary>The list of which a parameter is each element in turn; null for any other parameter.</summary>
    public static IOperation? ListOf(IParameterReferenceOperation reference) => reference.Parameter.Ordinal == 0 && LambdaOf(reference) is { } function ? ListFor(function) : null;

    /// <summary>The lambda around a use of one of its parameters; null for a parameter of anything else.</summary>
    public static IAnonymousFunctionOperation? LambdaOf(IParameterReferenceOperation reference)
    {
        if (reference.Parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function) return null;
        for (var around = reference.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, function)) return lambda;
        }

        return null;
    }

    /// <summary>The list that hands its elements to a lambda or method group; null where none does.</summary>
    public static IOperation? ListFor(IOperation function)
    {
        var around = function.Parent;
        while (around is IConversionOperation or IDelegateCreationOperation or IArgumentOperation) around = around.Parent;
        return around is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, Name: var name } } loop && Loops.Contains(name) ? loop.Instance ?? loop.Arguments.FirstOrDefault()?.Value : null;
    }
}
