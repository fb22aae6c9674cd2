using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>
/// Functions that are handed to helpers in source: <c>WithConfirmation("Sure?", () => ...)</c>, <c>RetryAsync(() => ...)</c>.
/// A helper that only runs them runs them with what holds where it is called, and with what it has made sure of itself.
/// </summary>
internal sealed class HandedFunctions(FlowBody body)
{
    /// <summary>No function is run.</summary>
    public static readonly ImmutableDictionary<ISymbol, Facts> NoRuns = ImmutableDictionary.Create<ISymbol, Facts>(SymbolEqualityComparer.Default);

    /// <summary>The arguments of a call of a helper in source with the questions among them: <c>Require(() => env.IsDevelopment())</c>.</summary>
    public Value?[] AmongArguments(IInvocationOperation call, Value?[] arguments, FlowState state)
    {
        if (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty) return arguments;
        var known = arguments;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is not null || call.Arguments[i].Parameter?.Type is not INamedTypeSymbol { DelegateInvokeMethod.ReturnType: var answer } || !IsAnswer(answer)) continue;
            if (body.Helpers.OfFunction(call.Arguments[i].Value, body, state) is not { } function) continue;
            if (known == arguments) known = [.. arguments];
            known[i] = Value.Pending(function.OnReturn, function.Result);
        }

        return known;
    }

    /// <summary>Notes the functions that a call runs.</summary>
    public static void NoteRuns(IInvocationOperation call, HelperSummary? summary, OperationReader reader)
    {
        if (call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } run }) reader.Notes.NoteRun(Unwrap(run).Syntax, reader.State.Facts);
        if (summary is null || summary.Runs.IsEmpty) return;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && summary.Runs.TryGetValue(parameter.OriginalDefinition, out var facts)) reader.Notes.NoteRun(Unwrap(argument.Value).Syntax, reader.State.Facts | facts);
        }
    }

    /// <summary>The functions among its parameters that a method runs and does nothing else with.</summary>
    public static ImmutableDictionary<ISymbol, Facts> RunBy(IMethodSymbol method, FlowBody body, BodyResult result)
    {
        var runs = NoRuns;
        if (result.GaveUp) return runs;
        foreach (var parameter in method.Parameters)
        {
            if (parameter is { Type.TypeKind: TypeKind.Delegate, RefKind: RefKind.None } && !body.Storages.IsWritten(parameter) && RunOf(parameter, body, result) is { } facts) runs = runs.SetItem(parameter.OriginalDefinition, facts);
        }

        return runs;
    }

    /// <summary>Whether a function that is handed in is named for a question to a person.</summary>
    public static bool IsPrompt(IOperation function, FlowBody body)
    {
        ISymbol? held = function switch
        {
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation { Property.IsIndexer: false } property => property.Property,
            _ => null,
        };
        if (held is null || function.Type is not { } type || body.Storages.IsWritten(held) || body.Helpers.DeclarationsOf(held).Any(reference => IsFilled(reference.GetSyntax(body.Cancellation)))) return false;
        return (body.Recognition.Names.OfMethod(held.Name).IsPrompt || body.Recognition.Names.OfMethod(type.Name).IsPrompt) && !body.Recognition.OwnAnswers.AlwaysSaysYes(function);
    }

    private static Facts? RunOf(IParameterSymbol function, FlowBody body, BodyResult result)
    {
        Facts? facts = null;
        foreach (var use in body.Graph.OriginalOperation.DescendantsAndSelf().OfType<IParameterReferenceOperation>())
        {
            if (!SymbolEqualityComparer.Default.Equals(use.Parameter, function) || IsLook(use)) continue;
            if (result.RunAt(use.Syntax) is not { } here) return null;
            facts = facts is { } known ? known & here : here;
        }

        return facts;
    }

    // Whether there is one at all.
    private static bool IsLook(IOperation use)
    {
        while (use.Parent is IConversionOperation conversion) use = conversion;
        return use.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IIsPatternOperation or INameOfOperation => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ThrowIfNull" } } => true,
            _ => false,
        };
    }

    private static bool IsAnswer(ITypeSymbol type) => Places.IsBool(type) || type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };

    // What the program puts there itself asks nobody.
    private static bool IsFilled(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer is not null,
        PropertyDeclarationSyntax property => property.Initializer is not null || property.ExpressionBody is not null,
        _ => false,
    };

    private static IOperation Unwrap(IOperation function)
    {
        while (function is IConversionOperation or IDelegateCreationOperation)
            function = function is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)function).Target;
        return function;
    }
}
