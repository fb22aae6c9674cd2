using AgentGuard.Analyzers.Guards.Targets;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>What is known of objects that are created or converted, and what their constructors make sure of.</summary>
internal sealed class NewObjects(FlowBody body)
{
    /// <summary>What is known of a new object.</summary>
    public Value? OfCreation(IObjectCreationOperation creation, Value?[] arguments, FlowState state) => creation.Type?.Name switch
    {
        "Lazy" when creation.Arguments is [var factory, ..] && body.Helpers.OfFunction(factory.Value, body, state) is { } made => Value.Pending(made.OnReturn, made.Result),
        not null when creation.Arguments.IsEmpty && FilledLists.IsList(creation.Type) => FilledLists.OfCreation(creation),
        "ValueTask" when arguments.Length == 1 => arguments[0]?.Task is not null ? arguments[0] : Value.Pending(Facts.None, arguments[0]),
        not null when UnrelatedVariables.AreHandedOver(creation.Arguments, arguments) => Value.Of(Origin.Unrelated),
        "DirectoryInfo" or "FileInfo" => Value.Of(Origin.Path),
        _ => Alternatives.Of(creation, ObjectValues.OfCreation(creation, arguments, body), body),
    };

    /// <summary>What a constructor that throws otherwise has made sure of.</summary>
    public Facts OnCreation(IObjectCreationOperation creation, Value?[] arguments)
    {
        if (creation.Constructor is not { } constructor || body.Helpers.DeclarationsOf(constructor) is not [var written] || written.GetSyntax(body.Cancellation) is not ConstructorDeclarationSyntax) return Facts.None;
        var given = creation.Arguments.Zip(arguments, static (argument, value) => (argument.Parameter, value));
        return body.Helpers.OfHanded(constructor, given, body) is { OnReturn: { IsUnreachable: false } facts } ? facts : Facts.None;
    }

    /// <summary>What a conversion of its type makes of a value.</summary>
    public Value? OfConversion(IMethodSymbol conversion, Value? value) =>
        conversion.ContainingType.Name is "StringValues" or "ReadOnlySpan" or "Span" ? value
        : conversion.ContainingType.Name is "SwitchParameter" ? value is null ? null : value with { Cases = value.Cases.RemoveAll(static @case => @case.Constant is null) }
        : body.Helpers.OfConversion(conversion, value, body) ?? LibraryResults.OfConversion(conversion, value);
}
