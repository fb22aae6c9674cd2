using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Names;

/// <summary>
/// Dialogs of one's own that answer later: a method that is named for its question, or whose type is, returns the task of a completion source, which a button or a window
/// completes. Where the method itself completes it, or nothing but yes ever does, nobody is asked.
/// </summary>
internal sealed class LaterAnswers(AnalysisServices services)
{
    private static readonly string[] Dialogs = ["dialog", "prompt", "modal", "popup", "message box", "confirm", "confirmation"];
    private static readonly string[] Completions = ["SetResult", "TrySetResult"];

    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>What is known of the answer; null if the method is none of these.</summary>
    /// <param name="method">A method in source.</param>
    /// <param name="isPrompt">Whether it is named for a question.</param>
    public Value? Of(IMethodSymbol method, bool isPrompt)
    {
        var type = ReturnedValues.TypeOf(method);
        var isBool = Places.IsBool(type);
        if (!isBool && !PromptNames.IsButton(type)) return null;
        if (!isPrompt && !NameWords.HasAny(NameWords.Split(method.ContainingType.Name), Dialogs)) return null;
        if (!_known.GetOrAdd(method.OriginalDefinition, IsAnsweredLater)) return null;
        return isBool ? Value.Condition(Facts.Confirmed, Facts.Declined) : Value.Of(Origin.Answer);
    }

    private bool IsAnsweredLater(IMethodSymbol method) =>
        services.BodyOf(method) is { } body && ReturnedValues.Of(body) is { Count: > 0 } returned
        && returned.TrueForAll(value => services.Values.NotNull(value) is [var only] && SourceOf(only) is { } source && IsCompletedByOthers(source, method));

    // `_answer.Task`, awaited or waited for, and a part of the pair that it may hold.
    private static ISymbol? SourceOf(IOperation value)
    {
        while (true)
        {
            value = Variables.Unwrap(value);
            switch (value)
            {
                case IPropertyReferenceOperation { Property: { Name: "Task", ContainingType.Name: "TaskCompletionSource" }, Instance: { } source }:
                    return Variables.Of(source);
                case IPropertyReferenceOperation { Property.Name: "Result" or "Item1", Instance: { } task }:
                    value = task;
                    break;
                case IInvocationOperation { TargetMethod.Name: "GetAwaiter" or "GetResult" or "WaitAsync", Instance: { } task }:
                    value = task;
                    break;
                default:
                    return null;
            }
        }
    }

    private bool IsCompletedByOthers(ISymbol source, IMethodSymbol method)
    {
        var scope = source is ILocalSymbol ? services.DeclarationsOf(method) : source.DeclaredAccessibility == Accessibility.Private ? services.DeclarationsOf(source.ContainingType) : ImmutableArray<SyntaxReference>.Empty;
        var answers = scope.Select(static part => part.GetSyntax())
            .Select(part => new NodeText(part, services.TextOf(part.SyntaxTree)))
            .SelectMany(static text => Completions.SelectMany(text.Identifiers))
            .Select(static token => token.Parent is SimpleNameSyntax name ? CallSyntax.CallOf(name) : null).OfType<InvocationExpressionSyntax>()
            .Select(call => services.ModelFor(call.SyntaxTree).GetOperation(call)).OfType<IInvocationOperation>()
            .Where(call => SymbolEqualityComparer.Default.Equals(Variables.Of(call.Instance), source))
            .ToList();
        return answers.Exists(static call => call.Arguments is [{ Value.ConstantValue: not { HasValue: true, Value: true } }]) && !answers.Exists(call => RunsIn(call.Syntax, method));
    }

    // A handler or a function that is handed to the dialog runs later.
    private bool RunsIn(SyntaxNode completion, IMethodSymbol method)
    {
        var around = completion.Ancestors().FirstOrDefault(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);
        return services.DeclarationsOf(method).Any(own => own.GetSyntax() == around);
    }
}
